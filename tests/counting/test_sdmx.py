"""Rows as SDMX-CSV 2.0, read back by pysdmx under a data structure definition."""

from __future__ import annotations

import csv
import datetime as dt
import doctest
import io
import re
from fractions import Fraction
from pathlib import Path

import attrs
import pandas.testing
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pysdmx.io import read_sdmx, write_sdmx
from pysdmx.io.format import Format
from pysdmx.model import Component, Components, Concept, DataType, Role, Schema

import okoce_core as okoce
from okoce_core.counting.breakdowns.breakdown import table
from okoce_core.counting.exports import Observation, Rows, rows_of, sdmx_codes, sdmx_csv
from okoce_core.counting.exports.observation import About
from okoce_core.counting.exports.sdmx import ATTRIBUTES, DIMENSIONS
from okoce_core.counting.exports.sdmx_codes import area, code, decimal
from okoce_core.misuse import Misuse

from .small_population import AS_OF, population, rows_under
from .small_tables import by_sex, hidden

HEADER = (
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,DEFINITION,SEX,AGE,DISABILITY,ACTIVITY,SIZE,PARTNER,"
    "ATTRIBUTION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,LOWER,UPPER,COVERAGE,VINTAGE,RULEBOOK_HASH"
)
ID = re.compile(r"[A-Za-z0-9_@$-]+")
"""The pattern of SDMX's IDType, which the codes of a code list follow."""

NUMBERS = ("OBS_VALUE", "LOWER", "UPPER", "COVERAGE")
ABOUT = About("okoce-p4@1", "okoce-p4@1", "0" * 16, dt.date(2022, 9, 30), None, "1" * 64)


def component(name):
    role = Role.DIMENSION if name in DIMENSIONS else Role.ATTRIBUTE if name in ATTRIBUTES else Role.MEASURE
    kind = DataType.DOUBLE if name in NUMBERS else DataType.DATE if name == "TIME_PERIOD" else DataType.STRING
    level = "O" if role is Role.ATTRIBUTE else None
    return Component(name, role is Role.DIMENSION, role, Concept(name), kind, attachment_level=level)


STRUCTURE = Schema(
    "datastructure", "OKOCE", "FIGURES", Components([component(n) for n in HEADER.split(",")[3:]]), "1.0.0"
)


def of_pysdmx(text):
    """The message's one dataset, held to the structure: a number that is none, or a column too many, is an error."""
    (dataset,) = read_sdmx(text).data
    assert dataset.short_urn == "DataStructure=OKOCE:FIGURES(1.0.0)"
    dataset.structure = STRUCTURE
    return dataset


def lines(rows):
    return list(csv.DictReader(io.StringIO(sdmx_csv(rows), newline="")))


@pytest.fixture(scope="module")
def rows():
    broken_down = rows_under("okoce-reach@1", "okoce-p4@1", tables=[by_sex()], attribution=["equal", "via_owner"])
    return Rows([*rows_under("okoce-claim@1"), *broken_down])


def test_the_heading_is_the_structure_then_dimensions_measure_and_attributes(rows):
    assert rows.to_sdmx_csv().splitlines()[0] == HEADER


def test_pysdmx_reads_every_line_with_its_types(rows):
    data = of_pysdmx(rows.to_sdmx_csv()).data
    assert len(data) == len(rows)
    assert data["OBS_VALUE"].dropna().tolist() == [float(r.value) for r in rows if r.value is not None]
    assert set(data["TIME_PERIOD"].astype(str)) == {"2022-09-30"}


def test_what_pysdmx_writes_again_is_the_same_message(rows):
    dataset = of_pysdmx(rows.to_sdmx_csv())
    again = of_pysdmx(write_sdmx([dataset], Format.DATA_SDMX_CSV_2_0_0))
    pandas.testing.assert_frame_equal(again.data, dataset.data)


