"""What openpyxl changes when it saves, put back: the results of formulas, and who made the workbook when.

openpyxl keeps a formula and drops its result, so a copy that nobody opened in a spreadsheet would read as empty where
there are formulas. And it writes the time of saving, by which the same inputs would not give the same bytes.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, Final
from xml.etree import ElementTree
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from okoce_core.intake.reading.calamine_rows import rows_of, sheets_of, workbook

__all__ = ["repacked", "restored", "same_cells"]

_Results = dict[str, tuple[str, str]]
"""By cell: the type and the text of what a formula gave."""

_PROPERTIES: Final = ("docProps/core.xml", "docProps/app.xml")
_FORMULA: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f(?:>| [^>]*>)[^<]*</f>|<f[^>]*/>)<v(?: ?/>|></v>)</c>')
_EMPTY: Final = re.compile(rb'(<c r="[A-Z]+[0-9]+"[^>]* t="inlineStr") ?/>')
"""An empty text as openpyxl writes it: a text cell without its text."""

_TIME: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_LONG_AGO: Final = b"2000-01-01T00:00:00Z"


def restored(original: bytes, saved: bytes) -> bytes:
    """The saved workbook with the results and properties of the original."""
    with ZipFile(io.BytesIO(original)) as before, ZipFile(io.BytesIO(saved)) as after:
        found = dict(zip(_sheet_parts(after).values(), _sheet_parts(before).values(), strict=True))
        kept: dict[str, bytes] = {name: before.read(name) for name in _PROPERTIES if name in before.namelist()}

        def part(name: str, data: bytes) -> bytes:
            if name not in found:
                return kept.get(name, data)
            data = _EMPTY.sub(rb"\g<1>><is><t></t></is></c>", data)
            return _with_results(data, _results(before.read(found[name]))) if b"<f" in data else data

        return repacked(saved, part)


def repacked(saved: bytes, part: Callable[[str, bytes], bytes] = lambda _, data: data) -> bytes:
    """The archive with each part as ``part`` gives it, and no time of today anywhere."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(saved)) as book, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for name in book.namelist():
            data = book.read(name)
            if name in _PROPERTIES:
                data = _TIME.sub(rb"\g<1>" + _LONG_AGO, data)
            made.writestr(ZipInfo(name), part(name, data), ZIP_DEFLATED)
    return out.getvalue()


def _sheet_parts(book: ZipFile) -> dict[str, str]:
    """By the name of the sheet its part, in order."""
    targets = {}
    for one in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels")):
        targets[one.get("Id")] = posixpath.normpath(posixpath.join("/xl", one.get("Target", "")))[1:]
    parts = {}
    for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter():
        if sheet.tag.endswith("}sheet"):
            relation = next(value for key, value in sheet.attrib.items() if key.endswith("}id"))
            parts[sheet.get("name", "")] = targets[relation]
    return parts


def _results(sheet: bytes) -> _Results:
    results: _Results = {}
    for _, cell in ElementTree.iterparse(io.BytesIO(sheet)):
        tag = cell.tag.rpartition("}")[2]
        if tag == "c":
            told = {part.tag.rpartition("}")[2]: part for part in cell}
            if "f" in told and "v" in told and told["v"].text is not None:
                results[cell.get("r", "")] = cell.get("t", "n"), told["v"].text
        elif tag == "row":
            cell.clear()
    return results


def _with_results(sheet: bytes, results: _Results) -> bytes:
    def filled(found: re.Match[bytes]) -> bytes:
        name, attributes, formula = found.groups()
        kind, text = results.get(name.decode(), ("", ""))
        if not kind:
            return found[0]
        typed = b"" if kind == "n" else f' t="{kind}"'.encode()
        return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (name, attributes, typed, formula, escape(text).encode())

    return _FORMULA.sub(filled, sheet)


def same_cells(original: bytes, marked: bytes) -> bool:
    """Whether every cell of every sheet says the same in both, as a reader that knows nothing of openpyxl sees them."""
    before, after = workbook(original), workbook(marked)
    sheets = sheets_of(before)
    if sheets != sheets_of(after):
        return False
    rows = ((_told(before, index), _told(after, index)) for index, _, _ in sheets)
    return all(one == other for told in rows for one, other in zip_longest(*told, fillvalue=list[Any]()))


def _told(book: Any, index: int) -> Iterator[list[Any]]:
    """The rows without the blank cells at their ends, of which a coloured one adds some."""
    for row in rows_of(book, index):
        while row and row[-1] == "":
            row.pop()
        yield row
