"""The sample folder comes to the figures that ``expected.md`` derives by hand."""

from __future__ import annotations

import datetime as dt
import json
import re
import runpy
from pathlib import Path

import pytest

import okoce_core as okoce
from okoce_core.evidence.place import column_letter

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
FOLDER = EXAMPLES / "2022-09"
EXPECTED = json.loads(re.findall(r"```json\n(.*?)```", (FOLDER / "expected.md").read_text("utf-8"), re.DOTALL)[-1])


@pytest.fixture(scope="module")
def reading():
    return okoce.read(FOLDER)


@pytest.fixture(scope="module")
def population(reading):
    """As expected.md says why they are the same: by exact identifiers."""
    return okoce.resolve(reading, identity="exact")


@pytest.mark.parametrize("book", sorted(EXPECTED["figures"]))
def test_the_figures_are_those_derived_by_hand(population, book):
    shown = okoce.count(population, book, as_of=EXPECTED["as_of"]).as_json()
    for measure, expected in EXPECTED["figures"][book].items():
        assert {key: shown[measure][key] for key in expected} == expected, measure


def test_full_identity_finds_the_same_people(reading, population):
    assert list(okoce.resolve(reading).person) == list(population.person)


def test_full_identity_finds_the_same_enterprises(reading, population):
    assert list(okoce.resolve(reading).enterprise) == list(population.enterprise)


def test_full_identity_knows_a_borrowed_nik_for_what_it_is(reading, population):
    """A and G have one NIK and agree in nothing else: a doubt by identifiers alone, and two people by all there is."""
    assert len(population.doubts) == 1
    assert okoce.resolve(reading).doubts == ()


def test_partners_overlap_as_derived_by_hand(population):
    figures = okoce.count(population, "okoce-reach@1", as_of=EXPECTED["as_of"])
    assert dict(figures.listed) == EXPECTED["listed"]
    assert (figures.claimed, figures.overlap) == (EXPECTED["claimed"], EXPECTED["overlap"])


def test_without_a_day_the_figures_speak_of_the_day_the_manifest_says_the_files_describe(population):
    # Jakpreneur has stages of October and November 2022; the folder describes 30 September.
    assert okoce.count(population, "okoce-p4@1").as_of == dt.date(2022, 9, 30)


def test_on_a_day_before_that_of_the_lists_what_happened_by_then_is_open(population):
    shown = okoce.count(population, "okoce-reach@1", as_of=EXPECTED["earlier"]["as_of"]).as_json()["participants"]
    assert {key: shown[key] for key in EXPECTED["earlier"]["participants"]} == EXPECTED["earlier"]["participants"]


def test_every_row_is_in_the_ledger_as_derived_by_hand(reading):
    fields = ("seen", "recorded", "rejected", "blank", "skipped")
    ledgers = {f.source.name: {field: getattr(f.ledger, field) for field in fields} for f in reading.files}
    assert ledgers == EXPECTED["ledgers"]
    assert reading.ledger.balances


def test_every_problem_is_pointed_at_where_it_stands(reading):
    found = [[p.place.file, where(p.place), p.code] for p in reading.problems]
    assert sorted(found) == sorted(EXPECTED["problems"])


def where(place):
    return place.cell or str(place.row or "") or column_letter(place.column or 0)


def test_the_people_of_the_sample_are_invented(reading):
    for file in reading.files:
        numbers = [nik for nik in file.records.people.columns["nik"] if nik]
        phones = [phone for given in file.records.people.columns["phones"] for phone in given]
        assert all(nik.startswith("99") for nik in numbers)
        assert all(phone.startswith("+62800") for phone in phones)


def test_the_workbook_of_the_sample_can_be_made_again(tmp_path, reading):
    write = runpy.run_path(str(EXAMPLES / "make_workbook.py"))["write"]
    write(tmp_path / "a.xlsx")
    write(tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    made, kept = (okoce.read(path).files[0] for path in (tmp_path / "a.xlsx", FOLDER / "hipmi.xlsx"))
    assert list(made.records.people) == list(kept.records.people)
    assert list(made.records.enterprises) == list(kept.records.enterprises)
    assert made.ledger == kept.ledger