def test_keys_are_unique_and_made_of_codes_that_sdmx_allows(rows):
    keys = [tuple(line[name] for name in DIMENSIONS) for line in lines(rows)]
    assert len(set(keys)) == len(keys)
    assert all(ID.fullmatch(part) for key in keys for part in key)


def test_the_same_cell_carries_several_definitions(rows):
    headline = {
        line["DEFINITION"]: line["OBS_VALUE"]
        for line in lines(rows)
        if line["INDICATOR"] == "participants" and (line["SEX"], line["ATTRIBUTION"]) == ("_T", "_Z")
    }
    # four participation lines were sent; they are of three people
    assert headline == {"okoce-claim@1": "4", "okoce-reach@1": "3", "okoce-p4@1": "3"}


def test_unknown_total_and_each_sex_are_four_codes(rows):
    people = [x for x in lines(rows) if (x["DEFINITION"], x["INDICATOR"]) == ("okoce-reach@1", "participants")]
    assert [(x["SEX"], x["OBS_VALUE"]) for x in people if x["ATTRIBUTION"] == "_Z"] == [
        ("_T", "3"), ("F", "1"), ("M", "1"), ("_U", "1"),
    ]  # fmt: skip


def one(**said):
    (line,) = lines([attrs.evolve(Observation(ABOUT, "jobs", value=Fraction(5)), **said)])
    return line


def test_ends_coverage_and_the_hash_of_the_definition_are_attributes():
    line = one(low=Fraction(9, 2), high=Fraction(6), coverage=Fraction(2, 3))
    assert [line[name] for name in ("LOWER", "UPPER", "COVERAGE", "VINTAGE", "RULEBOOK_HASH")] == [
        "4.5", "6", "0.666667", "", "0" * 16,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "letter"), [("counted", "A"), ("modelled", "E"), ("estimated", "E"), ("bounded", "P")]
)
def test_how_a_number_came_about_is_its_status(state, letter):
    assert one(state=state)["OBS_STATUS"] == letter


def test_what_was_not_asked_is_missing_and_not_confidential():
    line = one(value=None, state="not asked")
    assert (line["OBS_VALUE"], line["OBS_STATUS"], line["CONF_STATUS"]) == ("", "M", "")


@pytest.mark.parametrize(("status", "letter"), [("few", "C"), ("dominated", "C"), ("secondary", "D")])
def test_what_was_suppressed_is_missing_and_says_why(status, letter):
    figures = okoce.count(population(), "okoce-p4@1", as_of=AS_OF)
    rows = rows_of(figures, [hidden(status)])
    (line,) = (x for x in lines(rows) if x["SEX"] == "F")
    assert (line["OBS_VALUE"], line["OBS_STATUS"], line["CONF_STATUS"]) == ("", "M", letter)
    assert (line["LOWER"], line["UPPER"]) == ("", "")


def test_a_changed_rulebook_is_a_definition_of_its_own():
    changed = okoce.with_fields(okoce.preset("okoce-p4@1"), {"jobs.owners": "per_enterprise"})
    rows = rows_under("okoce-p4@1", changed)
    jobs = {x["DEFINITION"]: x["OBS_VALUE"] for x in lines(rows) if x["INDICATOR"] == "jobs"}
    (other,) = jobs.keys() - {"okoce-p4@1"}
    assert other.startswith("okoce-p4@1$")
    assert (jobs["okoce-p4@1"], jobs[other]) == ("4", "5")


def test_two_vintages_are_two_messages():
    later = attrs.evolve(ABOUT, known_at=dt.date(2022, 10, 5))
    line = one(about=later)
    assert line["VINTAGE"] == "2022-10-05"
    with pytest.raises(Misuse) as error:
        sdmx_csv([Observation(ABOUT, "jobs"), Observation(later, "jobs")])
    assert error.value.code == "sdmx-same-key"


