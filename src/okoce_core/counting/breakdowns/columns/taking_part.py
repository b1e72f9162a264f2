"""Dimensions that come of taking part: which partner, of what kind, which stage, since which year.

Of a person the qualifying participations speak; of an enterprise those of the owners it is counted for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache

from okoce_core.counting.breakdowns.columns.column import Column, mark, several, single, through
from okoce_core.counting.standings import UNKNOWN_DAY, Standings
from okoce_core.model.facts import Participation

__all__ = ["joined", "kinds", "of_counted_owners", "partners", "stages", "years", "years_of_enterprises"]


def partners(standings: Standings) -> Column:
    """The partners that served each person."""
    return _by_participation(standings, lambda fact: fact.partner)


def kinds(standings: Standings) -> Column:
    """The kinds of the partners that served each person."""
    known = standings.population.partners
    return _by_participation(standings, lambda fact: known[fact.partner].kind if fact.partner in known else None)


def stages(standings: Standings) -> Column:
    """Every stage that each person has reached. Stages are names: one does not take in another."""
    return _by_participation(standings, lambda fact: fact.stage)


def of_counted_owners(column: Callable[[Standings], Column]) -> Callable[[Standings], Column]:
    """The same of enterprises, by their counted owners together; unknown of an enterprise that is not counted."""

    def of_enterprises(standings: Standings) -> Column:
        size, owners = standings.population.enterprises, standings.counted_owners
        return through(column(standings), owners, size, standings.threshold)

    return of_enterprises


def years(standings: Standings) -> Column:
    """The year of each person's first dated qualifying participation."""
    return single(map(_year, standings.people.joined(standings.threshold)))


def years_of_enterprises(standings: Standings) -> Column:
    """The year in which the first of an enterprise's counted owners joined."""
    days = joined(standings)
    return single(_year(days.get(number, UNKNOWN_DAY)) for number in range(standings.population.enterprises))


def joined(standings: Standings) -> dict[int, int]:
    """The day on which the first of a counted enterprise's counted owners joined, where anybody gave one."""
    days = standings.people.joined(standings.threshold)
    first = {
        number: min((days[owner] for owner in owners if days[owner] != UNKNOWN_DAY), default=UNKNOWN_DAY)
        for number, owners in standings.counted_owners.items()
    }
    return {number: day for number, day in first.items() if day != UNKNOWN_DAY}


def _by_participation(standings: Standings, value: Callable[[Participation], str | None]) -> Column:
    said, of_fact = standings.population.said["participation"], standings.people.of_fact
    told = [value(fact) for fact in said.facts]
    values = sorted(set(told), key=lambda v: (v is None, v or ""))
    place = {v: number for number, v in enumerate(values)}
    marks = [mark(place[v], standing) for v, standing in zip(told, of_fact, strict=True)]
    stated = zip(said.subject, map(marks.__getitem__, said.fact), strict=True)
    return several(standings.population.people, values, stated)


@cache
def _year(day: int) -> str | None:
    return None if day == UNKNOWN_DAY else str(dt.date.fromordinal(day).year)
