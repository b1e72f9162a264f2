"""The reports of every enterprise, owned or not, each day's settled into one: what a claim of jobs becomes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from okoce_core.counting.units import units
from okoce_core.identity.population import Population
from okoce_core.model.facts import Ownership
from okoce_core.model.life import Life
from okoce_core.rules.heads import Number, all_heads
from okoce_core.rules.reports import Day, report_days
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing, by
from okoce_core.rules.unit import Unit

__all__ = ["Reports", "owners_inside"]


def owners_inside(population: Population) -> set[int]:
    """The enterprises of which a headcount says that its owners are in it: of no others does it change the value."""
    said = population.said["headcount"]
    inside = {number for number, fact in enumerate(said.facts) if fact.owners_included}
    return {enterprise for enterprise, fact in zip(said.subject, said.fact, strict=True) if fact in inside}


class _Settled(NamedTuple):
    """What is told of an enterprise on one day: what it comes to, and by which facts; ``said`` say just that."""

    day: Day
    value: Number
    facts: frozenset[int]
    said: frozenset[int]


class Reports:
    """The settled reports of enterprises, latest day first.

    Args:
        clock: What is known, and up to which day. less_owners: The only enterprises to look at, and with owners taken
            off; None: all, with whoever is in their headcounts.
    """

    def __init__(
        self, population: Population, rule: JobRule, clock: Clock, less_owners: Collection[int] | None = None
    ) -> None:
        said = population.said["headcount"]
        self._facts, self._rule, self._clock = said.facts, rule, clock
        self._rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row, (enterprise, fact) in enumerate(zip(said.subject, said.fact, strict=True)):
            if less_owners is None or enterprise in less_owners:
                self._rows[enterprise].append((row, fact))
        owners = _owners(population) if less_owners else {}
        settled: dict[tuple[object, ...], list[_Settled]] = {}  # of most enterprises the same is said as of others
        self._days: dict[int, list[_Settled]] = {}
        for enterprise, told in self._rows.items():
            life, owned = population.lives.get(enterprise, _SILENT), owners.get(enterprise, ())
            facts = (told[0][1],) if len(told) == 1 else tuple(sorted({fact for _, fact in told}))
            key = (facts, life.normal_hours.as_integer_ratio(), enterprise if owned else None)
            if key not in settled:
                settled[key] = list(self._settled(facts, owned, life))
            self._days[enterprise] = settled[key]

    def _settled(
        self, numbers: Sequence[int], owners: tuple[tuple[Ownership, ...], ...], life: Life
    ) -> Iterator[_Settled]:
        facts = {number: self._facts[number] for number in numbers}
        for day in report_days(Unit(owners, (), tuple(facts.values()), life), self._rule, self._clock):
            if day.standing >= Standing.POSSIBLE and day.report:
                value = day.report.heads.value
                here = frozenset(number for number, fact in facts.items() if fact in day.counts)
                said = frozenset(number for number in here if (all_heads(facts[number]) or (None,))[0] == value)
                yield _Settled(day, value, here, said)

    def enterprises(self, as_of: int | None = None) -> Iterator[tuple[int, Number]]:
        """What each enterprise's latest report comes to, of those that may be by ``as_of`` if it is given."""
        for enterprise, days in self._days.items():
            for told in days:
                if as_of is None or by(told.day.when, as_of) >= Standing.POSSIBLE:
                    yield enterprise, told.value
                    break

    def each_day(self) -> list[list[tuple[int, Number]]]:
        """Of each enterprise the row that stands for each of its days, the latest first, and what it comes to."""
        return [[self._decided(enterprise, told) for told in days] for enterprise, days in self._days.items()]

    def _decided(self, enterprise: int, told: _Settled) -> tuple[int, Number]:
        """The first row that says what was chosen; of a day whose rows are told otherwise, the first row."""
        facts = told.said or told.facts
        return next(row for row, fact in self._rows[enterprise] if fact in facts), told.value


_SILENT = Life()


def _owners(population: Population) -> dict[int, tuple[tuple[Ownership, ...], ...]]:
    gathered = units(population)
    return {row.number: gathered.owners[row.owners] for row in gathered.rows}
