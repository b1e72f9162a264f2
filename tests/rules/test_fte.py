"""Full-time equivalents from days, hours, piece work and shifts."""

from __future__ import annotations

import doctest
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.rules import fte
from okoce_core.rules.fte import days_fte, fte_change, head_change, piece_rate_fte, shift_fte
from tests.rules.vectors import vector


def test_v32_the_length_of_the_year_and_the_cap_change_the_answer() -> None:
    said = vector("V32")
    days = said["days_worked"]
    assert {
        "fte_240": days_fte(days),
        "fte_260": days_fte(days, days_per_year=260),
        "fte_240_capped": days_fte(days, cap_per_person=True),
    } == {name: Fraction(value) for name, value in said["expect"].items()}


@pytest.mark.parametrize("case", vector("V39")["cases"], ids=lambda case: case["what"])
def test_v39_equivalents_and_heads_change_apart(case: dict[str, Any]) -> None:
    change = fte_change(case["before_hours"], case["after_hours"], case.get("months", 12))
    heads = head_change(case["before_hours"], case["after_hours"])
    assert (change, heads) == (Fraction(case["expect"]["fte_change"]), case["expect"]["head_change"])


def test_v40_piece_workers_by_the_typical_day_and_shift_workers_by_the_shift() -> None:
    said = vector("V40")
    piece, shifts = said["piece_rate"], said["shifts"]
    assert piece_rate_fte(**piece) == Fraction(said["expect"]["piece_rate_fte"])
    assert shift_fte(**shifts) == Fraction(said["expect"]["shift_fte"])


def test_a_lost_position_is_a_negative_change() -> None:
    assert (fte_change(40, 0), head_change(40, 0)) == (-1, -1)
    assert (fte_change(Fraction(75, 2), 40), head_change(Fraction(75, 2), 40)) == (Fraction(1, 16), 0)


def test_nobody_worked_is_nothing() -> None:
    assert days_fte([]) == 0


AMOUNTS = st.fractions(0, 400, max_denominator=8)


@given(st.lists(AMOUNTS, max_size=5), st.integers(1, 366))
def test_a_cap_never_adds_and_nobody_is_more_than_one(days: list[Fraction], year: int) -> None:
    capped = days_fte(days, days_per_year=year, cap_per_person=True)
    assert capped <= min(days_fte(days, days_per_year=year), len(days))


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_two_changes_one_after_the_other_are_one(first: Fraction, second: Fraction, third: Fraction) -> None:
    assert fte_change(first, second) + fte_change(second, third) == fte_change(first, third)
    assert head_change(first, second) + head_change(second, third) == head_change(first, third)


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ("days_worked", lambda: days_fte([-1])),
        ("days_per_year", lambda: days_fte([1], days_per_year=0)),
        ("days_per_year", lambda: days_fte([1], days_per_year=-1)),
        ("before_hours", lambda: fte_change(-1, 40)),
        ("after_hours", lambda: head_change(40, -1)),
        ("months", lambda: fte_change(0, 40, months=13)),
        ("months", lambda: shift_fte(3, 100, months=-1)),
        ("on_site_per_day", lambda: piece_rate_fte(-1)),
        ("per_shift", lambda: shift_fte(3, -1)),
    ],
)
def test_an_amount_that_cannot_be_is_wrong_use_and_named(asked: str, wrong: Any) -> None:
    with pytest.raises(okoce.Misuse) as error:
        wrong()
    assert (error.value.code, error.value.asked) == ("measure-amount", asked)


def test_the_examples_hold() -> None:
    assert doctest.testmod(fte).failed == 0
