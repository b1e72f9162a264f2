"""Counts of people: whole numbers as Indonesians type them, and ranges of them.

The dot separates thousands ("1.500" is 1500) and the comma decimals. What cannot be a count of people is refused: a
fraction, an open band ("lebih dari 10"), and a date, into which Excel turns "2-3".
"""

from __future__ import annotations

import re
from typing import Final

import attrs

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["Count", "parse"]


@attrs.frozen
class Count:
    """A whole number known to lie from ``low`` to ``high``, both included; most often they are the same."""

    low: int
    high: int


_MOST: Final = 10**9
_NONE: Final = frozenset({
    "nol", "nihil", "tidak ada", "tdk ada", "tak ada", "zero", "none", "tidak punya", "tdk punya", "tidak memiliki",
})  # fmt: skip
_ABOUT: Final = re.compile(r"^(?:±|\+/-|\+-|~|≈|kurang lebih|sekitar|kira-kira|kira kira|kurleb)\s*")
_UNIT: Final = re.compile(
    r"\s*(?:\([a-z ]*\)\s*)?(?:orang|org|0rang|pekerja|karyawan|karyawati|pegawai|tenaga kerja|naker|tk|jiwa|anggota"
    r"|peserta|staf|staff|people|persons?|employees?|workers?)?[.\s]*$"
)
_UNIT_FIRST: Final = re.compile(r"^(?:orang|karyawan|pegawai|pekerja)\s*:?\s+")
_NEGATIVE: Final = re.compile(r"[-−–]\s*[0-9].*")
_TO: Final = re.compile(r"\s*(?:[-–—~]|\bs\s?[./]?\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b)\s*")
_WHOLE: Final = re.compile(
    r"(?P<plain>[0-9]{1,12})(?:[.,]0{1,2})?"
    r"|(?P<dots>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,0{1,2})?"
    r"|(?P<commas>[1-9][0-9]{0,2}(?:,[0-9]{3}){2,})(?:\.0{1,2})?"
    r"|(?P<spaces>[1-9][0-9]{0,2}(?: [0-9]{3})+)"
)

_FORMAT: Final = Rejected("count-format", "a whole number such as 12 or 1.500, or a range such as 2-3")
_NEGATIVE_COUNT: Final = Rejected("count-negative", "a number that is not below 0")


def parse(cell: Cell) -> Count | Rejected | None:
    """The count, or its range.

    "Tidak ada", "nihil" and "nol" are 0: asked how many work there, a person who writes "none" has answered. A dash
    or a blank has not, and stays unknown (unknown is not nought). "±10" is 10, as how far it may be off is not said.

    >>> parse("2-3 orang"), parse("1.469.937"), parse("tidak ada"), parse("-")
    (Count(low=2, high=3), Count(low=1469937, high=1469937), Count(low=0, high=0), None)
    >>> parse(1.5).code, parse("-9").code
    ('count-format', 'count-negative')
    """
    if isinstance(cell, str):
        return _typed(" ".join(text(cell).casefold().split()))
    if says_nothing(cell):
        return None
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return _FORMAT
    if cell < 0:
        return _NEGATIVE_COUNT
    if cell > _MOST or cell != int(cell):
        return _FORMAT
    return Count(int(cell), int(cell))


def _typed(written: str) -> Count | Rejected | None:
    bare = _UNIT.sub("", _UNIT_FIRST.sub("", _ABOUT.sub("", written)), count=1)
    if bare in _NONE:
        return Count(0, 0)
    if says_nothing(written):
        return None
    if _NEGATIVE.fullmatch(bare):
        return _NEGATIVE_COUNT
    ends = [_whole(_UNIT.sub("", end, count=1)) for end in _TO.split(bare)]
    low, high = ends[0], ends[-1]
    if len(ends) > 2 or low is None or high is None or not low <= high <= _MOST:
        return _FORMAT
    return Count(low, high)


def _whole(written: str) -> int | None:
    number = _WHOLE.fullmatch(written)
    if number is None or not written.isascii():
        return None
    return int(next(filter(None, number.groups())).replace(".", "").replace(",", "").replace(" ", ""))
