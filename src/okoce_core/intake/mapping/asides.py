"""Rows that are not data: blank rows, totals, notes, signatures, column numbers.

Only rows that name nobody for certain come here; a row with a name and a NIK, phone or e-mail is data whatever else
it says. What is skipped is counted as skipped, so nothing leaves the ledger unseen.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from functools import cache
from importlib import resources
from typing import Literal

from okoce_core.intake.mapping.headings import fold
from okoce_core.values.cell import Cell

__all__ = ["Asides", "RowKind"]

RowKind = Literal["data", "blank", "skipped"]
SPARSE = 3
"""A row of a note or a signature block fills at most this many cells."""


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
        filled = [(i, cell) for i, cell in enumerate(row) if cell is not None and cell != "" and fold(cell)]
        if not filled:
            return "blank"
        first = fold(filled[0][1])
        if tells or len(filled) > SPARSE:
            self._in_signature = False
        elif self._is_aside(first, [(i, fold(cell)) for i, cell in filled]):
            return "skipped"
        told = first.lstrip("(-")[:1].isdecimal() or any(first.startswith(w) for w in _words()["totals"])
        rest = [fold(cell) for _, cell in filled[1:]] if told else []
        return "skipped" if told and (_is_total(first, rest) or _numbers_the_columns([first, *rest])) else "data"

    def data_went_on(self) -> None:
        """Whole rows of data came since the last doubtful row, so a signature block, if there was one, is over."""
        self._in_signature = False

    def _is_aside(self, first: str, filled: list[tuple[int, str]]) -> bool:
        signing = [words for _, words in filled] if len(filled) < SPARSE else [first]
        if any(_begins(words, w) for words in signing for w in _words()["signatures"]):
            self._in_signature = True
        alone = len(filled) == 1
        whole = alone or ":" in first
        note = any(first == w or (whole and _begins(first, w)) for w in _words()["notes"])
        numbered = _numeric(first) and (self._read is None or filled[0][0] in self._read)
        lone = alone and filled[0][0] not in self._identity and not numbered
        return self._in_signature or note or lone


def _is_total(first: str, rest: list[str]) -> bool:
    return any(first == w or (_begins(first, w) and all(map(_numeric, rest))) for w in _words()["totals"])


def _numbers_the_columns(filled: list[str]) -> bool:
    digits = [words.strip("()-") for words in filled]
    if len(digits) < SPARSE or not all(d.isdecimal() and len(d) < 4 for d in digits):
        return False
    numbers = [int(d) for d in digits]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _begins(words: str, start: str) -> bool:
    return words == start or (words.startswith(start) and not words[len(start)].isalnum())


def _numeric(words: str) -> bool:
    return all(not c.isalpha() for c in words.removeprefix("rp"))
