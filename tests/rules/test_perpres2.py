"""Wirausaha pemula and mapan: one owner's class from the headcounts of what he owns."""

from __future__ import annotations

import doctest
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.model.facts import Headcount, Ownership, Seasonal
from okoce_core.rules import perpres2
from okoce_core.rules.perpres2 import enterprise_kind, owner_kind, ratio
from okoce_core.rules.standing import Clock, Standing
from okoce_core.rules.unit import Unit
from okoce_core.values import PartialDate
from tests.rules.vectors import vector

AS_OF = PartialDate.from_iso("2022-09-30").last
ALONE = Ownership(start=PartialDate(2020))


def classed(date: str = "2022-06-30", partner: str = "A", **classes: Any) -> Headcount:
    """A headcount by class: those not mentioned are 0."""
    none = {"full_time": 0, "part_time": 0, "seasonal": (), "casual": 0, "third_party": 0, "unpaid_hours": ()}
    return Headcount(partner, PartialDate.from_iso(date), by_class=True, **{**none, **classes})


def total(number: int | None, high: int | None = None, date: str = "2022-06-30", **said: Any) -> Headcount:
    return Headcount("A", PartialDate.from_iso(date), total=number, total_high=high, **said)


def kind(*counts: Headcount, owners: int = 1, threshold: Standing = Standing.CERTAIN) -> str | None:
    unit = Unit(owners=((ALONE,),) * owners, headcounts=counts)
    return enterprise_kind(unit, Clock(AS_OF), threshold)


def test_v36_only_a_permanent_paid_worker_makes_an_owner_mapan() -> None:
    said = vector("V36")
    kinds = [
        owner_kind([kind(classed(full_time=o["ft"], casual=o["casual"], unpaid_hours=(Fraction(14),) * o["unpaid"]))])
        for o in said["owners"]
    ]
    found = {name: kinds.count(name) for name in ("pemula", "mapan")}
    percent = {f"ratio_{name}_pct": ratio(number, said["labour_force"]) for name, number in found.items()}
    assert {**found, **percent} == {k: Fraction(v) if "pct" in k else v for k, v in said["expect"].items()}


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ({}, "pemula"),
        ({"full_time": 1}, "mapan"),
        ({"part_time": 1}, "mapan"),
        ({"casual": 3, "third_party": 2, "unpaid_hours": (Fraction(40),)}, "pemula"),
        ({"seasonal": (Seasonal(9, Fraction(3)),)}, "pemula"),
        ({"full_time": None}, None),  # nobody said whether there is one
        ({"full_time": None, "part_time": 1}, "mapan"),
        ({"casual": None}, "pemula"),  # whoever they are, they are not permanent
    ],
)
def test_the_classes_of_a_headcount_decide(classes: dict[str, Any], expected: str | None) -> None:
    assert kind(classed(**classes)) == expected


def test_a_total_without_classes_says_only_that_there_is_nobody() -> None:
    assert [kind(total(0)), kind(total(3)), kind(total(0, high=3))] == ["pemula", None, None]


def test_without_a_headcount_nobody_can_tell() -> None:
    assert [kind(), kind(total(None)), kind(classed("2022-10-01", full_time=1))] == [None, None, None]


def test_owners_who_are_inside_are_no_permanent_workers() -> None:
    inside = {"owners_included": True}
    assert kind(classed(full_time=1, **inside)) == "pemula"
    assert kind(classed(full_time=2, **inside)) == "mapan"
    assert kind(classed(full_time=2, **inside), owners=2) == "pemula"
    assert [kind(total(1, **inside)), kind(total(2, **inside))] == ["pemula", None]


def test_a_later_headcount_replaces_an_earlier_one_and_an_unknown_one_does_not() -> None:
    earlier, later = classed("2021-06-30", full_time=2), classed("2022-06-30")
    assert kind(earlier, later) == "pemula"
    assert kind(earlier, total(None, date="2022-06-30")) == "mapan"
    # One that says how many but not of which kind is known, and leaves it open.
    assert kind(earlier, total(3)) is None


def test_of_two_partners_reports_for_one_day_the_lower_one_decides() -> None:
    assert kind(classed(full_time=2), classed(partner="B", casual=1)) == "pemula"


def test_a_report_dated_only_to_this_year_decides_where_possible_dates_count() -> None:
    open_date = classed("2022", full_time=1)
    assert kind(classed("2021"), open_date) == "pemula"
    assert kind(classed("2021"), open_date, threshold=Standing.POSSIBLE) == "mapan"


@given(st.lists(st.sampled_from(["pemula", "mapan", None])))
def test_one_established_enterprise_is_enough_and_one_unknown_leaves_it_open(kinds: list[Any]) -> None:
    # Of certain and possible answers: mapan if any is; pemula only if every one is.
    expected = "mapan" if "mapan" in kinds else "pemula" if kinds and all(k == "pemula" for k in kinds) else None
    assert owner_kind(kinds) == expected


@pytest.mark.parametrize("labour_force", [0, -1, 2.5, True])
def test_a_labour_force_is_a_whole_number_of_people(labour_force: Any) -> None:
    with pytest.raises(okoce.Misuse) as wrong:
        ratio(3, labour_force)
    assert wrong.value.code == "labour-force"


def test_the_examples_hold() -> None:
    assert doctest.testmod(perpres2).failed == 0
