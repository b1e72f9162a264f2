"""Results that leave as tables: taken as they are by pandas, polars and Arrow, and short where a REPL shows them."""

from __future__ import annotations

import datetime as dt

import pandas
import polars
import pyarrow
import pytest

import okoce_core as okoce
from okoce_core.counting import Suppression
from okoce_core.counting.exports import COLUMNS
from okoce_core.counting.publishing.check import check
from okoce_core.frames import Tabular

FOLDER = "docs/examples/2022-09"
KEY = b"a key for tests only"


@pytest.fixture(scope="module")
def reading():
    return okoce.read(FOLDER)


@pytest.fixture(scope="module")
def population(reading):
    return okoce.resolve(reading, identity="exact")


@pytest.fixture(scope="module")
def compared(population):
    return okoce.compare(population, ["okoce-claim@1", "okoce-p4@1"], as_of="2022-09-30")


@pytest.fixture(scope="module")
def tables(reading, population, compared):
    return {
        "ledgers": reading.ledgers, "problems": reading.problems, "problems of a file": reading.files[0].problems,
        "rows of the population": population.rows(), "under pseudonyms": population.rows(KEY),
        "comparison": compared, "figures": compared[1], "rows": compared.rows(), "steps": compared.bridge("jobs"),
        "breakdown": compared[1].table("province", "sex"), "breakdown of nothing": compared[1].table("disability"),
    }  # fmt: skip


