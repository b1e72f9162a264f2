"""Age at the last birthday on as_of, and the groups it falls into.

Source: UU 40/2009 art. 1(1), youth (*pemuda*) is 16 to 30, both inside. The law is contested, so the range is an
argument.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from okoce_core.counting.breakdowns.columns.column import Column, single
from okoce_core.counting.breakdowns.columns.told import of_people
from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse
from okoce_core.values import PartialDate

__all__ = ["YOUTH", "Ages", "Groups", "age_column", "age_groups", "ages", "group_of"]

Ages = tuple[int, int]
"""A range of ages, first and last, both inside."""

YOUTH: Final[Ages] = (16, 30)

Groups = tuple[tuple[str, int], ...]
"""Names of the groups in order, each with its first year of age."""

_LATER: Final = (45, 60)
_OLDEST: Final = 150


def age_groups(youth: Ages = YOUTH) -> Groups:
    """The groups around a range of youth: the younger, the youth, and those up to 44, 45 to 59, 60 and over.

    Raises:
        Misuse: the range does not run from a younger to an older age, between 0 and 150.

    >>> [name for name, _ in age_groups()]
    ['0-15', '16-30', '31-44', '45-59', '60+']
    >>> [name for name, _ in age_groups((15, 24))]
    ['0-14', '15-24', '25-44', '45-59', '60+']
    """
    youngest, oldest = youth
    if not 0 <= youngest <= oldest < _OLDEST:
        raise Misuse("bad-youth", "youth is a pair of ages, the younger one first", asked=f"{youngest}-{oldest}")
    first = sorted({0, youngest, oldest + 1, *(age for age in _LATER if age > oldest)})
    ends = [*(f"-{after - 1}" for after in first[1:]), "+"]
    return tuple((f"{age}{end}", age) for age, end in zip(first, ends, strict=True))


def ages(born: PartialDate, day: int) -> tuple[int, int] | None:
    """The least and the highest age at the last birthday by the end of a day; None before birth.

    >>> ages(PartialDate(1991, 9, 30), dt.date(2022, 9, 30).toordinal())
    (31, 31)
    >>> ages(PartialDate(1991), dt.date(2022, 9, 30).toordinal())
    (30, 31)
    """
    if born.first > day:
        return None
    return _age(min(born.last, day), day), _age(born.first, day)


def group_of(born: PartialDate, day: int, groups: Groups) -> str | None:
    """The group of a birth date on a day; None where a partial date leaves two of them open, or before birth."""
    between = ages(born, day)
    if between is None:
        return None
    youngest, oldest = (max(place for place, (_, first) in enumerate(groups) if first <= age) for age in between)
    return groups[oldest][0] if youngest == oldest else None


def age_column(standings: Standings, groups: Groups) -> Column:
    """The age group of everybody. Where no day is known at all, nobody's age is."""
    day = standings.clock.as_of
    if day == dt.date.max.toordinal():
        return single([None] * standings.population.people)
    made: dict[tuple[int, int], str | None] = {}

    def part(born: PartialDate) -> str | None:
        key = born.first, born.last
        if key not in made:
            made[key] = group_of(born, day, groups)
        return made[key]

    return of_people("born", part)(standings)


def _age(born: int, day: int) -> int:
    birth, now = dt.date.fromordinal(born), dt.date.fromordinal(day)
    return now.year - birth.year - ((now.month, now.day) < (birth.month, birth.day))
