"""NISN, the national number of a pupil: 10 digits. Nothing is derived from it and there is no check digit.

That its first three digits are those of the year of birth holds often and not always, so it is not looked at. Leading
zeros are usual, so it is text; a numeric cell of fewer digits has lost some and is refused, never padded.
"""

from __future__ import annotations

from typing import Final

from okoce_core.values.cell import Cell
from okoce_core.values.digits import PlainNumber, damages
from okoce_core.values.rejected import Rejected

__all__ = ["ISSUER", "parse"]

ISSUER: Final = "NISN"
"""Who issues it, as a membership number says: the register itself, whichever school the list is of."""

_NISN: Final = PlainNumber(
    length=10,
    shortened=range(7, 10),  # pupils born in 2000 have three leading noughts
    fillers=frozenset({"1234567890", "0123456789", *(digit * 10 for digit in "0123456789")}),
    not_digits=Rejected("nisn-digits", "10 digits, with no letters among them"),
    not_length=Rejected("nisn-length", "exactly 10 digits, leading noughts among them"),
    damaged=damages("nisn-damaged", "10 digits"),
    filler=Rejected("nisn-placeholder", "the pupil's own number, not a filler"),
)


def parse(cell: Cell) -> str | Rejected | None:
    """The 10 digits.

    >>> parse("099 000 0001"), parse("-"), parse("0000000000").code, parse(990000001).code
    ('0990000001', None, 'nisn-placeholder', 'nisn-damaged')
    """
    return _NISN.parse(cell)
