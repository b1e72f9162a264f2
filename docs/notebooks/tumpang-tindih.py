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
# # Tumpang-tindih dua mitra tanpa bertukar nama
#
# Dua mitra ingin tahu berapa orang ada di kedua daftar, tetapi tidak boleh saling menyerahkan daftarnya.
# Masing-masing membuat nama samaran dengan kunci yang sama, dan hanya itu yang berpindah tangan
# ([penjelasannya](../overlap.md)).
#
# *In English:* two partners learn how many people they share from lists of keyed pseudonyms alone; the result is the
# one that putting the lists themselves together would give.

# %%
import csv
import tempfile
from pathlib import Path

import okoce_core as okoce
from okoce_core.identity.exchange import parse_list, pseudonym_list
from okoce_core.identity.overlap import overlap

exchange = Path(tempfile.mkdtemp())

# %% [markdown]
# ## Di tempat masing-masing mitra
#
# Kuncinya disepakati lewat jalan lain, rahasia, paling sedikit 16 bita, dan tidak pernah dikirim bersama berkasnya.
# Perintahnya `okoce pseudonyms hipmi.xlsx --out hipmi.csv --key-file kunci.txt`; dari Python:

# %%
key = b"kunci untuk contoh saja"


def send(name: str) -> Path:
    """What one partner does with his own list."""
    population = okoce.resolve(okoce.read(f"../examples/2022-09/{name}"), identity="exact")
    out = exchange / Path(name).with_suffix(".csv").name
    with out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(pseudonym_list(population, key).rows())
    return out


sent = [send("hipmi.xlsx"), send("jakpreneur.csv")]

# %% [markdown]
# Yang dikirim: satu baris tiap orang, urut menurut nama samarannya; tidak ada nama, nomor, atau tanggal.

# %%
for line in sent[0].read_text("utf-8").splitlines()[:4]:
    print(line[:76], "…")

# %% [markdown]
# ## Di tempat siapa pun, tanpa kunci
#
# Perintahnya `okoce overlap hipmi.csv jakpreneur.csv`.

# %%
lists = []
for path in sent:
    with path.open(encoding="utf-8", newline="") as file:
        lists.append(parse_list(list(csv.reader(file)), path.name))

found = overlap(lists)
found

# %% [markdown]
# ## Sama dengan menggabungkan daftarnya
#
# Kali ini, karena semua orangnya rekaan, kedua daftar boleh digabung sungguhan. Yang NIK-nya sama persis sebanyak
# `certain`; yang sama menurut pengenal mana pun sebanyak `possible`.

# %%
together = okoce.read("../examples/2022-09/hipmi.xlsx", "../examples/2022-09/jakpreneur.csv")
by_nik = [{nik for nik in file.records.people.columns["nik"] if nik} for file in together.files]

rows = okoce.resolve(together, identity="exact").rows()
by_anything = [{row["person"] for row in rows if row["file"] == file.source.name} - {""} for file in together.files]

(pair,) = found.pairs
plain = len(by_nik[0] & by_nik[1]), len(by_anything[0] & by_anything[1])
print("nama samaran:", (pair.certain, pair.possible), " digabung:", plain)
assert plain == (pair.certain, pair.possible)

# %% [markdown]
# ## Enam mitra sekaligus
#
# Setiap pasangan, dan semuanya bersama: jumlah semua daftar kurang tumpang-tindihnya adalah orang yang berbeda.

# %%
names = ["csr.json", "hipmi.xlsx", "jakpreneur.csv", "kampus.csv", "pesantren.csv", "tda.csv"]
six = []
for name in names:
    with send(name).open(encoding="utf-8", newline="") as file:
        six.append(parse_list(list(csv.reader(file)), name))

all_six = overlap(six)
for pair in all_six.pairs:
    if pair.possible:
        print(f"{names[pair.a]:<15}{names[pair.b]:<15}{pair.certain} pasti, {pair.possible} mungkin")

joined = okoce.resolve(okoce.read("../examples/2022-09"), identity="exact")
print(all_six.gross, "di semua daftar,", all_six.net_possible, "orang; digabung sungguhan:", joined.people)
assert all_six.net_possible == joined.people

# %% [markdown]
# Siapa yang boleh menggabungkan daftarnya melihat lebih banyak, misalnya berapa orang ada di daftar mana saja:

# %%
from okoce_core.counting import shared_lists

okoce.charts.overlap(shared_lists(okoce.count(joined, "okoce-reach@1", as_of="2022-09-30")))

# %% [markdown]
# Kunci lain tidak pernah bertemu: daftar yang dibuat dengan kunci berbeda ditolak, alih-alih seolah-olah tidak ada
# yang sama. Nama samaran tetap data pribadi; siapa yang memegang kunci dapat mencobakan semua NIK. Risikonya ada di
# [halaman itu](../overlap.md).

# %%
other = pseudonym_list(okoce.resolve(okoce.read("../examples/2022-09/tda.csv")), b"kunci yang lain sama sekali")
try:
    overlap([lists[0], other])
except okoce.Misuse as refused:
    print(refused)
