"""NIB, the business number of OSS: 13 digits, officially random (PP 24/2018; PP 28/2025 art. 206).

Nothing can be derived from it and there is no check digit. Leading zeros occur, so it is text; a numeric cell of
fewer digits may have lost one and is refused, never padded.
"""

from __future__ import annotations

from typing import Final

from okoce_core.values.cell import Cell
from okoce_core.values.digits import PlainNumber, damages
from okoce_core.values.rejected import Rejected

__all__ = ["parse"]

_NIB: Final = PlainNumber(
    length=13,
    shortened=range(11, 13),
    fillers=frozenset({"1234567890123", "0123456789012", *(digit * 13 for digit in "123456789")}),
    not_digits=Rejected("nib-digits", "13 digits, with no letters among them"),
    not_length=Rejected("nib-length", "exactly 13 digits"),
    damaged=damages("nib-damaged", "13 digits"),
    filler=Rejected("nib-placeholder", "the business's own number, not a filler"),
)


def parse(cell: Cell) -> str | Rejected | None:
    """The 13 digits.

    >>> parse("0220 1010 9001 2"), parse("-"), parse("1111111111111").code
    ('0220101090012', None, 'nib-placeholder')
    """
    return _NIB.parse(cell)
