"""Tables into files, as partners send them: CSV in any dialect, a workbook, JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import accumulate
from typing import Any, Final

from okoce_core.testing.kit.check import NotApplicable

__all__ = ["as_csv", "as_json", "as_xlsx"]

_DOTTED: Final = re.compile(r"\w+(?:\.\w+)+")


def as_csv(rows: Iterable[Sequence[str]], delimiter: str = ",", line_end: str = "\n") -> bytes:
    """Rows as CSV in UTF-8; cells are quoted where they must be."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator=line_end).writerows(rows)
    return written.getvalue().encode()


def as_xlsx(rows: Iterable[Sequence[str]], sheet: str) -> bytes:
    """Rows as a workbook of one sheet, every cell a text.

    Raises:
        NotApplicable: nothing is installed that writes workbooks, or nothing that reads them.
    """
    if find_spec("python_calamine") is None:
        raise NotApplicable("workbooks need the extra okoce[excel]")
    for writer, write in (("xlsxwriter", _by_xlsxwriter), ("openpyxl", _by_openpyxl)):
        if find_spec(writer):
            return write(rows, sheet)
    raise NotApplicable("to make a workbook needs xlsxwriter or openpyxl")


def _by_xlsxwriter(rows: Iterable[Sequence[str]], sheet: str) -> bytes:
    import xlsxwriter

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for number, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if cell != "":
                    page.write_string(number, place, cell)
    return packed.getvalue()


def _by_openpyxl(rows: Iterable[Sequence[str]], sheet: str) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = sheet
    for number, cells in enumerate(rows, 1):
        for place, cell in enumerate(cells, 1):
            if cell != "":
                made = page.cell(number, place, cell)
                made.data_type = "s"  # a text that begins with = is no formula
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def as_json(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as a JSON array of objects; a dotted heading is a key inside an object."""
    records, taken = [], {*heads}
    for cells in rows:
        record: dict[str, Any] = {}
        for head, cell in zip(heads, cells, strict=True):
            nested = _DOTTED.fullmatch(head) and not taken.intersection(
                accumulate(head.split(".")[:-1], "{}.{}".format)
            )
            *outer, inner = head.split(".") if nested else [head]
            within = record
            for key in outer:
                within = within.setdefault(key, {})
            within[inner] = cell
        records.append(record)
    return json.dumps(records).encode()
