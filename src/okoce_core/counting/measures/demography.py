"""Business demography of the counted enterprises: births, deaths, who is alive, and how birth cohorts survive.

An enterprise that has died is counted here even where the rulebook asks for one that is active: among the living
nobody has died, and every cohort would survive. Source: Eurostat-OECD business demography (counting.md 2.4).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, get_args
from weakref import WeakKeyDictionary

import attrs

from okoce_core.counting.standings import Standings
from okoce_core.counting.units import units
from okoce_core.misuse import Misuse
from okoce_core.model.life import Life
from okoce_core.rules.demography import MAX_DORMANCY_MONTHS, Range, SurvivalRule, fate, vitals
from okoce_core.rules.standing import Standing

__all__ = ["SURVIVAL_RULES", "Count", "Demography", "Survival", "Year", "demography", "survival"]

SURVIVAL_RULES: Final[tuple[SurvivalRule, ...]] = get_args(SurvivalRule)


@attrs.frozen
class Count:
    """A number of events or enterprises: as counted, and the least and most that partial dates allow."""

    value: int = 0
    low: int = 0
    high: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.value + other.value, self.low + other.low, self.high + other.high)

    def as_json(self) -> dict[str, str]:
        """Exact texts, as everywhere in okoce-figures/1."""
        return {"value": str(self.value), "low": str(self.low), "high": str(self.high)}


@attrs.frozen
class Year:
    """The births and deaths of one year; ``provisional`` deaths are among the deaths."""

    births: Count = Count()
    deaths: Count = Count()
    provisional: Count = Count()


@attrs.frozen
class Demography:
    """What happened to the enterprises by as_of.

    Attributes:
        births, deaths: Up to as_of. provisional: Deaths so recent that a reactivation would undo them.
        alive: On as_of; where every start is told, births less deaths.
        unknown: Enterprises of whose start nobody told the day: their births are in ``high`` and in no year.
        by_year: In order.
    """

    births: Count
    deaths: Count
    provisional: Count
    alive: Count
    unknown: int
    by_year: Mapping[int, Year]

    def as_json(self) -> dict[str, object]:
        """As it stands in okoce-figures/1."""
        told = {name: getattr(self, name).as_json() for name in ("births", "deaths", "provisional", "alive")}
        years = {
            str(year): {name: getattr(of, name).as_json() for name in ("births", "deaths", "provisional")}
            for year, of in self.by_year.items()
        }
        return {**told, "unknown": self.unknown, "by_year": years}


def demography(standings: Standings, max_dormancy_months: int = MAX_DORMANCY_MONTHS) -> Demography:
    """Births and deaths of the enterprises that meet the rulebook's definition on as_of or ever did.

    Args:
        standings: The population under a rulebook.
        max_dormancy_months: Completed months of closure up to which an enterprise stays the same.
    """
    sums: defaultdict[tuple[str, int | None], Count] = defaultdict(Count)
    for life, standing, number in _lives(standings):
        told = vitals(life, standings.clock, max_dormancy_months)
        events = [(name, year, ends) for name in _EVENTS for year, ends in getattr(told, name).items()]
        for name, year, ends in [*events, ("alive", None, told.alive)]:
            sums[name, year] += _tally(ends, standing, standings.threshold, number)
    undated = sums["births", None]
    sums["births", None] = Count(high=undated.high)
    years = sorted({year for _, year in sums if year is not None})
    by_year = {year: Year(*(sums[name, year] for name in _EVENTS)) for year in years}
    births, deaths, provisional, alive = (
        sum((sums[name, year] for year in (None, *years)), Count()) for name in (*_EVENTS, "alive")
    )
    return Demography(births, deaths, provisional, alive, undated.value, by_year)


_EVENTS: Final = ("births", "deaths", "provisional")


_Lives = list[tuple[Life, int, int]]
_made: WeakKeyDictionary[Standings, _Lives] = WeakKeyDictionary()


def _lives(standings: Standings) -> _Lives:
    """Each distinct life, how surely the enterprises that had it count, and how many of them do; gathered once."""
    if standings not in _made:
        _made[standings] = _gather(standings)
    return _made[standings]


def _gather(standings: Standings) -> _Lives:
    rule = standings.book.entrepreneur
    if rule is not None and rule.state == "active":
        work = standings.book.jobs if rule.test == "employer" else None
        book = attrs.evolve(standings.book, entrepreneur=attrs.evolve(rule, state="ever"), jobs=work)
        standings = Standings(standings.population, book, standings.clock, standings.people)
    gathered, enterprise = units(standings.population), standings.enterprise
    tally = Counter((row.life, enterprise[row.number]) for row in gathered.rows)
    return [(gathered.lives[life], s, number) for (life, s), number in tally.items() if s >= Standing.UNDATED]


def _tally(told: Range, standing: int, threshold: Standing, number: int) -> Count:
    """What happened in so many enterprises, as far as these count themselves."""
    value = told.high if threshold is Standing.POSSIBLE else told.low
    counted, certain = standing >= threshold, standing == Standing.CERTAIN
    return Count(number * value * counted, number * told.low * certain, number * told.high)


@attrs.frozen
class Survival:
    """How a birth cohort fared.

    Attributes:
        cohort_year: The year of the births. after: How many years later. rule: See
            :data:`~okoce_core.rules.demography.SurvivalRule`.
        survived: How many were alive then. of: Of how many it is known.
        unknown: Members for whom it is too early to say, or whose dates leave it open; in neither of the two.
    """

    cohort_year: int
    after: int
    rule: SurvivalRule
    survived: int
    of: int
    unknown: int

    @property
    def share(self) -> Fraction | None:
        """Survivors over those of whom it is known; None where it is known of nobody."""
        return Fraction(self.survived, self.of) if self.of else None

    def __str__(self) -> str:
        return f"{self.survived}/{self.of}"

    def as_json(self) -> dict[str, object]:
        """As it stands in okoce-figures/1: the share unreduced, ``"2/4"``."""
        return {
            "cohort": self.cohort_year, "after": self.after, "rule": self.rule, "survived": str(self),
            "unknown": self.unknown,
        }  # fmt: skip


def survival(
    standings: Standings, cohort_year: int, after: int, rule: SurvivalRule = "calendar_year",
    max_dormancy_months: int = MAX_DORMANCY_MONTHS,
) -> Survival:  # fmt: skip
    """How many of the enterprises born in a year were alive ``after`` years later.

    Raises:
        Misuse: an unknown rule, or years that go back.
    """
    if rule not in SURVIVAL_RULES:
        raise Misuse("survival-rule", f"no survival rule is named {rule!r}", asked=str(rule), allowed=SURVIVAL_RULES)
    if after < 0:
        raise Misuse("survival-years", "after must be a number of years, 0 or more", asked=str(after))
    members = survived = lost = 0
    for life, standing, number in _lives(standings):
        born_then = any(date is not None and date.year == cohort_year for date in (life.started, *life.reactivated))
        if born_then and standing >= standings.threshold:
            told = fate(life, cohort_year, after, rule, standings.clock, max_dormancy_months)
            possible = standings.threshold is Standing.POSSIBLE
            members += number * (told.members.high if possible else told.members.low)
            survived += number * (told.survived.high if possible else told.survived.low)
            lost += number * told.lost.low
    return Survival(cohort_year, after, rule, survived, survived + lost, members - survived - lost)
