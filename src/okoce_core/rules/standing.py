"""How far a fact, a person or an enterprise gets towards being counted on a day, as one number.

Facts of one unit are put together by taking the best; a condition that needs several takes the worst. Both are
idempotent and indifferent to order, which is why repeating or shuffling facts changes no figure (law 6).
"""

from __future__ import annotations

import datetime as dt
from enum import IntEnum
from typing import NamedTuple

import attrs

from okoce_core.model.facts import Fact
from okoce_core.values import PartialDate

__all__ = ["Clock", "Span", "Standing", "by", "completed_months", "known", "on", "span"]


class Standing(IntEnum):
    """From *nothing is said* to *certain*. Below UNDATED a unit is left out, and the name is the reason."""

    ABSENT = 0
    """No fact of the kind the rule asks for."""
    NOT_YET_KNOWN = 1
    """Only facts received after known_at."""
    OTHER_ROLE = 2
    """Only as mentor, committee, …"""
    EARLIER_STAGE = 3
    """Only at stages before the one asked for."""
    LATER = 4
    """Only after as_of."""
    ENDED = 5
    """Was so, and had ended by as_of."""
    UNDATED = 6
    """It may be so; nobody gave a date."""
    DISPUTED = 7
    """It may be so; what is said contradicts itself. In ``high`` alone."""
    POSSIBLE = 8
    """A partial date leaves it open."""
    CERTAIN = 9


@attrs.frozen
class Clock:
    """The two clocks of a figure, as ordinals.

    Attributes:
        as_of: The day it speaks of, inclusive. known_at: What was known by the end of this day; None: all.
    """

    as_of: int
    known_at: int | None = None


class Span(NamedTuple):
    """The days on which something undated or partly dated may have happened. ``dated``: anything narrows it down."""

    first: int
    last: int
    dated: bool


_EVER = Span(dt.date.min.toordinal(), dt.date.max.toordinal(), dated=False)


def span(date: PartialDate | None, observed: PartialDate | None) -> Span:
    """When something happened: on its date; without one, some time by the day it was observed; else nobody knows."""
    if date is not None:
        return Span(date.first, date.last, dated=True)
    return Span(_EVER.first, observed.last, dated=True) if observed is not None else _EVER


def on(date: PartialDate | None, observed: PartialDate | None) -> Span:
    """Of what day a state is told: its date, else the day the source describes."""
    return span(date if date is not None else observed, None)


def by(when: Span, day: int) -> Standing:
    """Whether something had happened by the end of a day."""
    if when.last <= day:
        return Standing.CERTAIN
    if when.first > day:
        return Standing.LATER
    return Standing.POSSIBLE if when.dated else Standing.UNDATED


def completed_months(start: int, end: int) -> int:
    """Whole months completed between two days: 20 from 31 March 2020 to 1 December 2021."""
    a, b = dt.date.fromordinal(start), dt.date.fromordinal(end)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)


def known(fact: Fact, clock: Clock) -> bool:
    """Whether a fact was known; what has no date of receipt is never shut out."""
    return clock.known_at is None or fact.received is None or fact.received.last <= clock.known_at
