"""Rows that are not data: blank rows, totals, notes, signatures, column numbers.

Only rows that name nobody for certain come here; a row with a name and a NIK, phone or e-mail is data whatever else
it says. What is skipped is counted as skipped, so nothing leaves the ledger unseen.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources
from typing import Final, Literal

from okoce_core.intake.mapping.headings import fold
from okoce_core.values.cell import Cell

__all__ = ["Asides", "RowKind"]

RowKind = Literal["data", "blank", "skipped"]
SPARSE = 3
"""A row of a note or a signature block fills at most this many cells."""
_PLACE_AND_DAY: Final = re.compile(r"[^\W\d][^\d,]*, *\d{1,2} [^\W\d]+ \d{4}")
_PAGE: Final = re.compile(r"(?:hal|halaman|page)\.? *\d+\b.*")
_IN_BRACKETS: Final = re.compile(r"\(.*[^\W\d].*\)")


@cache
def _words() -> dict[str, tuple[str, ...]]:
    data = resources.files("okoce_core.intake").joinpath("data/asides.toml").read_text("utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(data).items()}


class Asides:
    """Tells the rows of one sheet apart, from top to bottom: once a signature block began, sparse rows belong to it."""

    def __init__(self, identity: Sequence[int], read: Collection[int] | None = None) -> None:
        """``identity``: the columns that name whom a row is about; ``read``: all that are read, None: every one."""
        self._identity, self._read = identity, read
        self._in_signature = False

    def kind(self, row: Sequence[Cell], *, tells: bool = False) -> RowKind:
        """What a row is that names nobody for certain; one that ``tells`` a number that is read is no note."""
        filled = [(i, cell) for i, cell in enumerate(row) if _tells(cell)]
        if not filled:
            return "blank"
        first = fold(filled[0][1])
        if tells or len(filled) > SPARSE:
            self._in_signature = False
        elif self._is_aside(first, [(i, fold(cell)) for i, cell in filled]):
            return "skipped"
        cells = [cell for _, cell in filled]
        return "skipped" if _is_total(first, cells) or _numbers_the_columns(first, cells) else "data"

    def data_went_on(self) -> None:
        """Whole rows of data came since the last doubtful row, so a signature block, if there was one, is over."""
        self._in_signature = False

    def _is_aside(self, first: str, filled: list[tuple[int, str]]) -> bool:
        alone = len(filled) == 1
        if _signs([words for _, words in filled]):
            self._in_signature = True
        elif not alone and first.isdecimal() and len(first) < 5:
            self._in_signature = False  # a numbered row is of a list that goes on
        whole = alone or ":" in first
        note = any(first == w or (whole and _begins(first, w)) for w in _words()["notes"])
        note = note or (alone and bool(_PAGE.fullmatch(first) or _IN_BRACKETS.fullmatch(first)))
        numbered = _numeric(first) and (self._read is None or filled[0][0] in self._read)
        lone = alone and filled[0][0] not in self._identity and not numbered
        return self._in_signature or note or lone


def _signs(filled: list[str]) -> bool:
    """Whether a sparse row begins a signature block: by its words, by offices alone, by a place and a day alone."""
    signing = filled if len(filled) < SPARSE else filled[:1]
    if any(_begins(words, w) for words in signing for w in _words()["signatures"]):
        return True
    offices = all(words.strip(" ,()") in _words()["offices"] for words in filled)
    return offices or (len(filled) == 1 and bool(_PLACE_AND_DAY.fullmatch(filled[0])))


def _tells(cell: Cell) -> bool:
    return cell is not None and cell != "" and ((type(cell) is str and cell[:1].isalnum()) or bool(fold(cell)))


def _is_total(first: str, cells: list[Cell]) -> bool:
    return any(first == w or (_begins(first, w) and _are_numeric(cells[1:])) for w in _words()["totals"])


def _are_numeric(cells: list[Cell]) -> bool:
    return all(_numeric(fold(cell)) for cell in cells)


def _numbers_the_columns(first: str, cells: list[Cell]) -> bool:
    if len(cells) < SPARSE or not _is_small(first) or not all(_is_small(fold(cell)) for cell in cells):
        return False
    numbers = [int(fold(cell).strip("()-")) for cell in cells]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_small(words: str) -> bool:
    digits = words.strip("()-")
    return digits.isdecimal() and len(digits) < 4


def _begins(words: str, start: str) -> bool:
    return words == start or (words.startswith(start) and not words[len(start)].isalnum())


def _numeric(words: str) -> bool:
    return all(not c.isalpha() for c in words.removeprefix("rp"))
