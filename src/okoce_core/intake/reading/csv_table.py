"""Delimited text to rows: the dialect is found from the first lines, a quote that was never closed costs one row.

The n-th row is the n-th record as a spreadsheet numbers it: blank lines count, a quoted cell over several lines is one
row, and a leading ``sep=;`` is a (blank) row. Nothing is guessed about cells: all are text as written.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Final

from okoce_core.evidence.problem import Problems
from okoce_core.intake.reading.limits import LIMITS, Limits
from okoce_core.intake.reading.sheet import Opened, Sheet
from okoce_core.intake.reading.text import Encoding, note_guess, stream
from okoce_core.intake.reading.unreadable import Unreadable

__all__ = ["CELL_LINES", "STRAY_QUOTES", "open_csv"]

CELL_LINES: Final = 100
"""A cell of more lines than this is a quote that was never closed."""

STRAY_QUOTES: Final = 100
"""After so many of them the quotes of the rest of the file are plain characters: looking further ahead each time
would cost a hundred times the reading."""

_DELIMITERS: Final = ",;\t|"
_LOOKED_AT: Final = 50
_HEAD: Final = 1 << 16
_BATCH: Final = 1024
_LINE_END: Final = re.compile(r"[\r\n]")
_SEP: Final = re.compile(r'"?sep=([^"\r\n])"?[\r\n]*\Z', re.IGNORECASE)

_Row = list[str]


def open_csv(data: bytes, encoding: Encoding, problems: Problems, limits: Limits = LIMITS) -> Opened:
    """The one table of a delimited text; its rows are parsed while they are taken.

    Raises:
        Unreadable: it has more lines, or a longer one, than the limits allow.
    """
    long = _has_long_line(data, min(limits.columns, limits.line))
    if long or data.count(b"\n") + data.count(b"\r") >= limits.rows:
        _check_lines(data, encoding, limits)
    note_guess(encoding, problems)
    named = _SEP.match(stream(data, encoding).readline(_HEAD))
    head = stream(data, encoding).read(_HEAD)
    delimiter = named[1] if named else _delimiter(head)
    lines: Iterator[str] = _lines(data, encoding)
    spaced, first = f'{delimiter} "' in head, 2 if named else 1
    rows = _rows(lines, delimiter, data, problems, spaced=spaced, first=first, at_once=1 if long else _BATCH)
    rows = chain([[]], rows) if named else rows
    return Opened("csv", [Sheet("", _narrow(rows, problems, limits.columns) if long else rows)])


def _has_long_line(data: bytes, most: int) -> bool:
    """Whether a line may have so many cells or more; looked at in steps of that length, which costs next to nothing."""
    start = 0
    while start + most < len(data):
        end = max(data.rfind(b"\n", start, start + most), data.rfind(b"\r", start, start + most))
        if end < 0:
            return True
        start = end + 1
    return False


def _check_lines(data: bytes, encoding: Encoding, limits: Limits) -> None:
    """Raise before a line is held that is too long, or where there are too many."""
    text, length, lines = stream(data, encoding), 0, 0
    while piece := text.read(limits.line):
        end = _LINE_END.search(piece)
        if length + (end.start() if end else len(piece)) > limits.line:
            raise Unreadable("too-large", f"at most {limits.line:,} characters in a line")
        length = len(piece) - 1 - max(piece.rfind("\n"), piece.rfind("\r")) if end else length + len(piece)
        lines += max(piece.count("\n"), piece.count("\r"))
        if lines > limits.rows:
            raise Unreadable("too-large", f"at most {limits.rows:,} lines")


def _narrow(rows: Iterator[_Row], problems: Problems, most: int) -> Iterator[_Row]:
    """The rows; one of more cells than a worksheet has columns is told and given as a blank one."""
    for number, row in enumerate(rows, 1):
        if len(row) > most:
            problems.add("too-large", row=number, expected=f"at most {most:,} cells in a row")
            row = []
        yield row


def _rows(
    lines: Iterator[str], delimiter: str, data: bytes, problems: Problems, *, spaced: bool, first: int, at_once: int
) -> Iterator[_Row]:
    if first > 1:
        next(lines, None)
    if b'"' not in data:
        return _plain(lines, delimiter)

    def note(row: int) -> None:
        problems.add("csv-quotes", row=row, expected="every quote closed again")

    if at_once == 1:
        return _quoted(lines, delimiter, note, spaced=spaced, first=first)
    return _in_batches(lines, delimiter, note, spaced=spaced, first=first)


def _in_batches(
    lines: Iterator[str], delimiter: str, note: Callable[[int], None], *, spaced: bool, first: int
) -> Iterator[_Row]:
    """Rows by the rules of csv, many at once; from the first lines on where a quote leaves doubt, one by one."""
    while batch := list(islice(lines, _BATCH)):
        try:
            rows: list[_Row] | None = list(csv.reader(batch, delimiter=delimiter, skipinitialspace=spaced, strict=True))
        except csv.Error:
            rows = None
        if rows is None or len(batch) - len(rows) >= CELL_LINES:
            yield from _quoted(chain(batch, lines), delimiter, note, spaced=spaced, first=first)
            return
        yield from rows
        first += len(rows)


def _lines(data: bytes, encoding: Encoding) -> Iterator[str]:
    lines = iter(stream(data, encoding))
    # Some Windows programs write CR CR LF, which is one line end; Python takes it for a line end and a blank line.
    return _undoubled(lines) if b"\r\r\n" in data or b"\r\0\r\0\n" in data else lines


def _undoubled(lines: Iterable[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        if line != "\r\n" or not before.endswith("\r"):
            yield line
        before = line


def _delimiter(head: str) -> str:
    """The candidate that cuts most of the first rows into one same number of cells, and into the most cells.

    A decimal comma, or that of "Bogor, 17 Agustus 1999", cuts regularly too: another candidate goes before the comma
    where it cuts most rows alike into at least half as many cells.
    """
    scores: dict[str, tuple[int, int]] = {}
    looked = 0
    for delimiter in _DELIMITERS:
        found = _quoted(iter(io.StringIO(head, newline="")), delimiter, lambda _: None)
        widths = Counter(len(row) for row in islice(found, _LOOKED_AT) if len(row) > 1)
        scores[delimiter] = max(((rows, width - 1) for width, rows in widths.items()), default=(0, 0))
        looked = max(looked, widths.total())
    best = max(scores, key=lambda d: (scores[d][0] * scores[d][1], d == ","))
    others = [d for d in _DELIMITERS if d != "," and scores[d][0] * 10 >= looked * 7 > 0]
    other = max(others, key=lambda d: scores[d][1], default=best)
    return other if best == "," and scores[other][1] * 2 >= scores[","][1] else best


def _plain(lines: Iterable[str], delimiter: str) -> Iterator[_Row]:
    """Rows where a quote is a character like any other."""
    for line in lines:
        bare = line.rstrip("\r\n")
        yield bare.split(delimiter) if bare else []


def _quoted(
    lines: Iterator[str], delimiter: str, note: Callable[[int], None], *, spaced: bool = False, first: int = 1
) -> Iterator[_Row]:
    """Rows by the rules of csv; where a quote swallows lines, the row it stands in is given as plain text.

    Reading goes on at the very next line, so that the rows before and after keep their quoted cells.
    """
    again: Iterator[str] = iter(())
    held: list[str] = []
    strays = 0
    while strays < STRAY_QUOTES:
        source = _held(again, lines, held)
        try:
            for row in csv.reader(source, delimiter=delimiter, skipinitialspace=spaced, strict=True):
                held.clear()
                yield row
                first += 1
            return
        except csv.Error:  # a quote open to the end or closed inside a cell, or a cell beyond the limits
            line, *unread = held
        held.clear()
        again = iter([*unread, *again])
        lenient = None if unread else _lenient(line, delimiter, spaced=spaced)
        if lenient is None:
            strays += 1
            note(first)
        yield lenient or next(_plain([line], delimiter))
        first += 1
    yield from _plain(chain(again, lines), delimiter)


def _lenient(line: str, delimiter: str, *, spaced: bool) -> _Row | None:
    """A line as csv takes it when it does not insist: ``"Toko "Uji" Jaya",Depok`` is two cells."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter, skipinitialspace=spaced), None)
    except csv.Error:
        return None


def _held(again: Iterator[str], lines: Iterator[str], held: list[str]) -> Iterator[str]:
    """The lines, and in ``held`` those of the row in hand, which may not be more than a cell can have."""
    for line in chain(again, lines):
        held.append(line)
        if len(held) > CELL_LINES:
            raise csv.Error
        yield line
