"""How many jobs an enterprise holds (*tenaga kerja*, *lapangan kerja*), by its partners' reports.

A headcount is a stock: a later report replaces an earlier one, it is never added. Source: counting.md 4, design 4.4.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

import attrs

from okoce_core.model.facts import Headcount
from okoce_core.rules.heads import Heads, Number, heads, owner_jobs
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Span, Standing, by, known, on, span
from okoce_core.rules.unit import Unit, alive, known_life, working_owners

__all__ = ["Jobs", "jobs"]

NONE: Final = 0


@attrs.frozen
class Jobs:
    """The jobs of one enterprise.

    Attributes:
        known: Whether any report gives a number; if not, ``value`` is 0 and counts as unknown, never as nought.
        value, low, high: Jobs under the rule, owners among them where it says so; the least and the most they may be.
        owners: The working owners, whether the rule counts them or not.
        conflicts: Contradictory or impossible reports that were met.
    """

    known: bool
    value: Number
    low: Number
    high: Number
    owners: int = 0
    conflicts: int = 0


class _Report(NamedTuple):
    when: Span
    heads: Heads
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
    owners = working_owners(unit, clock.as_of, clock)
    standing = alive(unit.life, clock)
    own = NONE if standing is Standing.ENDED or rule.owners == "exclude" else owner_jobs(owners, rule)
    days = _days(unit, rule, clock)
    told = [_told(unit, days, rule, clock, joined, least) for least in _thresholds(days, threshold)]
    here = told[0]
    if here is not None and len(told) == 1 and (standing is Standing.CERTAIN or rule.value in {"last", "peak"}):
        low, value, high = here.heads
        return Jobs(True, value + own, low + own, high + own, len(owners), here.conflicts)
    open_ends = [report for report in told if report]
    high = max((r.heads.high for r in open_ends), default=NONE)
    if here is None:
        return Jobs(False, NONE, own, high + own, len(owners))
    low = min(r.heads.low for r in open_ends)
    if standing is Standing.POSSIBLE and rule.value in {"stock", "net"}:
        low = min(low, NONE)
    return Jobs(True, here.heads.value + own, low + own, high + own, len(owners), here.conflicts)


class _Day:
    """The headcounts told of one day, settled into one report when somebody asks."""

    def __init__(self, unit: Unit, rule: JobRule, clock: Clock, when: Span, standing: Standing) -> None:
        self._unit, self._rule, self._clock = unit, rule, clock
        self.when, self.standing = when, standing
        self.counts: list[Headcount] = []

    @cached_property
    def report(self) -> _Report | None:
        """Of each partner the latest revision (even an unknown one), the partners' conflict settled by the rule."""
        latest = self.counts if len(self.counts) == 1 else _latest(self.counts)
        unasked = all(c.owners_included is False for c in latest)
        owners = [] if unasked else working_owners(self._unit, min(self.when.last, self._clock.as_of), self._clock)
        given = [h for c in latest if (h := heads(c, self._rule, owners, self._unit.life.normal_hours))]
        if not given:
            return None
        if len(given) == 1:
            return _Report(self.when, given[0], _impossible(self._unit, self.when))
        values = {h.value for h in given}
        chosen = min(values) if self._rule.conflict == "min" else max(values)
        settled = Heads(min(h.low for h in given), chosen, max(h.high for h in given))
        return _Report(self.when, settled, (len(values) > 1) + _impossible(self._unit, self.when))


def _days(unit: Unit, rule: JobRule, clock: Clock) -> list[_Day]:
    """The days up to as_of of which anything is told, latest first; each with how surely it is not after as_of."""
    days: dict[Span, _Day] = {}
    for count in unit.headcounts:
        when = on(count.date, count.observed)
        standing = by(when, clock.as_of) if known(count, clock) else Standing.NOT_YET_KNOWN
        if standing >= Standing.UNDATED:
            days.setdefault(when, _Day(unit, rule, clock, when, standing)).counts.append(count)
    return sorted(days.values(), key=_by_date, reverse=True) if len(days) > 1 else list(days.values())


