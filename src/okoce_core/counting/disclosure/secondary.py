"""Secondary suppression: hiding further cells until none that is hidden can be worked out from those that are shown.

A hidden cell is safe where it stands on a circuit of hidden cells that can all move a step, one way or the other: then
at least two tables fit all that is printed. Each must keep within what its status tells of it (*few* is at least 1 and
below the threshold). The whole is hidden for another's sake only where nothing else does. Source: the hypercube method
(Repsilber), in Hundepool et al., Statistical Disclosure Control, 2012; the proof stands in docs/disclosure.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import chain, product
from typing import Final

import attrs

from okoce_core.counting.breakdowns.cell import Cell, Key, Status, merged
from okoce_core.counting.disclosure.circuits import Circuit, Circuits, Limits
from okoce_core.rules.heads import Number

__all__ = ["Guard", "hidden_cells"]

_EITHER_WAY: Final = (1, -1)


@attrs.frozen
class Guard:
    """What makes a cell unsafe, and what everybody knows of one that is hidden.

    Attributes:
        status: Why a cell is not to be published; empty where it may be.
        known: The least and the most that a hidden cell of such a status holds; None: any number.
        least: The least that any hidden cell holds: what is empty is shown.
        steps: By how much a cell must be able to move; one of them will do.
    """

    status: Callable[[Key, Cell], Status]
    known: Callable[[Key, Status], tuple[int, int | None]]
    least: int
    steps: Callable[[Cell], tuple[Number, ...]]


def hidden_cells(cells: Mapping[Key, Cell], depths: Limits, guard: Guard) -> dict[Key, Status]:
    """The cells that are not to be published, with the reason of each.

    Tables of fewer axes are protected first, so that one hides the same by itself as inside a larger one.

    Args:
        cells: A table with all its margins. depths: How long the paths of each axis are. guard: The rules.
    """
    table = _Protected(cells, guard)
    for limits in sorted(product(*(range(depth + 1) for depth in depths)), key=lambda limits: (sum(limits), limits)):
        table.protect(limits)
    return table.hidden


class _Protected:
    def __init__(self, cells: Mapping[Key, Cell], guard: Guard) -> None:
        self._cells = {key: cells[key] for key in sorted(cells, key=_order) if not cells[key].empty}
        self._values = {key: _number(cell.value) for key, cell in self._cells.items()}
        self._sizes = {key: value if value > 0 else -value for key, value in self._values.items()}
        self._guard = guard
        self.hidden: dict[Key, Status] = {}
        self._circuits = Circuits(self._sizes, self.hidden.keys())

    def protect(self, limits: Limits) -> None:
        """Hide what is unsafe in the table that goes so deep, and as much more as that takes."""
        within = [key for key in self._cells if all(len(p) <= limit for p, limit in zip(key, limits, strict=True))]
        for key in within:
            if status := self._guard.status(key, self._cells[key]):
                self.hidden.setdefault(key, status)
        safe: set[Key] = set()
        while any(limits):
            for key in within:
                if key in self.hidden and key not in safe:
                    safe |= self._surround(key, limits)
            if not sum(self._fill(key, axis, limits) for key in within for axis in range(len(key))):
                return

    def _surround(self, key: Key, limits: Limits) -> set[Key]:
        """Hide the cheapest circuit around a cell, and give the cells that this makes safe.

        Where none can move within the statuses of its cells, these are given all alike: which of them is *few* cannot
        be told then. Only where that does not do either is a further margin hidden, and last of all the whole: a
        smaller table would show it.
        """
        tries = ((False, "inner"), (True, "inner"), (False, "margin"), (True, "margin"), (True, "whole"))
        found = ((alike, self._cheapest(key, limits, alike=alike, most=most)) for alike, most in tries)
        alike, circuit = next((alike, circuit) for alike, circuit in found if circuit)
        for cell in circuit:
            self.hidden.setdefault(cell, "secondary")
            if alike:
                self.hidden[cell] = "secondary"
        return {key, *(cell for cell in circuit if self._steps(cell) == _EITHER_WAY)}

    def _steps(self, key: Key) -> tuple[Number, ...]:
        """How a cell has to be able to move: one that is hidden for another's sake, at all."""
        return _EITHER_WAY if self.hidden[key] == "secondary" else self._guard.steps(self._cells[key])

    def _cheapest(self, key: Key, limits: Limits, *, alike: bool, most: str) -> Circuit | None:
        """The search goes further out as long as it finds none."""
        reaches = range(1, max(limits) + 2)
        further = (self._circuits.cubes(key, limits, reach, near=near) for reach in reaches for near in (True, False))
        steps = self._steps(key)
        last = (self._circuits.exchanges(key, limits), self._circuits.double_exchanges(key, limits))
        for circuits in chain(further, last):
            best: Circuit | None = None
            least: tuple[int, Number] | None = None
            for circuit in circuits:
                cost = self._cost(circuit, limits, most)
                if cost and (least is None or cost < least) and self._may_move(circuit, steps, alike=alike):
                    best, least = circuit, cost
                    if not cost[1]:
                        break
            if best:
                return best
        return None

    def _cost(self, circuit: Circuit, limits: Limits, most: str) -> tuple[int, Number] | None:
        """Margins before numbers: hiding one that another table shows would protect nothing. None: not to be hidden.

        ``most``: Whether a further margin may be hidden, or the whole too.
        """
        new = [cell for cell in circuit if cell not in self.hidden]
        margins = sum(any(len(p) < limit for p, limit in zip(cell, limits, strict=True)) for cell in new)
        if (margins and most == "inner") or (most != "whole" and not all(map(any, new))):
            return None
        return margins, sum(self._sizes[cell] for cell in new)

    def _may_move(self, circuit: Circuit, steps: tuple[Number, ...], *, alike: bool) -> bool:
        return any(all(self._may_hold(cell, sign * step, alike) for cell, sign in circuit.items()) for step in steps)

    def _may_hold(self, key: Key, change: Number, alike: bool) -> bool:
        """Whether nobody could tell that a hidden cell does not hold so much more or less."""
        here, (low, high) = self._values[key], self._guard.known(key, self.hidden.get(key, "secondary"))
        if alike or here < low or (high is not None and here > high):
            low, high = self._guard.least, None
        return (here < low or here + change >= low) and (high is None or here + change <= high)

    def _fill(self, total: Key, axis: int, limits: Limits) -> bool:
        """Hide one more of a line whose hidden cells would together still be unsafe; whether one was."""
        if total in self.hidden or len(total[axis]) >= limits[axis]:
            return False
        line = self._circuits.line(total, axis)
        hidden, shown = ([key for key in line if (key in self.hidden) is wanted] for wanted in (True, False))
        if not (hidden and shown and self._guard.status(total, merged(self._cells[key] for key in hidden))):
            return False
        self.hidden[min(shown, key=self._sizes.__getitem__)] = "secondary"
        return True


def _number(value: Fraction | None) -> Number:
    return 0 if value is None else value.numerator if value.denominator == 1 else value


def _order(key: Key) -> tuple[int, list[list[tuple[bool, str]]]]:
    """The innermost cells first, then by value, unknown last."""
    return -sum(map(len, key)), [[(value is None, value or "") for value in place] for place in key]
