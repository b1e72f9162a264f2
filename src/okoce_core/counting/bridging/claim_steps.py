"""The first steps from a claim to a definition: from rows as they were sent to people and enterprises.

The order is that of counting.md 7.3: rows, repeats in a file, repeats with a partner, the same person across partners,
the reference date, the role, ownership; for jobs all reports, one for each enterprise and day, one for each enterprise,
the reference date, owners taken off the reports that hold them, ownership.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Final

from okoce_core.counting.standings import Standings
from okoce_core.counting.tally import Tally, tally
from okoce_core.counting.units import units
from okoce_core.identity.population import Population
from okoce_core.model.facts import Headcount, Ownership
from okoce_core.model.life import Life
from okoce_core.rules.heads import all_heads
from okoce_core.rules.reports import Day, report_days
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing, by, known, span
from okoce_core.rules.unit import Unit

__all__ = ["claim_steps"]

_FOREVER: Final = Clock(dt.date.max.toordinal())


def claim_steps(wide: Standings, measure: str) -> Iterator[tuple[str, Tally]]:
    """The tally after each step, by the step's name, from ``claim`` to the widest definition.

    Args:
        wide: The population under the widest definition: any owner whose dates are possible.
        measure: participants, entrepreneurs or jobs. Where the unit changes the step's name is "": nothing is lost.
    """
    if measure == "enterprises":
        return _enterprises(wide)
    return _jobs(wide) if measure == "jobs" else _people(wide, measure)


def _enterprises(wide: Standings) -> Iterator[tuple[str, Tally]]:
    yield "claim", Tally("enterprise", dict.fromkeys(sorted(set(wide.population.said["ownership"].subject)), 1))
    yield "ownership", tally(wide, "enterprises")


def _people(wide: Standings, measure: str) -> Iterator[tuple[str, Tally]]:
    population = wide.population
    said = population.said["participation"]
    rows: Iterable[int] = range(len(said))
    if measure == "entrepreneurs":
        owners = set(population.said["ownership"].other)
        rows = [row for row in rows if said.subject[row] in owners]
    yield "claim", _rows(rows)
    for name, key in _sameness(population):
        rows = list({key(row): row for row in reversed(list(rows))}.values())
        yield name, _rows(rows)
    people = {said.subject[row] for row in rows}
    yield "", Tally("person", dict.fromkeys(people, 1))
    in_time = [known(f, wide.clock) and _by(f.date, f.observed, wide.clock) for f in said.facts]
    came = {person for person, fact in zip(said.subject, said.fact, strict=True) if in_time[fact]}
    yield "reference-date", Tally("person", dict.fromkeys(people & came, 1))
    took_part = tally(wide, "participants").adds
    yield "role", Tally("person", dict.fromkeys(people & took_part.keys(), 1))
    if measure == "entrepreneurs":
        yield "ownership", tally(wide, "entrepreneurs")


def _by(date: object, observed: object, clock: Clock) -> bool:
    return by(span(date, observed), clock.as_of) >= Standing.POSSIBLE  # type: ignore[arg-type]


def _rows(rows: Iterable[int]) -> Tally:
    return Tally("row", dict.fromkeys(sorted(rows), 1))


def _sameness(population: Population) -> Iterator[tuple[str, Callable[[int], Hashable]]]:
    """What makes two participation rows the same, ever more loosely."""
    said = population.said["participation"]
    partners = [fact.partner for fact in said.facts]
    yield "repeated-in-file", lambda row: (bisect_right(said.starts, row), said.subject[row], said.fact[row])
    yield "same-partner", lambda row: (partners[said.fact[row]], said.subject[row])
    yield "across-partners", lambda row: said.subject[row]


def _jobs(wide: Standings) -> Iterator[tuple[str, Tally]]:
    population, rule = wide.population, wide.book.jobs
    assert rule is not None
    said = population.said["headcount"]
    heads = [all_heads(fact) for fact in said.facts]
    yield "claim", Tally("row", {row: told[0] for row, fact in enumerate(said.fact) if (told := heads[fact])})
    ever = _Reports(population, rule, _FOREVER, with_owners=False)
    yield "one-per-day", Tally("row", dict(ever.each_day()))
    yield "one-per-enterprise", Tally("row", dict(ever.last_day()))
    yield "", Tally("enterprise", dict(ever.enterprises()))
    yield "reference-date", Tally("enterprise", dict(_Reports(population, rule, wide.clock, False).enterprises()))
    yield "owners-inside", Tally("enterprise", dict(_Reports(population, rule, wide.clock, True).enterprises()))
    yield "ownership", tally(wide, "jobs")


class _Reports:
    """The settled reports of every enterprise, owned or not, latest day first."""

    def __init__(self, population: Population, rule: JobRule, clock: Clock, with_owners: bool) -> None:
        said = population.said["headcount"]
        self._facts = said.facts
        self._rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row, (enterprise, fact) in enumerate(zip(said.subject, said.fact, strict=True)):
            self._rows[enterprise].append((row, fact))
        gathered = units(population)
        owners = {row.number: gathered.owners[row.owners] for row in gathered.rows} if with_owners else {}
        self._days: dict[int, list[Day]] = {}
        for enterprise, told in self._rows.items():
            unit = _unit(owners.get(enterprise, ()), [said.facts[fact] for _, fact in told], population, enterprise)
            days = report_days(unit, rule, clock)
            self._days[enterprise] = [d for d in days if d.standing >= Standing.POSSIBLE and d.report]

    def enterprises(self) -> Iterator[tuple[int, int]]:
        """What each enterprise's latest report comes to."""
        for enterprise, days in self._days.items():
            if days and days[0].report:
                yield enterprise, days[0].report.heads.value  # type: ignore[misc]

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
        of_day = dict.fromkeys(day.counts)
        rows = [(row, fact) for row, fact in self._rows[enterprise] if self._facts[fact] in of_day]
        said = [row for row, fact in rows if (all_heads(self._facts[fact]) or (None,))[0] == value]
        return (said or [row for row, _ in rows])[0], value  # type: ignore[return-value]


def _unit(
    owners: tuple[tuple[Ownership, ...], ...], counts: list[Headcount], population: Population, enterprise: int
) -> Unit:
    distinct = tuple(dict.fromkeys(counts))
    return Unit(owners, (), distinct, population.lives.get(enterprise, Life()))
