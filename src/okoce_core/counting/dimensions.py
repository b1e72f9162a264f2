"""Breaking figures down: one row for each combination of values that occurs, *unknown* always among them."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import Any, Final

from okoce_core.counting.figures import exact
from okoce_core.counting.standings import Standings
from okoce_core.identity.population import Population
from okoce_core.misuse import Misuse
from okoce_core.values import region

__all__ = ["DIMENSIONS", "rows_by"]

DIMENSIONS: Final[dict[str, tuple[str, Callable[[Any], Any], bool]]] = {
    "province": ("region", region.province, True),
    "regency": ("region", region.regency, True),
    "district": ("region", lambda code: code if code.count(".") == 2 else None, True),
    "sex": ("sex", lambda sex: sex, False),
}
"""Each dimension: the column it comes from, what of its value is used, and whether enterprises have it themselves.

People count by residence, jobs by workplace. The sex of workers is in no headcount, so jobs have it unknown.
"""


def rows_by(standings: Standings, dimensions: Sequence[str]) -> list[dict[str, object]]:
    """Participants, entrepreneurs and jobs (``value``) for each combination of values; None is unknown.

    Raises:
        Misuse: an unknown dimension.
    """
    for name in dimensions:
        if name not in DIMENSIONS:
            raise Misuse("unknown-dimension", f"no dimension is named {name!r}", asked=name, allowed=DIMENSIONS)
    people = _cells(standings.population, dimensions, of_people=True)
    units = _cells(standings.population, dimensions, of_people=False)
    sums: dict[tuple[Any, ...], dict[str, Fraction]] = {}

    def add(cell: tuple[Any, ...], measure: str, value: Fraction) -> None:
        row = sums.setdefault(cell, {m: Fraction(0) for m in ("participants", "entrepreneurs", "jobs")})
        row[measure] += value

    least = standings.threshold
    for measure, counted in (("participants", standings.people.standing), ("entrepreneurs", standings.entrepreneur)):
        tally = Counter(people[person] for person, standing in enumerate(counted) if standing >= least)
        for cell, number in tally.items():
            add(cell, measure, Fraction(number))
    for number, work in standings.jobs.items():
        if standings.enterprise[number] >= least:
            add(units[number], "jobs", Fraction(work.value))
    ordered = sorted(sums.items(), key=lambda item: tuple((v is None, v or "") for v in item[0]))
    return [dict(zip(dimensions, cell, strict=True)) | {m: exact(v) for m, v in row.items()} for cell, row in ordered]


def _cells(population: Population, dimensions: Sequence[str], *, of_people: bool) -> list[tuple[Any, ...]]:
    size = population.people if of_people else population.enterprises
    columns: list[Sequence[Any]] = []
    for name in dimensions:
        source, part, of_units = DIMENSIONS[name]
        if of_people or of_units:
            columns.append(
                [part(value) if value else None for value in _agreed(population, source, of_people=of_people)]
            )
        else:
            columns.append([None] * size)
    return list(zip(*columns, strict=True)) if columns else [()] * size


def _agreed(population: Population, column: str, *, of_people: bool) -> list[Any]:
    """For each person or enterprise what most of its entries say; unknown where they are silent or evenly split."""
    numbers: array[int] = population.person if of_people else population.enterprise
    said: list[Any] = [None] * (population.people if of_people else population.enterprises)
    disputed: set[int] = set()
    for number, value in _entries(population, column, numbers, of_people=of_people):
        if said[number] is None:
            said[number] = value
        elif value != said[number]:
            disputed.add(number)
    votes: dict[int, Counter[Any]] = {number: Counter() for number in disputed}
    for number, value in _entries(population, column, numbers, of_people=of_people) if disputed else ():
        if number in votes:
            votes[number][value] += 1
    for number, vote in votes.items():
        (best, most), (_, next_most) = vote.most_common(2)
        said[number] = None if next_most == most else best
    return said


def _entries(population: Population, column: str, numbers: array[int], *, of_people: bool) -> Iterator[tuple[int, Any]]:
    """Each entry that says something in a column, with the number of the person or enterprise it belongs to."""
    rolls = (f.records.people if of_people else f.records.enterprises for f in population.reading.files)
    values = chain.from_iterable(roll.columns[column] for roll in rolls)
    return ((number, value) for number, value in zip(numbers, values, strict=True) if value is not None)
