"""A date that may be known only to the month or the year: an interval of days, never a guessed day.

Reading "2022" as 1 January 2022, as most parsers do, moves people before a cut-off in silence. How typed dates are
read, and what is refused: :mod:`okoce_core.values.typed_date`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

import attrs

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.months import MONTHS
from okoce_core.values.rejected import Rejected
from okoce_core.values.typed_date import FORMAT, RANGE, YEARS, Parts, is_doubtful, read, read_digits

__all__ = ["PartialDate", "is_day_month_doubtful", "parse", "parse_after_place"]


@attrs.frozen
class PartialDate:
    """A day, a month or a year of the Gregorian calendar.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12; None: only the year is known.
        day: The day of the month; None: only the month is known.
        first: The first day it may mean, as :meth:`datetime.date.toordinal` counts.
        last: The last day it may mean.

    >>> str(PartialDate(2022)), str(PartialDate(2022, 3)), str(PartialDate(2022, 3, 17))
    ('2022', '2022-03', '2022-03-17')
    """

    year: int
    month: int | None = None
    day: int | None = None
    first: int = attrs.field(init=False, repr=False, eq=False)
    last: int = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        first = dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        last = begins = first.toordinal()
        if self.month is None or (self.month == 12 and self.day is None):
            last = first.replace(month=12, day=self.day or 31).toordinal()
        elif self.day is None:
            last = dt.date(self.year, self.month + 1, 1).toordinal() - 1
        object.__setattr__(self, "first", begins)
        object.__setattr__(self, "last", last)

    def __hash__(self) -> int:
        return self.last  # facts are looked up by their dates, by the million; a tuple of parts takes twice as long

    def __str__(self) -> str:
        parts = (f"{self.year:04d}", f"-{self.month:02d}" if self.month else "", f"-{self.day:02d}" if self.day else "")
        return "".join(parts)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The one-day interval of a calendar day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read ``2022``, ``2022-03`` or ``2022-03-17``, exactly so.

        Raises:
            ValueError: the text is none of these; the message does not hold it.
        """
        pieces = text.split("-")
        lengths = [len(piece) for piece in pieces]
        if lengths in ([4], [4, 2], [4, 2, 2]) and text.isascii() and text.replace("-", "").isdigit():
            try:
                return cls(*map(int, pieces))
            except ValueError:
                pass
        raise ValueError("expected YYYY, YYYY-MM or YYYY-MM-DD") from None


_BETWEEN: Final = frozenset("-/.")
_NUMBERS: Final = {spelt: str(n) for name, n in MONTHS.items() for spelt in (name, name.capitalize(), name.upper())}
_SERIALS: Final = range(10_000, 60_001)  # 1927 to 2064
_DAY_0: Final = dt.date(1899, 12, 30)  # not the 31st: spreadsheets have a 29 February 1900 that never was
_SERIAL: Final = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
_FIRST_DIGIT: Final = re.compile(r"[0-9]")


def parse(cell: Cell, *, not_after: int = 2049) -> PartialDate | Rejected | None:
    """The day, month or year that the cell says.

    Args:
        cell: Any cell; a number or its digits from 10000 to 60000 is a spreadsheet's day number, its time dropped.
        not_after: The latest year that two digits may mean; for a birth, the year of the list.

    >>> str(parse("17 Agustus 2022")), str(parse("02-06--2024")), str(parse("Agustus 2020")), str(parse(44060.5))
    ('2022-08-17', '2024-06-02', '2020-08', '2020-08-17')
    >>> str(parse("02-Jun-24")), str(parse("02-Jun-24", not_after=2022)), parse("31-06-2022").code
    ('2024-06-02', '1924-06-02', 'date-impossible')
    """
    if type(cell) is str and (plain := _plain(cell)):
        return plain
    if isinstance(cell, dt.date):
        return PartialDate.of(cell) if cell.year in YEARS else RANGE
    if says_nothing(cell):
        return None
    if isinstance(cell, str):
        typed = text(cell)
        serial = _SERIAL.fullmatch(typed)
        return _value(_number(int(serial[1])) if serial else read(typed, not_after))
    return _value(_number(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else FORMAT)


def _plain(typed: str) -> PartialDate | None:
    """The forms in which nearly all dates come: ``17-08-2022`` (or / or .), ``2022-08-17``, ``17 Agustus 2022``.

    None: another form, or something wrong, which is told by reading it again more slowly.
    """
    if typed[2:3] in _BETWEEN and typed[5:6] == typed[2:3]:
        day, month, year = typed[:2], typed[3:5], typed[6:]
    elif typed[4:5] == "-" == typed[7:8]:
        year, month, day = typed[:4], typed[5:7], typed[8:]
    else:
        day, _, rest = typed.strip().partition(" ")
        named, _, year = rest.partition(" ")
        month = _NUMBERS.get(named, "")
    if len(year) != 4 or not (typed.isascii() and day.isdigit() and month.isdigit() and year.isdigit()):
        return None
    try:
        return PartialDate(int(year), int(month), int(day)) if int(year) in YEARS and len(day) < 3 else None
    except ValueError:
        return None


def parse_after_place(cell: Cell, *, not_after: int = 2049) -> PartialDate | Rejected | None:
    """The date of "place, date" (*tempat, tanggal lahir*); a place alone says no date.

    >>> str(parse_after_place("Bogor, 17 Agustus 1999")), str(parse_after_place("Bogor 17-08-1999"))
    ('1999-08-17', '1999-08-17')
    >>> parse_after_place("Bogor")
    """
    if isinstance(cell, str) and (plain := _plain(cell[cell.rfind(",") + 1 :])):
        return plain
    whole = parse(cell, not_after=not_after)
    if isinstance(whole, PartialDate) or not isinstance(cell, str):
        return whole
    if "," in cell:
        return parse(cell[cell.rindex(",") + 1 :], not_after=not_after)
    digit = _FIRST_DIGIT.search(cell)
    # A date that is wrong from its first character on keeps its own complaint.
    return None if digit is None else parse(cell[digit.start() :], not_after=not_after)


def is_day_month_doubtful(cell: Cell) -> bool:
    """Whether a numeric text reads as well month first: both at most 12, and different.

    >>> is_day_month_doubtful("02/06/2024"), is_day_month_doubtful("02/25/2024"), is_day_month_doubtful("2024-06-02")
    (True, False, False)
    """
    return isinstance(cell, str) and is_doubtful(text(cell))


def _number(number: int | float) -> Parts | Rejected:
    whole = int(number) if 0 <= number < 1e9 else 0
    if whole in _SERIALS:
        day = _DAY_0 + dt.timedelta(whole)
        return (day.year, day.month, day.day)
    return read_digits(str(whole)) if whole == number else FORMAT


def _value(parts: Parts | Rejected | None) -> PartialDate | Rejected | None:
    return PartialDate(*parts) if isinstance(parts, tuple) else parts
