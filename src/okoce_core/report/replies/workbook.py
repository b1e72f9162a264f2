"""A copy of a partner's workbook in which the bad cells are marked, and nothing else is another.

openpyxl writes it. What it would lose is looked for before (:mod:`~okoce_core.report.replies.faithful`), what it drops
is put back after (:mod:`~okoce_core.report.replies.restoring`), and the cells of both are compared in the end: where
anything is not as it was there is no copy, and the partner gets the list alone.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final
from zipfile import ZipFile

from okoce_core.evidence import column_letter
from okoce_core.intake.reading.calamine_rows import panic
from okoce_core.report.replies.faithful import bears_marks, check_faithful
from okoce_core.report.replies.marks import Mark, Unmarkable, grouped, need_openpyxl, put, take_off
from okoce_core.report.replies.restoring import restored, same_cells

__all__ = ["marked_workbook"]

_HARMLESS: Final = "Workbook contains no default style"


def marked_workbook(data: bytes, marks: Sequence[Mark]) -> bytes:
    """The workbook with its marks; the same input gives the same bytes.

    Args:
        data: An xlsx. marks: What to mark; of sheets that it has.

    Raises:
        Misuse: openpyxl is not installed.
        Unmarkable: it could not be given back whole.
    """
    need_openpyxl()
    try:
        with ZipFile(io.BytesIO(data)) as parts:
            check_faithful(parts)
            again = bears_marks(parts)
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # by a warning openpyxl tells that it leaves something out
            warnings.filterwarnings("ignore", message=_HARMLESS)
            marked = restored(data, _saved(data, marks, again=again))
        alike = same_cells(data, marked)
    except BaseException as error:  # openpyxl raises of everything where a file is not as it would write it
        if isinstance(error, Unmarkable) or not panic(error):
            raise
        raise Unmarkable("parts") from None
    if not alike:
        raise Unmarkable("unlike")
    return marked


def _saved(data: bytes, marks: Sequence[Mark], *, again: bool) -> bytes:
    book = need_openpyxl().load_workbook(io.BytesIO(data), rich_text=True)
    from openpyxl.workbook.properties import CalcProperties

    for sheet in book.worksheets if again else ():
        for cell in [cell for cell in _there(sheet).values() if getattr(cell, "comment", None)]:
            take_off(cell)
    for name, rows in grouped(marks).items():
        _mark_sheet(book[name], rows)
    book.calculation = book.calculation or CalcProperties()
    book.calculation.fullCalcOnLoad = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _mark_sheet(sheet: Any, rows: Mapping[int, Sequence[Mark]]) -> None:
    # Of a merged area only the first cell can be written into; that the areas are small is checked before.
    merged = {place: area.coord.partition(":")[0] for area in sheet.merged_cells.ranges for place in area.cells}
    first: dict[int, int] = {}
    for (row, column), cell in _there(sheet).items():
        if cell.value not in (None, ""):
            first[row] = min(column, first.get(row, column))
    cells: dict[str, list[Mark]] = {}
    for row, marks in rows.items():
        for mark in marks:
            column = mark.column or first.get(row, 1)
            cells.setdefault(merged.get((row, column), f"{column_letter(column)}{row}"), []).append(mark)
    for name, told in cells.items():
        put(sheet[name], told)


def _there(sheet: Any) -> dict[tuple[int, int], Any]:
    """The cells of the file by row and column; to ask openpyxl for rows makes every cell of a sparse sheet."""
    found: dict[tuple[int, int], Any] = sheet._cells  # noqa: SLF001
    return found
