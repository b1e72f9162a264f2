"""A partner's CSV as a workbook with the bad cells marked: every cell is text, exactly as it was written.

Nothing is guessed, so no NIK loses a digit on the way, and cells that are typed anew stay text.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from itertools import chain, islice
from typing import Any, Final

from okoce_core.intake.reading.sheet import Sheet
from okoce_core.report.replies.marks import Mark, Unmarkable, grouped, need_openpyxl, put
from okoce_core.report.replies.restoring import repacked
from okoce_core.values.cell import Cell

__all__ = ["text_workbook"]

_ROWS: Final = 1_048_576
_COLUMNS: Final = 16_384
_CELL: Final = 32_767
_LOOKED_AT: Final = 100
"""Rows by whose longest cells the columns are made wide."""

_WIDEST: Final = 40


def text_workbook(table: Callable[[], Sheet], marks: Sequence[Mark]) -> bytes:
    """The table as an xlsx of one sheet; the same input gives the same bytes.

    Args:
        table: Gives the table; asked twice, since nothing is written before all of it is known to fit. marks: Of it.

    Raises:
        Misuse: openpyxl is not installed.
        Unmarkable: no workbook can hold it as it is.
    """
    openpyxl = need_openpyxl()
    from openpyxl.cell import WriteOnlyCell

    _check(table().rows)
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("Data")

    def made() -> Any:
        cell = WriteOnlyCell(page)
        cell.number_format = "@"
        return cell

    plain = made()
    rows = table().rows
    first = list(islice(rows, _LOOKED_AT))
    _widen(page, first, openpyxl.utils.get_column_letter)
    by_row = grouped(marks).get("", {})
    for number, row in enumerate(chain(first, rows), 1):
        page.append(list(_cells(row, by_row.get(number, ()), plain, made)))
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue())


def _check(rows: Iterable[Sequence[Cell]]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    for number, row in enumerate(rows, 1):
        if number > _ROWS:
            raise Unmarkable("large")
        said = list(map(str, row))
        if (
            len(row) > _COLUMNS
            or any(len(cell) > _CELL for cell in said)
            or ILLEGAL_CHARACTERS_RE.search("".join(said))
        ):
            raise Unmarkable("unlike")


def _widen(page: Any, rows: Iterable[Sequence[Cell]], letter: Any) -> None:
    widths: dict[int, int] = {}
    for row in rows:
        for place, cell in enumerate(row[:_COLUMNS], 1):
            widths[place] = max(widths.get(place, 10), min(_WIDEST, len(str(cell)) + 2))
    for place, width in widths.items():
        page.column_dimensions[letter(place)].width = width


def _cells(row: Sequence[Cell], marks: Sequence[Mark], plain: Any, made: Callable[[], Any]) -> Iterator[Any]:
    """The cells of a row. Copies of the plain one share its style, so a cell with a colour is made by itself."""
    by_column: dict[int, list[Mark]] = {}
    for mark in marks:
        first = next((place for place, cell in enumerate(row, 1) if cell), 1)
        by_column.setdefault(mark.column or first, []).append(mark)
    for place in range(1, max([len(row), *by_column]) + 1):
        said = str(row[place - 1]) if place <= len(row) else ""
        if not said and place not in by_column:
            yield None
            continue
        cell = made() if place in by_column else copy(plain)
        cell.value = said or None
        cell.data_type = "s" if said else "n"
        if place in by_column:
            put(cell, by_column[place])
        yield cell
