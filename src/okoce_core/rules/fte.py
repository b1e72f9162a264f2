"""Full-time equivalents of work that is no headcount: days worked, a change of hours, piece work, shifts.

Sources: labour days, DCED Standard as recalled (240 days a year; others take 260); a change, CAP indicator note; piece
work and shifts, JII TA-08; 40 hours a week, PP 35/2021 art. 21(2). See counting.md 1.2, 2.2. All results are exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from okoce_core.misuse import Misuse
from okoce_core.rules.heads import WEEK, Number

__all__ = ["days_fte", "fte_change", "head_change", "piece_rate_fte", "shift_fte"]


def days_fte(days_worked: Iterable[Number], *, days_per_year: Number = 240, cap_per_person: bool = False) -> Fraction:
    """Days worked in a year as full-time equivalents.

    Args:
        days_worked: Of each person. days_per_year: What makes one equivalent; say it beside the figure.
        cap_per_person: Nobody is more than one.

    Raises:
        Misuse: days below 0, or a year without days.

    >>> days_fte([120, 60, 240, 300]), days_fte([120, 60, 240, 300], cap_per_person=True)
    (Fraction(3, 1), Fraction(11, 4))
    """
    year = Fraction(_amount("days_per_year", days_per_year))
    if not year:
        raise Misuse("measure-amount", "days_per_year must be above 0", asked="days_per_year")
    shares = (_amount("days_worked", days) / year for days in days_worked)
    return sum((min(share, Fraction(1)) if cap_per_person else share for share in shares), Fraction(0))


def fte_change(before_hours: Number, after_hours: Number, months: Number = 12) -> Fraction:
    """What one position's change of weekly hours is in equivalents, for the months of a year it lasts.

    >>> fte_change(20, 40), fte_change(40, 40), fte_change(0, 40, months=6)
    (Fraction(1, 2), Fraction(0, 1), Fraction(1, 2))
    """
    change = _amount("after_hours", after_hours) - _amount("before_hours", before_hours)
    return change / WEEK * _months(months)


def head_change(before_hours: Number, after_hours: Number) -> int:
    """What the same change is in heads: 1 for a new position, -1 for a lost one, 0 for one that was filled again.

    >>> head_change(20, 40), head_change(0, 40), head_change(40, 0)
    (0, 1, -1)
    """
    return (_amount("after_hours", after_hours) > 0) - (_amount("before_hours", before_hours) > 0)


def piece_rate_fte(on_site_per_day: Number, months: Number = 12) -> Fraction:
    """Piece workers as equivalents: those on site on a typical day, not the names on the payroll.

    >>> piece_rate_fte(200, months=6)
    Fraction(100, 1)
    """
    return _amount("on_site_per_day", on_site_per_day) * _months(months)


def shift_fte(shifts: Number, per_shift: Number, months: Number = 12) -> Fraction:
    """Shift workers as equivalents: each shift's workers count.

    >>> shift_fte(3, per_shift=100)
    Fraction(300, 1)
    """
    return _amount("shifts", shifts) * _amount("per_shift", per_shift) * _months(months)


def _months(months: Number) -> Fraction:
    if not 0 <= months <= 12:
        raise Misuse("measure-amount", "months must be from 0 to 12, the months of one year", asked="months")
    return Fraction(months) / 12


def _amount(name: str, amount: Number) -> Fraction:
    if amount < 0:
        raise Misuse("measure-amount", f"{name} must not be below 0", asked=name)
    return Fraction(amount)
