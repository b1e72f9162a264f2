"""A partner's CSV as a workbook with the bad cells marked: every cell is text, exactly as it was written.

Nothing is guessed, so no NIK loses a digit on the way, and cells that are typed anew stay text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import chain, islice
from typing import Any, Final

from okoce_core.intake.reading.sheet import Sheet
from okoce_core.report.replies.marks import Mark, Unmarkable, first_told, grouped, need_openpyxl, put
from okoce_core.report.replies.restoring import repacked
from okoce_core.values.cell import Cell

__all__ = ["text_workbook"]

_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384
_CELL: Final = 32_767
_LOOKED_AT: Final = 100
"""Rows by whose longest cells the columns are made wide."""

_WIDEST: Final = 40


def text_workbook(sheet: Sheet, marks: Sequence[Mark]) -> bytes:
    """The table as an xlsx of one sheet; the same input gives the same bytes.

    Raises:
        Misuse: openpyxl is not installed.
        Unmarkable: no workbook can hold it as it is.
    """
    openpyxl = need_openpyxl()
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.utils.exceptions import IllegalCharacterError

    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("Data")
    pattern = WriteOnlyCell(page)
    pattern.number_format = "@"
    first = list(islice(sheet.rows, _LOOKED_AT))
    _widen(page, first, openpyxl.utils.get_column_letter)
    by_row = grouped(marks).get("", {})
    try:
        for number, row in enumerate(chain(first, sheet.rows), 1):
            if number > _ROWS:
                raise Unmarkable("large")
            page.append(list(_cells(row, by_row.get(number, ()), pattern)))
    except IllegalCharacterError:
        raise Unmarkable("unlike") from None
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue())


def _widen(page: Any, rows: Iterable[Sequence[Cell]], letter: Any) -> None:
    widths: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row[:_COLUMNS], 1):
            widths[place] = max(widths.get(place, 10), min(_WIDEST, len(str(cell)) + 2))
    for place, width in widths.items():
        page.column_dimensions[letter(place)].width = width


def _cells(row: Sequence[Cell], marks: Sequence[Mark], pattern: Any) -> Iterator[Any]:
    by_column: dict[int, list[Mark]] = {}
    for mark in marks:
        by_column.setdefault(mark.column or first_told(row), []).append(mark)
    if len(row) > _COLUMNS or any(len(str(cell)) > _CELL for cell in row):
        raise Unmarkable("unlike")
    for place in range(1, max([len(row), *by_column]) + 1):
        said = str(row[place - 1]) if place <= len(row) else ""
        if not said and place not in by_column:
            yield None
            continue
        cell = copy(pattern)
        cell.value = said or None
        cell.data_type = "s" if said else "n"
        if place in by_column:
            put(cell, by_column[place])
        yield cell
