"""The courses that an enterprise's life may have taken by a day, a partial date being any day it may mean.

Source: Eurostat-OECD business demography (counting.md 2.4). A reactivation within two years continues a life; after a
longer dormancy another begins. What a legal unit set up for it has taken over lives on. Who owns it does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from okoce_core.model.life import Life
from okoce_core.rules.standing import Clock, completed_months
from okoce_core.rules.unit import known_life
from okoce_core.values import PartialDate

__all__ = ["Course", "Episode", "courses"]


class Episode(NamedTuple):
    """One life, in days as :meth:`datetime.date.toordinal` counts.

    Attributes:
        born: None: nobody told. died: The day of closing, still a day of activity; None: it lives.
    """

    born: int | None
    died: int | None = None


Course = tuple[Episode, ...]
"""The lives of one enterprise by as_of, one after the other; empty before it starts."""

_Days = tuple[int, int]
"""The first and the last day a date may mean."""


def courses(life: Life, clock: Clock, max_dormancy_months: int) -> list[Course]:
    """Every course the dates allow, as far as it makes a difference to any count of births, deaths or years.

    Of several reactivations the first that may follow the closing ends the dormancy; a later one undoes a closing that
    nobody told. A closing from before the start is taken to be on its day.
    """
    life, as_of = known_life(life, clock), clock.as_of
    closed = _days(life.closed)
    later = [(r.first, r.last) for r in life.reactivated if closed and r.last >= closed[0]]
    reopened = min(later, default=None)
    closed = _no_later_than(closed, reopened)
    told = (_no_later_than(_days(life.started), closed), closed, reopened, _days(life.taken_over))
    possible = product(*(_turning(days, as_of) for days in told))
    return list(dict.fromkeys(_course(days, as_of, max_dormancy_months) for days in possible))


def _days(date: PartialDate | None) -> _Days | None:
    return None if date is None else (date.first, date.last)


def _no_later_than(days: _Days | None, later: _Days | None) -> _Days | None:
    """What comes before something is over by then, unless the two contradict each other."""
    if days is None or later is None or days[0] > later[1]:
        return days
    return days[0], min(days[1], later[1])


def _turning(days: _Days | None, as_of: int) -> Sequence[int | None]:
    """The days on which it makes a difference whether a date means them: counts change one way between them."""
    if days is None:
        return (None,)
    first, last = days
    return sorted({first, last, min(max(as_of, first), last)})


def _course(days: Sequence[int | None], as_of: int, max_dormancy_months: int) -> Course:
    """The course of certain days, each no earlier than the one before. What lies after as_of has not happened."""
    started, closed, reopened, taken_over = days
    if started is not None and started > as_of:
        return ()
    closed = closed and max(closed, started or 0)
    reopened = reopened and max(reopened, closed or 0)
    if closed is None or closed > as_of or (taken_over is not None and taken_over <= as_of):
        return (Episode(started),)
    if reopened is None or reopened > as_of:
        return (Episode(started, closed),)
    if completed_months(closed, reopened) <= max_dormancy_months:
        return (Episode(started),)
    return (Episode(started, closed), Episode(reopened))
