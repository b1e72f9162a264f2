"""The life of an enterprise in the terms of business demography: births, deaths, survival.

Source: Eurostat-OECD business demography (counting.md 2.4). A reactivation within two years is no birth, and the
closing before it no death, so a death stays provisional for that long. A change of owner is neither.

What holds in every course that partial dates allow (:mod:`okoce_core.rules.courses`) is certain, what holds in any is
possible.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Final, Literal, NamedTuple, TypeVar

import attrs

from okoce_core.model.life import Life
from okoce_core.rules.courses import courses
from okoce_core.rules.standing import Clock, completed_months

__all__ = ["MAX_DORMANCY_MONTHS", "Fate", "Range", "SurvivalRule", "Vitals", "fate", "vitals"]

T = TypeVar("T")

MAX_DORMANCY_MONTHS: Final = 24
"""Two years, Eurostat's *reactivation within two years is not a birth*."""

SurvivalRule = Literal["calendar_year", "twelve_months"]
"""Active in any part of the k-th year after that of the birth (Eurostat), or k times twelve months after it."""


class Range(NamedTuple):
    """The least and the most that partial dates allow."""

    low: int
    high: int


@attrs.frozen
class Vitals:
    """What happened to one enterprise by as_of.

    Attributes:
        births, deaths, provisional: Of each year; None: in a year nobody told. Provisional deaths are among the deaths:
            a reactivation would still undo them.
        alive: 1 or 0 on as_of.
    """

    births: Mapping[int | None, Range]
    deaths: Mapping[int | None, Range]
    provisional: Mapping[int | None, Range]
    alive: Range


class Fate(NamedTuple):
    """How the members of a birth cohort fared in one enterprise; of whom it is too early to say are in neither."""

    members: Range
    survived: Range
    lost: Range


def vitals(life: Life, clock: Clock, max_dormancy_months: int = MAX_DORMANCY_MONTHS) -> Vitals:
    """Births and deaths of one enterprise by as_of.

    Args:
        life: Of the enterprise. clock: On which day, known when.
        max_dormancy_months: Completed months of closure up to which it stays one life.
    """
    told = courses(life, clock, max_dormancy_months)
    dead = [[e.died for e in course if e.died is not None] for course in told]
    late = [[d for d in days if completed_months(d, clock.as_of) <= max_dormancy_months] for days in dead]
    return Vitals(
        _by_year([e.born for e in course] for course in told),
        _by_year(dead),
        _by_year(late),
        _range(told, lambda course: sum(e.died is None for e in course)),
    )


def fate(
    life: Life, cohort_year: int, after: int, rule: SurvivalRule, clock: Clock,
    max_dormancy_months: int = MAX_DORMANCY_MONTHS,
) -> Fate:  # fmt: skip
    """Whether what was born in a year was alive ``after`` years later; see :data:`SurvivalRule`.

    A short dormancy does not interrupt a life, and what was taken over lives on.
    """
    told = [
        [
            _survived(e.born, e.died, after, rule, clock.as_of)
            for e in course
            if e.born is not None and _year(e.born) == cohort_year
        ]
        for course in courses(life, clock, max_dormancy_months)
    ]
    return Fate(_range(told, len), _range(told, lambda f: f.count(True)), _range(told, lambda f: f.count(False)))


def _survived(born: int, died: int | None, after: int, rule: SurvivalRule, as_of: int) -> bool | None:
    last = as_of if died is None else died
    if rule == "calendar_year":
        reached = _year(last) >= _year(born) + after
    else:
        reached = completed_months(born, last) >= 12 * after
    return None if not reached and died is None else reached


def _year(day: int) -> int:
    return dt.date.fromordinal(day).year


def _by_year(told: Iterable[Iterable[int | None]]) -> dict[int | None, Range]:
    tallies = [Counter(None if day is None else _year(day) for day in days) for days in told]
    return {year: _range(tallies, itemgetter(year)) for tally in tallies for year in tally}


def _range(told: Iterable[T], number: Callable[[T], int]) -> Range:
    numbers = [number(course) for course in told]
    return Range(min(numbers), max(numbers))
