"""Circuits of a table: cells that may go up and down together, by the same number, without changing any sum.

On one axis one cell goes up and another down; on an axis of places that lie in each other each of the two takes along
what it lies in, as far as the two do not lie in the same. Over several axes this gives a *cube*, such as the corners of
a rectangle. An *exchange* takes one unit from any cell to any other, with all that either is part of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import product
from math import prod
from typing import Final

from okoce_core.counting.breakdowns.cell import Key, Place
from okoce_core.rules.heads import Number

__all__ = ["Circuit", "Circuits", "Limits"]

Circuit = dict[Key, int]
"""Cells, each with whether it goes up (1) or down (-1)."""

Limits = tuple[int, ...]
"""How deep a table goes on each axis; 0: not at all."""

_Move = list[tuple[Place, int]]
_FAR: Final = 8
"""Of so many hidden cells two exchanges are put together."""
_NEAR: Final = 6
"""How many hidden and how many shown candidates are tried on each axis before all are."""


class Circuits:
    """The circuits around single cells, those first that take the least hiding.

    Args:
        sizes: Every cell that holds something, margins too, with what hiding it costs.
        hidden: Those that are hidden, as they come to be.
    """

    def __init__(self, sizes: Mapping[Key, Number], hidden: Set[Key]) -> None:
        self._sizes, self._hidden = sizes, hidden
        self._inside: dict[tuple[int, Key], list[Place]] = {}
        for key in sizes:
            for axis, place in enumerate(key):
                if place:
                    self._inside.setdefault((axis, _put(key, axis, place[:-1])), []).append(place)

    def line(self, total: Key, axis: int) -> list[Key]:
        """The cells of which a margin is the sum, along one axis."""
        return [_put(total, axis, place) for place in self._inside.get((axis, total), ())]

    def cubes(self, key: Key, limits: Limits, reach: int, *, near: bool) -> Iterator[Circuit]:
        """The cubes in which a cell goes up.

        Args:
            key: The cell. limits: How deep the table goes.
            reach: How many levels out the cell that goes down may lie; one more than there are: the sum goes up too.
            near: Only with the cells that are the first to be hidden.
        """
        moves = [list(self._moves(key, axis, limit, reach, near=near)) for axis, limit in enumerate(limits)]
        for chosen in product(*moves):
            cube = {tuple(p for p, _ in corner): prod(s for _, s in corner) for corner in product(*chosen)}
            if all(corner in self._sizes for corner in cube):
                yield cube

    def exchanges(self, key: Key, limits: Limits) -> Iterator[Circuit]:
        """The exchanges in which a cell goes up."""
        inmost = [_around(leaf) for leaf in self._sizes if tuple(map(len, leaf)) == limits]
        for gains in inmost:
            for losses in inmost if key in gains else ():
                if key not in losses:
                    yield dict.fromkeys(gains - losses, 1) | dict.fromkeys(losses - gains, -1)

    def double_exchanges(self, key: Key, limits: Limits) -> Iterator[Circuit]:
        """Two exchanges at once in which a cell goes up, where no cube has all corners; first among what is hidden."""
        inmost = [leaf for leaf in self._sizes if tuple(map(len, leaf)) == limits]
        near = [_around(leaf) for leaf in sorted(inmost, key=lambda leaf: leaf not in self._hidden)[:_FAR]]
        for gains in (around for around in map(_around, inmost) if key in around):
            for losses, gained, lost in product(near, near, near):
                moved = Counter[Key]([*gains, *gained])
                moved.subtract([*losses, *lost])
                if moved[key] > 0:
                    yield {cell: change for cell, change in moved.items() if change}

    def _moves(self, key: Key, axis: int, limit: int, reach: int, *, near: bool) -> Iterator[_Move]:
        """The ways in which the place of a cell on one axis goes up."""
        here = key[axis]
        if limit == 0:
            yield [(here, 1)]
            return
        for up in self._first(self._leaves(key, axis, here, limit), key, axis, len(here), near=near):
            for depth in range(len(here) - 1, max(len(here) - reach, 0) - 1, -1):
                others = (p for p in self._leaves(key, axis, here[:depth], limit) if p[depth] != here[depth])
                for down in self._first(others, key, axis, depth, near=near):
                    deeper = range(depth + 1, limit + 1)
                    yield [(up[:n], 1) for n in deeper] + [(down[:n], -1) for n in deeper]
            if reach > len(here):
                yield [(up[:n], 1) for n in range(limit + 1)]

    def _leaves(self, key: Key, axis: int, place: Place, limit: int) -> Iterator[Place]:
        """Every place at the depth of the limit that lies in a place, the rest of the key as it is."""
        if len(place) == limit:
            yield place
            return
        for inner in self._inside.get((axis, _put(key, axis, place)), ()):
            yield from self._leaves(key, axis, inner, limit)

    def _first(self, places: Iterable[Place], key: Key, axis: int, depth: int, *, near: bool) -> list[Place]:
        """What costs least to hide before the rest: first what is hidden already, the largest before the others."""

        def price(place: Place) -> tuple[Number, Number]:
            path = [_put(key, axis, place[:n]) for n in range(depth + 1, len(place) + 1)]
            new = sum(self._sizes[cell] for cell in path if cell not in self._hidden)
            return new, 0 if new else -self._sizes[_put(key, axis, place)]

        prices = {place: price(place) for place in places}
        ordered = sorted(prices, key=lambda place: prices[place])
        hidden = sum(not price[0] for price in prices.values())
        return ordered[: min(hidden, _NEAR)] + ordered[hidden : hidden + _NEAR] if near else ordered


def _put(key: Key, axis: int, place: Place) -> Key:
    return (*key[:axis], place, *key[axis + 1 :])


def _around(leaf: Key) -> set[Key]:
    """A cell and every margin that it is part of."""
    return set(product(*([place[:depth] for depth in range(len(place) + 1)] for place in leaf)))
