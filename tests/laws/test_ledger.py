"""Law 1: every row is recorded, rejected, blank or skipped; no person's row is lost and no aside becomes a person."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okoce_core.evidence import Ledger
from tests.laws.partner_files import (
    AGGREGATES,
    FORMS,
    as_csv,
    as_json,
    as_xlsx,
    cells,
    expanded,
    form,
    headings,
    place_of,
    read,
    row,
)

IDENTITY = ("person.name", "person.nik", "person.phones", "person.email")
TITLES = (["DAFTAR PESERTA PROGRAM REKAAN"], ["Periode 2019 s.d. 2022"], ["", "Diunduh: 31/12/2022"], [])
NOTES = ("Catatan: data per 30 September 2022", "Sumber: Dinas Rekaan", "*) angka sementara", "Keterangan: lihat lampiran")
TOTALS = ("JUMLAH", "Total", "TOTAL", "Jumlah:", "Sub Total", "Grand Total")
KINDS = ("data", "data", "data", "blank", "total", "note", "header", "nobody", "long", "short")


def width(adapter):
    return len(headings(adapter))


@st.composite
def data_rows(draw, adapter):
    """A row that names somebody by at least one of the four; every other cell may be blank."""
    asked = [f for f in IDENTITY if place_of(adapter, f) is not None]
    known = draw(st.sets(st.sampled_from(asked), min_size=1))
    said = cells(draw(st.integers(0, 59)))
    others = draw(st.sets(st.sampled_from(sorted(said.keys() - set(IDENTITY)))))
    return row(adapter, {f: c for f, c in said.items() if f in known or f in others})


def nobody(adapter, number):
    """A row with a business, its workers and its town, and nobody who owns it."""
    said = cells(number)
    return row(adapter, {f: said[f] for f in ("enterprise.name", "headcount.total", "person.region", "date")})


def total(adapter, label, at_name):
    cells_ = [""] * width(adapter)
    cells_[place_of(adapter, "person.name") if at_name else 0] = label
    cells_[place_of(adapter, "headcount.total")] = "12"
    return cells_


@st.composite
def bodies(draw, adapter):
    """Rows below the header, each with what must become of it."""
    told = []
    if draw(st.booleans()):
        told.append(("skipped", draw(st.sampled_from(numbered(adapter)))))
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=12)):
        told.append(draw(one(adapter, kind)))
    return told + [("skipped", cells_) for cells_ in draw(st.sampled_from(signatures(adapter)))]


def numbered(adapter):
    """The row of column numbers that forms of offices have under their headings."""
    places = range(1, width(adapter) + 1)
    return [[str(n) for n in places], [f"({n})" for n in places]]


def signatures(adapter):
    last = [""] * (width(adapter) - 2)
    return [
        [],
        [["Mengetahui,"], ["Ketua Umum"], ["Sari Karangan"], ["NIP 199001012015012001"]],
        [[*last, "Mengetahui,"], [*last, "Kepala Dinas"], [*last, "Sari Karangan"], [*last, "NIP. 199001012015012001"]],
    ]


@st.composite
def one(draw, adapter, kind):
    if kind == "data":
        return "recorded", draw(data_rows(adapter))
    if kind == "blank":
        return "blank", draw(st.sampled_from([[], [""] * width(adapter), ["  "] * width(adapter)]))
    if kind == "total":
        return "skipped", total(adapter, draw(st.sampled_from(TOTALS)), draw(st.booleans()))
    if kind == "note":
        return "skipped", [draw(st.sampled_from(NOTES))]
    if kind == "header":
        return "skipped", headings(adapter)
    if kind == "nobody":
        return "rejected", nobody(adapter, draw(st.integers(0, 59)))
    whole = row(adapter, cells(draw(st.integers(0, 59))))
    if kind == "long":
        return "long", [*whole, "sisa"]
    named = max(place_of(adapter, "person.name"), place_of(adapter, "person.nik")) + 1
    return "recorded", whole[: draw(st.integers(named, len(whole)))]


def balance(told):
    counts = {kind: sum(k == kind or (kind == "recorded" and k == "long") for k, _ in told) for kind in (
        "recorded", "rejected", "blank", "skipped")}  # fmt: skip
    return Ledger(len(told), **counts)


def rows_of(told, *kinds):
    return [number for number, (kind, _) in enumerate(told, 1) if kind in kinds]


def check(reading, told):
    file = reading.files[0]
    assert file.ledger.balances
    assert list(file.records.people.row) == rows_of(told, "recorded", "long")
    assert file.ledger == balance(told)
    found = expanded(file.problems)
    assert [row for code, _, row, *_ in found if code == "person-missing"] == rows_of(told, "rejected")
    assert [row for code, _, row, *_ in found if code == "row-ragged"] == rows_of(told, "long")


def title_of(above):
    return [("skipped" if any(cells_) else "blank", cells_) for cells_ in above]


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=60)
@given(data=st.data(), above=st.lists(st.sampled_from(TITLES), max_size=4))
def test_every_row_of_a_csv_goes_where_it_belongs(name, data, above):
    adapter = form(name)
    told = [*title_of(above), ("skipped", headings(adapter)), *data.draw(bodies(adapter))]
    check(read(as_csv(cells_ for _, cells_ in told)), told)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=8)
@given(data=st.data(), above=st.lists(st.sampled_from(TITLES), max_size=4))
def test_every_row_of_a_workbook_goes_where_it_belongs(name, data, above):
    adapter = form(name)
    # The last row says something: blank rows after it are not in a workbook at all.
    last = ("recorded", row(adapter, cells(1)))
    body = [(k, c) for k, c in data.draw(bodies(adapter)) if k != "blank"]
    told = [*title_of(above), ("skipped", headings(adapter)), ("blank", []), last, *body]
    check(read(as_xlsx({"Anggota": [cells_ for _, cells_ in told]})), told)


@settings(max_examples=60)
@given(kinds=st.lists(st.sampled_from(["recorded", "rejected", "blank", "no object"]), min_size=1, max_size=12))
def test_every_record_of_a_json_list_goes_where_it_belongs(kinds):
    adapter = form("csr/binaan")
    records = []
    for number, kind in enumerate(kinds):
        said = {"recorded": row(adapter, cells(number)), "rejected": nobody(adapter, number)}.get(kind)
        one_ = {"blank": {}, "no object": [1, 2]}.get(kind) if said is None else None
        records.append(one_ if said is None else json.loads(as_json(headings(adapter), [said]))[0])
    # Somebody must be in the list, or it has no keys to be recognised by.
    records.append(json.loads(as_json(headings(adapter), [row(adapter, cells(50))]))[0])
    told = [("blank" if k == "no object" else k, None) for k in [*kinds, "recorded"]]
    check(read(json.dumps({"program": "rekaan", "peserta": records}).encode()), told)


@pytest.mark.parametrize("name", AGGREGATES)
@settings(max_examples=40)
@given(kinds=st.lists(st.sampled_from(["data", "blank", "total", "note"]), max_size=10))
def test_every_row_of_a_statistic_is_accounted_for_and_none_is_a_person(name, kinds):
    adapter = form(name)
    rows = {
        "data": row(adapter, cells(3) | {"person.region": "Kota Bogor"}),
        "blank": [],
        "total": ["JUMLAH", *["12"] * (width(adapter) - 1)],
        "note": ["Sumber: Dinas Rekaan"],
    }
    told = [["STATISTIK REKAAN"], headings(adapter), *(rows[kind] for kind in kinds)]
    file = read(as_csv(told)).files[0]
    assert file.ledger.balances
    assert file.ledger.seen == len(told)
    assert (len(file.records.people), len(file.records.enterprises), len(file.records.participations)) == (0, 0, 0)
    assert file.ledger.recorded == (0 if adapter.refused else kinds.count("data"))


@pytest.mark.parametrize("name", FORMS)
def test_the_ledger_of_a_reading_is_the_sum_of_its_files(name):
    adapter = form(name)
    files = [as_csv([headings(adapter), *(row(adapter, cells(n)) for n in range(size))]) for size in (1, 2, 3)]
    # 3 headers and 1 + 2 + 3 people
    assert read(*files).ledger == Ledger(9, recorded=6, skipped=3)
