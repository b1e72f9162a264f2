"""When facts happened, in columns: a million facts have a few thousand dates, and each is judged once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from okoce_core.counting.bytewise.columns import numbered, picker
from okoce_core.model.facts import Fact
from okoce_core.rules.standing import Clock, Span, Standing, by, known, span
from okoce_core.values import PartialDate

__all__ = ["Dated", "receipt"]


class Dated:
    """The dates of many facts: when each happened, or with ``on`` of what day it tells.

    Attributes:
        of: For each fact the number of its span. spans: The spans. pick: What picks by ``of``.
        firsts: The first day of each that is a date; else 0.
    """

    def __init__(self, facts: Sequence[Any], date: str, when: Callable[..., Span] = span) -> None:
        told = list(map(attrgetter(date), facts))
        if any(map(attrgetter("observed"), facts)):
            told = [day or (fact.observed,) for day, fact in zip(told, facts, strict=True)]
        self.of, days = numbered(told)
        self.spans: list[Span] = [when(None, *day) if isinstance(day, tuple) else when(day, None) for day in days]
        self.firsts = [day.first if isinstance(day, PartialDate) else 0 for day in days]
        self.pick = picker(self.of)

    def by(self, day: int) -> bytes:
        """Whether each fact had happened by the end of a day."""
        return bytes(self.pick(bytes(by(when, day) for when in self.spans)))


def receipt(facts: Sequence[Fact], clock: Clock) -> list[bytes]:
    """What of the facts was known by known_at: one more column to take the lowest with, or none where all of it was."""
    if clock.known_at is None:
        return []
    return [bytes(Standing.CERTAIN if known(fact, clock) else Standing.NOT_YET_KNOWN for fact in facts)]
