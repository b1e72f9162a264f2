"""Telephone numbers of Indonesia in E.164, ``+6281234...``; a cell may hold two.

Spreadsheets drop the leading 0, people write 62, +62, +62 0 or 00 62: all are the same number. Lengths are those of
lokal-id, to whose answers a test holds this module (it takes 9 µs a number, this 1). No list of operators is
consulted: the invented numbers ``0800-...`` of our tests pass, and so do blocks opened tomorrow.
"""

from __future__ import annotations

import re
from typing import Final

from okoce_core.values.cell import Cell, text
from okoce_core.values.digits import compact, damage, damages, is_digits
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["parse"]

_SPLIT: Final = re.compile(r"[/,;|\n]+|\s(?:atau|dan|or|and|&)\s", re.IGNORECASE)
_NOISE: Final = str.maketrans(dict.fromkeys(" -.()[]‑–—\u00a0\u200b\u200e\u200f\u202a\u202c\u202d\u2060\ufeff"))
# 0628 is also the area code of Kabanjahe, whose numbers are shorter than a mobile one after 062.
_CODE: Final = re.compile(r"(?:\+|00)620*|62(?=[0-9]{8})0*|062(?=8[1-9][0-9]{7})|0(?!0)|(?=8)")
_ASCENDING: Final = "0812345678901"
_SUSPECT: Final = frozenset({"123", *(digit * 3 for digit in "0123456789")})
"""How a filler goes on after its 8."""

_FORMAT: Final = Rejected("phone-format", "a number that begins with 0, 62 or +62")
_LENGTH: Final = Rejected("phone-length", "10 to 13 digits for a mobile number with its 0")
_DAMAGED: Final = damages("phone-damaged", "the whole number")
_PLACEHOLDER: Final = Rejected("phone-placeholder", "the person's own number, not a filler")


def parse(cell: Cell) -> tuple[str, ...] | Rejected | None:
    """Every good number of the cell, once each; the first complaint only where none is good.

    >>> parse("0800-1234-567 / (+62) 800 7654 321"), parse(8001234567.0)
    (('+628001234567', '+628007654321'), ('+628001234567',))
    >>> parse("8.12346E+11").code, parse("081234567890").code
    ('phone-damaged', 'phone-placeholder')
    """
    if type(cell) is str and ".0" not in cell:  # of "8123456001.0" the last 0 is no digit of the number
        mobile = cell if cell.isalnum() else cell.replace("-", "").replace(" ", "").replace("(+62)", "")
        start = mobile[:3]
        mobile = mobile[1:] if start[:2] == "08" else mobile[3:] if start == "+62" else mobile.removeprefix("62")
        if mobile[:1] == "8" and 9 <= len(mobile) <= 12 and mobile.isascii() and mobile.isdigit():
            return _PLACEHOLDER if mobile[1:4] in _SUSPECT and _is_filler("0" + mobile) else ("+62" + mobile,)
        number = cell.translate(_NOISE)
        if is_digits(number.removeprefix("+")):
            answer = _number(number)
            return (answer,) if isinstance(answer, str) else answer
    if says_nothing(cell):
        return None
    if lost := damage(cell):
        return _DAMAGED[lost]
    return _each(_SPLIT.split(text(cell)) if isinstance(cell, str) else [compact(cell)])


def _each(pieces: list[str]) -> tuple[str, ...] | Rejected | None:
    answers = [_number(compact(piece).translate(_NOISE)) for piece in pieces if not says_nothing(piece)]
    good = tuple(dict.fromkeys(answer for answer in answers if isinstance(answer, str)))
    if good:
        return good
    return next((answer for answer in answers if isinstance(answer, Rejected)), None)


def _number(number: str) -> str | Rejected:
    if is_digits(number) and len(set(number)) == 1:
        return _PLACEHOLDER
    code = _CODE.match(number)
    rest = number[code.end() :] if code else ""
    if not is_digits(rest) or rest[0] in "01":
        return _FORMAT
    shortest, longest = (9, 12) if rest[0] == "8" else (7, 11)
    if not shortest <= len(rest) <= longest:
        return _LENGTH
    return _PLACEHOLDER if _is_filler("0" + rest) else "+62" + rest


def _is_filler(national: str) -> bool:
    """0811111111, or an upward run from 08123456."""
    return national.count(national[2], 2) == len(national) - 2 or _ASCENDING.startswith(national)
