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
# # Satu bulan kiriman
#
# Enam mitra mengirim daftarnya untuk akhir September 2022. Buku catatan ini membaca foldernya, mengenali orang yang
# sama, menghitung di bawah beberapa definisi, menjelaskan satu angka sampai ke barisnya, dan menyimpan hasilnya.
#
# *In English:* one month's files, from the folder to figures: read, who is the same, figures under several
# definitions, the steps between two of them, one figure down to the rows, a breakdown, and data frames. All people
# are invented.

# %%
import okoce_core as okoce

reading = okoce.read("../examples/2022-09", on_progress=okoce.progress())
reading

# %% [markdown]
# Setiap baris dipertanggungjawabkan: yang terlihat = tercatat + ditolak + kosong + dilewati. Buku besarnya juga
# sebuah tabel, begitu pula masalahnya; keduanya dapat dibawa ke pandas atau polars.

# %%
ledgers = reading.ledgers.to_pandas()
assert (ledgers.seen == ledgers.recorded + ledgers.rejected + ledgers.blank + ledgers.skipped).all()

problems = reading.problems.to_pandas()
print(problems.groupby("severity")["count"].sum().to_dict())

# %% [markdown]
# ## Siapa yang sama
#
# Orang yang ada di beberapa daftar dihitung sekali. `identity="exact"` hanya percaya pada pengenal: NIK, telepon
# dengan nama depan, nama dengan tanggal lahir, surel.

# %%
population = okoce.resolve(reading, identity="exact")
population

# %% [markdown]
# Baris mana tentang siapa, tanpa satu pun nilai pribadi. Nomornya hanya berlaku di tabel ini; dengan kunci
# (`population.rows(key)`) menjadi nama samaran yang tetap.

# %%
population.rows()

# %% [markdown]
# ## Angka di bawah beberapa definisi
#
# Tidak ada arti bawaan dari "wirausaha". Klaim kiriman (`okoce-claim@1`), aturan P4 (`okoce-p4@1`), dan yang tahan
# diaudit (`strict-audit@1`) memberi angka yang berbeda dari data yang sama.

# %%
compared = okoce.compare(population, ["okoce-claim@1", "okoce-p4@1", "strict-audit@1"], as_of="2022-09-30")
compared

# %% [markdown]
# Mengapa 157 lapangan kerja menjadi 60? Langkah demi langkah, dalam urutan yang tetap:

# %%
bridge = compared.bridge("jobs", "okoce-claim@1", "okoce-p4@1")
bridge

# %% [markdown]
# Langkah yang sama sebagai gambar. Gambarnya sebuah spesifikasi Vega-Lite (`.spec`), yang dapat diubah lebih lanjut
# dengan Altair (`.altair()`).

# %%
okoce.charts.bridge(bridge)

# %% [markdown]
# ## Satu angka sampai ke barisnya
#
# Buka daftarnya untuk melihat usaha mana yang dihitung, oleh baris mana, dan mengapa yang lain tidak.

# %%
claim, p4, audit = compared
p4.entrepreneurs.explain()

# %% [markdown]
# ## Rincian
#
# Yang tidak diketahui adalah baris tersendiri, bukan nol.

# %%
p4.table("province", "sex")

# %%
okoce.charts.province_map(p4.table("province"), "participants")

# %% [markdown]
# Yang akan diterbitkan disaring lebih dulu: sel kecil disembunyikan, beserta yang dapat membukanya kembali.

# %%
from okoce_core.counting import Suppression

p4.table("province", suppress=Suppression())

# %% [markdown]
# ## Keluar sebagai tabel
#
# Semua angka keluar sebagai baris: definisi, batas, dan yang tidak diketahui selalu ikut. polars, pandas dan DuckDB
# menerimanya apa adanya.

# %%
import polars

frame = polars.DataFrame(compared.rows(by=["province"], attribution=["equal"]))
shares = frame.filter((polars.col("rulebook") == "okoce-p4@1") & (polars.col("attribution") == "equal"))
for measure, partner, share in shares.select("measure", "partner", "value_exact").rows():
    if measure == "jobs":
        print(partner, share)
