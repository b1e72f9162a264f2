# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Satu data, semua definisi
#
# Pada 27 Oktober 2021 satu daftar yang sama menjawab pertanyaan "berapa wirausaha?" dengan 284.164 atau 6.159: yang
# mendaftar, atau yang mendapat modal. Keduanya angka yang benar; yang berbeda definisinya. Buku catatan ini
# menghitung satu folder contoh di bawah semua aturan yang ada, lalu membaca angka yang pernah diterbitkan.
#
# *In English:* one data set under every rulebook that okoce ships, then the published figures: on 27 October 2021 one
# and the same register held 284,164 or 6,159 "entrepreneurs", by the definition used.

# %%
import okoce_core as okoce

reading = okoce.read("../examples/2022-09")
population = okoce.resolve(reading, identity="exact")
everything = okoce.compare(population, okoce.presets(), as_of="2022-09-30")
everything

# %% [markdown]
# Di antara definisi yang menghitung wirausaha dari orang yang sama:

# %%
rows = everything.rows().to_polars()
entrepreneurs = rows.filter(
    (rows["measure"] == "entrepreneurs") & (rows["state"] == "counted") & (rows["value"] > 0)
).sort("value", "rulebook", descending=[True, False])
for rulebook, value in entrepreneurs.select("rulebook", "value_exact").rows():
    print(f"{value:>4}  {rulebook}")

# %% [markdown]
# Beberapa di antaranya berdampingan, dengan batas bawah dan atasnya:

# %%
chosen = ["okoce-claim@1", "okoce-2017-any-business@1", "okoce-p4@1", "okoce-active@1", "strict-audit@1"]
okoce.charts.figures(okoce.compare(population, chosen, as_of="2022-09-30"))

# %% [markdown]
# Apa arti satu definisi, sampai ke bidangnya:

# %%
okoce.preset("p7-financed@1")

# %% [markdown]
# ## Tangga 27 Oktober 2021
#
# Angka yang diterbitkan ada di dalam okoce, dengan sumbernya, untuk dibandingkan dan tidak pernah untuk menghitung
# ([angka terbitan](../published.md)). Baris 34 memuat ketujuh tahap dari satu daftar pada satu hari.

# %%
from okoce_core.counting.publishing.published import published

(ladder,) = (figure for figure in published() if str(figure.as_of) == "2021-10-27")
registered = ladder.given[0].number
for given in ladder.given:
    share = 100 * given.number / registered
    print(f"{given.measure:<11}{given.number:>8,}  {share:5.1f} %  {given.definition_id or ''}")
print(f"{registered / ladder.given[-1].number:.1f} kali dari yang terkecil ke yang terbesar")

# %% [markdown]
# Gambar sendiri cukup spesifikasi Vega-Lite dengan judul dan teks
# penggantinya:

# %%
steps = [{"stage": given.measure, "people": given.number} for given in ladder.given]
title = "Satu daftar, tujuh jawaban: DKI Jakarta, 27 Oktober 2021"
axes = {
    "y": {"field": "stage", "type": "nominal", "sort": None, "title": None},
    "x": {"field": "people", "type": "quantitative", "title": "orang, menurut angka terbitan"},
}
label = {"text": {"field": "people", "type": "quantitative", "format": ","}}
okoce.charts.Chart(
    title,
    f"{title}: {', '.join(f'{given.measure} {given.number:,}' for given in ladder.given)}.",
    {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "title": title,
        "width": 420,
        "data": {"values": steps},
        "encoding": axes,
        "layer": [
            {"mark": {"type": "bar", "color": "#0f766e"}},
            {"mark": {"type": "text", "align": "left", "dx": 4}, "encoding": label},
        ],
    },
)

# %% [markdown]
# ## Angka terbitan dan angka hitungan
#
# `check` membandingkan hanya yang sungguh sama: ukuran, lingkup, definisi. Selebihnya disebut dengan alasannya.

# %%
from okoce_core.counting.publishing.check import check

check(okoce.count(population, "okoce-reach@1", as_of="2022-09-30"), scope="national")
