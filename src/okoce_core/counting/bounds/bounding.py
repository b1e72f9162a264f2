"""How many there can be in all, with the partners that gave only a number: every bound there is, and the tightest.

What is on lists is counted; totals, and overlaps that somebody established by hand, only limit. The answer is
*bounded*, an interval, and never replaces what was counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import Literal

import attrs

from okoce_core.counting.bounds.groups import Groups, groups, in_common
from okoce_core.counting.bounds.shares import equal_shares
from okoce_core.counting.bounds.sharp_lists import sharp_with_lists
from okoce_core.counting.bounds.totals import sizes
from okoce_core.counting.bounds.unions import (
    Overlaps,
    Size,
    bonferroni,
    boole_frechet,
    dawson_sankoff,
    hunter_worsley,
    pairs,
)
from okoce_core.counting.figures import exact
from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number
from okoce_core.rules.rulebook import Rulebook

__all__ = ["Bounded", "bounded", "bounded_shares"]

Pair = tuple[str, str]


@attrs.frozen
class Bounded:
    """Between which numbers a measure lies, all partners included.

    Attributes:
        measure: Of what. listed: How many are counted from lists.
        lowers, uppers: What each method says, by name; of people and enterprises rounded inwards.
    """

    measure: str
    listed: Number
    lowers: Mapping[str, Number]
    uppers: Mapping[str, Number]
    label: Literal["bounded"] = "bounded"

    @property
    def lower(self) -> Number:
        """The tightest lower end."""
        return max(self.lowers.values())

    @property
    def upper(self) -> Number:
        """The tightest upper end."""
        return min(self.uppers.values())

    def as_json(self) -> dict[str, object]:
        """The bounds, exact numbers as texts; null where a method says nothing on that side."""
        names = dict.fromkeys([*self.lowers, *self.uppers])
        ends = {n: {"lower": exact(self.lowers.get(n)), "upper": exact(self.uppers.get(n))} for n in names}
        told = {"listed": exact(self.listed), "lower": exact(self.lower), "upper": exact(self.upper)}
        return {"label": self.label, **told, "methods": ends}


def bounded(
    standings: Standings,
    measure: str,
    population: int | None = None,
    overlaps: Overlaps | None = None,
    repeats: int | None = None,
) -> Bounded:
    """The bounds on a measure by every method.

    Args:
        measure: participants, entrepreneurs, enterprises or jobs.
        population: How many there can be at all, such as the adults of a district.
        overlaps: How many two partners have in common, where somebody found out. Those of two lists are known.
        repeats: The most rows one person has in a total that counts rows.

    Raises:
        Misuse: a rulebook that counts nothing of the kind, a partner that is none, or numbers that cannot all be true.
    """
    _refuse(standings.book, measure)
    _check_numbers(population, overlaps or {})
    served = groups(standings, measure)
    partners = _sizes(standings, measure, served, repeats)
    listed = {(a, b): number for (a, b), number in in_common(served, 2).items()}
    given = _given(partners, overlaps or {}, listed)
    union = sum(served.values())
    ends = boole_frechet(partners.values(), union, population)
    sharp = sharp_with_lists(served, partners, given, population)
    few, certain = _few(partners, given, listed)
    lowers = {
        "boole-frechet": ends.lower,
        "bonferroni": bonferroni(few, certain),
        "dawson-sankoff": dawson_sankoff(few, certain),
    }
    uppers = {"boole-frechet": ends.upper, "hunter-worsley": hunter_worsley(partners, {**listed, **given})}
    if sharp:
        lowers["sharp"], uppers["sharp"] = sharp.lower, sharp.upper
    return _inwards(measure, union, lowers, uppers)


def _check_numbers(population: int | None, overlaps: Overlaps) -> None:
    for number in (*(() if population is None else (population,)), *overlaps.values()):
        if isinstance(number, bool) or not isinstance(number, int | Fraction) or number < 0:
            raise Misuse("bounds-number", f"no number of people: {number!r}", asked=str(number))
    for pair in overlaps:
        if len(pair) != 2:
            raise Misuse("bounds-number", "an overlap is of two partners", asked=str(pair))


def _inwards(measure: str, union: Number, lowers: Mapping[str, Number], uppers: Mapping[str, Number]) -> Bounded:
    """The bounds; people and enterprises cannot be divided, so that their ends are rounded inwards."""
    if measure != "jobs":
        lowers = {name: ceil(end) for name, end in lowers.items()}
        uppers = {name: floor(end) for name, end in uppers.items()}
    found = Bounded(measure, union, lowers, uppers)
    if found.lower > found.upper:
        message = f"what is known cannot all be true: at least {found.lower}, at most {found.upper}"
        raise Misuse("bounds-contradict", message, asked=measure)
    return found


def bounded_shares(
    standings: Standings, measure: str, repeats: int | None = None
) -> dict[str, tuple[Fraction, Fraction]]:
    """Between which numbers each partner's *equal* share of a measure lies; see :func:`.shares.equal_shares`.

    Raises:
        Misuse: a rulebook that counts nothing of the kind.
    """
    _refuse(standings.book, measure)
    served = groups(standings, measure)
    return equal_shares(served, _sizes(standings, measure, served, repeats))


def _sizes(standings: Standings, measure: str, served: Groups, repeats: int | None) -> dict[str, Size]:
    """How many each partner has: as its list says, or between its list and its total, whichever is more."""
    listed = {partner: number for (partner,), number in in_common(served, 1).items()}
    told = sizes(standings.population.totals, measure, listed, standings.clock, repeats)
    return {partner: Size(number, number, number) for partner, number in sorted(listed.items())} | {
        partner: attrs.evolve(size, least=max(size.least, size.listed)) for partner, size in told.items()
    }


def _refuse(book: Rulebook, measure: str) -> None:
    """Bounds are of what is counted, and what each unit adds to it is not below nought."""
    jobs = book.jobs if measure == "jobs" else None
    reason = (
        "it adds up rows" if book.basis == "rows"
        else f"it models {measure}" if book.basis == "rates" and measure != "participants"
        else "it does not ask for jobs" if measure == "jobs" and jobs is None
        else "a net loss of jobs is below nought" if jobs and jobs.value == "net" and not jobs.floor
        else ""
    )  # fmt: skip
    if reason:
        raise Misuse("not-bounded", f"{book.name} has no bounds for {measure}: {reason}", asked=book.name)


def _given(partners: Mapping[str, Size], overlaps: Overlaps, listed: Mapping[Pair, Number]) -> dict[Pair, Number]:
    """The overlaps that were established. They are at least what the two lists share; two whole lists share just that.

    Raises:
        Misuse: they say something else.
    """
    given = pairs(partners, overlaps)
    for pair, number in given.items():
        on_lists = listed.get(pair, 0)
        if number < on_lists or (number > on_lists and all(partners[name].all_listed for name in pair)):
            message = f"{pair[0]!r} and {pair[1]!r} have {on_lists} in common on their lists, not {number}"
            raise Misuse("bounds-contradict", message, asked=", ".join(pair))
    return given


def _few(
    partners: Mapping[str, Size], given: Mapping[Pair, Number], listed: Mapping[Pair, Number]
) -> tuple[dict[str, Size], dict[Pair, Number]]:
    """The partners whose overlaps are known, and those overlaps.

    They are the ones named, where any is; a partner of whom no overlap is known would only weaken what the others say.
    """
    named = {name for pair in given for name in pair} or {name for name, size in partners.items() if size.listed}
    certain = {
        (a, b): given.get((a, b), listed.get((a, b), 0))
        for a, b in combinations(sorted(named), 2)
        if (a, b) in given or (partners[a].all_listed and partners[b].all_listed)
    }
    return {name: partners[name] for name in sorted(named)}, certain
