"""A table: figures broken down. What cannot add up to the whole, and why, is part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

import attrs

from okoce_core.counting.breakdowns.cell import Cell
from okoce_core.counting.exports.observation import TOTAL
from okoce_core.counting.figures import exact
from okoce_core.counting.tally import MEASURES
from okoce_core.frames import Kind, Record, Tabular
from okoce_core.shown import Shown

__all__ = ["Cell", "Note", "Table", "TableRow"]

_NOTES: Final = {
    "several": "one of the {measures} may stand in several rows of {dimension}, so the rows add up to more than all",
    "not-told": "of the {measures} no {dimension} is told; all of them are in the row of unknown",
    "suppressed": "some of the {measures} are not published, so the rows shown do not add up to all",
    "rounded": "each number is rounded by itself to a multiple of 3, so rows and totals do not add up",
    "whole-only": "people in doubt and partners that gave only totals are in the ends of the whole figure only",
}


_COLUMNS: Final[Mapping[str, Kind]] = {
    "measure": "text",
    **dict.fromkeys(("value", "low", "high"), "real"),
    **dict.fromkeys(("value_exact", "low_exact", "high_exact", "status"), "text"),
    "additive": "truth",
}


@attrs.frozen
class Note:
    """Something to be said under a table: a code with safe arguments; as text it is English."""

    code: Literal["several", "not-told", "suppressed", "rounded", "whole-only"]
    dimension: str = ""
    measures: tuple[str, ...] = ()

    def __str__(self) -> str:
        return _NOTES[self.code].format(dimension=self.dimension, measures=", ".join(self.measures))


@attrs.frozen
class TableRow:
    """One combination of values, None for unknown, with its cell for each measure."""

    values: tuple[str | None, ...]
    cells: Mapping[str, Cell] = attrs.field(hash=False)


@attrs.frozen(repr=False)
class Table(Shown, Tabular):
    """Figures broken down.

    Attributes:
        dimensions: As they were asked for. measures: Those that this rulebook counts.
        rows: Every combination of values that occurs among what is counted, and all unknown.
        totals: Of each measure the cell of all together.
        additive: Of each measure, whether the rows add up to the total. notes: Why not, and what else is to be said.
        scheme: For each dimension what its values are taken from: a classification with its year, or a law.
    """

    dimensions: tuple[str, ...]
    measures: tuple[str, ...]
    rows: tuple[TableRow, ...]
    totals: Mapping[str, Cell] = attrs.field(hash=False)
    additive: Mapping[str, bool] = attrs.field(hash=False)
    notes: tuple[Note, ...]
    scheme: Mapping[str, str] = attrs.field(hash=False)

    def __repr__(self) -> str:
        return f"<Table by {', '.join(self.dimensions)}: {len(self.rows)} rows>"

    def _kinds(self) -> Mapping[str, Kind]:
        return {**dict.fromkeys(self.dimensions, "text"), **_COLUMNS}

    def records(self) -> list[Record]:
        """Each number as a plain dict, named as in ``figures.rows()``; ``_T`` is all together, None is unknown."""
        whole = TableRow((TOTAL,) * len(self.dimensions), self.totals)
        return [record for row in (*self.rows, whole) for record in self._records(row)]

    def _records(self, row: TableRow) -> Iterator[Record]:
        of = dict(zip(self.dimensions, row.values, strict=True))
        for measure in self.measures:
            if measure in row.cells:
                yield {**of, "measure": measure, **row.cells[measure].record(), "additive": self.additive[measure]}

    def as_rows(self) -> list[dict[str, object]]:
        """The rows as they stand in okoce-figures/1: numbers as exact texts; None of what is not asked or published."""
        nothing: dict[str, object] = dict.fromkeys(MEASURES)
        return [
            dict(zip(self.dimensions, row.values, strict=True))
            | nothing
            | {measure: exact(cell.value) for measure, cell in row.cells.items()}
            for row in self.rows
        ]
