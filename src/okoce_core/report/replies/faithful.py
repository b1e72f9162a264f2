"""Whether openpyxl would give a workbook back whole: what it does not know of, it drops without a word when it saves.

So the parts of the file are looked over first. Of a workbook with anything else in it no marked copy is made. What
may be lost is what a spreadsheet makes anew (the order of calculation, a thumbnail) or keeps for one printer alone.
"""

from __future__ import annotations

import re
from typing import Final
from zipfile import ZipFile

from okoce_core.evidence.place import column_number
from okoce_core.report.replies.marks import AUTHOR, Unmarkable

__all__ = ["bears_marks", "check_faithful"]

_KEPT: Final = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core|custom)\.xml|docProps/thumbnail\.\w+"
    r"|xl/(workbook|styles|sharedStrings|calcChain)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml"
    r"|xl/worksheets/[^/]+\.xml|xl/worksheets/_rels/[^/]+\.xml\.rels|xl/tables/table\d+\.xml"
    r"|xl/printerSettings/[^/]+\.bin|xl/comments\d*\.xml|xl/comments/comment\d+\.xml"
    r"|xl/drawings/(vmlDrawing|commentsDrawing)\d+\.vml|.*/"
)
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
_COMMENTS: Final = re.compile(r"xl/comments(/comment)?\d*\.xml")
_EMPTY_DRAWING: Final = re.compile(r"xl/drawings/(_rels/)?drawing\d+\.xml(\.rels)?")
"""Google Sheets writes a drawing without anything in it for every sheet."""

_DRAWN: Final = re.compile(r"xl/(charts|media|drawings|diagrams|chartsheets|ink|embeddings)/", re.IGNORECASE)
_LOST_IN_A_SHEET: Final = re.compile(
    rb"<(?:\w+:)?(extLst|legacyDrawingHF|controls|oleObjects|picture|customSheetViews|protectedRanges|cellWatches"
    rb"|webPublishItems|smartTags|customProperties|AlternateContent|dataConsolidate)[\s/>]"
)
_OTHER_SHAPE: Final = re.compile(rb"ObjectType=[\"'](?!Note[\"'])")
_BEGINNING: Final = 1 << 12
_MOST: Final = 200 << 20
"""Bytes of sheets, unpacked: some five million cells, for which openpyxl takes 2 GB and minutes."""

_AREA_TAG: Final = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)[\s/>]")
_AREA: Final = re.compile(
    rb"<(?:mergeCell|hyperlink)\s[^>]*?\bref=\"([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?\""
)
_COMMENT_TAG: Final = re.compile(rb"<(?:\w+:)?comment[\s/>]")
_COMMENT: Final = re.compile(rb"<comment\s[^>]*?\bref=\"[A-Z]{1,3}\d{1,7}\"")
_MOST_IN_AREAS: Final = 1 << 20
"""openpyxl makes every cell of a merged or linked area."""


def check_faithful(book: ZipFile) -> None:
    """Raise :class:`Unmarkable` where something in the workbook would be lost."""
    names = book.namelist()
    if any(name.lower().endswith("vbaproject.bin") or "/activeX/" in name for name in names):
        raise Unmarkable("macros")
    sheets = [member for member in book.infolist() if _SHEET.fullmatch(member.filename)]
    if sum(member.file_size for member in sheets) > _MOST:
        raise Unmarkable("large")
    for name in names:
        if b"<!DOCTYPE" in book.read(name)[:_BEGINNING]:
            raise Unmarkable("parts")
        if not _KEPT.fullmatch(name) and not _is_empty_drawing(book, name):
            raise Unmarkable("drawings" if _DRAWN.match(name) else "parts")
        if _COMMENTS.fullmatch(name):
            _check_comments(book.read(name))
        if name.endswith(".vml") and _OTHER_SHAPE.search(book.read(name)):
            raise Unmarkable("drawings")
    for member in sheets:
        _check_sheet(book.read(member))


def _is_empty_drawing(book: ZipFile, name: str) -> bool:
    return bool(_EMPTY_DRAWING.fullmatch(name)) and b"Anchor" not in book.read(name)


def _check_sheet(data: bytes) -> None:
    head, opened, rest = data.partition(b"<sheetData")
    tail = rest.rpartition(b"</sheetData>")[2]
    if not opened or _LOST_IN_A_SHEET.search(head) or _LOST_IN_A_SHEET.search(tail):
        raise Unmarkable("parts")
    areas = _AREA.findall(tail)
    if len(areas) != len(_AREA_TAG.findall(tail)):  # written as nobody writes them, "A:XFD" among others
        raise Unmarkable("parts")
    if sum(map(_size, areas)) > _MOST_IN_AREAS:
        raise Unmarkable("large")


def _size(area: tuple[bytes, ...]) -> int:
    left, top, right, bottom = (part.decode() for part in area)
    if not right:
        return 1
    return (abs(column_number(right) - column_number(left)) + 1) * (abs(int(bottom) - int(top)) + 1)


def _check_comments(data: bytes) -> None:
    if len(_COMMENT.findall(data)) != len(_COMMENT_TAG.findall(data)):
        raise Unmarkable("parts")


def bears_marks(book: ZipFile) -> bool:
    """Whether some comment may be ours, of a marked copy that came back."""
    return any(AUTHOR.encode() in book.read(name) for name in book.namelist() if _COMMENTS.fullmatch(name))
