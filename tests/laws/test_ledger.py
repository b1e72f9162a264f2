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
    names,
    place_of,
    read,
    row,
)

IDENTITY = ("person.name", "person.nik", "person.phones", "person.email")
TITLES = (["DAFTAR PESERTA PROGRAM REKAAN"], ["Periode 2019 s.d. 2022"], ["", "Diunduh: 31/12/2022"], [])
NOTES = (
    "Catatan: data per 30 September 2022",
    "Sumber: Dinas Rekaan",
    "*) angka sementara",
    "Keterangan: lihat lampiran",
)
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
def bodies(draw, adapter, kinds=KINDS):
    """Rows below the header, each with what must become of it."""
    told = [draw(one(adapter, kind)) for kind in draw(st.lists(st.sampled_from(kinds), max_size=12))]
    return told + [("skipped", cells_) for cells_ in draw(st.sampled_from(signatures(adapter)))]


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
        return "blank", draw(st.sampled_from([[], [""] * width(adapter)]))
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
    """That a file of these rows has each of them in its ledger, where it belongs."""
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
@settings(max_examples=60, deadline=None)
@given(data=st.data(), above=st.lists(st.sampled_from(TITLES), max_size=4))
def test_every_row_of_a_csv_goes_where_it_belongs(name, data, above):
    adapter = form(name)
    told = [*title_of(above), ("skipped", headings(adapter)), *data.draw(bodies(adapter))]
    check(read(as_csv(cells_ for _, cells_ in told)), told)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=8, deadline=None)
@given(data=st.data(), above=st.lists(st.sampled_from(TITLES), max_size=4))
def test_every_row_of_a_workbook_goes_where_it_belongs(name, data, above):
    adapter = form(name)
    # The last row says something: blank rows after it are not in a workbook at all.
    last = ("recorded", row(adapter, cells(1)))
    body = data.draw(bodies(adapter, [k for k in KINDS if k not in {"blank", "long"}]))
    told = [*title_of(above), ("skipped", headings(adapter)), ("blank", []), last, *body]
    check(read(as_xlsx({"Anggota": [cells_ for _, cells_ in told]})), told)


@pytest.mark.parametrize("name", FORMS)
def test_a_row_of_spaces_is_blank(name):
    adapter = form(name)
    told = [("skipped", headings(adapter)), ("blank", ["  "] * width(adapter)), ("recorded", row(adapter, cells(1)))]
    check(read(as_csv(cells_ for _, cells_ in told)), told)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("written", ["{}", "({})"])
def test_the_numbers_that_offices_write_under_their_headings_are_no_row_of_data(name, written):
    adapter = form(name)
    numbers = [written.format(n) for n in range(1, width(adapter) + 1)]
    told = [("skipped", headings(adapter)), ("skipped", numbers), ("recorded", row(adapter, cells(1)))]
    check(read(as_csv(cells_ for _, cells_ in told)), told)


@pytest.mark.parametrize("name", FORMS)
def test_a_cell_under_no_heading_is_noticed_in_a_workbook_as_in_a_csv(name):
    # A workbook has all its rows equally long, so its header row gets a blank cell at the end.
    adapter = form(name)
    told = [
        ("skipped", headings(adapter)),
        ("recorded", row(adapter, cells(1))),
        ("long", [*row(adapter, cells(2)), "x"]),
    ]
    check(read(as_csv(cells_ for _, cells_ in told)), told)
    file = read(as_xlsx({"Anggota": [cells_ for _, cells_ in told]})).files[0]
    assert [(row_, code) for code, _, row_, *_ in expanded(file.problems) if code != "undated"] == [(3, "row-ragged")]


def test_a_signature_block_in_the_middle_ends_where_whole_rows_begin_again():
    # Two printed pages pasted into one sheet: the last member of the second page has a name and a business only.
    adapter = form("hipmi/anggota")
    lone = row(adapter, {"person.name": "Sari Karangan", "enterprise.name": "Kedai Sari"})
    told = [
        ("skipped", headings(adapter)),
        ("recorded", row(adapter, cells(1))),
        *(("skipped", [cell]) for cell in ("Mengetahui,", "Budi Karangan", "NIP 199001012015012001")),
        *(("recorded", row(adapter, cells(n))) for n in range(2, 6)),
        ("recorded", lone),
    ]
    check(read(as_csv(cells_ for _, cells_ in told)), told)


def test_a_member_who_is_the_chairman_is_a_member():
    # "Ketua Umum" stands in signature blocks, and in the column of functions that many lists of members have.
    adapter = form("hipmi/anggota")
    heads = [*headings(adapter), "Jabatan"]

    def member(number, function):
        name = [number, names(int(number))]
        return [*name, *[""] * (len(heads) - 3), function]

    members = [
        ("recorded", member("1", "Ketua Umum")),
        ("recorded", member("2", "Anggota")),
        ("recorded", member("3", "")),
    ]
    told = [("skipped", heads), *members]
    check(read(as_csv(cells_ for _, cells_ in told)), told)


@pytest.mark.parametrize("business", ["Sumber Rejeki", "Update Digital"])
def test_a_row_of_a_business_is_no_note_whatever_word_its_name_begins_with(business):
    adapter = form("hipmi/anggota")
    told = [
        ("skipped", headings(adapter)),
        ("recorded", row(adapter, {"person.name": "Sari Karangan", "enterprise.name": business})),
        ("recorded", row(adapter, {"person.name": "Budi Karangan"})),
        ("rejected", row(adapter, {"enterprise.name": business, "headcount.total": "3"})),
    ]
    check(read(as_csv(cells_ for _, cells_ in told)), told)


@settings(max_examples=60, deadline=None)
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
@settings(max_examples=40, deadline=None)
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
