"""The cells of a block of rows, by column; of the rows that are kept, only the columns that somebody reads are cut."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import Protocol

from okoce_core.values.cell import Cell

__all__ = ["Columns", "Kept"]


class Columns(Protocol):
    """Columns of cells by their place in the sheet, all of the same rows."""

    def __getitem__(self, place: int, /) -> Sequence[Cell]:
        """The cells of one column."""


class Kept(dict[int, list[Cell]]):
    """The columns of those rows for which ``kept`` is true; each is cut when it is first asked for."""

    def __init__(self, columns: Columns, kept: Sequence[bool]) -> None:
        super().__init__()
        self._columns, self._kept = columns, kept

    def __missing__(self, place: int) -> list[Cell]:
        column = self[place] = list(compress(self._columns[place], self._kept))
        return column
