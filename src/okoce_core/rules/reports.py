"""What the partners' reports say of an enterprise day by day: revisions replaced, contradictions settled.

Source: counting.md 4 and design 4.4. Inside one partner, enterprise and day the later (received, revision) wins, even
if unknown; equal and different, or different partners, is a conflict that the rulebook settles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from okoce_core.model.facts import Headcount, Ownership
from okoce_core.model.life import Life
from okoce_core.rules.heads import Heads, heads
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Span, Standing, by, completed_months, known, on
from okoce_core.rules.unit import Unit, working_owners

__all__ = ["Day", "Report", "latest", "outside_life", "report_days", "settled", "too_old"]


class Report(NamedTuple):
    """One day's headcount, settled.

    Attributes:
        stale: Whether it is older than the rule allows. conflicts: Contradictory or impossible reports met.
    """

    heads: Heads
    stale: bool = False
    conflicts: int = 0


class Day:
    """The headcounts told of one day, settled into one report when somebody asks."""

    def __init__(self, unit: Unit, rule: JobRule, clock: Clock, when: Span, standing: Standing) -> None:
        self._unit, self._rule, self._clock = unit, rule, clock
        self.when, self.standing = when, standing
        self.counts: list[Headcount] = []

    @cached_property
    def report(self) -> Report | None:
        """What the day comes to; None: nothing known."""
        stale = too_old(self.when, self._rule, self._clock)
        return settled(self.counts, self.when, self._unit.life, self._rule, self._working, stale=stale)

    def _working(self) -> Sequence[Ownership]:
        return working_owners(self._unit, min(self.when.last, self._clock.as_of), self._clock)


def settled(
    counts: Sequence[Headcount], when: Span, life: Life, rule: JobRule, working: Callable[[], Sequence[Ownership]], *,
    stale: bool,
) -> Report | None:  # fmt: skip
    """What is told of one day: of each partner the latest revision, their conflict settled by the rule; None: unknown.

    Args:
        counts: Everything told of the day. when: The day. life: Of the enterprise. stale: Whether the day is too old.
        working: The owners who work there on that day, asked for where a headcount may include them.
    """
    if len(counts) == 1:  # as most days are
        owners = working() if counts[0].owners_included is not False else ()
        found = heads(counts[0], rule, owners, life.normal_hours)
        return Report(found, stale, outside_life(life, when)) if found else None
    told = latest(counts)
    owners = working() if any(count.owners_included is not False for count in told) else ()
    given = [found for count in told if (found := heads(count, rule, owners, life.normal_hours))]
    if len(given) < 2:
        return Report(given[0], stale, outside_life(life, when)) if given else None
    values = {h.value for h in given}
    chosen = min(values) if rule.conflict == "min" else max(values)
    both_ends = Heads(min(h.low for h in given), chosen, max(h.high for h in given))
    return Report(both_ends, stale, (len(values) > 1) + outside_life(life, when))


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


def outside_life(life: Life, when: Span) -> int:
    """1 for a report from before the start or after the closing: a conflict, and used all the same."""
    early = life.started is not None and when.last < life.started.first
    late = life.closed is not None and not life.reactivated and when.dated and when.first > life.closed.last
    return int(early or late)


def too_old(when: Span, rule: JobRule, clock: Clock) -> bool:
    """Whether a report is older than the rule allows, in completed whole months."""
    return (
        rule.max_age_months is not None
        and when.dated
        and completed_months(when.last, clock.as_of) > rule.max_age_months
    )