KINDS = (
    "ledgers", "problems", "problems of a file", "rows of the population", "under pseudonyms", "comparison", "figures",
    "rows", "steps", "breakdown", "breakdown of nothing",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_is_taken_as_it_is_and_holds_its_records(tables, kind):
    table = tables[kind]
    assert isinstance(table, Tabular)
    records = table.records()
    assert records
    assert pyarrow.table(table).to_pylist() == records
    assert polars.DataFrame(table).to_dicts() == table.to_polars().to_dicts() == records
    assert list(pandas.DataFrame.from_arrow(table).columns) == list(table.to_pandas().columns) == list(records[0])
    assert len(table.to_pandas()) == len(records)


def test_a_table_of_nothing_has_the_same_columns_as_one_of_something(tables):
    nothing, something = okoce.Reading().problems, tables["problems"]
    assert pyarrow.table(nothing).schema == pyarrow.table(something).schema
    assert nothing.to_polars().schema == something.to_polars().schema


def test_the_ledger_by_file_balances_line_by_line_and_adds_up_to_the_whole(reading):
    ledgers = reading.ledgers.to_polars()
    rest = ledgers["recorded"] + ledgers["rejected"] + ledgers["blank"] + ledgers["skipped"]
    assert (rest == ledgers["seen"]).all()
    assert ledgers["seen"].sum() == reading.ledger.seen
    # derived by hand in expected.md: pesantren has seven people, told on seven rows, and rejects none
    (pesantren,) = ledgers.filter(polars.col("file") == "pesantren.csv").to_dicts()
    assert (pesantren["partner"], pesantren["recorded"], pesantren["rejected"]) == ("pesantren-contoh", 7, 0)
    assert (pesantren["observed"], pesantren["state"]) == ("2022-09-30", "read")


def test_a_rejected_row_is_among_the_problems_with_its_place(reading):
    frame = reading.problems.to_pandas()
    missing = frame[frame.code == "person-missing"]
    # expected.md: hipmi 13 and csr 3 name nobody
    assert sorted(zip(missing.file, missing.row, strict=True)) == [("csr.json", 3), ("hipmi.xlsx", 13)]
    assert set(missing.severity) == {"error"}


def test_each_row_of_the_files_is_a_line_with_its_person(population, reading):
    frame = population.rows().to_pandas()
    assert len(frame) == reading.ledger.recorded + reading.ledger.rejected
    # expected.md: R is pesantren 2 and 6; hipmi 13 names nobody
    of = {(file, row): person for file, row, person in zip(frame.file, frame.row, frame.person, strict=True)}
    assert of["pesantren.csv", 2] == of["pesantren.csv", 6] != ""
    assert of["hipmi.xlsx", 13] == ""


def test_with_a_key_people_are_pseudonyms_and_without_it_numbers(population):
    numbers, names = population.rows().to_polars(), population.rows(KEY).to_polars()
    assert numbers["person"][0] == "1"
    assert len(names["person"][0]) == 32
    assert numbers.select("file", "sheet", "row").equals(names.select("file", "sheet", "row"))


def test_figures_and_a_comparison_are_the_rows_of_the_whole_figures(compared):
    assert compared[1].records() == compared[1].rows().records()
    assert compared.records() == compared.rows().records()
    assert list(compared.to_polars().columns) == list(COLUMNS)


def test_the_steps_of_a_bridge_lead_from_its_start_to_its_end(compared):
    steps = compared.bridge("jobs").to_pandas()
    # expected.md: 157 heads are claimed, 60 jobs stand under okoce-p4@1
    assert (steps.step[0], steps.value_exact.iloc[0], steps.value_exact.iloc[-1]) == ("start", "157", "60")
    assert steps.change.sum() == 60 - 157
    assert set(steps.start) == {"okoce-claim@1"}
    assert set(steps.end) == {"okoce-p4@1"}


def test_a_breakdown_names_all_together_and_unknown_apart(compared):
    frame = compared[1].table("sex").to_polars()
    people = frame.filter(polars.col("measure") == "participants")
    told = dict(zip(people["sex"], people["value_exact"], strict=True))
    assert told.pop("_T") == "30"
    assert sum(map(int, told.values())) == 30
    assert set(told) == {"F", "M", None}


def test_what_is_suppressed_leaves_without_number_and_ends(compared):
    frame = compared[1].table("regency", suppress=Suppression()).to_polars()
    gone = frame.filter(polars.col("status").is_in(["few", "dominated", "secondary"]))
    assert len(gone)
    for name in ("value", "low", "high", "value_exact", "low_exact", "high_exact"):
        assert gone[name].null_count() == len(gone)
    rounded = frame.filter(polars.col("status") == "rounded")
    assert rounded["low"].null_count() == len(rounded)


def test_what_a_repl_shows_of_a_result_is_one_short_line(reading, population, compared, tables):
    full = okoce.resolve(reading)
    results = [
        reading, *reading.files, reading.ledger, population, compared, *compared, *tables.values(),
        compared[1].jobs, compared[1].jobs.explain(), okoce.Decisions(), okoce.Reading(), okoce.review(reading),
        check(compared[1]), compared[1].rulebook, okoce.explain_link(full, ("csr.json", 1), ("tda.csv", 4)),
    ]  # fmt: skip
    for result in results:
        assert "\n" not in repr(result)
        assert len(repr(result)) < 220, type(result)


def test_a_repr_says_what_the_result_comes_to(reading, population, compared):
    # the numbers are those of expected.md
    assert repr(population) == "<Population of 31 people and 27 enterprises, identity exact, 1 pairs in doubt>"
    assert repr(compared) == "<Comparison of 2 rulebooks: okoce-claim@1, okoce-p4@1>"
    assert repr(compared[1].participants) == "<Figure participants 30 (29 to 30)>"
    assert repr(compared[1]).startswith("<Figures under okoce-p4@1 as of 2022-09-30: participants 30 (29 to 30); ")
    assert repr(compared.bridge("jobs")).startswith("<Bridge of jobs: 157 okoce-claim@1 to 60 okoce-p4@1 in ")
    assert repr(reading).startswith("<Reading of 6 files: ")
    assert repr(compared[1].rulebook) == "<Rulebook okoce-p4@1: P4: permit in hand>"
    assert repr(check(compared[1])).startswith("<Check of okoce-p4@1: ")
    assert repr(okoce.Reading()) == "<Reading of 0 files: no rows, problems on 0 rows>"
    assert repr(compared[1].table("province", "sex")).startswith("<Table by province, sex: ")


def test_a_figure_that_is_not_asked_or_modelled_says_so(population):
    reach = okoce.count(population, "okoce-reach@1", as_of=dt.date(2022, 9, 30))
    assert repr(reach.jobs) == "<Figure jobs, not asked>"


def test_figures_without_a_day_say_so():
    undated = okoce.resolve(okoce.read(b'{"type":"header","format":"okoce-records/1","ids":"local"}\n'))
    assert " as of no day: " in repr(okoce.count(undated, "okoce-p4@1"))
