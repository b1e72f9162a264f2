"""What the entries of a person or enterprise say of a lasting attribute: place, sex, disability, sector.

Entries may contradict each other. Each is first brought to the level that is asked for (of two districts of one
province, the province), then most of them decide; where they are evenly split, it is unknown.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from okoce_core.counting.breakdowns.columns.column import Column, single
from okoce_core.counting.standings import Standings
from okoce_core.identity.population import Population

__all__ = ["Part", "of_enterprises", "of_people"]

Part = Callable[[Any], str | None]
"""What of an entry's value is meant; None where it says nothing of it."""


def of_people(column: str, part: Part) -> Callable[[Standings], Column]:
    """How to read a column of the people there are."""
    return lambda standings: single(_agreed(standings.population, column, part, people=True))


def of_enterprises(column: str, part: Part) -> Callable[[Standings], Column]:
    """How to read a column of the enterprises there are."""
    return lambda standings: single(_agreed(standings.population, column, part, people=False))


def _agreed(population: Population, column: str, part: Part, *, people: bool) -> list[str | None]:
    """For each unit what most of its entries say; unknown where they are silent or evenly split."""
    numbers: array[int] = population.person if people else population.enterprise
    said: list[str | None] = [None] * (population.people if people else population.enterprises)
    disputed: set[int] = set()
    for number, value in _entries(population, column, numbers, part, people=people):
        if said[number] is None:
            said[number] = value
        elif value != said[number]:
            disputed.add(number)
    votes: dict[int, Counter[str]] = {number: Counter() for number in disputed}
    for number, value in _entries(population, column, numbers, part, people=people) if disputed else ():
        if number in votes:
            votes[number][value] += 1
    for number, vote in votes.items():
        (best, most), (_, next_most) = vote.most_common(2)
        said[number] = None if next_most == most else best
    return said


def _entries(
    population: Population, column: str, numbers: array[int], part: Part, *, people: bool
) -> Iterator[tuple[int, str]]:
    """Each entry that says something, with the number of the person or enterprise it belongs to."""
    rolls = (f.records.people if people else f.records.enterprises for f in population.reading.files)
    values = chain.from_iterable(roll.columns[column] for roll in rolls)
    for number, value in zip(numbers, values, strict=True):
        if value is not None and (meant := part(value)) is not None:
            yield number, meant
