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

# %% [markdown]
# Dari yang terbesar ke yang terkecil:

# %%
print(round(registered / ladder.given[-1].number, 1), "kali")

# %% [markdown]
# ## Angka terbitan dan angka hitungan
#
# `check` membandingkan hanya yang sungguh sama: ukuran, lingkup, definisi. Selebihnya disebut dengan alasannya.

# %%
from okoce_core.counting.publishing.check import check

check(okoce.count(population, "okoce-reach@1", as_of="2022-09-30"), scope="national")
