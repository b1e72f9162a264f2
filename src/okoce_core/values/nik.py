"""NIK, the number of a resident: 16 digits ``PPRRDD DDMMYY SSSS``, for life (PP 37/2007 art. 36-37).

District of first registration (not of residence), date of birth with 40 added to the day for women, and a serial that
starts at 0001. There is no check digit: a well-formed NIK need not exist. The date stays when a birth date is
corrected, so a difference is no error. A damaged NIK is refused and never repaired.

Province 99 was never issued; it is accepted so that nobody's real number is needed in a test.
"""

from __future__ import annotations

from typing import Final, Literal

import attrs

from okoce_core.values.cell import Cell
from okoce_core.values.digits import compact, damage, damages, is_digits
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["NikFacts", "facts", "parse"]

_DAYS_OF_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY_MONTHS: Final = frozenset(
    f"{day + shift:02d}{month:02d}"
    for month, days in enumerate(_DAYS_OF_MONTH, 1)
    for day in range(1, days + 1)
    for shift in (0, 40)
)
_LEAP_DAYS: Final = frozenset({"2902", "6902"})
_PROVINCES: Final = frozenset({*map(str, range(11, 97)), "99"})
_PLACEHOLDERS: Final = frozenset({"1234567890123456", "0123456789012345", *(digit * 16 for digit in "0123456789")})

_DIGITS: Final = Rejected("nik-digits", "16 digits, with no letters among them")
_LENGTH: Final = Rejected("nik-length", "exactly 16 digits")
_DATE: Final = Rejected("nik-date", "digits 7 to 12 a date DDMMYY, the day plus 40 for a woman")
_REGION: Final = Rejected("nik-region", "a province from 11 to 96, then a regency and a district that are not 00")
_DAMAGED: Final = damages("nik-damaged", "16 digits")
_NO_SERIAL: Final = Rejected("nik-damaged", "16 digits as text; with a serial 0000 a spreadsheet kept only 15 of them")
_PLACEHOLDER: Final = Rejected("nik-placeholder", "a person's own number, not a filler")


@attrs.frozen
class NikFacts:
    """What a NIK says by itself.

    Attributes:
        sex: F or M. day, month: Of birth, without the 40. year2: The last two digits of the year of birth.
        district: Kemendagri code of first registration, as it was that day: ``31.75.06``.
    """

    sex: Literal["F", "M"]
    day: int
    month: int
    year2: int
    district: str


def parse(cell: Cell) -> str | Rejected | None:
    """The 16 digits.

    Serial 0000 is refused as damaged: a spreadsheet that keeps 15 digits makes it of 0001 to 0009.

    >>> parse("99.01.01-410790 9001"), parse("")
    ('9901014107909001', None)
    >>> parse("9901014107900000").code, parse("9.90101E+15").code
    ('nik-damaged', 'nik-damaged')
    """
    if type(cell) is str and len(cell) == 16 and cell.isascii() and cell.isdigit():
        digits = cell
    else:
        cleaned = _clean(cell)
        if type(cleaned) is not str:
            return cleaned
        digits = cleaned
    return _structure(digits)


def _clean(cell: Cell) -> str | Rejected | None:
    if says_nothing(cell):
        return None
    if lost := damage(cell):
        return _DAMAGED[lost]
    digits = compact(cell)
    if not is_digits(digits):
        return _DIGITS
    if not digits.strip("0"):
        return _PLACEHOLDER
    return digits if len(digits) == 16 else _LENGTH


def _structure(digits: str) -> str | Rejected:
    if digits in _PLACEHOLDERS:
        return _PLACEHOLDER
    if digits[:2] not in _PROVINCES or digits[2:4] == "00" or digits[4:6] == "00":
        return _REGION
    birth = digits[6:10]
    # 29 February: some year 19YY or 20YY must be a leap year. YY = 00 is, by 2000.
    if birth not in _DAY_MONTHS or (birth in _LEAP_DAYS and int(digits[10:12]) % 4):
        return _DATE
    return _NO_SERIAL if digits[12:] == "0000" else digits


def facts(nik: str) -> NikFacts:
    """What a NIK that :func:`parse` gave says.

    >>> facts("9901014107909001")
    NikFacts(sex='F', day=1, month=7, year2=90, district='99.01.01')
    """
    day = int(nik[6:8])
    return NikFacts(
        sex="F" if day > 40 else "M",
        day=day - 40 if day > 40 else day,
        month=int(nik[8:10]),
        year2=int(nik[10:12]),
        district=f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}",
    )
