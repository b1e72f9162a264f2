"""The number that an organisation gave a member: of a card, a student, a club. It has whatever form its issuer likes.

So only its letters and digits count, in capitals: "TDA-0001", "tda 0001" and "TDA.0001" are one number. Leading zeros
stay, since some issuers tell numbers apart by them. What has no digit is a word ("menyusul") and no number.
"""

from __future__ import annotations

import re
from typing import Final

from okoce_core.values.cell import Cell, text
from okoce_core.values.digits import compact, is_damaged
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["parse"]

_SHORTEST: Final = 3
_LONGEST: Final = 40
_FILLERS: Final = frozenset({"123456", "12345678", "123456789", "1234567890", "0123456789"})
_ONE_DIGIT: Final = re.compile(r"0+|([0-9])\1{4,}")
_WAS_A_NUMBER: Final = re.compile(r"[0-9]+\.0")
_SLASHES: Final = str.maketrans(dict.fromkeys("/_"))

_FORMAT: Final = Rejected("membership-format", "one number of 3 to 40 letters and digits, as text")


def parse(cell: Cell) -> tuple[str] | Rejected | None:
    """The number in capitals without what stands between; alone in a tuple, since several columns may each give one.

    >>> parse("tda-00.01"), parse("-"), parse("menyusul").code, parse("12").code
    (('TDA0001',), None, 'membership-format', 'membership-format')
    """
    if says_nothing(cell):
        return None
    typed = text(cell) if isinstance(cell, str) else ""
    if not typed or _WAS_A_NUMBER.fullmatch(typed):
        number = "" if is_damaged(cell) else compact(cell)
    else:
        number = compact(typed.replace(".", "")).translate(_SLASHES).upper()
    return (number,) if _is_a_number(number) else _FORMAT


def _is_a_number(number: str) -> bool:
    plain = number.isascii() and number.isalnum() and not number.isalpha()
    return plain and _SHORTEST <= len(number) <= _LONGEST and not (number in _FILLERS or _ONE_DIGIT.fullmatch(number))
