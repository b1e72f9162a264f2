"""Headcounts in columns, in the order of their days: a later one replaces an earlier one, it is never added."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import compress, count

from okoce_core.counting.bytewise.columns import lowest, picker
from okoce_core.counting.bytewise.dated import Dated
from okoce_core.identity.population import Said
from okoce_core.model.facts import Headcount
from okoce_core.rules.standing import Clock, Span, Standing, by, known, on

__all__ = ["Headcounts"]


class Headcounts:
    """Reports by enterprise in the order of their days, each in its place; those of a day that give no number first.

    Attributes:
        facts: The distinct headcounts. days: The days of which anything is told.
        enterprise, fact, day: The numbers of each report's. last: Its last day.
        again: 1 where the report before is of the same enterprise and day. alone: 1 where it is not, and the report
            leaves the owners out and knows every class it tells.
    """

    def __init__(self, said: Said) -> None:
        self.facts: Sequence[Headcount] = said.facts
        dated = Dated(said.facts, "date", on)
        self.days: list[Span] = dated.spans
        of_statement = picker(said.fact)
        days, numbers = of_statement(dated.of), of_statement([f.by_class or f.total is not None for f in said.facts])
        rank = _ranks(self.days)
        size = len(rank)
        moment_of = [enterprise * size + rank[day] for enterprise, day in zip(said.subject, days, strict=True)]
        in_order = [moment * 2 + gives for moment, gives in zip(moment_of, numbers, strict=True)]
        pick = picker(sorted(range(len(moment_of)), key=in_order.__getitem__))
        self.enterprise, self.fact, self.day, moments = pick(said.subject), pick(said.fact), pick(days), pick(moment_of)
        self.again = bytes(map(int.__eq__, moments, (-1, *moments)))
        self._by_day = picker(self.day)
        self.last = self._by_day([when.last for when in self.days])
        self._gives_number = bytes(pick(numbers))
        owners_apart = picker(self.fact)([fact.owners_included is False and _is_whole(fact) for fact in self.facts])
        self.alone = bytes(apart and not again for apart, again in zip(owners_apart, self.again, strict=True))

    def told(self, place: int) -> list[Headcount]:
        """All that is told of the enterprise and day of a report up to its place, repeats left out."""
        if not self.again[place]:
            return [self.facts[self.fact[place]]]
        facts = self.fact[self.day_before(place) + 1 : place + 1]
        return [self.facts[fact] for fact in sorted(set(facts))]

    def day_before(self, place: int) -> int:
        """The place before all that is told of the enterprise and day of a report."""
        while self.again[place]:
            place -= 1
        return place - 1

    def latest(self, clock: Clock, standings: Container[Standing]) -> dict[int, int]:
        """Of each enterprise the place of the latest report that gives a number and is so surely by as_of."""
        numbers = self._gives_number
        if clock.known_at is not None:
            receipt = (known(self.facts[fact], clock) for fact in self.fact)
            numbers = bytes(gives and is_known for gives, is_known in zip(numbers, receipt, strict=True))
        days = [by(when, clock.as_of) in standings for when in self.days]
        counted = lowest(numbers, bytes(self._by_day(days)))
        return dict(zip(compress(self.enterprise, counted), compress(count(), counted), strict=True))


def _is_whole(fact: Headcount) -> bool:
    """Whether every class is known, so that the report gives a number under any rule."""
    told = (fact.full_time, fact.part_time, fact.seasonal, fact.casual, fact.third_party, fact.unpaid_hours)
    return not fact.by_class or None not in told


def _ranks(days: Sequence[Span]) -> list[int]:
    """The rank of each day: by its last day, then by its first. A day that is told in two ways is one."""
    in_order = sorted(set(days), key=lambda day: (day.last, day.first))
    rank = {day: place for place, day in enumerate(in_order)}
    return [rank[day] for day in days]
