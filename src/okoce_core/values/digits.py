"""Numbers that are names (NIK, NIB, NPWP): their digits, and whether a spreadsheet has lost some of them.

A spreadsheet keeps 15 significant digits: the sixteenth becomes 0, and saving as CSV may leave only ``3.17405E+15``.
Such a number cannot be mended; the parsers refuse it by a code of its own, since the partner can be told how to.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Final, Literal

import attrs

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["Damage", "PlainNumber", "compact", "damage", "damages", "is_damaged", "is_digits"]

Damage = Literal["scientific", "rounded", "shortened"]
"""What a spreadsheet did: wrote it as ``3,17E+15``, kept 15 digits of it, dropped its leading zeros."""

_SEPARATORS: Final = str.maketrans(
    dict.fromkeys(" .-'’`\t\r\n\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")
)
_SCIENTIFIC: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)?e\+?[0-9]+", re.IGNORECASE)
_FLOAT_TEXT: Final = re.compile(r"[0-9]+\.0+")
_EXACT: Final = 2**53  # above this, neighbouring whole numbers are one float


def compact(cell: Cell) -> str:
    """The cell without the separators people put between digits; what is left need not be digits.

    >>> compact("31.75-06 1"), compact(3175.0), compact("3175.0"), compact(True)
    ('3175061', '3175', '3175', '!')
    """
    if isinstance(cell, str):
        typed = text(cell)
        return typed[: typed.index(".")] if _FLOAT_TEXT.fullmatch(typed) else typed.translate(_SEPARATORS)
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return "!"
    if isinstance(cell, float) and not (cell.is_integer() and cell < 1e21):
        return "!"
    return text(cell)


def is_digits(compacted: str) -> bool:
    """Whether it is made of the digits 0 to 9 only; other scripts have digits that no register issues."""
    return compacted.isascii() and compacted.isdigit()


def damage(cell: Cell) -> Damage | None:
    """How digits were lost, as far as the cell alone shows: scientific notation, or a float that was rounded.

    A float is rounded where it is too large, or of 16 digits and ends in 0. Text that ends in ``.0`` was a float once;
    an odd number that large never was, so somebody only added the ``.0``. That leading zeros are gone shows only in
    the number of digits, which is the caller's to know.

    >>> damage("3,17E+15"), damage(9901014107900010.0), damage("9901014107900010")
    ('scientific', 'rounded', None)
    """
    if isinstance(cell, str):
        typed = text(cell)
        if not _FLOAT_TEXT.fullmatch(typed):
            return "scientific" if _SCIENTIFIC.fullmatch(typed) else None
        whole = typed[: typed.index(".")]
        too_large = len(whole) > 16 or (int(whole) >= _EXACT and int(whole) % 2 == 0)
        return "rounded" if too_large or (len(whole) == 16 and whole[-1] == "0") else None
    if not isinstance(cell, float) or not cell.is_integer():
        return None
    return "rounded" if abs(cell) >= _EXACT or (abs(cell) >= 1e15 and cell % 10 == 0) else None


def is_damaged(cell: Cell) -> bool:
    """Whether digits were lost.

    >>> is_damaged("3,17E+15"), is_damaged("9901014107900010")
    (True, False)
    """
    return damage(cell) is not None


def damages(code: str, whole: str) -> Mapping[Damage, Rejected]:
    """The answers of a parser for each kind of damage: one code, and what was expected says the cause.

    Args:
        code: The problem code. whole: What a whole number is, ``"16 digits"``.
    """
    return {
        "scientific": Rejected(code, f"{whole} as text; a spreadsheet wrote it in scientific notation"),
        "rounded": Rejected(code, f"{whole} as text; a spreadsheet that takes it for a number keeps only 15"),
        "shortened": Rejected(code, f"{whole} as text; as a number it loses its leading zeros"),
    }


@attrs.frozen
class PlainNumber:
    """A number of which nothing is known but how many digits it has; leading zeros count, so it is text.

    Attributes:
        length: How many digits. shortened: How many are left where a spreadsheet took leading zeros off.
        fillers: What is typed where there is none.
        not_digits, not_length, filler: What a refusal says. damaged: The same, by what a spreadsheet did.
    """

    length: int
    shortened: Container[int]
    fillers: Container[str]
    not_digits: Rejected
    not_length: Rejected
    damaged: Mapping[Damage, Rejected]
    filler: Rejected

    def parse(self, cell: Cell) -> str | Rejected | None:
        """The digits; a numeric cell that has lost some is refused, never padded."""
        digits = cell if type(cell) is str and len(cell) == self.length and is_digits(cell) else ""
        if not digits:
            if says_nothing(cell):
                return None
            if lost := damage(cell):
                return self.damaged[lost]
            digits = compact(cell)
        if not is_digits(digits):
            return self.not_digits
        if digits in self.fillers or not digits.strip("0"):
            return self.filler
        if len(digits) == self.length:
            return digits
        return (
            self.damaged["shortened"]
            if len(digits) in self.shortened and not isinstance(cell, str)
            else self.not_length
        )
