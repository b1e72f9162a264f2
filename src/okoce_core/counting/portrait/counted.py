"""The standings a portrait is drawn of, and a plain cell of so many people."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from okoce_core.counting.breakdowns.cell import Cell
from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse

if TYPE_CHECKING:
    from okoce_core.counting.results import Figures

__all__ = ["counted", "people"]


def counted(figures: Figures) -> Standings:
    """How everybody stands.

    Raises:
        Misuse: the rulebook adds up rows; nobody stands behind its figures.
    """
    if figures.rulebook.basis == "rows":
        raise Misuse("rows-not-broken-down", f"{figures.rulebook.name} adds up rows; there is nothing to break down")
    return figures._standings  # noqa: SLF001 - figures are made of them


def people(number: int) -> Cell:
    """So many counted people; no ends are given."""
    return Cell(Fraction(number), low=None, high=None, units=number)
