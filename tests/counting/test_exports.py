"""Figures and tables as rows, and as what rows become."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import sys
from fractions import Fraction
from pathlib import Path

import pandas
import polars
import polars.testing
import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting import DIMENSIONS
from okoce_core.counting.breakdowns.breakdown import table
from okoce_core.counting.disclosure.suppression import Suppression
from okoce_core.counting.exports import COLUMNS, TOTAL, Observation, Rows, rows_of
from okoce_core.counting.exports.observation import About
from okoce_core.misuse import Misuse

from .small_population import AS_OF, population, rows_under
from .small_tables import by, by_sex, cell, hidden

ABOUT = About("okoce-p4@1", "okoce-p4@1", "0" * 16, dt.date(2022, 9, 30), None, "1" * 64)


@pytest.fixture(scope="module")
def figures():
    return okoce.count(population(), "okoce-p4@1", as_of=AS_OF)


def of_one(rows, **wanted):
    (found,) = (r for r in rows.records() if all(r[name] == value for name, value in wanted.items()))
    return found


def test_each_measure_is_a_row_with_its_definition_and_its_ends(figures):
    jobs = of_one(rows_of(figures), measure="jobs")
    assert (jobs["rulebook"], jobs["as_of"], jobs["known_at"]) == ("okoce-p4@1", dt.date(2022, 9, 30), None)
    # four workers; the owner may be one of them: three at least
    assert (jobs["value_exact"], jobs["low_exact"], jobs["high_exact"], jobs["state"]) == ("4", "3", "4", "counted")
    assert (jobs["value"], jobs["coverage"], jobs["unknown"], jobs["counted"]) == (4.0, 1.0, 0, 1)


def test_employees_owners_and_persons_employed_stand_apart_whatever_the_rulebook_counts(figures):
    rows = rows_of(figures)
    assert of_one(rows, measure="employees")["value"] == 4
    assert of_one(rows, measure="owners")["value"] == 1
    assert of_one(rows, measure="persons_employed")["value"] == 5


def test_a_row_has_every_column_in_order_and_what_it_was_not_broken_down_by_is_total(figures):
    for record in rows_of(figures).records():
        assert list(record) == list(COLUMNS)
        assert {record[name] for name in DIMENSIONS} == {TOTAL}


def test_what_was_not_asked_has_a_row_without_any_number():
    jobs = of_one(rows_under("okoce-reach@1"), measure="jobs")
    assert jobs["state"] == "not asked"
    assert {jobs[name] for name in ("value", "low", "high", "value_exact", "unknown", "counted")} == {None}


def test_a_changed_rulebook_says_so_in_its_label_and_has_another_fingerprint():
    book = okoce.preset("okoce-p4@1")
    changed = okoce.with_fields(book, {"jobs.owners": "per_enterprise"})
    plain, other = (r.about for r in rows_under(book, changed) if r.measure == "jobs")
    assert (plain.rulebook, other.rulebook) == ("okoce-p4@1", "okoce-p4@1")
    assert other.label == "okoce-p4@1 (jobs.owners=per_enterprise)"
    assert plain.fingerprint != other.fingerprint


def test_known_at_and_the_hash_of_the_inputs_are_in_every_row():
    known = okoce.count(population(), "okoce-p4@1", as_of=AS_OF, known_at="2022-10-05")
    assert {(r["known_at"], len(r["inputs"])) for r in rows_of(known).records()} == {(dt.date(2022, 10, 5), 64)}


def test_shares_are_rows_of_a_partner_with_the_way_they_were_shared_out(figures):
    shares = [r for r in rows_of(figures, attribution=["equal"]).records() if r["attribution"]]
    # P1 is A's, P3 is B's, P2 half of each: 3/2 and 3/2; E1 and its four workers are all A's
    assert [(r["measure"], r["partner"], r["value_exact"], r["value"]) for r in shares] == [
        ("participants", "A", "3/2", 1.5), ("participants", "B", "3/2", 1.5),
        ("entrepreneurs", "A", "1", 1.0), ("entrepreneurs", "B", "0", 0.0),
        ("jobs", "A", "4", 4.0), ("jobs", "B", "0", 0.0),
    ]  # fmt: skip
    assert {r["attribution"] for r in shares} == {"equal"}


def test_nothing_is_shared_out_of_added_up_rows_nor_of_what_was_not_asked():
    shares = [r for r in rows_under("okoce-claim@1", "okoce-reach@1", attribution=["equal"]) if r.attribution]
    assert {(r.about.rulebook, r.measure) for r in shares} == {
        ("okoce-reach@1", "participants"), ("okoce-reach@1", "entrepreneurs"),
    }  # fmt: skip


def test_in_a_breakdown_unknown_is_none_and_the_other_dimensions_are_total(figures):
    rows = rows_of(figures, [by_sex()])
    people = [r for r in rows.records() if r["measure"] == "participants" and r["sex"] != TOTAL]
    assert [(r["sex"], r["province"], r["value"]) for r in people] == [
        ("F", TOTAL, 1.0), ("M", TOTAL, 1.0), (None, TOTAL, 1.0),
    ]  # fmt: skip
    assert {(r["additive"], r["scheme"]) for r in people} == {(True, "sex=as recorded")}


def test_a_breakdown_by_place_leaves_as_rows_of_places_and_each_thing_is_there_once(figures):
    rows = rows_of(figures, [table(figures._standings, ["province", "regency"])])
    people = [r for r in rows.records() if r["measure"] == "participants" and r["province"] != TOTAL]
    assert [(r["province"], r["regency"], r["sex"], r["value"]) for r in people] == [
        ("31", "31.75", TOTAL, 1.0), ("32", "32.04", TOTAL, 1.0), (None, None, TOTAL, 1.0),
    ]  # fmt: skip
    jobs = [r["value"] for r in rows.records() if (r["measure"], r["regency"]) == ("jobs", "31.75")]
    assert jobs == [4.0]


def test_what_is_protected_in_a_table_of_partners_is_nowhere_in_the_rows(figures):
    # nobody here is one of five: no number but nought may leave
    rows = rows_of(figures, [table(figures._standings, ["partner"], suppress=Suppression())], ["full", "equal"])
    assert {r["value"] for r in rows.records()} == {None, 0.0}
    assert {r[name] for r in rows.records() for name in ("low", "high", "unknown", "counted")} <= {None, 0}


def test_a_headline_and_the_total_of_a_table_are_one_row(figures):
    rows = rows_of(figures, [by_sex()])
    assert of_one(rows, measure="participants", sex=TOTAL)["low"] == 3.0
    assert len({row.key for row in rows}) == len(rows)


def test_rows_of_two_days_go_together_and_none_is_there_twice():
    september, october = (rows_of(okoce.count(population(), "okoce-p4@1", as_of=day)) for day in (AS_OF, "2022-10-31"))
    assert len(Rows([*september, *october, *september])) == len(september) + len(october)


def test_what_is_suppressed_leaves_neither_value_nor_ends_nor_units(figures):
    few = of_one(rows_of(figures, [hidden("few")]), measure="participants", sex="F")
    assert few["status"] == "few"
    assert {few[name] for name in ("value", "low", "high", "value_exact", "counted", "unknown")} == {None}


def test_of_a_rounded_cell_only_the_rounded_value_leaves(figures):
    cell = of_one(rows_of(figures, [hidden("rounded")]), measure="participants", sex="F")
    assert (cell["value_exact"], cell["low"], cell["high"], cell["counted"]) == ("3", None, None, None)


@pytest.mark.parametrize("status", ["rounded", "secondary"])
def test_what_a_table_hides_of_its_total_no_headline_beside_it_shows(figures, status):
    rows = rows_of(figures, [hidden(status, of_total=True)])
    total = of_one(rows, measure="participants", sex=TOTAL)
    assert (total["status"], total["low"]) == (status, None)


def test_the_shares_of_a_hidden_total_are_hidden_with_it(figures):
    rows = rows_of(figures, [hidden("rounded", of_total=True)], ["equal"])
    shares = [(r["measure"], r["status"], r["value"]) for r in rows.records() if r["partner"] == "A"]
    # the table is of participants only: nothing of the others is hidden
    assert shares == [("participants", "secondary", None), ("entrepreneurs", "", 1.0), ("jobs", "", 4.0)]


def test_shares_stay_beside_a_table_that_is_not_of_partners_and_shows_its_total(figures):
    rows = rows_of(figures, [hidden("few")], ["equal"])
    assert of_one(rows, measure="participants", partner="A")["value_exact"] == "3/2"


def test_the_shares_of_partners_are_hidden_beside_a_table_that_hides_a_partner(figures):
    rows = rows_of(figures, [by("partner", {"A": cell(None, "few"), "B": cell(2)})], ["full"])
    assert {
        (r["status"], r["value"]) for r in rows.records() if r["attribution"] and r["measure"] == "participants"
    } == {("secondary", None)}


def test_workers_are_hidden_with_the_jobs_they_come_to(figures):
    rows = rows_of(figures, [by("sex", {None: cell(4)}, "jobs", cell(None, "few"))])
    for measure in ("jobs", "employees", "owners", "persons_employed"):
        assert {of_one(rows, measure=measure, sex=TOTAL)[name] for name in ("value", "low", "high")} == {None}


def test_figures_of_nothing_dated_have_no_day():
    line = b'{"type":"header","format":"okoce-records/1"}\n{"type":"participation","partner":"A","person":"P1"}\n'
    figures = okoce.count(okoce.resolve(okoce.read(line)), "okoce-p4@1")
    assert {r["as_of"] for r in rows_of(figures).records()} == {None}


def test_rows_can_be_gone_through_again(figures):
    rows = rows_of(figures)
    assert list(rows) == list(rows)
    assert len(rows) == len(rows.records()) == 7


def test_the_page_explains_every_column_in_order():
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    table = page.split("## The columns")[1].split("\n## ")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == list(COLUMNS)


# --- CSV ---------------------------------------------------------------------------------------------------------


def read_back(rows):
    return list(csv.DictReader(io.StringIO(rows.to_csv(), newline="")))


def test_csv_has_a_heading_and_a_line_a_row(figures):
    head, *lines = rows_of(figures).to_csv().split("\r\n")
    assert head == ",".join(COLUMNS)
    assert (len(lines), lines[-1]) == (8, "")


def test_csv_writes_nothing_for_unknown_and_whole_numbers_without_a_point():
    row = Observation(
        ABOUT, "jobs", {"sex": None}, value=Fraction(7, 2), low=Fraction(-3), high=Fraction(1, 8), additive=False
    )
    (line,) = read_back(Rows((row,)))
    assert (line["sex"], line["province"], line["additive"]) == ("", TOTAL, "false")
    assert (line["value"], line["value_exact"]) == ("3.5", "7/2")
    assert (line["low"], line["low_exact"]) == ("-3", "-3")
    assert (line["high"], line["high_exact"]) == ("0.125", "1/8")


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_a_partner_whose_name_a_spreadsheet_would_run_gets_an_apostrophe(first):
    (line,) = read_back(Rows((Observation(ABOUT, "jobs", {"partner": f"{first}cmd"}),)))
    assert line["partner"] == f"'{first}cmd"


def test_a_partner_with_commas_quotes_and_lines_in_its_name_comes_back_whole():
    name = 'Mitra "Contoh", Jakarta\nTimur'
    (line,) = read_back(Rows((Observation(ABOUT, "jobs", {"partner": name}),)))
    assert line["partner"] == name


# --- frames ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rows(figures):
    return rows_of(figures, [by_sex()], attribution=["equal"])


def test_arrow_holds_the_records(rows):
    table = pyarrow.table(rows)
    assert table.to_pylist() == rows.records()
    assert str(table.schema.field("as_of").type) == "date32[day]"


def test_polars_takes_the_rows_as_they_are_and_makes_the_same_of_them_as_to_polars(rows):
    polars.testing.assert_frame_equal(polars.DataFrame(rows), rows.to_polars())
    assert rows.to_polars().to_dicts() == rows.records()


def test_pandas_has_the_same_numbers_and_keeps_unknown_apart_from_total(rows):
    frame = rows.to_pandas()
    people = frame[(frame.measure == "participants") & frame.attribution.isna()]
    assert people.groupby("sex", dropna=False)["value"].sum().to_dict() == {"F": 1, "M": 1, "_T": 3, pandas.NA: 1}
    assert frame.value_exact.tolist() == [r["value_exact"] for r in rows.records()]


def test_types_do_not_hang_on_what_the_rows_hold(rows):
    nothing = Rows(())
    assert nothing.to_pandas().dtypes.equals(rows.to_pandas().dtypes)
    assert nothing.to_polars().schema == rows.to_polars().schema
    assert pyarrow.table(nothing).schema == pyarrow.table(rows).schema
    assert nothing.to_csv() == ",".join(COLUMNS) + "\r\n"


def test_arrow_does_without_pyarrow_where_polars_is(rows, monkeypatch):
    with_pyarrow = pyarrow.table(rows)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert pyarrow.table(rows).to_pylist() == with_pyarrow.to_pylist()


@pytest.mark.parametrize(("missing", "way"), [("pandas", Rows.to_pandas), ("polars", Rows.to_polars)])
def test_a_missing_library_is_named_with_how_to_get_it(rows, monkeypatch, missing, way):
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(Misuse, match=rf"{missing} is not installed: pip install 'okoce\[frames\]'") as error:
        way(rows)
    assert (error.value.code, error.value.asked) == ("extra-missing", "frames")


# --- laws --------------------------------------------------------------------------------------------------------

statuses = st.sampled_from(["", "rounded", "few", "secondary"])
numbers = st.none() | st.fractions(max_denominator=12)
# Named one by one: the table of all of Unicode takes a second to build on a new machine, in the first draw.
words = st.text("aZ09 .,;:_-+=@|\"'\\\t\r\n\u00e9\u2028\u4e2d\U0001f600", min_size=1)
observations = st.builds(
    Observation,
    st.just(ABOUT),
    st.sampled_from(["participants", "jobs"]),
    st.dictionaries(st.sampled_from(list(DIMENSIONS)), st.none() | words),
    value=numbers, low=numbers, high=numbers, unknown=st.none() | st.integers(0, 9),
)  # fmt: skip


@given(st.lists(observations, max_size=4))
def test_every_way_out_carries_the_same_rows(made):
    rows = Rows(made)
    assert pyarrow.table(rows).to_pylist() == rows.to_polars().to_dicts() == rows.records()
    assert [line["value_exact"] or None for line in read_back(rows)] == [r["value_exact"] for r in rows.records()]


@given(st.lists(observations, max_size=4))
def test_exact_texts_are_the_numbers_themselves(made):
    rows = Rows(made)
    texts = [r["value_exact"] for r in rows.records()]
    assert [None if text is None else Fraction(text) for text in texts] == [observation.value for observation in rows]


@given(st.lists(st.builds(Observation, st.just(ABOUT), st.just("jobs"), status=statuses)))
def test_of_the_same_thing_the_row_that_hides_most_stays_in_whatever_order(made):
    (stays,) = Rows(made) or [Observation(ABOUT, "jobs")]
    assert stays.hidden == max((observation.hidden for observation in made), default=0)


def test_the_same_figures_give_the_same_bytes():
    once, again = (rows_under("okoce-claim@1", "okoce-p4@1", attribution=["full", "first"]) for _ in range(2))
    assert (once.to_csv(), once.to_sdmx_csv()) == (again.to_csv(), again.to_sdmx_csv())
