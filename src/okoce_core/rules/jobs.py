"""How many jobs an enterprise holds (*tenaga kerja*, *lapangan kerja*), by its partners' reports.

A headcount is a stock: a later report replaces an earlier one, it is never added. Source: counting.md 4, design 4.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from okoce_core.rules.heads import Heads, Number, owner_jobs
from okoce_core.rules.reports import Day, Report, report_days, too_old
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing, span
from okoce_core.rules.unit import Unit, alive, known_life, working_owners

__all__ = ["Jobs", "jobs"]

NONE: Final = 0


@attrs.frozen(eq=False)
class Jobs:
    """The jobs of one enterprise, owners and others apart whatever the rule counts.

    Attributes:
        known: Whether any report gives a number; if not, ``value`` is 0 and counts as unknown, never as nought.
        value, low, high: Jobs under the rule, owners among them where it says so; the least and the most they may be.
        employees: Workers other than owners, in the rule's classes and unit.
        owners: The working owners, in heads. own: The same as jobs in the rule's unit. added: What of that the rule
            counts.
        conflicts: Contradictory or impossible reports that were met.
    """

    known: bool
    value: Number
    low: Number
    high: Number
    employees: Heads
    owners: int = 0
    own: Number = 0
    added: Number = 0
    conflicts: int = 0


def jobs(unit: Unit, rule: JobRule, clock: Clock, joined: int | None, threshold: Standing) -> Jobs:
    """The jobs of an enterprise on a day.

    Args:
        unit: The enterprise. rule: What counts. clock: On which day, known when.
        joined: The first day of the first participation of its counted owners, for *net*; None: unknown.
        threshold: From which standing on a report counts in ``value``; ``low`` and ``high`` take in the others.
    """
    if unit.life.received is not None:
        unit = attrs.evolve(unit, life=known_life(unit.life, clock))
    standing = alive(unit.life, clock)
    over = standing in {Standing.ENDED, Standing.DISPUTED}
    owners = [] if over else working_owners(unit, clock.as_of, clock)
    days = report_days(unit, rule, clock)
    told = [_told(unit, days, rule, clock, joined, least) for least in _thresholds(days, threshold)]
    if standing is Standing.DISPUTED:
        open_still = attrs.evolve(unit, life=attrs.evolve(unit.life, closed=None))
        told.append(_told(open_still, days, rule, clock, joined, threshold))
    own = owner_jobs(owners, rule)
    added = NONE if rule.owners == "exclude" else own
    here, employees = told[0], _ends(told, closing=standing is Standing.POSSIBLE and rule.value in {"stock", "net"})
    low, value, high = (n + added for n in employees)
    if here is None:
        return Jobs(False, NONE, low, high, employees, len(owners), own, added)
    return Jobs(True, value, low, high, employees, len(owners), own, added, here.conflicts)


def _ends(told: Sequence[Report | None], *, closing: bool) -> Heads:
    """The report that counts in ``value``, with the ends of those that may count instead; unknown is 0 from below."""
    here = told[0]
    if here is not None and len(told) == 1 and not closing:
        return here.heads
    given = [report.heads for report in told if report]
    high = max((h.high for h in given), default=NONE)
    if here is None:
        return Heads(NONE, NONE, high)
    low = min(h.low for h in given)
    return Heads(min(low, NONE) if closing else low, here.heads.value, high)


def _thresholds(days: Sequence[Day], threshold: Standing) -> list[Standing]:
    """The threshold of ``value`` first; the others only where a day falls between them."""
    clear = all(day.standing is Standing.CERTAIN for day in days)
    return [threshold] if clear else [threshold, Standing.UNDATED, Standing.CERTAIN]


def _told(
    unit: Unit, days: Sequence[Day], rule: JobRule, clock: Clock, joined: int | None, least: Standing
) -> Report | None:  # fmt: skip
    """What the days that stand at least so high come to under the rule's ``value``; None is unknown.

    Days without a known number are left out before the latest is chosen.
    """
    reports = (day.report for day in days if day.standing >= least)
    if rule.value == "peak":
        return _highest([report for report in reports if report])
    last = next(filter(None, reports), None)
    if rule.value in {"stock", "net"} and alive(unit.life, clock) in {Standing.ENDED, Standing.DISPUTED}:
        last = Report(span(None, None), Heads(NONE, NONE, NONE), last.conflicts if last else 0)
    elif last is None or too_old(last.when, rule, clock):
        return None
    return last if rule.value != "net" else _net(unit, rule, clock, joined, last)


def _highest(reports: Sequence[Report]) -> Report | None:
    """The peak: no lower than the highest low end told, no higher than the highest high end."""
    if not reports:
        return None
    low, value, high = (max(ends) for ends in zip(*(report.heads for report in reports), strict=True))
    return Report(reports[0].when, Heads(low, value, high), max(report.conflicts for report in reports))


def _net(unit: Unit, rule: JobRule, clock: Clock, joined: int | None, now: Report) -> Report | None:
    base = _baseline(unit, rule, clock, joined)
    if base is None:
        return None
    change = Heads(now.heads.low - base.high, now.heads.value - base.value, now.heads.high - base.low)
    if rule.floor:
        change = Heads(*(max(n, NONE) for n in change))
    return Report(now.when, change, now.conflicts)


def _baseline(unit: Unit, rule: JobRule, clock: Clock, joined: int | None) -> Heads | None:
    """What there was on joining: the latest report by then, else 0 where the enterprise started later, else unknown."""
    if joined is None:
        return None
    for day in report_days(unit, rule, attrs.evolve(clock, as_of=joined)):
        if day.standing is Standing.CERTAIN and day.report:
            return day.report.heads
    started = unit.life.started
    return Heads(NONE, NONE, NONE) if started is not None and started.first > joined else None
