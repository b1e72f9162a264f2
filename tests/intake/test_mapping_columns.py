"""Columns of cells into columns of values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.adapter import Column
from okoce_core.evidence import Problems
from okoce_core.intake.mapping.columns import together
from okoce_core.intake.mapping.notes import Memo, Notes
from okoce_core.intake.mapping.sources import source
from okoce_core.values import PartialDate
from okoce_core.values.number import Count


def test_each_question_is_answered_once():
    asked = []
    memo = Memo(lambda question: asked.append(question) or len(question))
    assert [memo["satu"], memo["dua"], memo["satu"]] == [4, 3, 4]
    assert asked == ["satu", "dua"]


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ((), None), ((None, None), None), (("a", "b"), "a"), ((None, "b"), "b"),
        ((("+62800",), ("+62801", "+62800")), ("+62800", "+62801")),
        ((("+62800",), None), ("+62800",)), ((Count(2, 3), Count(1, 1)), Count(3, 4)), ((Count(2, 2), None), None),
        ((None, Count(2, 2)), None), ((Count(0, 0), Count(0, 0)), Count(0, 0)), ((False, True), False), ((0,), 0),
    ],
)  # fmt: skip
def test_what_several_columns_say_of_one_field(given_, said):
    assert together(given_) == said


@given(st.lists(st.integers(0, 99), min_size=1, max_size=5))
def test_the_parts_of_a_count_add_up_in_any_order(parts):
    counts = tuple(Count(n, n + 1) for n in parts)
    assert together(counts) == together(counts[::-1]) == Count(sum(parts), sum(parts) + len(parts))


@pytest.mark.parametrize("ends", [SystemExit(3), GeneratorExit(), MemoryError(), ValueError("x")])
def test_a_parser_that_fails_or_ends_the_program_costs_its_cell(ends):
    def parse(_cell):
        raise ends

    notes = Notes(Problems("a"), "", True)
    column = Column("A", "person.sex", parse=parse)
    refused = source(column, "person.sex", (0,), notes, set()).parse("L")
    assert (refused.code, type(ends).__name__ in refused.expected) == ("adapter-failed", True)


def test_whoever_stops_the_program_by_hand_stops_it():
    def parse(_cell):
        raise KeyboardInterrupt

    column = Column("A", "person.sex", parse=parse)
    with pytest.raises(KeyboardInterrupt):
        source(column, "person.sex", (0,), Notes(Problems("a"), "", True), set()).parse("L")


def joined(field, *cells):
    notes = Notes(Problems("a"), "", True)
    column = Column(to=field, join=["A", "B", "C"])
    return source(column, field, (0, 1, 2), notes, set()).parse(cells)


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        (("12", "5", "1990"), PartialDate(1990, 5, 12)), (("", "5", "1990"), PartialDate(1990, 5)),
        (("", "-", "2001"), PartialDate(2001)), (("", "", ""), None), ((None, "-", ""), None),
    ],
)  # fmt: skip
def test_a_date_of_several_cells_may_lack_its_day_or_its_day_and_month(cells, day):
    assert joined("person.born", *cells) == day


@pytest.mark.parametrize("cells", [("12", "", "1990"), ("12", "5", ""), ("12", "", ""), ("", "5", "-")])
def test_a_date_of_several_cells_with_a_gap_is_refused(cells):
    assert joined("person.born", *cells).code == joined("permit.PIRT.issued", *cells).code == "cell-shape"


@pytest.mark.parametrize("field", ["person.name", "person.address", "enterprise.name"])
def test_words_of_several_cells_say_something_without_one_of_them(field):
    assert joined(field, "Sari", "", "Rekaan") == "Sari Rekaan"


def test_problems_have_a_letter_where_columns_have_one():
    told = []
    for lettered in (True, False):
        problems = Problems("a")
        Notes(problems, "S", lettered).add("nik-length", 7, 2)
        told += [(p.place.sheet, p.place.row, p.place.cell) for p in problems]
    assert told == [("S", 7, "C7"), ("S", 7, None)]


def test_a_parser_is_remembered_by_itself():
    notes = Notes(Problems("a"), "", True)
    assert notes.memo(len) is notes.memo(len)
    assert notes.memo(len) is not notes.memo(str)
