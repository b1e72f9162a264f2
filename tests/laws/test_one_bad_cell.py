"""Law 9: a bad cell costs what that cell carries and nothing else, and is pointed at as the partner sees it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okoce_core.evidence import CODES, column_letter
from okoce_core.intake import record_lines
from tests.laws.partner_files import (
    FORMS,
    GARBAGE,
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

PEOPLE = 5
BAD = 3
"""The row that is made bad, counted from 1 below the header: row 4 of a sheet whose header is row 1."""

CASES = [
    pytest.param(name, field, id=f"{name} {field}")
    for name in FORMS
    for column in form(name).columns
    if (field := column.to[0]) in GARBAGE
]
VERBATIM = {"enterprise.name"}


def rows_with(name, field, cell):
    adapter = form(name)
    people = [cells(number) for number in range(1, PEOPLE + 1)]
    people[BAD - 1] |= {field: cell}
    return [row(adapter, said) for said in people]


def lines(reading):
    """Everything that was read, without the hash of the bytes."""
    return list(record_lines(reading))


def of_other_rows(reading, bad_row):
    return [line for line in lines(reading) if json.loads(line).get("place", {}).get("row") != bad_row]


def without_ids(told):
    return [{k: v for k, v in json.loads(line).items() if k not in {"id", "person", "enterprise"}} for line in told]


def complaints(reading):
    return [one for one in expanded(reading.problems) if one[0] != "undated"]


def sizes(reading):
    records = reading.files[0].records
    return [len(getattr(records, kind)) for kind in ("people", "enterprises", "participations", "ownerships")]


def test_every_field_of_every_form_is_put_to_the_test():
    read_ = {column.to[0] for name in FORMS for column in form(name).columns}
    assert read_ == GARBAGE.keys() | VERBATIM


@pytest.mark.parametrize(("name", "field"), CASES)
def test_a_bad_cell_of_a_csv_is_unknown_and_one_problem_in_its_place(name, field):
    check(name, field, lambda heads, rows: as_csv([heads, *rows]), sheet="", first=2)


@pytest.mark.parametrize(("name", "field"), CASES)
def test_a_bad_cell_of_a_workbook_is_unknown_and_one_problem_in_its_place(name, field):
    # Three rows of titles: the header is row 4, the first person row 5.
    titles = [["DATA REKAAN"], [], ["Periode 2019 s.d. 2022"]]
    check(name, field, lambda heads, rows: as_xlsx({"Anggota": [*titles, heads, *rows]}), sheet="Anggota", first=5)


def check(name, field, file, *, sheet, first):
    adapter, bad_row = form(name), first + BAD - 1
    good, bad, blank = (
        read(file(headings(adapter), rows_with(name, field, cell))) for cell in (cells(BAD)[field], GARBAGE[field], "")
    )
    assert complaints(good) == complaints(blank) == []
    # A cell that cannot be read is as good as a blank one, and the other rows are what they were.
    assert lines(bad) == lines(blank) != lines(good)
    assert without_ids(of_other_rows(bad, bad_row)) == without_ids(of_other_rows(good, bad_row))
    assert sizes(bad)[0] == PEOPLE
    assert (bad.ledger.recorded, bad.ledger.rejected) == (PEOPLE, 0)
    assert bad.ledger.balances
    found = complaints(bad)
    cell = f"{column_letter(place_of(adapter, field) + 1)}{bad_row}"
    assert [(s, r, c, f) for _, s, r, c, f in found] == [(sheet, bad_row, cell, field)]
    assert found[0][0] in CODES


@pytest.mark.parametrize("field", [c.to[0] for c in form("csr/binaan").columns if c.to[0] in GARBAGE])
def test_a_bad_value_of_a_json_record_is_unknown_and_one_problem_at_its_record(field):
    # JSON has no columns: the place is the record, counted from 1, and the field is named instead of the cell.
    heads = headings(form("csr/binaan"))
    good, bad, blank = (
        read(as_json(heads, rows_with("csr/binaan", field, cell))) for cell in (cells(BAD)[field], GARBAGE[field], None)
    )
    assert lines(bad) == lines(blank) != lines(good)
    found = complaints(bad)
    assert [(s, r, c, f) for _, s, r, c, f in found] == [("", BAD, None, field)]
    assert found[0][0] in CODES


@pytest.mark.parametrize("name", FORMS)
def test_a_row_of_nothing_but_bad_cells_is_rejected_and_says_so_of_each(name):
    adapter = form(name)
    fields = [c.to[0] for c in adapter.columns if c.to[0] in GARBAGE]
    rows = [row(adapter, cells(1)), row(adapter, GARBAGE), row(adapter, cells(2))]
    reading = read(as_csv([headings(adapter), *rows]))
    assert list(reading.files[0].records.people.row) == [2, 4]
    assert (reading.ledger.recorded, reading.ledger.rejected) == (2, 1)
    found = complaints(reading)
    assert {r for _, _, r, *_ in found} == {3}
    assert sorted(f for *_, f in found if f) == sorted(fields)
    assert [code for code, *_, f in found if not f] == ["person-missing"]


SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(10**30, 10**40), st.floats(), st.text(max_size=20),
    st.sampled_from([*GARBAGE.values(), "=1+1", "#REF!", "'" * 30, "9" * 400, "\0", "\ud83d\ude00", "1e400", "٣٤"]),
)  # fmt: skip
VALUES = st.recursive(SCALARS, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=5), v, max_size=3))


@settings(max_examples=150, deadline=None)
@given(value=VALUES, head=st.sampled_from(headings(form("csr/binaan"))))
def test_whatever_a_json_record_holds_the_others_stay_as_they_are(value, head):
    adapter, heads = form("csr/binaan"), headings(form("csr/binaan"))
    rows = [row(adapter, cells(number)) for number in range(1, 4)]
    records = json.loads(as_json(heads, rows))
    good = read(json.dumps(records).encode())
    outer, _, inner = head.partition(".")
    if inner:
        records[1][outer][inner] = value
    else:
        records[1][outer] = value
    bad = read(json.dumps(records).encode())
    assert bad.ledger.balances
    assert (bad.ledger.seen, bad.ledger.recorded) == (3, 3)
    assert without_ids(of_other_rows(bad, 2)) == without_ids(of_other_rows(good, 2))
    assert {code for code, *_ in complaints(bad)} <= CODES.keys()
    assert {r for code, _, r, *_ in complaints(bad) if not code.startswith("column-")} <= {2}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_whatever_a_csv_cell_holds_the_rows_stay_as_many_and_the_others_as_they_are(data):
    name = data.draw(st.sampled_from(FORMS))
    adapter = form(name)
    rows = [row(adapter, cells(number)) for number in range(1, 4)]
    good = read(as_csv([headings(adapter), *rows]))
    place = data.draw(st.integers(0, len(rows[0]) - 1))
    rows[1][place] = data.draw(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12))
    bad = read(as_csv([headings(adapter), *rows]))
    assert bad.ledger.balances
    assert bad.ledger.recorded == 3
    assert without_ids(of_other_rows(bad, 3)) == without_ids(of_other_rows(good, 3))
    assert {code for code, *_ in complaints(bad)} <= CODES.keys()
