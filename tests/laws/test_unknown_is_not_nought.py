"""Law 2: a missing number is unknown, a file that cannot be read is not readable, and neither is 0."""

from __future__ import annotations

import pytest

import okoce_core as okoce
from tests.laws.partner_files import AGGREGATES, FORMS, as_csv, as_xlsx, cells, form, headings, jsonl, read, row

UNKNOWN = ("", "-", "banyak", "?", "belum diisi")
NOUGHT = ("0", "tidak ada", "nol")


def of_two(heads, name="hipmi/anggota"):
    """A business with 4 workers and one whose cell is given, both of people with a NIB."""
    people = [cells(1) | {"headcount.total": "4"}, cells(2) | {"headcount.total": heads}]
    return as_csv([headings(form(name)), *(row(form(name), said) for said in people)])


@pytest.mark.parametrize("heads", UNKNOWN)
def test_a_missing_headcount_is_unknown(heads):
    # Both are counted enterprises; of one the workers are known. Value 4, one unknown, half covered.
    reading = read(of_two(heads))
    assert len(reading.files[0].records.headcounts) == 1
    jobs = okoce.count(okoce.resolve(reading), "okoce-p4@1", as_of="2022-12-31").jobs
    assert (jobs.value, jobs.unknown, jobs.counted, str(jobs.coverage)) == (4, 1, 1, "1/2")


@pytest.mark.parametrize("heads", NOUGHT)
def test_a_nought_that_was_said_is_known(heads):
    reading = read(of_two(heads))
    assert len(reading.files[0].records.headcounts) == 2
    jobs = okoce.count(okoce.resolve(reading), "okoce-p4@1", as_of="2022-12-31").jobs
    assert (jobs.value, jobs.unknown, jobs.counted, jobs.coverage) == (4, 0, 2, 1)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \r\n\r\n ", "empty-file"),
        (b"%PDF-1.7 ...", "unknown-form"),
        (b"<html><body><table>", "unknown-form"),
        (as_xlsx({"Anggota": [headings(form("hipmi/anggota"))]})[:300], "broken-file"),
        (b'[{"nama": "Sari', "broken-file"),
        (as_csv([["satu", "dua"], ["x", "y"]]), "no-adapter"),
        (b'{"type":"header","format":"okoce-records/9"}\n', "record-header"),
    ],
)
def test_a_file_that_cannot_be_read_is_not_readable_and_gives_no_figures(data, code):
    reading = read(data)
    (file,) = reading.files
    assert (file.state, file.adapter, file.partner) == ("not readable", None, None)
    assert [(p.code, p.severity, p.place.row) for p in reading.problems if p.code != "record-header"] == (
        [(code, "error", None)] if code != "record-header" else []
    )
    assert [p.code for p in reading.problems] == [code]
    assert not reading.readable
    assert okoce.resolve(reading).people == 0


@pytest.mark.parametrize("name", FORMS)
def test_a_file_of_nothing_but_a_header_says_that_there_are_no_rows(name):
    reading = read(as_csv([["DAFTAR REKAAN"], headings(form(name))]))
    assert [(p.code, p.severity) for p in reading.problems] == [("no-rows", "error")]
    assert (reading.ledger.seen, reading.ledger.skipped, reading.files[0].state) == (2, 2, "read")


@pytest.mark.parametrize("name", AGGREGATES)
def test_a_statistic_of_nothing_but_a_header_gives_no_total(name):
    file = read(as_csv([headings(form(name))])).files[0]
    assert file.records.totals == []
    assert file.ledger.balances


def test_a_statistic_whose_numbers_cannot_be_read_gives_no_total_of_nought():
    adapter = form("opendata-tangsel/kecamatan")
    file = read(
        as_csv([headings(adapter), *(row(adapter, {"person.region": "Setu", "total.context": "-"}) for _ in "12")])
    ).files[0]
    assert file.records.totals == []
    assert file.ledger.recorded == 0
    assert file.ledger.balances


def test_a_headcount_that_says_nothing_is_unknown_and_one_of_classes_is_not():
    said = [
        {"type": "person", "id": "P"},
        {"type": "participation", "partner": "A", "person": "P", "date": "2021"},
        *({"type": "ownership", "enterprise": e, "person": "P", "from": "2020"} for e in ("E1", "E2", "E3", "E4")),
        *({"type": "permit", "enterprise": e, "kind": "NIB", "issued": "2020"} for e in ("E1", "E2", "E3", "E4")),
        {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022-01-01"},
        {"type": "headcount", "partner": "A", "enterprise": "E2", "date": "2022-01-01", "total": None},
        {"type": "headcount", "partner": "A", "enterprise": "E3", "date": "2022-01-01", "full_time": 0},
    ]
    # E1 and E2 say nothing, E4 has no report at all: three unknown. E3 says that nobody works there.
    jobs = okoce.count(okoce.resolve(read(jsonl(*said, ids="resolved"))), "okoce-p4@1", as_of="2022-12-31").jobs
    assert (jobs.value, jobs.unknown, jobs.counted) == (0, 3, 1)


def test_where_no_headcount_is_known_the_value_is_nought_and_all_are_unknown():
    reading = read(of_two("-", "tda/anggota").replace(b",4,", b",-,"))
    jobs = okoce.count(okoce.resolve(reading), "okoce-p4@1", as_of="2022-12-31").jobs
    assert (jobs.as_json()["value"], jobs.unknown, jobs.as_json()["coverage"]) == ("0", 2, "0")
