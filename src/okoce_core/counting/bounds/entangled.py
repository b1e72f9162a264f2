"""How many of a group are merged when each pair is one with some probability, and what is one with one is one.

Pairs are taken one by one. All that matters of the past is how those with pairs still to come hang together; so it is
enough to keep, for each way they may, its probability and the merges so far. It is exact, and for chains and stars of
any length as quick as for a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from okoce_core.identity.components import Components

__all__ = ["MOST_WAYS", "Likely", "Moments", "merges"]

Likely = tuple[int, int, Fraction]
"""Two, and the probability that they are one."""

MOST_WAYS: Final = 1000
"""With more ways to hang together a group is given up. Twelve pairs never have more than 256, seven people 877."""


@attrs.frozen
class Moments:
    """The ends of the expected number of merges, one number where it is exact, and then the variance."""

    ends: tuple[Fraction, Fraction]
    variance: Fraction | None


@attrs.frozen
class _Sums:
    """Of one way of hanging together: its probability, and that times the merges and times their square."""

    probability: Fraction
    merges: Fraction
    squares: Fraction

    def __add__(self, other: _Sums) -> _Sums:
        return _Sums(
            self.probability + other.probability, self.merges + other.merges, self.squares + other.squares
        )  # fmt: skip

    def times(self, probability: Fraction) -> _Sums:
        return _Sums(self.probability * probability, self.merges * probability, self.squares * probability)

    def merged(self) -> _Sums:
        """After one more merge: m + 1 and (m + 1) squared in place of m and m squared."""
        merges = self.merges + self.probability
        return _Sums(self.probability, merges, self.squares + self.merges + merges)


Ways = Mapping[tuple[int, ...], _Sums]
"""For each open person the part he hangs in, and the sums of that."""


def merges(pairs: Sequence[Likely]) -> Moments:
    """The merges in a group of pairs that touch: its people, less the parts they hang together in."""
    ordered = _along(pairs)
    last = {person: number for number, (a, b, _) in enumerate(ordered) for person in (a, b)}
    people: list[int] = []
    ways: Ways = {(): _Sums(Fraction(1), Fraction(0), Fraction(0))}
    for number, (a, b, probability) in enumerate(ordered):
        people += [person for person in (a, b) if person not in people]
        staying = [place for place, person in enumerate(people) if last[person] > number]
        ways = _after(ways, len(people), (people.index(a), people.index(b)), probability, staying)
        if len(ways) > MOST_WAYS:
            return Moments(_ends(pairs), None)
        people = [people[place] for place in staying]
    (found,) = ways.values()
    return Moments((found.merges, found.merges), found.squares - found.merges**2)


def _after(ways: Ways, size: int, pair: tuple[int, int], probability: Fraction, staying: Sequence[int]) -> Ways:
    """The ways after one more pair; those who have none to come are forgotten, and parts numbered afresh."""
    after: dict[tuple[int, ...], _Sums] = {}
    for held, sums in ways.items():
        parts = (*held, *range(size, 2 * size - len(held)))  # who is new hangs with nobody yet
        one, other = (parts[place] for place in pair)
        joined = sums.times(probability)
        for outcome, found in (
            (parts, sums.times(1 - probability)),
            (tuple(one if part == other else part for part in parts), joined if one == other else joined.merged()),
        ):
            numbers: dict[int, int] = {}
            key = tuple(numbers.setdefault(outcome[place], len(numbers)) for place in staying)
            after[key] = after[key] + found if key in after else found
    return after


def _along(pairs: Sequence[Likely]) -> list[Likely]:
    """The pairs in the order in which a walk along them, depth first, has met both: few are open at any time."""
    near: dict[int, list[int]] = {}
    for a, b, _ in sorted(pairs):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    met: dict[int, int] = {}
    ahead = [min(near)]
    while ahead:
        person = ahead.pop()
        if person not in met:
            met[person] = len(met)
            ahead += sorted(near[person], reverse=True)
    return sorted(pairs, key=lambda pair: sorted((met[pair[0]], met[pair[1]]), reverse=True))


def _ends(pairs: Iterable[Likely]) -> tuple[Fraction, Fraction]:
    """Each pair merges at most once, and each along a tree that is one does: the likeliest tree is the lower end."""
    told = sorted(pairs, key=lambda pair: (-pair[2], pair))
    numbers = {person: number for number, person in enumerate(dict.fromkeys(p for a, b, _ in told for p in (a, b)))}
    forest = Components(len(numbers))
    tree = sum((p for a, b, p in told if forest.join(numbers[a], numbers[b])), Fraction(0))
    return tree, min(sum((p for _, _, p in told), Fraction(0)), Fraction(len(numbers) - 1))
