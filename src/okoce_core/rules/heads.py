"""How many jobs one headcount holds under a rule: heads or full-time equivalents of the classes that count.

Sources: unpaid workers, BPS (under a third of the normal hours is no worker); equivalents, JII TA-08 (months / 12, two
part-time workers of unknown hours are one); 40 hours a week, PP 35/2021 art. 21(2).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from okoce_core.model.facts import Headcount, Ownership
from okoce_core.rules.rulebook import CLASSES, JobRule

__all__ = ["Heads", "Number", "all_heads", "heads", "owner_jobs"]

WEEK: Final = Fraction(40)
HALF: Final = Fraction(1, 2)


Number = int | Fraction
"""Heads are whole; equivalents are fractions. Both are exact."""


class Heads(NamedTuple):
    """Jobs other than owners, with what the source leaves open."""

    low: Number
    value: Number
    high: Number


def heads(count: Headcount, rule: JobRule, owners: Sequence[Ownership], normal_hours: Fraction) -> Heads | None:
    """The jobs in a headcount, or None where it is unknown.

    Args:
        count: The headcount. rule: Which classes count, and how.
        owners: The working owners on its day, who are taken off where the headcount includes them; where it does not
            say so, ``low`` takes them off and ``value`` does not.
        normal_hours: The unit's weekly hours.
    """
    if count.by_class:
        low = value = high = _by_class(count, rule, normal_hours)
    elif count.total is not None:
        value, high = count.total, count.total_high or count.total
        low = 0 if rule.unpaid == "none" or len(rule.classes) < len(CLASSES) else value
    else:
        return None
    inside = owner_jobs(owners, rule)
    if count.owners_included is None:
        return Heads(max(low - inside, 0), value, high)
    if not count.owners_included:
        return Heads(low, value, high)
    return Heads(max(low - inside, 0), max(value - inside, 0), max(high - inside, 0))


def owner_jobs(owners: Sequence[Ownership], rule: JobRule) -> Number:
    """The owners as jobs: one each, or their hours."""
    return len(owners) if rule.unit == "head" else sum((o.hours / WEEK for o in owners), Fraction(0))


def _by_class(count: Headcount, rule: JobRule, normal_hours: Fraction) -> Number:
    fte = rule.unit == "fte"
    total: Number = 0
    for name in rule.classes:
        if name == "part_time" and fte:
            total += _part_time(count)
        elif name == "seasonal":
            total += sum(s.count * (s.months / 12 * s.hours / WEEK if fte else 1) for s in count.seasonal or ())
        else:
            total += getattr(count, name) or 0
    return total + _unpaid(count, rule, normal_hours)


def _part_time(count: Headcount) -> Fraction:
    workers = count.part_time or 0
    hours = count.part_time_hours[:workers]
    return sum((h / WEEK for h in hours), HALF * (workers - len(hours)))


def _unpaid(count: Headcount, rule: JobRule, normal_hours: Fraction) -> Number:
    hours = () if rule.unpaid == "none" else count.unpaid_hours or ()
    if rule.unpaid == "1/3":
        hours = tuple(h for h in hours if h * 3 >= normal_hours)
    return sum((h / WEEK for h in hours), Fraction(0)) if rule.unit == "fte" else len(hours)


def all_heads(count: Headcount) -> tuple[int, int] | None:
    """Everybody in a headcount, as okoce-claim adds them up, the least and the most; None where it is unknown."""
    if not count.by_class:
        return None if count.total is None else (count.total, count.total_high or count.total)
    seasonal = sum(s.count for s in count.seasonal or ())
    others = (count.full_time, count.part_time, count.casual, count.third_party)
    heads = seasonal + sum(n or 0 for n in others) + len(count.unpaid_hours or ())
    return heads, heads
