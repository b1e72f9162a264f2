"""Source and Place: which bytes a thing came from, and where in them, as the partner sees it."""

from __future__ import annotations

import attrs

__all__ = ["Place", "Source", "column_letter", "column_number"]


@attrs.frozen
class Source:
    """One file as it was given.

    Attributes:
        name: Its path relative to what was read, with ``/``; a zip member is ``archive.zip/member.csv``.
        sha256: The hash of its bytes, 64 hexadecimal digits.
        media: What it was read as: csv, xlsx, xls, ods, json, jsonl, or "" when that is not known.
    """

    name: str
    sha256: str
    media: str = ""


@attrs.frozen
class Place:
    """A spot in a source.

    Attributes:
        file: :attr:`Source.name`.
        sheet: The sheet of a workbook, the path of a list in JSON (``peserta``), "" for a plain table.
        row: The row as a spreadsheet numbers it, from 1, blank rows counted; in JSON the 1-based record index;
            in JSON Lines the line. None: the whole sheet.
        column: The 1-based column. None: the whole row (and always in JSON, where columns have no order).
    """

    file: str
    sheet: str = ""
    row: int | None = None
    column: int | None = None

    @property
    def cell(self) -> str | None:
        """The cell as a spreadsheet names it, ``C14``; None for a whole row or sheet."""
        if self.row is None or self.column is None:
            return None
        return f"{column_letter(self.column)}{self.row}"

    def __str__(self) -> str:
        inside = self.cell or (f"{self.row}" if self.row is not None else "")
        sheet = f"{self.sheet}!{inside}" if self.sheet and inside else self.sheet or inside
        return f"{self.file}: {sheet}" if sheet else self.file


def column_letter(column: int) -> str:
    """The letters of a 1-based column.

    >>> column_letter(1), column_letter(26), column_letter(27), column_letter(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The 1-based column of its letters, A to Z.

    >>> column_number("A"), column_number("AAA")
    (1, 703)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
