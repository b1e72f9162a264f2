"""How many jobs an enterprise holds (*tenaga kerja*, *lapangan kerja*), by its partners' reports.

A headcount is a stock: a later report replaces an earlier one, it is never added. Source: counting.md 4, design 4.4.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

import attrs

from okoce_core.model.facts import Headcount
from okoce_core.rules.heads import Heads, Number, heads, owner_jobs
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Span, Standing, by, known, on, span
from okoce_core.rules.unit import Unit, alive, working_owners

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
    owners = working_owners(unit, clock.as_of, clock)
    standing = alive(unit.life, clock)
    own = NONE if standing is Standing.ENDED or rule.owners == "exclude" else owner_jobs(owners, rule)
    reports = _reports(unit, clock)
    told = [_told(unit, reports, rule, clock, joined, least) for least in _thresholds(reports, threshold)]
    here, open_ends = told[0], [report for report in told if report]
    high = max((r.heads.high for r in open_ends), default=NONE)
    if here is None:
        return Jobs(False, NONE, own, high + own, len(owners))
    low = min(r.heads.low for r in open_ends)
    if standing is Standing.POSSIBLE and rule.value in {"stock", "net"}:
        low = min(low, NONE)
    return Jobs(True, here.heads.value + own, low + own, high + own, len(owners), here.conflicts)


def _reports(unit: Unit, clock: Clock) -> list[tuple[Standing, Span, Headcount]]:
    """What was known by known_at, with how surely it speaks of a day up to as_of, latest day first."""
    dated = [(on(c.date, c.observed), c) for c in unit.headcounts if known(c, clock)]
    reports = [(s, when, c) for when, c in dated if (s := by(when, clock.as_of)) >= Standing.UNDATED]
    reports.sort(key=lambda report: (report[1].last, report[1].first), reverse=True)
    return reports


def _thresholds(reports: Sequence[tuple[Standing, Span, Headcount]], threshold: Standing) -> list[Standing]:
    """The threshold of ``value`` first; the others only where a report falls between them."""
    between = {standing for standing, _, _ in reports} - {Standing.CERTAIN}
    return [threshold, Standing.UNDATED, Standing.CERTAIN] if between else [threshold]


def _told(
    unit: Unit, reports: Sequence[tuple[Standing, Span, Headcount]], rule: JobRule, clock: Clock, joined: int | None,
    least: Standing,
) -> _Report | None:  # fmt: skip
    """What the reports that stand at least so high come to under the rule's ``value``; None is unknown."""
    days = _days(unit, reports, rule, clock, least)
    if rule.value == "peak":
        return max(days, key=lambda day: day.heads.value, default=None)
    last = next(days, None)
    if rule.value in {"stock", "net"} and alive(unit.life, clock) is Standing.ENDED:
        last = _Report(span(None, None), Heads(NONE, NONE, NONE), last.conflicts if last else 0)
    elif last is None or _too_old(last.when, rule, clock):
        return None
    return last if rule.value != "net" else _net(unit, rule, clock, joined, last)


def _days(
    unit: Unit, reports: Iterable[tuple[Standing, Span, Headcount]], rule: JobRule, clock: Clock, least: Standing
) -> Iterator[_Report]:
    """The reports day by day, latest first, days without a known number left out."""
    usable = (report for report in reports if report[0] >= least)
    for when, group in groupby(usable, key=lambda report: report[1]):
        if day := _day(unit, when, [count for _, _, count in group], rule, clock):
            yield day


def _day(unit: Unit, when: Span, counts: Sequence[Headcount], rule: JobRule, clock: Clock) -> _Report | None:
    """One report: of each partner the latest revision (even an unknown one), the partners' conflict settled by the rule."""
    newest: dict[str, tuple[int, int]] = {}
    for count in counts:
        newest[count.partner] = max(newest.get(count.partner, (-1, -1)), _vintage(count))
    owners = working_owners(unit, when.last, clock)
    latest = (c for c in counts if _vintage(c) == newest[c.partner])
    given = [h for c in latest if (h := heads(c, rule, owners, unit.life.normal_hours))]
    if not given:
        return None
    chosen = (min if rule.conflict == "min" else max)(h.value for h in given)
    settled = Heads(min(h.low for h in given), chosen, max(h.high for h in given))
    return _Report(when, settled, (len({h.value for h in given}) > 1) + _impossible(unit, when))


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
    then = attrs.evolve(clock, as_of=joined)
    for report in _days(unit, _reports(unit, then), rule, then, Standing.CERTAIN):
        return report.heads
    started = unit.life.started
    return Heads(NONE, NONE, NONE) if started is not None and started.first > joined else None
