"""How many jobs one headcount holds under a rule: heads or full-time equivalents of the classes that count.

Sources: unpaid workers, BPS (under a third of the normal hours is no worker); equivalents, JII TA-08 (months / 12, two
part-time workers of unknown hours are one); 40 hours a week, PP 35/2021 art. 21(2).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from okoce_core.model.facts import Headcount, Ownership
from okoce_core.rules.rulebook import CLASSES, JobClass, JobRule

__all__ = ["Heads", "Number", "all_heads", "heads", "owner_jobs"]

WEEK: Final = Fraction(40)


Number = int | Fraction
"""Heads are whole; equivalents are fractions. Both are exact."""


class Heads(NamedTuple):
    """Jobs other than owners, with what the source leaves open."""

    low: Number
    value: Number
    high: Number

    def plus(self, added: Number) -> Heads:
        """As many more."""
        if not added:
            return self
        if self.low is self.high:
            return Heads(*(self.value + added,) * 3)
        return Heads(self.low + added, self.value + added, self.high + added)

    def less(self, base: Heads) -> Heads:
        """The change from a base: at least from its highest to our lowest."""
        if self.low is self.high and base.low is base.high:
            return Heads(*(self.value - base.value,) * 3)
        return Heads(self.low - base.high, self.value - base.value, self.high - base.low)


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
        if not value and _lacks(count, rule):
            return None
    elif count.total is not None:
        value, high = count.total, count.total_high or count.total
        low = 0 if rule.unpaid == "none" or len(rule.classes) < len(CLASSES) else value
    else:
        return None
    if count.owners_included is False:
        return Heads(low, value, high)
    inside = owner_jobs(owners, rule)
    if count.owners_included is None:
        return Heads(max(low - inside, 0), value, high)
    return Heads(max(low - inside, 0), max(value - inside, 0), max(high - inside, 0))


def owner_jobs(owners: Sequence[Ownership], rule: JobRule) -> Number:
    """The owners as jobs: one each, or their hours."""
    return len(owners) if rule.unit == "head" else _jobs_in(12 * sum(_exact(owner.hours) for owner in owners))


def _lacks(count: Headcount, rule: JobRule) -> bool:
    """Whether a class that the rule counts is unknown; what is told of the others is then a lower bound."""
    unpaid = rule.unpaid != "none" and count.unpaid_hours is None
    return unpaid or any(getattr(count, name) is None for name in rule.classes)


def _by_class(count: Headcount, rule: JobRule, normal_hours: Fraction) -> Number:
    unpaid = _unpaid(count.unpaid_hours, rule, normal_hours) if count.unpaid_hours else ()
    if rule.unit == "fte":
        return _equivalents(count, rule.classes, unpaid)
    total = len(unpaid)
    for name in rule.classes:
        if told := getattr(count, name):
            total += sum(s.count for s in told) if name == "seasonal" else told
    return total


def _equivalents(count: Headcount, classes: Sequence[JobClass], unpaid: Sequence[Fraction]) -> Number:
    """All in 480ths, an hour a week for a month, so that whole hours and months are added as whole numbers."""
    total = sum(12 * _exact(hours) for hours in unpaid)
    for name in classes:
        told = getattr(count, name)
        if told and name == "seasonal":
            total += sum(s.count * _exact(s.months) * _exact(s.hours) for s in told)
        elif told and name == "part_time":
            hours = count.part_time_hours[:told]
            total += 240 * (told - len(hours)) + sum(12 * _exact(h) for h in hours)
        elif told:
            total += 480 * told
    return _jobs_in(total)


def _jobs_in(total: Number) -> Number:
    return total // 480 if total % 480 == 0 else Fraction(total, 480)


def _exact(number: Fraction) -> Number:
    return number.numerator if number.denominator == 1 else number


def _unpaid(hours: Sequence[Fraction], rule: JobRule, normal_hours: Fraction) -> Sequence[Fraction]:
    """The weekly hours of the unpaid workers who count."""
    if rule.unpaid == "1/3":
        normal, week = normal_hours.as_integer_ratio()
        return [h for h in hours if h.numerator * 3 * week >= normal * h.denominator]
    return hours if rule.unpaid == "all" else ()


def all_heads(count: Headcount) -> tuple[int, int] | None:
    """Everybody in a headcount, as okoce-claim adds them up, the least and the most; None where it is unknown."""
    if not count.by_class:
        return None if count.total is None else (count.total, count.total_high or count.total)
    seasonal = sum(s.count for s in count.seasonal or ())
    others = (count.full_time, count.part_time, count.casual, count.third_party)
    heads = seasonal + sum(n or 0 for n in others) + len(count.unpaid_hours or ())
    if not heads and None in (*others, count.seasonal, count.unpaid_hours):
        return None
    return heads, heads
