"""NIB, the business number of OSS: 13 digits, officially random (PP 24/2018; PP 28/2025 art. 206).

Nothing can be derived from it and there is no check digit. Leading zeros occur, so it is text; a numeric cell of
fewer digits may have lost one and is refused, never padded.
"""

from __future__ import annotations

from typing import Final

from okoce_core.values.cell import Cell
from okoce_core.values.digits import compact, damage, damages, is_digits
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["parse"]

_PLACEHOLDERS: Final = frozenset({"1234567890123", "0123456789012", *(digit * 13 for digit in "123456789")})

_DIGITS: Final = Rejected("nib-digits", "13 digits, with no letters among them")
_LENGTH: Final = Rejected("nib-length", "exactly 13 digits")
_DAMAGED: Final = damages("nib-damaged", "13 digits")
_PLACEHOLDER: Final = Rejected("nib-placeholder", "the business's own number, not a filler")


def parse(cell: Cell) -> str | Rejected | None:
    """The 13 digits.

    >>> parse("0220 1010 9001 2"), parse("-"), parse("1111111111111").code
    ('0220101090012', None, 'nib-placeholder')
    """
    if type(cell) is str and len(cell) == 13 and is_digits(cell):
        return _PLACEHOLDER if cell in _PLACEHOLDERS or not cell.strip("0") else cell
    if says_nothing(cell):
        return None
    if lost := damage(cell):
        return _DAMAGED[lost]
    digits = compact(cell)
    if not is_digits(digits):
        return _DIGITS
    if digits in _PLACEHOLDERS or not digits.strip("0"):
        return _PLACEHOLDER
    if len(digits) == 13:
        return digits
    return _DAMAGED["shortened"] if len(digits) in (11, 12) and not isinstance(cell, str) else _LENGTH
