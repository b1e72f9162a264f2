"""The jobs of many enterprises: which reports decide is found in columns, what follows from them is the rule's to say.

Enterprises whose deciding reports come to the same, whose owners work the same hours and which are alive alike have the
same jobs; the rule is asked once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any, Final

from okoce_core.counting.bytewise.gathered import OnDay
from okoce_core.model.facts import Ownership
from okoce_core.model.life import Life
from okoce_core.rules.heads import Heads, heads
from okoce_core.rules.jobs import Jobs, baseline, highest, jobs_of
from okoce_core.rules.reports import Report, outside_life, settled, too_old
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Span, Standing, known
from okoce_core.rules.unit import known_life

__all__ = ["Work"]

_SILENT: Final = Life()

Joined = Callable[[int], int | None]
Stocks = tuple[Report | None, ...]


class Work:
    """The jobs of enterprises under one rule on one day."""

    def __init__(self, on: OnDay, rule: JobRule, threshold: Standing) -> None:
        self._on, self._rule, self._clock, self._threshold = on, rule, on.clock, threshold
        self._reports, self._owned, self._lives = on.columns.headcounts, on.columns.ownerships, on.columns.lives
        self._all_known = on.clock.known_at is None
        self._told: dict[Hashable, Heads | None] = {}
        self._stale = [too_old(when, rule, on.clock) for when in self._reports.days]
        self._working, owners = on.working
        self._made = _Made(owners, rule)

    def of(self, numbers: Sequence[int], joined: Joined) -> dict[int, Jobs]:
        """The jobs of each enterprise.

        Args:
            numbers: The enterprises.
            joined: Gives the day the first of an enterprise's counted owners joined; None: unknown.
        """
        if self._rule.value == "net":  # what there was on joining hangs on the owners who count
            return self._of(numbers, joined)
        kept = self._on.jobs.setdefault((self._rule, self._threshold), {})
        kept |= self._of([number for number in numbers if number not in kept], joined)
        return {number: kept[number] for number in numbers}

    def _of(self, numbers: Sequence[int], joined: Joined) -> dict[int, Jobs]:
        lives = [self._lives.get(number, _SILENT) for number in numbers]
        if not self._all_known:
            lives = [known_life(life, self._clock) for life in lives]
        places = [self._on.certain.get(number, -1) for number in numbers]
        stocks = self._all_stocks(numbers, places, lives)
        bases: Sequence[Heads | None] = [None] * len(numbers)
        if self._rule.value == "net":
            bases = list(map(self._base, numbers, places, lives, map(joined, numbers)))
        working = map(self._working.__getitem__, numbers)
        alive = map(self._on.alive.__getitem__, numbers)
        made = map(self._made.__getitem__, zip(stocks, bases, working, alive, strict=True))
        return dict(zip(numbers, made, strict=True))

    def decided_on(self, number: int) -> Span | None:
        """The day of the report that counts in ``value``, the latest of several for *peak*; None: there is none."""
        likely = self._on.possible.get(number) if self._threshold is Standing.POSSIBLE else None
        place = self._on.certain.get(number, -1) if likely is None else likely
        life = self._lives.get(number, _SILENT)
        while place >= 0 and self._reports.enterprise[place] == number:
            if self._report(number, place, life) is not None:
                return self._reports.days[self._reports.day[place]]
            place = self._reports.day_before(place)
        return None

    def _all_stocks(self, numbers: Sequence[int], places: Sequence[int], lives: Sequence[Life]) -> list[Stocks]:
        """The deciding reports of each enterprise. In most it is one that stands alone; others are looked at apart."""
        if self._rule.value == "peak" or not self._all_known:
            return list(map(self._stocks, numbers, places, lives))
        told, alone, rule = self._reports, self._reports.alone, self._rule
        facts, fact, days, day, stale, unsure = told.facts, told.fact, told.days, told.day, self._stale, self._on.unsure
        return [
            (Report(
                heads(facts[fact[at]], rule, (), life.normal_hours),  # type: ignore[arg-type]  # it gives a number
                stale[day[at]], outside_life(life, days[day[at]]),
            ),)
            if at >= 0 and alone[at] and number not in unsure
            else self._stocks(number, at, life)
            for number, at, life in zip(numbers, places, lives, strict=True)
        ]  # fmt: skip

    def _stocks(self, number: int, certain: int, life: Life) -> Stocks:
        """The report that counts in ``value``, and those that may count instead if a day is by as_of after all."""
        here = self._stock(number, certain, life)
        unsure = self._on.unsure.get(number)
        if unsure is None:
            return (here,)
        likely = self._on.possible.get(number) if self._threshold is Standing.POSSIBLE else None
        value = here if likely is None else self._stock(number, likely, life)
        return (value, self._stock(number, unsure, life), here)

    def _stock(self, number: int, place: int, life: Life) -> Report | None:
        """The latest known report from a place on backwards; for *peak* what all of them come to."""
        reports, all_of_them = [], self._rule.value == "peak"
        while place >= 0 and self._reports.enterprise[place] == number:
            report = self._report(number, place, life)
            if report is not None:
                if not all_of_them:
                    return report
                reports.append(report)
            place = self._reports.day_before(place)
        return highest(reports)

    def _report(self, number: int, place: int, life: Life) -> Report | None:
        """What the day of a report comes to."""
        reports, day = self._reports, self._reports.day[place]
        when = reports.days[day]
        if when.first > self._clock.as_of:  # it ends before a month or year that may be over by as_of
            return None
        if not reports.again[place] and self._all_known:
            found = self._heads(number, place, life)
            return Report(found, self._stale[day], outside_life(life, when)) if found else None
        told = reports.told(place)
        if not self._all_known:
            told = [count for count in told if known(count, self._clock)]
        return settled(told, when, life, self._rule, partial(self._owners, number, when), stale=self._stale[day])

    def _heads(self, number: int, place: int, life: Life) -> Heads | None:
        """What one report comes to; of most enterprises the same is said as of others."""
        fact, day = self._reports.fact[place], self._reports.day[place]
        owned = None if self._reports.alone[place] else self._owned.said_of(number)
        key = fact, day, owned, life.normal_hours.as_integer_ratio()  # hashed faster than a fraction
        if key not in self._told:
            count, when = self._reports.facts[fact], self._reports.days[day]
            owners = () if owned is None or count.owners_included is False else self._owners(number, when)
            self._told[key] = heads(count, self._rule, owners, life.normal_hours)
        return self._told[key]

    def _owners(self, number: int, when: Span) -> Sequence[Ownership]:
        return self._owned.working_on(number, min(when.last, self._clock.as_of), self._clock)

    def _base(self, number: int, place: int, life: Life, joined: int | None) -> Heads | None:
        """What there was on joining."""
        if joined is None:
            return None
        while place >= 0 and self._reports.last[place] > joined and self._reports.enterprise[place] == number:
            place -= 1
        return baseline(self._stock(number, place, life), life, joined)


class _Made(dict[Any, Jobs]):
    """The jobs by what they follow from, each worked out once."""

    def __init__(self, owners: Sequence[Sequence[Ownership]], rule: JobRule) -> None:
        super().__init__()
        self._owners, self._rule = owners, rule

    def __missing__(self, key: tuple[Stocks, Heads | None, int, int]) -> Jobs:
        stocks, base, working, alive = key
        made = self[key] = jobs_of(stocks, base, self._owners[working], Standing(alive), self._rule)
        return made
