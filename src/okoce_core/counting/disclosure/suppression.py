"""Disclosure control: what of a table may be published, by rules that the caller gives.

In this order: numbers of few people or enterprises are hidden, and jobs that one enterprise dominates; then as many
more as it takes that none of these can be worked out; what is left may be rounded. Without rules nothing is hidden.
Source: counting.md 5; Hundepool et al., Handbook on Statistical Disclosure Control (threshold, p % rule).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

import attrs

from okoce_core.counting.breakdowns.cell import Cell, Key, Status
from okoce_core.counting.disclosure.rounding import cell_name, rounded
from okoce_core.counting.disclosure.secondary import Guard, hidden_cells
from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["Suppression", "published", "suppressed"]

_NARROW: Final = frozenset({"district", "sex", "disability"})
"""Together they come so close to single people, and to data of their health, that more of them are asked for."""


def _between(least: int, most: int | None = None) -> Any:
    def check(_: object, attribute: attrs.Attribute[int], value: int) -> None:
        if value < least or (most is not None and value > most):
            limit = f"at least {least}" if most is None else f"{least} to {most}"
            raise Misuse("suppression-rule", f"{attribute.name} must be {limit}", asked=attribute.name)

    return check


def _secret(_: object, __: object, key: bytes | None) -> None:
    if key is not None and not 16 <= len(key) <= 64:
        raise Misuse("rounding-key", "a key for rounding has 16 to 64 bytes")


@attrs.frozen(kw_only=True)
class Suppression:
    """Rules of disclosure control.

    Attributes:
        threshold: The fewest people, or enterprises, that a number may be of; at least 3, since of fewer each one knows
            the other.
        narrow_threshold: The same of district by sex by disability.
        enterprises: The fewest enterprises that a number of jobs may be of.
        dominance: The p of the p % rule: the largest enterprise's jobs must stay uncertain by this share for the
            second largest, who knows his own.
        key: The secret of random rounding to base 3, 16 to 64 bytes; None: nothing is rounded.

    Raises:
        Misuse: a rule that protects nobody.
    """

    threshold: int = attrs.field(default=5, validator=_between(3))
    narrow_threshold: int = attrs.field(default=10, validator=_between(3))
    enterprises: int = attrs.field(default=3, validator=_between(3))
    dominance: int = attrs.field(default=10, validator=_between(1, 100))
    key: bytes | None = attrs.field(default=None, repr=False, validator=_secret)

    def least(self, dimensions: Sequence[str]) -> int:
        """The fewest units that a number broken down by these may be of."""
        return self.narrow_threshold if set(dimensions) >= _NARROW else self.threshold

    def status(self, measure: str, cell: Cell, dimensions: Sequence[str]) -> Status:
        """Why a number may not be published by itself; empty where it may. Nothing is never hidden."""
        if cell.empty:
            return ""
        if measure != "jobs":
            return "few" if (cell.units or 0) < self.least(dimensions) else ""
        if (cell.units or 0) < self.enterprises:
            return "few"
        largest = (cell.largest or (Fraction(0),))[0]
        return "dominated" if (cell.others or 0) < self.dominance * largest / 100 else ""


def suppressed(
    cells: Mapping[Key, Cell], axes: Sequence[Sequence[str]], measure: str, rules: Suppression
) -> dict[Key, Cell]:
    """The cells of one measure as they may be published.

    Args:
        cells: A table with all its margins. axes: The dimensions of each axis, the outermost first.
        measure: What is counted. rules: The rules.
    """
    guard = _jobs(axes, rules) if measure == "jobs" else _people(axes, measure, rules)
    hidden = hidden_cells(cells, tuple(len(axis) for axis in axes), guard)
    told = {key: _told(key, axes) for key in cells}
    return {
        key: published(cell, hidden.get(key, ""), rules, cell_name(measure, told[key])) for key, cell in cells.items()
    }


def _told(key: Key, axes: Sequence[Sequence[str]]) -> dict[str, str | None]:
    """The dimensions that a cell is broken down by, with its values."""
    pairs = (zip(axis, place, strict=False) for axis, place in zip(axes, key, strict=True))
    return dict(pair for told in pairs for pair in told)


def _people(axes: Sequence[Sequence[str]], measure: str, rules: Suppression) -> Guard:
    def known(key: Key, status: Status) -> tuple[int, int | None]:
        least = rules.least([*_told(key, axes)])
        return (1, least - 1) if status == "few" else (least, None)

    return Guard(lambda key, cell: rules.status(measure, cell, [*_told(key, axes)]), known, 1, lambda _: (1, -1))


def _jobs(axes: Sequence[Sequence[str]], rules: Suppression) -> Guard:
    def steps(cell: Cell) -> tuple[Number, ...]:
        """Upwards: what is known too closely is how large the largest enterprise can be."""
        share = rules.dominance * (cell.largest or (Fraction(0),))[0] / 100
        return (share if share > 1 else 1,)

    return Guard(lambda key, cell: rules.status("jobs", cell, [*_told(key, axes)]), lambda *_: (1, None), 1, steps)


def published(cell: Cell, status: Status, rules: Suppression, name: str) -> Cell:
    """A cell as it leaves: its value or nothing; never its ends, nor what stands behind it.

    The ends are a second and a third table with small numbers of their own, and would undo any rounding.
    """
    nothing = Cell(value=None, low=None, high=None, units=None, largest=None, others=None, status=status)
    if status:
        return nothing
    if rules.key is None or cell.value is None:
        return attrs.evolve(nothing, value=cell.value)
    return attrs.evolve(nothing, value=rounded(cell.value, rules.key, name), status="rounded")
