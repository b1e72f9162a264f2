"""NISN, the national number of a pupil: 10 digits. Nothing is derived from it and there is no check digit.

That its first three digits are those of the year of birth holds often and not always, so it is not looked at. Leading
zeros are usual, so it is text; a numeric cell of fewer digits has lost some and is refused, never padded.
"""

from __future__ import annotations

from typing import Final

from okoce_core.values.cell import Cell
from okoce_core.values.digits import compact, damage, damages, is_digits
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["ISSUER", "parse"]

ISSUER: Final = "NISN"
"""Who issues it, as a membership number says: the register itself, whichever school the list is of."""

_PLACEHOLDERS: Final = frozenset({"1234567890", "0123456789", *(digit * 10 for digit in "0123456789")})
_SHORTENED: Final = range(7, 10)  # pupils born in 2000 have three leading noughts

_DIGITS: Final = Rejected("nisn-digits", "10 digits, with no letters among them")
_LENGTH: Final = Rejected("nisn-length", "exactly 10 digits, leading noughts among them")
_DAMAGED: Final = damages("nisn-damaged", "10 digits")
_PLACEHOLDER: Final = Rejected("nisn-placeholder", "the pupil's own number, not a filler")


def parse(cell: Cell) -> str | Rejected | None:
    """The 10 digits.

    >>> parse("099 000 0001"), parse("-"), parse("0000000000").code, parse(990000001).code
    ('0990000001', None, 'nisn-placeholder', 'nisn-damaged')
    """
    if type(cell) is str and len(cell) == 10 and is_digits(cell):
        return _PLACEHOLDER if cell in _PLACEHOLDERS else cell
    if says_nothing(cell):
        return None
    if lost := damage(cell):
        return _DAMAGED[lost]
    digits = compact(cell)
    if not is_digits(digits):
        return _DIGITS
    if digits in _PLACEHOLDERS or not digits.strip("0"):
        return _PLACEHOLDER
    if len(digits) == 10:
        return digits
    return _DAMAGED["shortened"] if len(digits) in _SHORTENED and not isinstance(cell, str) else _LENGTH
