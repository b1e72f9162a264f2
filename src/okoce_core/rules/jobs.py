"""How many jobs an enterprise holds (*tenaga kerja*, *lapangan kerja*), by its partners' reports.

A headcount is a stock: a later report replaces an earlier one, it is never added. Source: counting.md 4, design 4.4.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from okoce_core.model.facts import Ownership
from okoce_core.model.life import Life
from okoce_core.rules.heads import Heads, Number, owner_jobs
from okoce_core.rules.reports import Day, Report, report_days
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing
from okoce_core.rules.unit import Unit, alive, known_life, working_owners

__all__ = ["Jobs", "baseline", "highest", "jobs", "jobs_of"]

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
    days = report_days(unit, rule, clock)
    base = _baseline(unit, rule, clock, joined) if rule.value == "net" else None
    stocks = [_stock([day for day in days if day.standing >= least], rule) for least in _thresholds(days, threshold)]
    return jobs_of(stocks, base, working_owners(unit, clock.as_of, clock), standing, rule)


def jobs_of(
    stocks: Sequence[Report | None], base: Heads | None, owners: Sequence[Ownership], standing: Standing, rule: JobRule
) -> Jobs:
    """The jobs of an enterprise, once it is known which reports decide.

    Args:
        stocks: The report that counts in ``value``, then those that may count instead; None: there is none.
        base: What there was on joining, for *net*; None: unknown. owners: Who works there of them on as_of.
        standing: Whether the enterprise is alive on as_of.
    """
    over = standing in (Standing.ENDED, Standing.DISPUTED)
    told = [_told(stock, base, rule, over=over) for stock in stocks]
    if standing is Standing.DISPUTED:
        told.append(_told(stocks[0], base, rule, over=False))
    if standing is Standing.POSSIBLE and rule.value in {"stock", "net"}:  # or it is closed, or has not begun
        told.append(_told(stocks[0], base, rule, over=True))
    present = () if over else owners
    own = owner_jobs(present, rule)
    added = NONE if rule.owners == "exclude" else own
    here, employees = told[0], _ends(told)
    low, value, high = employees.plus(added)
    if here is None:
        return Jobs(False, NONE, low, high, employees, len(present), own, added)
    return Jobs(True, value, low, high, employees, len(present), own, added, here.conflicts)


def _told(last: Report | None, base: Heads | None, rule: JobRule, *, over: bool) -> Report | None:
    """What a report comes to under the rule's ``value``; None is unknown."""
    if over and rule.value in {"stock", "net"}:
        last = Report(Heads(NONE, NONE, NONE), conflicts=last.conflicts if last else 0)
    elif last is None or (rule.value != "peak" and last.stale):
        return None
    return last if rule.value != "net" else _net(rule, last, base)


def _ends(told: Sequence[Report | None]) -> Heads:
    """The report that counts in ``value``, with the ends of those that may count instead; an unknown one is 0."""
    here = told[0]
    if here is not None and len(told) == 1:
        return here.heads
    given = [report.heads for report in told if report]
    if here is None:
        given.append(Heads(NONE, NONE, NONE))
    low, high = min(h.low for h in given), max(h.high for h in given)
    return Heads(low, here.heads.value if here else NONE, high)


def _thresholds(days: Sequence[Day], threshold: Standing) -> list[Standing]:
    """The threshold of ``value`` first; the others only where a day falls between them."""
    clear = all(day.standing is Standing.CERTAIN for day in days)
    return [threshold] if clear else [threshold, Standing.UNDATED, Standing.CERTAIN]


def _stock(days: Sequence[Day], rule: JobRule) -> Report | None:
    """The latest known of the reports, or for *peak* all of them; days without a known number are left out before."""
    reports = (day.report for day in days)
    return (
        highest([report for report in reports if report]) if rule.value == "peak" else next(filter(None, reports), None)
    )


def highest(reports: Sequence[Report]) -> Report | None:
    """The peak: no lower than the highest low end told, no higher than the highest high end."""
    if not reports:
        return None
    low, value, high = (max(ends) for ends in zip(*(report.heads for report in reports), strict=True))
    return Report(Heads(low, value, high), conflicts=max(report.conflicts for report in reports))


def _net(rule: JobRule, now: Report, base: Heads | None) -> Report | None:
    if base is None:
        return None
    change = now.heads.less(base)
    if rule.floor:
        change = Heads(*(max(n, NONE) for n in change))
    return Report(change, now.stale, now.conflicts)


def _baseline(unit: Unit, rule: JobRule, clock: Clock, joined: int | None) -> Heads | None:
    if joined is None:
        return None
    days = report_days(unit, rule, attrs.evolve(clock, as_of=joined))
    return baseline(_stock([day for day in days if day.standing is Standing.CERTAIN], rule), unit.life, joined)


def baseline(report: Report | None, life: Life, joined: int) -> Heads | None:
    """What there was on joining: the latest report by then, else 0 where the enterprise started later, else unknown."""
    if report is not None:
        return report.heads
    return Heads(NONE, NONE, NONE) if life.started is not None and life.started.first > joined else None
