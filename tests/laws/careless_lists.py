"""Lists as careless people keep them: spellings, shared telephones, wrong numbers, and the figures they come to."""

from __future__ import annotations

import json

from hypothesis import strategies as st

import okoce_core as okoce
from tests.laws.partner_files import as_csv, cells, form, headings, read, row

__all__ = ["LISTED", "SPELLINGS", "figures", "files"]

BOOKS = ("okoce-reach@1", "okoce-p4@1")
LISTS = ("hipmi/anggota", "kampus/mahasiswa", "jakpreneur/tahapan", "tda/anggota")
NIKS = [cells(number)["person.nik"] for number in range(4)]
PHONES = ["08001000001", "0800 1000 001", "+62 800-1000-002", "08001000003 / 08001000001", "8001000002", "08111111111"]
SPELLINGS = [
    "Mohammad Soeharto", "Muhammad Suharto", "Moh. Suharto, S.E.", "M. Suharto", "H. Muhamad Suharto",
    "Suharto Muhammad",
    "Drs. Suharto", "Siti Aminah", "St. Aminah", "Hj. Siti Aminah, S. Pd.", "Siti", "Nur Aini", "Noer Aini", "Nuraini",
    "K. H. Achmad Yusuf", "Ahmad Jusuf", "Ahmad", "Abd. Ma'ruf", "Abdul Maruf", "I Made Karya", "Made Karya", "-", "12",
]  # fmt: skip
BIRTHS = ["01-01-1970", "02-02-1971", "1971", "Februari 1971", "03-04-1972", "04-03-1972", "31-02-1972", ""]
BUSINESSES = ["Kedai Rekaan", "CV Kedai Rekaan", "KEDAI REKAAN", "Warung Contoh", "Wr. Contoh", "-", ""]
NIBS = ["9120000000011", "9120000000022", "", "1111111111111", "belum ada"]
HEADS = ["0", "1", "5", "2-3 orang", "tidak ada", "-", "", "banyak"]


@st.composite
def people(draw):
    """Somebody as a careless list has him, but with one key by which he is found again in a copy of the row."""
    said = {
        "person.name": draw(st.sampled_from(SPELLINGS)),
        "person.nik": draw(st.sampled_from(["", "", *NIKS, "0000000000000000", "12345"])),
        "person.phones": draw(st.sampled_from(["", "", *PHONES])),
        "person.email": draw(st.sampled_from(["", "", "a@example.com", "b@example.com", "test@test.com"])),
        "person.born": draw(st.sampled_from(BIRTHS)),
        "person.sex": draw(st.sampled_from(["L", "P", ""])),
        "person.region": draw(st.sampled_from(["Kota Bogor", "Jakarta Timur", ""])),
        "enterprise.name": draw(st.sampled_from(BUSINESSES)),
        "enterprise.nib": draw(st.sampled_from(NIBS)),
        "headcount.total": draw(st.sampled_from(HEADS)),
        "date": draw(st.sampled_from(["2019", "2021", "2022", "2023", ""])),
        "stage.registered": draw(st.sampled_from(["2021-03-01", "2023", ""])),
        "stage.licensed": draw(st.sampled_from(["2021-05-01", "2022-12-01", ""])),
    }
    anchor = draw(st.sampled_from(["phone", "phone", "phone", "nik", "birth"]))
    if anchor == "phone":
        said |= {
            "person.name": draw(st.sampled_from(SPELLINGS[:-2])),
            "person.phones": draw(st.sampled_from(PHONES[:-1])),
        }
    elif anchor == "nik":
        said |= {"person.nik": draw(st.sampled_from(NIKS)), "person.born": "", "person.sex": ""}
    else:
        said |= {"person.name": draw(st.sampled_from(SPELLINGS[:5])), "person.born": draw(st.sampled_from(BIRTHS[:2]))}
    return said


LISTED = st.lists(st.tuples(st.sampled_from(LISTS), people()), min_size=1, max_size=8)


def files(listed):
    """One CSV for each form that is met, in order of the forms' names."""
    return [
        as_csv([headings(form(name)), *(row(form(name), said) for other, said in listed if other == name)])
        for name in sorted({name for name, _ in listed})
    ]


def figures(*inputs, identity="full", **options):
    """What the rulebooks say, as text; the day is given, since the latest day of the inputs is not what is tested."""
    population = okoce.resolve(read(*inputs, **options), identity=identity)
    counted = okoce.compare(population, BOOKS, as_of="2022-09-30")
    return [json.dumps(one.as_json(by=("sex", "province"), methods=("equal", "full"))) for one in counted]
