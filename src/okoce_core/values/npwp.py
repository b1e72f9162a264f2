"""NPWP, the tax number: 15 digits of old, 16 since PMK 112/2022; the normal form here is always 16.

16 digits that begin with 0 are an old number with a nought before it; any others are the NIK of a person, and then
personal data. The ninth digit of an old number is taken for a Luhn check digit; the tax office publishes no rule, so
a failure is something to say, not a reason to refuse.
"""

from __future__ import annotations

from typing import Final

from okoce_core.values import nik
from okoce_core.values.cell import Cell
from okoce_core.values.digits import compact, damage, damages, is_digits
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["check_digit_fails", "parse"]

_DIGITS: Final = Rejected("npwp-digits", "15 or 16 digits, with no letters among them")
_LENGTH: Final = Rejected("npwp-length", "15 digits, or 16 in the new form")
_DAMAGED: Final = damages("npwp-damaged", "15 or 16 digits")
_NO_SERIAL: Final = Rejected("npwp-damaged", "16 digits as text; with a serial 0000 a spreadsheet kept only 15 of them")
_CHECK: Final = Rejected("npwp-check", "16 digits that begin with 0, or else the person's NIK")


def parse(cell: Cell) -> str | Rejected | None:
    """The 16 digits. ``00.000.000.0-000.000``, which forms ask of those who have none, says nothing.

    >>> parse("01.234.567.4-909.000"), parse("00.000.000.0-000.000"), parse("1234").code
    ('0012345674909000', None, 'npwp-length')
    """
    if says_nothing(cell):
        return None
    if lost := damage(cell):
        return _DAMAGED[lost]
    digits = compact(cell).replace("/", "")
    if not is_digits(digits):
        return _DIGITS
    if not digits.strip("0"):
        return None
    if len(digits) in (15, 16):
        return _sixteen(digits)
    return _DAMAGED["shortened"] if len(digits) in (13, 14) and not isinstance(cell, str) else _LENGTH


def _sixteen(digits: str) -> str | Rejected:
    if len(digits) == 16 and digits[0] != "0":
        person = nik.parse(digits)
        if isinstance(person, str):
            return person
        return _NO_SERIAL if person is not None and person.code == "nik-damaged" else _CHECK
    from lokal import parse_npwp

    normal = parse_npwp(digits).npwp16
    return _LENGTH if normal is None else normal


def check_digit_fails(npwp: str) -> bool:
    """Whether the ninth digit of an old number is not its Luhn check digit; a NIK has none and never fails.

    >>> check_digit_fails("0012345674909000"), check_digit_fails("0012345675909000")
    (False, True)
    """
    if npwp[0] != "0":
        return False
    # From the check digit leftwards every second digit is doubled and its digits added: 7 -> 14 -> 5.
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in npwp[2:9:2])
    return (sum(map(int, npwp[1:10:2])) + sum(doubled)) % 10 != 0
