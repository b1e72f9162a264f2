"""How many there are while some pairs may be one and the same: three counts, and what is to be expected.

If A and B are one and B and C are one, then A and C are: only who hangs together counts. Pairs that touch each other
make a group; groups are worked out one by one, and add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

import attrs

from okoce_core.counting.bounds.entangled import Likely, merges
from okoce_core.identity.components import Components
from okoce_core.misuse import Misuse

__all__ = ["DoubtfulCount", "Pair", "count_in_doubt"]


@attrs.frozen
class Pair:
    """Two who may be one, by their numbers. ``probability``: that they are; pairs are independent of each other."""

    a: int
    b: int
    probability: Fraction

    def __attrs_post_init__(self) -> None:
        if self.a == self.b or not 0 <= self.probability <= 1:
            message = f"a pair is two, with a probability from 0 to 1, not {self.probability}"
            raise Misuse("pair-in-doubt", message, asked=f"{self.a}, {self.b}")


@attrs.frozen
class DoubtfulCount:
    """How many there are.

    Attributes:
        exact: If only exact identifiers link; None if nobody asked. decided: With all links that are decided, and no
            pair in doubt. all_linked: If every pair in doubt is one. The truth is from ``all_linked`` to ``decided``.
        expectation, variance: Over the probabilities of the pairs; None where a group is too entangled to work it out.
        expectation_ends: Between which numbers the expectation then is; else it twice.
    """

    exact: int | None
    decided: int
    all_linked: int
    expectation: Fraction | None
    variance: Fraction | None
    expectation_ends: tuple[Fraction, Fraction]


def count_in_doubt(decided: int, pairs: Iterable[Pair], exact: int | None = None) -> DoubtfulCount:
    """The count under doubtful links.

    For pairs that do not touch, the expectation is decided - sum p and the variance sum p (1 - p). In a group each set
    of links that may hold counts with its probability. Where a group is too entangled, its expected merges are at most
    sum p, and at least the sum of p along the likeliest tree that joins it.

    Args:
        decided: How many there are with no pair in doubt linked. pairs: Those in doubt; one said twice is one.
        exact: How many there are if only exact identifiers link.

    Raises:
        Misuse: two probabilities for one pair, or more people in pairs than there are.

    SOURCE: Tancredi and Liseo (2011), arXiv 1011.2649, on the size of a population under uncertain linkage.
    """
    told = sorted({(min(p.a, p.b), max(p.a, p.b), Fraction(p.probability)) for p in pairs})
    if twice := [p[:2] for p, after in pairwise(told) if p[:2] == after[:2]]:
        raise Misuse("pair-in-doubt", "a pair has two probabilities", asked=", ".join(map(str, twice[0])))
    everybody = {number for a, b, _ in told for number in (a, b)}
    if len(everybody) > decided:
        raise Misuse("pair-in-doubt", f"{len(everybody)} in doubt among {decided}", asked=str(decided))
    groups = _groups(told, sorted(everybody))
    found = [merges(group) for group in groups]
    low, high = (sum((m.ends[side] for m in found), Fraction(0)) for side in (0, 1))
    known = [m.variance for m in found if m.variance is not None]
    whole = len(known) == len(found)
    return DoubtfulCount(
        exact,
        decided,
        decided - len(everybody) + len(groups),
        decided - low if whole else None,
        sum(known, Fraction(0)) if whole else None,
        (decided - high, decided - low),
    )


def _groups(pairs: Sequence[Likely], people: Sequence[int]) -> list[list[Likely]]:
    """The pairs by group."""
    places = {number: place for place, number in enumerate(people)}
    forest = Components(len(people))
    for a, b, _ in pairs:
        forest.join(places[a], places[b])
    groups: dict[int, list[Likely]] = {}
    for pair in pairs:
        groups.setdefault(forest.root(places[pair[0]]), []).append(pair)
    return list(groups.values())
