"""What every reader gives: sheets of rows of cells, numbered as the partner sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from okoce_core.values.cell import Cell

__all__ = ["Opened", "Sheet"]


@attrs.define
class Sheet:
    """One table, or what may be one.

    Attributes:
        name: The sheet of a workbook, the path of a list in JSON or XML (``peserta``; "" for a bare array), "" for CSV.
        rows: The rows from the first on, each as many cells as it has; can be taken once. The n-th (from 1) is row n
            as a spreadsheet numbers it, so blank rows are given too, as empty or all-blank rows. In JSON and
            XML the n-th is record n.
        keys: JSON and XML only: the flattened names of the columns (``usaha.nama``), in order of first appearance. None
            in the other forms, where the header is still to be found among the rows.
    """

    name: str
    rows: Iterator[Sequence[Cell]]
    keys: tuple[str, ...] | None = None


@attrs.define
class Opened:
    """A source opened: its form and its sheets.

    Attributes:
        media: csv, xlsx, xls, xlsb, ods, json, jsonl, xml; "records" for okoce-records (its lines are read elsewhere);
            "" if it could not be read.
        sheets: The tables found; none for "records".
    """

    media: str
    sheets: list[Sheet] = attrs.field(factory=list)
