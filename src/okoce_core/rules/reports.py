"""What the partners' reports say of an enterprise day by day: revisions replaced, contradictions settled.

Source: counting.md 4 and design 4.4. Inside one partner, enterprise and day the later (received, revision) wins, even
if unknown; equal and different, or different partners, is a conflict that the rulebook settles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from okoce_core.model.facts import Headcount
from okoce_core.rules.heads import Heads, heads
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Span, Standing, by, known, on
from okoce_core.rules.unit import Unit, working_owners

__all__ = ["Day", "Report", "latest", "outside_life", "report_days", "too_old"]


class Report(NamedTuple):
    """One day's headcount, settled. ``conflicts``: contradictory or impossible reports met."""

    when: Span
    heads: Heads
    conflicts: int = 0


class Day:
    """The headcounts told of one day, settled into one report when somebody asks."""

    def __init__(self, unit: Unit, rule: JobRule, clock: Clock, when: Span, standing: Standing) -> None:
        self._unit, self._rule, self._clock = unit, rule, clock
        self.when, self.standing = when, standing
        self.counts: list[Headcount] = []

    @cached_property
    def report(self) -> Report | None:
        """Of each partner the latest revision, the partners' conflict settled by the rule; None: nothing known."""
        told = self.counts if len(self.counts) == 1 else latest(self.counts)
        unasked = all(c.owners_included is False for c in told)
        owners = [] if unasked else working_owners(self._unit, min(self.when.last, self._clock.as_of), self._clock)
        given = [h for c in told if (h := heads(c, self._rule, owners, self._unit.life.normal_hours))]
        if not given:
            return None
        if len(given) == 1:
            return Report(self.when, given[0], outside_life(self._unit, self.when))
        values = {h.value for h in given}
        chosen = min(values) if self._rule.conflict == "min" else max(values)
        settled = Heads(min(h.low for h in given), chosen, max(h.high for h in given))
        return Report(self.when, settled, (len(values) > 1) + outside_life(self._unit, self.when))


def report_days(unit: Unit, rule: JobRule, clock: Clock) -> list[Day]:
    """The days up to as_of of which anything is told, latest first; each with how surely it is not after as_of."""
    days: dict[Span, Day] = {}
    for count in unit.headcounts:
        when = on(count.date, count.observed)
        standing = by(when, clock.as_of) if known(count, clock) else Standing.NOT_YET_KNOWN
        if standing >= Standing.UNDATED:
            days.setdefault(when, Day(unit, rule, clock, when, standing)).counts.append(count)
    return sorted(days.values(), key=_by_date, reverse=True) if len(days) > 1 else list(days.values())


def _by_date(day: Day) -> tuple[int, int]:
    return day.when.last, day.when.first


def latest(counts: Sequence[Headcount]) -> list[Headcount]:
    """Of each partner those that came last."""
    newest: dict[str, tuple[int, int]] = {}
    for count in counts:
        newest[count.partner] = max(newest.get(count.partner, (-1, -1)), _vintage(count))
    return [c for c in counts if _vintage(c) == newest[c.partner]]


def _vintage(count: Headcount) -> tuple[int, int]:
    return (count.received.last if count.received else 0, count.revision)


def outside_life(unit: Unit, when: Span) -> int:
    """1 for a report from before the start or after the closing: a conflict, and used all the same."""
    life = unit.life
    early = life.started is not None and when.last < life.started.first
    late = life.closed is not None and not life.reactivated and when.dated and when.first > life.closed.last
    return int(early or late)


def too_old(when: Span, rule: JobRule, clock: Clock) -> bool:
    """Whether a report is older than the rule allows, in completed whole months."""
    return rule.max_age_months is not None and when.dated and _months(when.last, clock.as_of) > rule.max_age_months


def _months(start: int, end: int) -> int:
    a, b = dt.date.fromordinal(start), dt.date.fromordinal(end)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)
