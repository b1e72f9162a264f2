"""One business of two owners: spouses and partners who each list it, and one owner whom the lists hold to be two.

A name that two owners share is a coincidence more often than not; whether it is depends on how many bear it and how
many would by chance, on the place, on whose name is on the sign, and on what the owners themselves share.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

import attrs

from okoce_core.identity.units.businesses import Business, bearing, businesses, unmet
from okoce_core.identity.units.evidence import Comparison, Labels, Pattern, Weights, together
from okoce_core.identity.units.joining import Joining
from okoce_core.identity.units.names import Rarity
from okoce_core.identity.units.nodes import Nodes
from okoce_core.identity.units.numbers import contradict
from okoce_core.identity.units.owning import Owner, named_after, sign_of, tie

__all__ = ["Shared", "of_partners", "scored"]

_RARITY: Final = Comparison(
    "rarity", (30, 15, 6, 12, 6, 4, 8, 5, 14), (3, 4, 4, 3, 4, 6, 2, 4, 70), 50,
)  # fmt: skip
_PLACE: Final = Comparison("place", (55, 25, 20), (10, 25, 65))
_SIGN: Final = Comparison("sign", (35, 15, 50), (10, 25, 65))
_TIE: Final = Comparison("tie", (10, 15, 25, 50), (0.2, 0.5, 9.3, 90))
_COMPARISONS: Final = (together(_RARITY, _SIGN), together(_PLACE, _TIE))
"""The sign is taken with how rare the name is, as owners' own names are on the commonest; the tie with the place."""
_EXPECTED_SHARE: Final = 0.01
"""Two owners of one name are two, until lists show that partners both list what they own together."""
_SHARE_STRENGTH: Final = 100.0
_BLOCK: Final = 12
"""A name with more owners than this is looked at within one place only."""
_CHANCE: Final = (0.05, 0.5)


@attrs.define(repr=False)
class Shared:
    """Pairs of two owners' businesses that share a name, each as one integer of two entries, by pattern.

    Attributes:
        size: How many entries. found: Unlabelled pairs. labels: Those that numbers settle. seen: As ``found``, counted.
        content: What each of the entries says. unmet: To one pair of a shared name, how many true ones there are of
            names that differ, and are never looked at: as seen where both carry one number.
    """

    size: int
    found: dict[Pattern, array[int]] = attrs.field(factory=dict)
    labels: Labels = attrs.field(factory=Labels)
    seen: Counter[Pattern] = attrs.field(factory=Counter)
    content: dict[int, tuple[object, ...]] = attrs.field(factory=dict)
    unmet: float = 0.0

    def in_order(self, pattern: Pattern) -> list[tuple[int, int]]:
        """The entries of the pairs of one pattern, in an order that depends on what they say alone."""
        content = self.content
        both = (divmod(pair, self.size) for pair in self.found[pattern])
        return sorted(both, key=lambda pair: sorted((content[pair[0]], content[pair[1]])))


def of_partners(nodes: Nodes, joining: Joining, rarity: Rarity, owner: Mapping[int, Owner]) -> Shared:
    """Pairs of businesses of two owners under one name.

    Args:
        nodes: All of them. joining: As far as each owner's own are joined, and none of two owners.
        rarity: Of words. owner: What is known of the owners concerned.
    """
    shared, done = Shared(joining.size), set[int]()
    shared.unmet = unmet(nodes, joining)
    for form, bearers in sorted(bearing(businesses(nodes, joining, owner)).items()):
        rare = _rare(len(bearers), rarity.namesakes(form))
        after = {of: named_after(form, owner[of]) for of in {business.owner for business in bearers}}
        for a, b in _pairs(bearers):
            pair = min(a.entry, b.entry) * shared.size + max(a.entry, b.entry)
            if pair not in done and a.owner != b.owner and a.entry != b.entry:
                done.add(pair)
                shared.content[a.entry], shared.content[b.entry] = a.content, b.content
                pattern = (
                    rare * len(_SIGN.same) + sign_of(after[a.owner], after[b.owner]),
                    _place(a.places, b.places) * len(_TIE.same) + tie(owner[a.owner], owner[b.owner]),
                )
                _keep(shared, pair, pattern, a.numbers, b.numbers)
    return shared


def _keep(shared: Shared, pair: int, pattern: Pattern, one: set[str], other: set[str]) -> None:
    if one and other:
        shared.labels.add(pattern, not contradict(one, other))
        return
    shared.found.setdefault(pattern, array("q")).append(pair)
    shared.seen[pattern] += 1


def _pairs(bearers: list[Business]) -> Iterator[tuple[Business, Business]]:
    if len(bearers) <= _BLOCK:
        yield from combinations(bearers, 2)
        return
    by_place: dict[str, list[Business]] = {}
    for business in bearers:
        for place in {place[:5] for place in business.places}:
            by_place.setdefault(place, []).append(business)
    for block in by_place.values():
        if len(block) <= _BLOCK:
            yield from combinations(block, 2)


def _rare(bearers: int, by_chance: float) -> int:
    chance = sum(by_chance >= limit for limit in _CHANCE)
    return 3 * min(bearers - 2, 2) + chance


def _place(a: Iterable[str], b: Iterable[str]) -> int:
    """One regency, not told (or told of a province only), two regencies."""
    if not a or not b:
        return 1
    in_a, in_b = {place[:5] for place in a}, {place[:5] for place in b}
    if any(len(place) == 5 for place in in_a & in_b):
        return 0
    vague = any(x[:2] == y[:2] and min(len(x), len(y)) < 5 for x in in_a for y in in_b)
    return 1 if vague else 2


def scored(shared: Shared) -> dict[Pattern, float]:
    """The logarithm of the odds of each pattern."""
    weights = Weights(_COMPARISONS, shared.labels)
    share = weights.lowered(weights.share(shared.seen, _EXPECTED_SHARE, _SHARE_STRENGTH), shared.labels)
    return {pattern: share + weights.of(pattern) for pattern in shared.found}
