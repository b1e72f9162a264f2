"""Why an enterprise holds the jobs it does: its owners, and what became of each headcount told of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

import attrs

from okoce_core.counting.explaining.explain_people import Witnesses
from okoce_core.counting.explaining.explanation import Explanation
from okoce_core.counting.references import references
from okoce_core.counting.standings import Standings
from okoce_core.counting.units import Row, units
from okoce_core.model.facts import Headcount
from okoce_core.rules.heads import Number
from okoce_core.rules.reports import Day, latest, report_days, too_old
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Standing, on
from okoce_core.rules.unit import Unit

__all__ = ["explain_enterprises", "explain_jobs"]


def explain_enterprises(standings: Standings, enterprises: Collection[int]) -> Iterator[Explanation]:
    """Each enterprise with its owners, the counted ones first, and the rows that name them."""
    witnesses, population = Witnesses(standings), standings.population
    told = witnesses.of("ownership", set(enterprises))
    said = population.said["ownership"]
    owners = references(population, "person", {said.other[p] for positions in told.values() for p in positions})
    named = references(population, "enterprise", enterprises)
    for number in enterprises:
        standing = Standing(standings.enterprise[number])
        counted, of = standing >= standings.threshold, standings.counted_owners.get(number, [])
        by_owner: dict[int, list[int]] = {}
        for position in told.get(number, ()):
            by_owner.setdefault(said.other[position], []).append(position)
        children = [
            Explanation("owner", person in of, unit=owners[person], rows=witnesses.rows("ownership", positions))
            for person, positions in by_owner.items()
        ]
        ordered = tuple(sorted(children, key=lambda child: not child.counted))
        yield Explanation("enterprises", counted, standing, int(counted), None, named[number], (), ordered)


def explain_jobs(standings: Standings, enterprises: Collection[int]) -> Iterator[Explanation]:
    """Each enterprise with its jobs, its owners, and every headcount: which decides, and why the others do not."""
    rows = {row.number: row for row in units(standings.population).rows if row.number in set(enterprises)}
    told = Witnesses(standings).of("headcount", set(enterprises))
    for unit in explain_enterprises(standings, enterprises):
        assert unit.unit is not None
        number = unit.unit.number
        work = standings.jobs.get(number)
        known = bool(work and work.known and unit.counted)
        counts = _headcounts(standings, rows.get(number), number, told.get(number, ()))
        children = (attrs.evolve(unit, what="enterprise", value=None, unit=None), *counts)
        value = work.value if work and known else None
        yield attrs.evolve(unit, what="jobs", counted=known, value=value, children=children)


def _headcounts(standings: Standings, row: Row | None, number: int, positions: Collection[int]) -> list[Explanation]:
    rule = standings.book.jobs
    if rule is None:
        return []
    witnesses, said = Witnesses(standings), standings.population.said["headcount"]
    gathered = units(standings.population)
    owners = gathered.owners[row.owners] if row else ()
    counts = tuple(dict.fromkeys(said.facts[said.fact[p]] for p in positions))
    life = gathered.lives[row.life] if row else Unit().life
    fate = _fates(Unit(owners, (), counts, life), rule, standings)
    if rule.value == "net":
        fate |= _baseline(fate, counts, standings.first_joined(number))
    order = sorted(counts, key=lambda count: _ORDER.index(fate[count][0]))
    return [
        Explanation(what, what == "decides", value=value, rows=witnesses.rows("headcount", positions, count))
        for count in order
        for what, value in [fate[count]]
    ]


Fate = tuple[str, Number | None]
"""What became of a headcount, and what it says for itself."""

_ORDER: Final = ("decides", "baseline", "conflict", "superseded", "older", "too-old", "unknown", "later")
"""Headcounts are told in this order: what they add to the figure first."""


def _baseline(fate: dict[Headcount, Fate], counts: Collection[Headcount], joined: int | None) -> dict[Headcount, Fate]:
    """The headcounts that say how many worked there on joining: those of the latest day by then that give a number."""
    told = [count for count in counts if fate[count][1] is not None]
    days = {count: when.last for count in told if joined and (when := on(count.date, count.observed)).last <= joined}
    last = max(days.values(), default=None)
    return {count: ("baseline", fate[count][1]) for count, day in days.items() if day == last}


def _fates(unit: Unit, rule: JobRule, standings: Standings) -> dict[Headcount, Fate]:
    """What became of each headcount, and what it says for itself."""
    days = report_days(unit, rule, standings.clock)
    decided = [day for day in days if day.standing >= standings.threshold and day.report]
    if rule.value == "peak":
        decided.sort(key=lambda day: -(day.report.heads.value if day.report else 0))
    fates: dict[Headcount, Fate] = dict.fromkeys(unit.headcounts, ("later", None))
    for day in days:
        first = decided[0] if decided else None
        stale = day is first and too_old(day.when, rule, standings.clock) and rule.value != "peak"
        fates |= _of_day(unit, rule, day, decides=day is first and not stale, stale=stale, standings=standings)
    return fates


def _of_day(
    unit: Unit, rule: JobRule, day: Day, *, decides: bool, stale: bool, standings: Standings
) -> dict[Headcount, Fate]:  # fmt: skip
    told, fates = latest(day.counts), dict[Headcount, Fate]()
    for count in day.counts:
        alone = Day(unit, rule, standings.clock, day.when, day.standing)
        alone.counts = [count]
        value = alone.report.heads.value if alone.report else None
        if count not in told:
            what = "superseded"
        elif value is None:
            what = "unknown"
        elif decides:
            what = "decides" if day.report and value == day.report.heads.value else "conflict"
        else:
            what = "too-old" if stale else "older"
        fates[count] = (what, value)
    return fates
