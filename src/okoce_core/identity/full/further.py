"""Further evidence, which few lists have: addresses, and the numbers that organisations gave their members.

The model knows nothing of it. What it adds is measured: how far pairs agree that everything else holds to be one
person, and how far any two do. Where members' numbers are often wrong they weigh little.
SOURCE: the m- and u-probabilities of Fellegi and Sunter, A theory for record linkage (1969).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import Final

from okoce_core.identity.full.evidence import Evidence, Words
from okoce_core.identity.full.likeness import one_edit

__all__ = ["FURTHER", "Further"]

FURTHER: Final = {
    "address": ("unknown", "other", "part", "much", "same"),
    "membership": ("unknown", "other", "misspelt", "same"),
}
"""What is compared beside the model's fields, and how far each can agree, from least to most."""

_EXPECTED: Final = {
    "address": ((2.0, 1.0, 3.0, 4.0), (8.5, 1.0, 0.3, 0.2)),
    "membership": ((0.8, 0.7, 8.5), (9.9, 0.08, 0.02)),
}
"""What is expected of ten pairs of one person, and of two, before the lists say more; *unknown* left out."""
_MOST: Final = {"address": (2.5, 0.5, 2.5, 2.5), "membership": (8.0, 8.0, 8.0)}
"""No more than this is added: a family lives at one address, and nobody is surer of a number than that."""
_SAME: Final = 4.0
"""Pairs of such odds are held to be one person."""
_MUCH: Final = 0.6
_PART: Final = 0.3


class Further:
    """Compares entries, by their places, in what is beside the model; false where no list has any of it."""

    def __init__(self, shown: Evidence) -> None:
        self._columns = {"address": shown.address, "membership": shown.memberships}
        self._told = [name for name in FURTHER if any(self._columns[name])]
        none = Counter[int]()
        self.weights = {name: _weights(name, none, none) for name in FURTHER}

    def __bool__(self) -> bool:
        return bool(self._told)

    def level(self, name: str, a: int, b: int) -> int:
        """How far two entries agree, as :data:`FURTHER` counts."""
        one, other = self._columns[name][a], self._columns[name][b]
        if not one or not other:
            return 0
        return _addresses(one, other) if name == "address" else _memberships(one, other)

    def one_number(self, a: int, b: int) -> bool:
        """Whether two entries have a number of one member, be it misspelt."""
        return self.level("membership", a, b) > 1

    def odds(self, a: int, b: int) -> float:
        """What all of it adds to the odds of a pair."""
        return sum(self.weights[name][self.level(name, a, b)] for name in self._told)

    def measure(self, likely: Iterable[tuple[int, int, float]], any_two: Iterable[tuple[int, int]]) -> None:
        """Learn the weights.

        Args:
            likely: Pairs that nothing compared here has brought together, with their odds by everything else.
            any_two: Pairs drawn at random, hardly any of which is one person.
        """
        one_person = [(a, b) for a, b, odds in likely if odds > _SAME]
        two = list(any_two)
        for name in self._told:
            same, other = (Counter(self.level(name, a, b) for a, b in pairs) for pairs in (one_person, two))
            self.weights[name] = _weights(name, same, other)


def _weights(name: str, same: Counter[int], other: Counter[int]) -> list[float]:
    of_same, of_other = (seen.total() - seen[0] + 10 for seen in (same, other))
    found = [0.0]
    for level, (likely, unlikely) in enumerate(zip(*_EXPECTED[name], strict=True), 1):
        weight = math.log((same[level] + likely) / of_same) - math.log((other[level] + unlikely) / of_other)
        most = _MOST[name][level - 1]
        found.append(max(-most, min(most, weight)))
    return found


def _addresses(one: Words, other: Words) -> int:
    if one == other:
        return 4
    shared = len(set(one).intersection(other)) / min(len(one), len(other))
    return 3 if shared >= _MUCH else 2 if shared >= _PART else 1


def _memberships(one: Words, other: Words) -> int:
    """Numbers of one issuer alone are compared."""
    if not set(one).isdisjoint(other):
        return 3
    pairs = [(a, b) for a in one for b in other if a.partition(" ")[0] == b.partition(" ")[0]]
    if any(one_edit(a, b) for a, b in pairs):
        return 2
    return 1 if pairs else 0
