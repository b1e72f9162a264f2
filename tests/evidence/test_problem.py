import pickle
from collections import Counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import CODES, Place, Problem, Problems

CODE = st.sampled_from(["nik-length", "date-format", "person-missing"])
NOTED = st.lists(st.tuples(CODE, st.sampled_from(["", "A"]), st.integers(0, 12), st.integers(0, 3)), max_size=30)


def noted(told):
    problems = Problems("a.xlsx")
    for code, sheet, row, column in told:
        problems.add(code, sheet=sheet, row=row, column=column)
    return problems


def test_adjacent_rows_with_the_same_problem_are_one_from_its_first_row_on():
    problems = noted([("nik-length", "A", row, 3) for row in (7, 5, 6, 9)])
    # 5 to 7 are one run of three; 8 is missing, so 9 stands alone.
    assert list(problems) == [
        Problem("nik-length", Place("a.xlsx", "A", 5, 3), count=3),
        Problem("nik-length", Place("a.xlsx", "A", 9, 3), count=1),
    ]


def test_problems_of_another_column_sheet_field_or_kind_are_apart():
    problems = Problems("a.xlsx")
    for row, more in enumerate(
        [{}, {"column": 3}, {"sheet": "A"}, {"field": "person.nik"}, {"expected": "16 digits"}], 5
    ):
        problems.add("nik-length", row=row, **more)
    assert [p.count for p in problems] == [1] * 5


def test_a_problem_of_a_whole_sheet_or_file_has_no_row_and_no_column():
    problems = noted([("no-adapter", "A", 0, 0), ("column-unread", "A", 0, 4)])
    assert [(p.code, p.place.row, p.place.column, p.place.cell) for p in problems] == [
        ("column-unread", None, 4, None),
        ("no-adapter", None, None, None),
    ]


@given(NOTED)
def test_no_problem_is_lost_and_none_is_made_up(told):
    problems = noted(told)
    shown = Counter()
    for problem in problems:
        place = problem.place
        for row in range(problem.count):
            at = place.row + row if place.row else 0
            shown[problem.code, place.sheet, at, place.column or 0] += 1
    # The same cell noted twice with the same code is one problem of it; where no row is told, every time counts.
    assert shown == Counter({note: 1 if note[2] else times for note, times in Counter(told).items()})
    assert len(problems) == len(told)
    assert problems.totals() == Counter(code for code, *_ in told)


@given(NOTED, st.randoms(use_true_random=False))
def test_the_order_in_which_problems_are_noted_does_not_show(told, chance):
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert list(noted(told)) == list(noted(shuffled))


@given(NOTED)
def test_problems_survive_a_pickle(told):
    assert list(pickle.loads(pickle.dumps(noted(told)))) == list(noted(told))


def test_every_code_has_a_severity_and_a_plain_name():
    assert set(CODES.values()) == {"error", "warning", "notice"}
    assert all(code == code.lower().strip("-") and code.replace("-", "").isalnum() for code in CODES)


@pytest.mark.parametrize(
    ("code", "severity"), [("no-adapter", "error"), ("nik-length", "warning"), ("column-unread", "notice")]
)
def test_a_problem_is_as_grave_as_its_code(code, severity):
    assert Problem(code, Place("a")).severity == severity


def test_a_problem_has_no_field_that_could_hold_a_cell():
    assert {a.name for a in attrs.fields(Problem)} == {"code", "place", "expected", "field", "count"}
    assert {a.name for a in attrs.fields(Place)} == {"file", "sheet", "row", "column"}


def test_a_problem_is_immutable():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Problem("no-adapter", Place("a")).count = 2
