"""From columns to cells: units of which the same is said are counted together, then put into every cell they are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

import attrs

from okoce_core.counting.breakdowns.cell import ALL, Cell, Key, Place
from okoce_core.counting.breakdowns.columns.column import Column, Members
from okoce_core.counting.standings import Standings
from okoce_core.rules.heads import Number
from okoce_core.rules.jobs import Jobs
from okoce_core.rules.standing import Standing

__all__ = ["tallied_jobs", "tallied_units"]

_CERTAIN: Final = int(Standing.CERTAIN)


def tallied_units(
    standing: Sequence[int], columns: Sequence[Column], threshold: Standing, *, margins: bool
) -> dict[Key, Cell]:
    """The cells of people or enterprises.

    Args:
        standing: Of each unit. columns: One for each dimension. threshold: From where on a unit is in ``value``.
        margins: Whether cells are made for every combination with ALL, or only for the whole.
    """
    sums: dict[Key, list[int]] = {}
    for (best, *codes), n in Counter(zip(standing, *(column.of for column in columns), strict=True)).items():
        if best < Standing.UNDATED:
            continue
        for key, sure in _places(_said(columns, codes), margins=margins).items():
            here = min(best, sure)
            told = sums.setdefault(key, [0, 0, 0])
            told[0] += n * (here >= threshold)
            told[1] += n * (here == _CERTAIN)
            told[2] += n
    return {
        key: Cell(Fraction(value), Fraction(low), Fraction(high), units=value)
        for key, (value, low, high) in sums.items()
    }


def tallied_jobs(standings: Standings, columns: Sequence[Column], *, margins: bool) -> dict[Key, Cell]:
    """The cells of jobs, over the counted enterprises."""
    groups = Counter(
        (work, standings.enterprise[number], tuple(column.of[number] for column in columns))
        for number, work in standings.jobs.items()
    )
    sums: dict[Key, _Sum] = {}
    for (work, best, codes), n in groups.items():
        for key, sure in _places(_said(columns, codes), margins=margins).items():
            here = min(best, sure)
            told = sums.setdefault(key, _Sum())
            told.add_ends(work, n, certain=here == _CERTAIN)
            if here >= standings.threshold:
                told.add(work, n)
    return {key: told.cell() for key, told in sums.items()}


def _said(columns: Sequence[Column], codes: Iterable[int]) -> list[Members]:
    return [column.members[code] for column, code in zip(columns, codes, strict=True)]


def _places(said: Sequence[Members], *, margins: bool) -> Mapping[Key, int]:
    """Every cell a unit is in, with how surely it is there; once in each, however many places lead to it."""
    places: dict[Key, int] = {(ALL,) * len(said): _CERTAIN}
    for chosen in product(*(_with_outer(members) if margins else members for members in said)):
        places[tuple(place for place, _ in chosen)] = min((sure for _, sure in chosen), default=_CERTAIN)
    return places


def _with_outer(members: Members) -> Iterable[tuple[Place, int]]:
    """The places of a unit on one axis, and all that these lie in."""
    surest = {ALL: _CERTAIN}
    for place, sure in members:
        for depth in range(1, len(place) + 1):
            surest[place[:depth]] = max(surest.get(place[:depth], 0), sure)
    return surest.items()


@attrs.define
class _Sum:
    value: Number = 0
    low: Number = 0
    high: Number = 0
    units: int = 0
    sizes: Number = 0
    first: Number = 0
    second: Number = 0

    def add_ends(self, work: Jobs, n: int, *, certain: bool) -> None:
        """An enterprise that may not count at all may also add nothing to either end."""
        self.low += n * (work.low if certain else min(work.low, 0))
        self.high += n * (work.high if certain else max(work.high, 0))

    def add(self, work: Jobs, n: int) -> None:
        size = max(work.value, -work.value)
        self.value += n * work.value
        self.units += n * work.known
        self.sizes += n * size
        for _ in range(min(n, 2)):
            if size > self.first:
                self.first, self.second = size, self.first
            elif size > self.second:
                self.second = size

    def cell(self) -> Cell:
        largest = Fraction(self.first), Fraction(self.second)
        others = Fraction(self.sizes - self.first - self.second)
        return Cell(Fraction(self.value), Fraction(self.low), Fraction(self.high), self.units, largest, others)
