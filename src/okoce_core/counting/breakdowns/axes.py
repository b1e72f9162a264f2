"""The axes of a table: a dimension each, or several that lie in each other, as districts do in regencies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from okoce_core.counting.breakdowns.cell import Cell, Place
from okoce_core.counting.breakdowns.columns.column import Column, nested, single
from okoce_core.counting.breakdowns.dimensions import DIMENSIONS, Dimension
from okoce_core.counting.breakdowns.table import Note
from okoce_core.counting.breakdowns.tallying import tallied_jobs, tallied_units
from okoce_core.counting.standings import Standings

__all__ = ["Axis", "Columns", "axes_of"]


@attrs.frozen
class Axis:
    """Dimensions that lie in each other, the outermost first; which of them were asked for.

    A regency is protected inside its province even where only regencies are asked for: others print the provinces.
    """

    levels: tuple[Dimension, ...]
    asked: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its dimensions."""
        return tuple(level.name for level in self.levels)

    def values(self, place: Place) -> Mapping[str, str | None]:
        """What a place means in the dimensions that were asked for."""
        return {name: value for name, value in zip(self.names, place, strict=True) if name in self.asked}


def axes_of(dimensions: Iterable[Dimension]) -> tuple[Axis, ...]:
    """The axes that dimensions span, in the order in which they were asked for."""
    chains: dict[str, list[tuple[Dimension, ...]]] = {}
    for each in dimensions:
        chain = _chain(each)
        chains.setdefault(chain[0].name, []).append(chain)
    return tuple(Axis(max(found, key=len), tuple(chain[-1].name for chain in found)) for found in chains.values())


def _chain(dimension: Dimension) -> tuple[Dimension, ...]:
    outer = dimension.within
    return (*_chain(DIMENSIONS[outer]), dimension) if outer else (dimension,)


class Columns:
    """The columns of some axes, each read once, and the cells of a measure over them."""

    def __init__(self, standings: Standings, axes: Sequence[Axis]) -> None:
        self._standings, self._axes = standings, axes
        self._read: dict[Callable[[Standings], Column], Column] = {}

    def cells(self, measure: str, *, margins: bool) -> dict[tuple[Place, ...], Cell]:
        """The cells of a measure, with margins or with the whole alone."""
        standings = self._standings
        columns = [self._axis(measure, axis) for axis in self._axes]
        if measure == "jobs":
            return tallied_jobs(standings, columns, margins=margins)
        standing = {
            "participants": standings.people.standing,
            "entrepreneurs": standings.entrepreneur,
            "enterprises": standings.enterprise,
        }[measure]
        return tallied_units(standing, columns, standings.threshold, margins=margins)

    def standing_in(self, measure: str, each: Dimension, value: str | None) -> set[int]:
        """The units that stand under a value of a dimension."""
        column = self._of(measure, each) or single(self._unknown(measure))
        within = {n for n, told in enumerate(column.members) if any(place[-1] == value for place, _ in told)}
        return {unit for unit, number in enumerate(column.of) if number in within}

    def untold(self, dimensions: Iterable[Dimension], measures: Sequence[str]) -> Iterable[Note]:
        """Of which measures the records do not tell a dimension at all."""
        for each in dimensions:
            silent = tuple(m for m in measures if not ((column := self._of(m, each)) and column.told))
            if silent:
                yield Note("not-told", each.name, silent)

    def _of(self, measure: str, each: Dimension) -> Column | None:
        read = getattr(each, "enterprises" if measure == "jobs" else measure)
        if read is not None and read not in self._read:
            self._read[read] = read(self._standings)
        return None if read is None else self._read[read]

    def _axis(self, measure: str, axis: Axis) -> Column:
        if len(axis.levels) > 1:
            return nested([self._of(measure, each) if each.name in axis.asked else None for each in axis.levels])
        return self._of(measure, axis.levels[0]) or single(self._unknown(measure))

    def _unknown(self, measure: str) -> list[None]:
        population = self._standings.population
        return [None] * (population.people if measure in {"participants", "entrepreneurs"} else population.enterprises)
