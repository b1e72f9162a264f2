"""What a typed date says: its year, and its month and day as far as it goes.

Numbers are read day first, as Indonesia writes them; a date that only makes sense month first is refused, since then
others of its column are wrong without showing it. Two digits are a year only beside a day: "17 Agustus" has none.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from okoce_core.values.months import MONTHS, WEEKDAY
from okoce_core.values.rejected import Rejected

__all__ = ["FORMAT", "RANGE", "YEARS", "Parts", "is_doubtful", "read", "read_digits"]

Parts = tuple[int, int | None, int | None]
"""Year, month, day; each after the first may be unknown."""

YEARS: Final = range(1900, 2101)

_TIME: Final = re.compile(r"[ t]+[0-9]{1,2}:[0-9]{2}(?::.*)?(?:\s*[a-z]{1,4})?$")
_UNTIL: Final = re.compile(r"\s(?:s\s?[./]?\s?d\.?|sampai|hingga)\s")
_SHAPE: Final = re.compile(r"[0-9a-z\s/.,–-]+")
_PIECE: Final = re.compile(r"[0-9]+|[a-z]+")

FORMAT: Final = Rejected("date-format", "a date such as 17-08-2022, 17 Agustus 2022, 2022-08 or 2022")
RANGE: Final = Rejected("date-range", "a year from 1900 to 2100")
_IMPOSSIBLE: Final = Rejected("date-impossible", "a day and a month of the calendar")
_MONTH_FIRST: Final = Rejected("date-month-first", "the day before the month")


def read(written: str, not_after: int) -> Parts | Rejected | None:
    """The parts of a date; days within one month ("12-14 Agustus 2022") say that month.

    >>> read("Jum'at, 17 Agt 2022", 2049), read("12 s.d 14 Agustus 2022", 2049), read("02/25/2020", 2049).code
    ((2022, 8, 17), (2022, 8, None), 'date-month-first')
    """
    months, numbers = _pieces(written)
    if not numbers:
        return FORMAT
    if not any(map(int, numbers)):
        return None if len(numbers) == 3 and not months else FORMAT  # 00-00-0000: how a database says nothing
    if len(numbers) == 1 and not months:
        return read_digits(numbers[0])
    year_first = len(numbers[0]) == 4
    *days, year = reversed(numbers) if year_first else numbers
    if len(year) not in ((2, 4) if len(numbers) + len(months) > 2 else (4,)) or max(map(len, days), default=1) > 2:
        return FORMAT
    if months:
        return _named(list(map(int, days)), months, _year(year, not_after))
    return _numeric(list(map(int, days)), _year(year, not_after), year_first)


def is_doubtful(written: str) -> bool:
    """Whether day and month could be exchanged: both at most 12 and different, in numbers, the year last."""
    months, numbers = _pieces(written)
    if months or len(numbers) != 3 or max(map(len, numbers[:2])) > 2:
        return False
    day, month = int(numbers[0]), int(numbers[1])
    return day != month and 1 <= day <= 12 and 1 <= month <= 12


def read_digits(digits: str) -> Parts | Rejected:
    """``2022``, ``17081990`` or ``19900817``; the last two exclude each other, as no month is 19 or 20."""
    if len(digits) == 4:
        return _checked(int(digits), None, None)
    if len(digits) != 8:
        return FORMAT
    day_first = _checked(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    year_first = _checked(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return next((parts for parts in (day_first, year_first) if isinstance(parts, tuple)), FORMAT)


def _pieces(written: str) -> tuple[list[int], list[str]]:
    """Months that are named, and the numbers in their order; no numbers if there is any other word."""
    dated = WEEKDAY.sub("", written.casefold())
    dated = _UNTIL.sub("-", _TIME.sub("", dated) if ":" in dated else dated)
    if not _SHAPE.fullmatch(dated):
        return [], []
    pieces = _PIECE.findall(dated)
    months = [MONTHS[piece] for piece in pieces if piece in MONTHS]
    numbers = [piece for piece in pieces if piece.isdigit() and len(piece) <= 8]
    return (months, numbers) if len(months) + len(numbers) == len(pieces) else ([], [])


def _named(days: list[int], months: list[int], year: int) -> Parts | Rejected:
    if len(set(months)) > 1 or len(days) > 2 or len(months) > max(1, len(days)):
        return FORMAT
    read = [_checked(year, months[0], day) for day in days]
    if len(days) < 2 or not all(isinstance(parts, tuple) for parts in read):
        return next((parts for parts in read), _checked(year, months[0], None))
    return (year, months[0], None) if days[0] <= days[1] else FORMAT


def _numeric(days: list[int], year: int, year_first: bool) -> Parts | Rejected:
    if len(days) == 1:
        return _checked(year, days[0], None)
    if len(days) != 2:
        return FORMAT
    parts = _checked(year, days[1], days[0])
    exchanged = not year_first and parts is _IMPOSSIBLE and isinstance(_checked(year, days[0], days[1]), tuple)
    return _MONTH_FIRST if exchanged else parts


def _year(digits: str, not_after: int) -> int:
    """Two digits mean the latest such year that is not after ``not_after``."""
    return int(digits) if len(digits) == 4 else not_after - (not_after - int(digits)) % 100


def _checked(year: int, month: int | None, day: int | None) -> Parts | Rejected:
    if year not in YEARS:
        return RANGE
    try:
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return _IMPOSSIBLE
    return (year, month, day)
