"""The first steps from a claim to a definition: from rows as they were sent to people and enterprises.

The order is that of counting.md 7.3: rows, repeats in a file, repeats with a partner, the same person across partners,
the reference date, the role, ownership; for jobs all reports, one for each enterprise and day, one for each enterprise,
the reference date, owners taken off the reports that hold them, ownership.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain, count, pairwise, repeat
from operator import add, mul
from typing import Final
from weakref import WeakKeyDictionary

from okoce_core.counting.bridging.settled_reports import Reports, owners_inside
from okoce_core.counting.bytewise.columns import at_least, numbered
from okoce_core.counting.standings import Standings
from okoce_core.counting.tally import Tally, tally
from okoce_core.identity.population import Population
from okoce_core.rules.heads import all_heads
from okoce_core.rules.standing import Clock, Standing, by, known, span

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
    told = _distinct(population)
    if measure == "entrepreneurs":  # what makes two rows the same is said of one person
        owners = set(population.said["ownership"].other)
        told = [(name, [row for row in rows if said.subject[row] in owners]) for name, rows in told]
    yield from ((name, Tally("row", dict.fromkeys(rows, 1))) for name, rows in told)
    rows = told[-1][1]
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


_made: WeakKeyDictionary[Population, list[tuple[str, Sequence[int]]]] = WeakKeyDictionary()


def _distinct(population: Population) -> list[tuple[str, Sequence[int]]]:
    """All rows, and those that are left where ever more are held to be the same; of the same the first stays."""
    if population not in _made:
        rows: Sequence[int] = range(len(population.said["participation"]))
        told = [("claim", rows)]
        for name, key in _sameness(population):
            backwards = rows[::-1]
            rows = sorted(dict(zip(map(key, backwards), backwards, strict=True)).values())
            told.append((name, rows))
        _made[population] = told
    return _made[population]


def _sameness(population: Population) -> Iterator[tuple[str, Callable[[int], Hashable]]]:
    """What makes two participation rows the same, ever more loosely."""
    said = population.said["participation"]
    sizes = (end - start for start, end in pairwise((*said.starts, len(said))))
    files = chain.from_iterable(map(repeat, count(), sizes))
    in_file = _joint(_joint(said.subject, said.fact, len(said.facts)), files, len(said.starts))
    yield "repeated-in-file", in_file.__getitem__
    of_fact, partners = numbered(fact.partner for fact in said.facts)
    of_row = map(of_fact.__getitem__, said.fact)
    yield "same-partner", _joint(said.subject, of_row, len(partners)).__getitem__
    yield "across-partners", said.subject.__getitem__


def _joint(these: Iterable[int], those: Iterable[int], width: int) -> list[int]:
    """Two columns of numbers as one; the second's are below ``width``. A number is hashed faster than a pair."""
    return list(map(add, map(mul, these, repeat(width)), those))


def _jobs(wide: Standings) -> Iterator[tuple[str, Tally]]:
    population, rule = wide.population, wide.book.jobs
    assert rule is not None
    said = population.said["headcount"]
    heads = [all_heads(fact) for fact in said.facts]
    yield "claim", Tally("row", {row: told[0] for row, fact in enumerate(said.fact) if (told := heads[fact])})
    ever = Reports(population, rule, _FOREVER)
    each_day = ever.each_day()
    yield "one-per-day", Tally("row", dict(chain.from_iterable(each_day)))
    yield "one-per-enterprise", Tally("row", dict(days[0] for days in each_day if days))
    yield "", Tally("enterprise", dict(ever.enterprises()))
    by_then = ever if wide.clock.known_at is None else Reports(population, rule, wide.clock)
    latest = dict(by_then.enterprises(wide.clock.as_of))
    yield "reference-date", Tally("enterprise", latest)
    without = Reports(population, rule, wide.clock, owners_inside(population))
    settled = {**latest, **dict(without.enterprises())}
    yield "owners-inside", Tally("enterprise", settled)
    counted = at_least(wide.enterprise, wide.threshold)  # as tally(wide, "jobs") has it, in a fifth of the time
    yield "ownership", Tally("enterprise", {number: heads for number, heads in settled.items() if counted[number]})