def _by_date(day: _Day) -> tuple[int, int]:
    return day.when.last, day.when.first


def _thresholds(days: Sequence[_Day], threshold: Standing) -> list[Standing]:
    """The threshold of ``value`` first; the others only where a day falls between them."""
    clear = all(day.standing is Standing.CERTAIN for day in days)
    return [threshold] if clear else [threshold, Standing.UNDATED, Standing.CERTAIN]


def _told(
    unit: Unit, days: Sequence[_Day], rule: JobRule, clock: Clock, joined: int | None, least: Standing
) -> _Report | None:  # fmt: skip
    """What the days that stand at least so high come to under the rule's ``value``; None is unknown.

    Days without a known number are left out before the latest is chosen.
    """
    reports = (day.report for day in days if day.standing >= least)
    if rule.value == "peak":
        return _highest([report for report in reports if report])
    last = next(filter(None, reports), None)
    if rule.value in {"stock", "net"} and alive(unit.life, clock) is Standing.ENDED:
        last = _Report(span(None, None), Heads(NONE, NONE, NONE), last.conflicts if last else 0)
    elif last is None or _too_old(last.when, rule, clock):
        return None
    return last if rule.value != "net" else _net(unit, rule, clock, joined, last)


def _highest(reports: Sequence[_Report]) -> _Report | None:
    """The peak: no lower than the highest low end told, no higher than the highest high end."""
    if not reports:
        return None
    low, value, high = (max(ends) for ends in zip(*(report.heads for report in reports), strict=True))
    return _Report(reports[0].when, Heads(low, value, high), max(report.conflicts for report in reports))


def _latest(counts: Sequence[Headcount]) -> list[Headcount]:
    """Of each partner those that came last."""
    newest: dict[str, tuple[int, int]] = {}
    for count in counts:
        newest[count.partner] = max(newest.get(count.partner, (-1, -1)), _vintage(count))
    return [c for c in counts if _vintage(c) == newest[c.partner]]


def _vintage(count: Headcount) -> tuple[int, int]:
    return (count.received.last if count.received else 0, count.revision)


def _impossible(unit: Unit, when: Span) -> int:
    """A report from before the start or after the closing is a conflict, and used all the same."""
    life = unit.life
    early = life.started is not None and when.last < life.started.first
    late = life.closed is not None and not life.reactivated and when.dated and when.first > life.closed.last
    return int(early or late)


def _too_old(when: Span, rule: JobRule, clock: Clock) -> bool:
    return rule.max_age_months is not None and when.dated and _months(when.last, clock.as_of) > rule.max_age_months


def _months(start: int, end: int) -> int:
    """Whole months that have been completed between two days."""
    a, b = dt.date.fromordinal(start), dt.date.fromordinal(end)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)


def _net(unit: Unit, rule: JobRule, clock: Clock, joined: int | None, now: _Report) -> _Report | None:
    base = _baseline(unit, rule, clock, joined)
    if base is None:
        return None
    change = Heads(now.heads.low - base.high, now.heads.value - base.value, now.heads.high - base.low)
    if rule.floor:
        change = Heads(*(max(n, NONE) for n in change))
    return _Report(now.when, change, now.conflicts)


def _baseline(unit: Unit, rule: JobRule, clock: Clock, joined: int | None) -> Heads | None:
    """What there was on joining: the latest report by then, else 0 where the enterprise started later, else unknown."""
    if joined is None:
        return None
    for day in _days(unit, rule, attrs.evolve(clock, as_of=joined)):
        if day.standing is Standing.CERTAIN and day.report:
            return day.report.heads
    started = unit.life.started
    return Heads(NONE, NONE, NONE) if started is not None and started.first > joined else None
