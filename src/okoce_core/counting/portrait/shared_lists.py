"""By which partners together people are listed: what an UpSet chart shows.

Under disclosure control a combination of few people is not hidden but *pooled* with others, so that the rows still add
up. Beside such a list stands how many are listed by each partner, and how many there are in all. So everybody who is
pooled, and those of them who are and who are not on a partner's list, must be nobody or as many as the threshold; and
somebody of each small combination must be able to change places with somebody else who is pooled, a partner of one
going over to the other, without changing any of these sums. Where that does not hold, more is pooled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from okoce_core.counting.breakdowns.cell import Cell
from okoce_core.counting.disclosure.rounding import cell_name
from okoce_core.counting.disclosure.suppression import Suppression, published
from okoce_core.counting.portrait.counted import counted, people

if TYPE_CHECKING:
    from okoce_core.counting.results import Figures

__all__ = ["Shared", "shared_lists"]

Lists = tuple[str, ...]


@attrs.frozen
class Shared:
    """Counted participants who are on the lists of exactly these partners.

    Attributes:
        partners: Their ids, sorted. Nobody: further combinations together, none of which may be published by itself.
        people: How many; a value and no ends.
    """

    partners: Lists
    people: Cell


def shared_lists(figures: Figures, suppress: Suppression | None = None) -> tuple[Shared, ...]:
    """Each combination of partners that lists anybody, the largest first; each participant is in exactly one.

    Args:
        figures: Under any rulebook that counts people. suppress: Rules of disclosure control; see above.

    Raises:
        Misuse: the rulebook adds up rows.
    """
    standings = counted(figures)
    shared = standings.people.shared(standings.threshold)
    if suppress is None:
        return tuple(Shared(lists, people(shared[lists])) for lists in _in_order(shared))
    pooled = _pooled(shared, suppress.least(["partner"]))
    shown = {lists: number for lists, number in shared.items() if lists not in pooled}
    rest = sum(shared[lists] for lists in pooled)
    rows = [(lists, shown[lists]) for lists in _in_order(shown)] + ([((), rest)] if rest else [])
    return tuple(Shared(lists, _published(lists, number, suppress)) for lists, number in rows)


def _in_order(shared: Mapping[Lists, int]) -> list[Lists]:
    return sorted(shared, key=lambda lists: (-shared[lists], len(lists), lists))


def _published(lists: Lists, number: int, rules: Suppression) -> Cell:
    name = cell_name("participants", {"lists": " + ".join(lists)})
    return published(people(number), rules.status("participants", people(number), ["partner"]), rules, name)


def _pooled(shared: Mapping[Lists, int], least: int) -> set[Lists]:
    """The combinations that are not to be told apart."""
    few = [frozenset(lists) for lists, number in shared.items() if number < least]
    pool = _Pool({frozenset(lists): shared[lists] for lists in reversed(_in_order(shared))}, set(few))
    while further := _further(pool, few, least):
        pool.pooled.add(further)
    return {lists for lists in shared if frozenset(lists) in pool.pooled}


@attrs.frozen
class _Pool:
    """Every combination, the smallest first; and those that are pooled."""

    shared: Mapping[frozenset[str], int]
    pooled: set[frozenset[str]]

    def shown(self, lists: frozenset[str]) -> bool:
        return lists in self.shared and lists not in self.pooled

    def sums(self, least: int) -> Iterator[Callable[[frozenset[str]], bool]]:
        """Whom of those who are pooled a subtraction shows to be few: all of them, those on a list, those not on it."""
        on = Counter[str]()
        for lists in self.pooled:
            on.update(dict.fromkeys(lists, self.shared[lists]))
        whole = sum(self.shared[lists] for lists in self.pooled)
        if 0 < whole < least:
            yield lambda _: True
        for partner in sorted(on):
            if on[partner] < least:
                yield lambda lists, partner=partner: partner in lists  # type: ignore[misc]
            if 0 < whole - on[partner] < least:
                yield lambda lists, partner=partner: partner not in lists  # type: ignore[misc]

    def hides(self, lists: frozenset[str]) -> bool:
        """Whether somebody of a combination may change places with somebody pooled, into two that are not shown."""
        for other in self.pooled:
            apart = lists ^ other
            for partner in apart if len(apart) > 1 else ():
                moved = lists ^ {partner}, other ^ {partner}
                if all(moved) and not any(map(self.shown, moved)):
                    return True
        return False


def _further(pool: _Pool, few: Sequence[frozenset[str]], least: int) -> frozenset[str] | None:
    """The smallest combination that still has to be pooled; None: it is enough, or there is none left."""
    shown = [lists for lists in pool.shared if pool.shown(lists)]
    for follows in pool.sums(least):
        if (further := next(filter(follows, shown), None)) is not None:
            return further
    return None if all(map(pool.hides, few)) else next(iter(shown), None)