def test_what_the_structure_has_no_dimension_for_is_refused_by_name():
    with pytest.raises(Misuse) as error:
        sdmx_csv([Observation(ABOUT, "jobs", {"stage": "trained"})])
    assert (error.value.code, error.value.asked) == ("sdmx-dimension", "stage")
    assert "province" in error.value.allowed


def test_one_place_told_by_two_tables_is_one_line():
    twice = [
        Observation(ABOUT, "jobs", {"regency": "31.75"}, value=Fraction(4)),
        Observation(ABOUT, "jobs", {"province": "31", "regency": "31.75"}, value=Fraction(4)),
    ]
    assert [(x["REF_AREA"], x["OBS_VALUE"]) for x in lines(twice)] == [("3175", "4")]


def test_ages_and_sectors_are_put_together_as_code_lists_have_them():
    line = one(of={"age_group": "16-30", "sector": "KBLI2020:01", "size_class": None})
    assert (line["AGE"], line["ACTIVITY"], line["SIZE"]) == ("Y16T30", "KBLI2020_01", "_U")
    assert one(of={"age_group": "60+"})["AGE"] == "Y_GE60"


def test_every_dimension_the_structure_carries_leaves_as_a_table_of_real_figures():
    figures = okoce.count(population(), "okoce-p4@1", as_of=AS_OF)
    dimensions = ("district", "sex", "age_group", "disability", "sector", "size_class", "partner")
    rows = rows_of(figures, [table(figures._standings, [name]) for name in dimensions])
    assert len(of_pysdmx(rows.to_sdmx_csv()).data) == len(rows)
    (jobs,) = (x for x in lines(rows) if (x["INDICATOR"], x["SIZE"]) == ("jobs", "kecil"))
    # four workers and the owner are five: kecil
    assert (jobs["OBS_VALUE"], jobs["REF_AREA"], jobs["SEX"]) == ("4", "ID", "_T")


def test_a_figure_without_a_day_stands_at_the_end_of_days():
    assert one(about=attrs.evolve(ABOUT, as_of=None))["TIME_PERIOD"] == "9999-12-31"


@pytest.mark.parametrize(
    ("of", "place"),
    [
        ({}, "ID"),
        ({"province": "31", "regency": "31.75", "district": "31.75.06"}, "317506"),
        ({"province": None, "regency": None}, "_U"),
        ({"province": "31", "regency": None}, "31_U4"),
        ({"province": "31", "regency": "31.75", "district": None}, "3175_U6"),
        ({"district": None}, "_U6"),
    ],
)
def test_a_place_is_the_finest_that_is_known(of, place):
    assert area(of) == place


def test_the_examples_in_the_docstrings_hold():
    result = doctest.testmod(sdmx_codes)
    assert (result.failed, result.attempted > 0) == (0, True)


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_code_is_always_allowed_and_no_two_texts_share_one(one_name, other):
    assert ID.fullmatch(code(one_name))
    assert code(one_name) not in {"_T", "_U", "_Z"}
    assert (code(one_name) == code(other)) == (one_name == other)


@given(st.fractions(max_denominator=1000))
def test_a_decimal_is_within_half_of_its_last_place(number):
    assert re.fullmatch(r"-?\d+(\.\d{1,6})?", decimal(number))
    assert abs(Fraction(decimal(number)) - number) <= Fraction(1, 2 * 10**6)


@given(st.integers())
def test_a_whole_number_is_written_whole(number):
    assert decimal(Fraction(number)) == str(number)


def test_a_partner_that_a_spreadsheet_would_run_is_a_harmless_code():
    assert one(of={"partner": "=cmd"})["PARTNER"] == "$3d$cmd"


def test_the_page_explains_every_component_in_order():
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    cells = [line.split("|")[1] for line in page.split("## SDMX-CSV")[1].splitlines() if line.startswith("| `")]
    assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == [*DIMENSIONS, "OBS_VALUE", *ATTRIBUTES]


def test_no_rows_are_a_heading():
    assert Rows(()).to_sdmx_csv() == HEADER + "\r\n"
