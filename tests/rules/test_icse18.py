"""Status in employment of the relations in one enterprise."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.model.facts import Headcount, Ownership, Seasonal
from okoce_core.model.life import Life
from okoce_core.rules.icse18 import STATUSES, relations
from okoce_core.rules.jobs import jobs
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing
from okoce_core.rules.unit import Unit
from okoce_core.values import PartialDate
from tests.rules.test_perpres2 import classed, total

CLOCK = Clock(PartialDate.from_iso("2022-09-30").last)
RULE = okoce.preset("ilo-icse18@1").jobs
OWNER = (Ownership(start=PartialDate(2020)),)


def found(*counts: Headcount, owners: Any = (OWNER,), rule: JobRule = RULE, life: Life = Life()) -> Any:
    return relations(Unit(owners=owners, headcounts=counts, life=life), rule, CLOCK, Standing.CERTAIN)


def statuses(*counts: Headcount, **said: Any) -> dict[str, int] | None:
    told = found(*counts, **said)
    return told and {status: number for status, number in told.by_status.items() if number}


def test_an_owner_with_an_employee_is_an_employer_and_one_without_is_not() -> None:
    assert statuses(classed(full_time=1)) == {"11/12": 1, "41/42": 1}
    assert statuses(classed(casual=1)) == {"11/12": 1, "43": 1}
    assert statuses(total(1)) == {"11/12": 1, "4": 1}
    assert statuses(classed()) == {"21/22": 1}
    # Family help and other units' workers make nobody an employer.
    assert statuses(classed(unpaid_hours=(Fraction(40),), third_party=2)) == {"21/22": 1, "51": 1}


def test_each_class_of_a_headcount_has_its_status() -> None:
    count = classed(
        full_time=3, part_time=2, casual=4, seasonal=(Seasonal(5, Fraction(3)),), third_party=9,
        unpaid_hours=(Fraction(1), Fraction(40)),
    )  # fmt: skip
    assert statuses(count, owners=(OWNER, OWNER)) == {"11/12": 2, "41/42": 5, "43": 9, "51": 2}


def test_only_the_work_that_the_rulebook_counts_is_a_relation() -> None:
    count = classed(full_time=3, casual=4, unpaid_hours=(Fraction(13), Fraction(14)))
    rule = attrs.evolve(RULE, classes=("full_time",), unpaid="1/3", owners="exclude")
    # A third of 40 hours is 13 1/3: 14 hours are work, 13 are not.
    assert statuses(count, rule=rule) == {"41/42": 3, "51": 1}
    assert found(count, rule=rule).owners == (False,)
    assert statuses(count, rule=attrs.evolve(rule, unpaid="none")) == {"41/42": 3}


def test_owners_who_are_inside_are_taken_off_the_permanent_workers_first() -> None:
    two = (OWNER, OWNER)
    assert statuses(classed(full_time=3, casual=1, owners_included=True), owners=two) == {
        "11/12": 2, "41/42": 1, "43": 1,
    }  # fmt: skip
    # Of one permanent and one family worker both are the owners themselves.
    assert statuses(classed(full_time=1, unpaid_hours=(Fraction(40),), owners_included=True), owners=two) == {
        "21/22": 2
    }
    assert statuses(total(1, owners_included=True), owners=two) == {"21/22": 2}


def test_who_does_not_work_or_no_longer_owns_has_no_relation() -> None:
    idle, gone = (Ownership(works=False),), (Ownership(start=PartialDate(2019), end=PartialDate(2021)),)
    undated = (Ownership(),)
    told = found(classed(full_time=1), owners=(OWNER, idle, gone, undated))
    assert (told.owners, told.by_status["11/12"]) == ((True, False, False, False), 1)


def test_without_a_known_headcount_the_enterprise_is_unknown() -> None:
    assert found() is None
    assert found(total(None)) is None
    # The rulebook takes headcounts of the last twelve months.
    assert found(classed("2021-06-30", full_time=1)) is None
    assert statuses(classed("2021-06-30", full_time=1), rule=attrs.evolve(RULE, max_age_months=15)) == {
        "11/12": 1, "41/42": 1,
    }  # fmt: skip


def test_a_closed_enterprise_has_no_relations() -> None:
    closed = Life(closed=PartialDate.from_iso("2022-08-31"))
    assert statuses(classed(full_time=1), life=closed) == {}
    # A rulebook that ignores the closing counts the last report, but nobody owns what is closed.
    assert statuses(classed(full_time=1), life=closed, rule=attrs.evolve(RULE, value="last")) == {"41/42": 1}


def test_a_report_that_says_more_is_taken_of_two_with_as_many_heads() -> None:
    partners = [total(2), attrs.evolve(classed(casual=2), partner="B")]
    for order in (partners, partners[::-1]):
        assert statuses(*order) == {"11/12": 1, "43": 2}


_NUMBERS = st.one_of(st.none(), st.integers(0, 3))
_HOURS = st.lists(st.sampled_from([Fraction(13), Fraction(14), Fraction(40)]), max_size=3).map(tuple)
_CLASSED = st.builds(
    classed,
    st.sampled_from(["2022-06-30", "2022-07-31", "2021-06-30"]),
    st.sampled_from("AB"),
    full_time=_NUMBERS,
    part_time=_NUMBERS,
    casual=_NUMBERS,
    third_party=_NUMBERS,
    unpaid_hours=st.one_of(st.none(), _HOURS),
    owners_included=st.sampled_from([True, False, None]),
)
_TOTAL = st.builds(total, _NUMBERS, owners_included=st.sampled_from([True, False, None]))
_RULES = st.builds(
    attrs.evolve,
    st.just(RULE),
    unpaid=st.sampled_from(["none", "1/3", "all"]),
    owners=st.sampled_from(["exclude", "per_enterprise"]),
    value=st.sampled_from(["last", "stock"]),
    max_age_months=st.sampled_from([None, 12]),
    conflict=st.sampled_from(["min", "max"]),
)
_LIVES = st.sampled_from(
    [
        Life(),
        Life(normal_hours=Fraction(39)),
        Life(closed=PartialDate.from_iso("2022-08-31")),
        Life(closed=PartialDate(2022)),
        Life(started=PartialDate(2022), closed=PartialDate(2021)),
    ]
)


@given(st.lists(st.one_of(_CLASSED, _TOTAL), max_size=3), st.integers(0, 2), _RULES, _LIVES)
def test_the_relations_are_the_jobs_one_by_one(counts: list[Headcount], owners: int, rule: JobRule, life: Life) -> None:
    unit = Unit(owners=(OWNER,) * owners, headcounts=tuple(counts), life=life)
    told, work = relations(unit, rule, CLOCK, Standing.CERTAIN), jobs(unit, rule, CLOCK, None, Standing.CERTAIN)
    assert (told is not None) == work.known
    if told:
        assert sum(told.by_status.values()) == work.value
        assert set(told.by_status) <= set(STATUSES)


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_says_what_is_under_it(status: str) -> None:
    assert STATUSES[status]
