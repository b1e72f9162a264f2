"""The only module that talks to calamine; also runs as a program of its own, for forms that could end the process.

xls, xlsb and ods say themselves how much memory they need, and calamine believes them: one changed byte can ask for
50 GB, at which Rust ends the process without an exception. So these are read in a child (bytes on its standard input,
a pickle of rows on its output), whose end costs nothing. For that this module imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import sys
from collections.abc import Iterator
from typing import Any

__all__ = ["panic", "read", "rows_of", "sheets_of", "workbook"]


def workbook(data: bytes) -> Any:
    """The workbook in the bytes; raises what calamine raises."""
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def sheets_of(book: Any) -> list[tuple[int, str, bool]]:
    """The worksheets in order: index, name, whether it is visible. Charts and macros are none."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        (index, sheet.name, sheet.visible == SheetVisibleEnum.Visible)
        for index, sheet in enumerate(book.sheets_metadata)
        if sheet.typ == SheetTypeEnum.WorkSheet
    ]


def rows_of(book: Any, index: int) -> Iterator[list[Any]]:
    """The rows of a sheet from row 1 and column A on, blank cells as ""."""
    sheet = book.get_sheet_by_index(index)
    if not hasattr(sheet, "iter_rows"):
        yield from sheet.to_python(skip_empty_area=False)
        return
    # iter_rows gives the blank rows above a table, but not the blank columns before it.
    indent = [""] * (sheet.start[1] if sheet.start else 0)
    if not indent:
        yield from sheet.iter_rows()
        return
    for row in sheet.iter_rows():
        yield indent + row


def read(data: bytes) -> list[tuple[str, bool, list[list[Any]]]]:
    """Every worksheet at once: its name, whether it is visible, and its rows if it is."""
    book = workbook(data)
    return [(name, seen, list(rows_of(book, index)) if seen else []) for index, name, seen in sheets_of(book)]


def panic(error: BaseException) -> bool:
    """Whether this is Rust's panic, which Python gets as an exception that ``except Exception`` lets through."""
    return isinstance(error, Exception) or type(error).__name__ == "PanicException"


def _main(memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    pickle.dump(read(sys.stdin.buffer.read()), sys.stdout.buffer, protocol=5)


if __name__ == "__main__":
    _main(int(sys.argv[1]))
