"""The reports of every enterprise, owned or not, each day's settled into one: what a claim of jobs becomes first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from okoce_core.counting.units import units
from okoce_core.identity.population import Population
from okoce_core.model.facts import Ownership
from okoce_core.model.life import Life
from okoce_core.rules.heads import all_heads
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
        self._facts = said.facts
        self._rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row, (enterprise, fact) in enumerate(zip(said.subject, said.fact, strict=True)):
            if less_owners is None or enterprise in less_owners:
                self._rows[enterprise].append((row, fact))
        owners = _owners(population) if less_owners else {}
        settled: dict[tuple[object, ...], list[Day]] = {}  # of most enterprises the same is said as of others
        self._days: dict[int, list[Day]] = {}
        for enterprise, told in self._rows.items():
            life, owned = population.lives.get(enterprise, _SILENT), owners.get(enterprise, ())
            facts = tuple(sorted({fact for _, fact in told}))
            key = (facts, life.normal_hours, enterprise if owned else None)
            if key not in settled:
                unit = Unit(owned, (), tuple(map(said.facts.__getitem__, facts)), life)
                days = report_days(unit, rule, clock)
                settled[key] = [day for day in days if day.standing >= Standing.POSSIBLE and day.report]
            self._days[enterprise] = settled[key]

    def enterprises(self, as_of: int | None = None) -> Iterator[tuple[int, int]]:
        """What each enterprise's latest report comes to, of those that may be by ``as_of`` if it is given."""
        for enterprise, days in self._days.items():
            for day in days:
                if as_of is None or by(day.when, as_of) >= Standing.POSSIBLE:
                    yield enterprise, day.report.heads.value  # type: ignore[misc, union-attr]
                    break

    def each_day(self) -> Iterator[tuple[int, int]]:
        """The row that stands for each enterprise and day, and what it comes to."""
        for enterprise, days in self._days.items():
            yield from (self._decided(enterprise, day) for day in days)

    def last_day(self) -> Iterator[tuple[int, int]]:
        """The row that stands for each enterprise."""
        for enterprise, days in self._days.items():
            yield from (self._decided(enterprise, day) for day in days[:1])

    def _decided(self, enterprise: int, day: Day) -> tuple[int, int]:
        """The first row that says what was chosen; of a day whose rows are told otherwise, the first row."""
        value = day.report.heads.value if day.report else 0
        rows = self._rows[enterprise]
        if len(rows) > 1:
            rows = [(row, fact) for row, fact in rows if self._facts[fact] in day.counts]
            said = [row for row, fact in rows if (all_heads(self._facts[fact]) or (None,))[0] == value]
            return (said or [row for row, _ in rows])[0], value  # type: ignore[return-value]
        return rows[0][0], value  # type: ignore[return-value]


_SILENT = Life()


def _owners(population: Population) -> dict[int, tuple[tuple[Ownership, ...], ...]]:
    gathered = units(population)
    return {row.number: gathered.owners[row.owners] for row in gathered.rows}
