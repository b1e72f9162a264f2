"""What agreements say: how much more often each is seen between entries of one enterprise than between two.

Pairs of which both rows carry a NIB are labels for free: the same number, or clearly different ones. What ships stands
in for so many pairs where there are few. The share of true pairs among those without labels is estimated from these
pairs themselves (expectation and maximisation over few patterns), since a NIB is shown where there is one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

__all__ = ["Comparison", "Labels", "Pattern", "Weights", "probability", "together"]

Pattern = tuple[int, ...]
"""For each comparison, the level it came to."""

_ROUNDS: Final = 30
_ENOUGH: Final = 200
"""Fewer labels than this do not say how often pairs are true."""
_WIDEST, _HALVINGS = 12.0, 40
_SHARE_STRENGTH: Final = 20.0
"""As so many pairs count the share of true ones that is expected before any is seen."""


@attrs.frozen
class Comparison:
    """One thing compared.

    Attributes:
        name: What. same, other: For each level, how often of a hundred it is expected between entries of one enterprise
            and of two. strength: As how many labels this expectation counts.
    """

    name: str
    same: tuple[float, ...]
    other: tuple[float, ...]
    strength: float = 20.0


def together(one: Comparison, other: Comparison) -> Comparison:
    """Two comparisons as one, where what one says depends on the other; levels count the other's fastest.

    What is expected before any label is seen treats them as independent.
    """
    return Comparison(
        f"{one.name} and {other.name}",
        tuple(a * b / 100 for a in one.same for b in other.same),
        tuple(a * b / 100 for a in one.other for b in other.other),
        max(one.strength, other.strength),
    )


@attrs.define
class Labels:
    """How often each pattern was seen where the NIBs settle it."""

    same: Counter[Pattern] = attrs.field(factory=Counter)
    other: Counter[Pattern] = attrs.field(factory=Counter)

    def add(self, pattern: Pattern, is_one: bool, times: int = 1) -> None:
        """Count one more."""
        (self.same if is_one else self.other)[pattern] += times


class Weights:
    """The logarithm of the odds that each level of each comparison adds.

    Attributes:
        tables: For each comparison, a weight for each level.
    """

    def __init__(self, comparisons: Sequence[Comparison], labels: Labels) -> None:
        self.tables = [_table(place, comparison, labels) for place, comparison in enumerate(comparisons)]

    def of(self, pattern: Pattern) -> float:
        """What a pattern adds."""
        return sum(table[level] for table, level in zip(self.tables, pattern, strict=True))

    def share(self, seen: Counter[Pattern], expected: float, strength: float = _SHARE_STRENGTH) -> float:
        """The share of true pairs among those seen without a label, as the logarithm of its odds.

        Args:
            seen: How often each pattern. expected: The share before any is seen. strength: As how many pairs it counts.
        """
        ratios = [(math.exp(self.of(pattern)), times) for pattern, times in sorted(seen.items())]
        total, share = sum(seen.values()), expected
        for _ in range(_ROUNDS):
            odds = share / (1 - share)
            true = math.fsum(times * odds * ratio / (1 + odds * ratio) for ratio, times in ratios)
            share = (true + expected * strength) / (total + strength)
            share = min(max(share, 1e-6), 1 - 1e-6)
        return math.log(share / (1 - share))

    def lowered(self, share: float, labels: Labels) -> float:
        """A share, lowered until no more labelled pairs are expected to be true than are; as it was where they are few.

        Comparisons are not independent, and long lists have many namesakes: patterns alone would be too sure.

        Args:
            share: As :meth:`share` gives it. labels: Pairs that numbers settle.
        """
        same, times = labels.same.total(), labels.same + labels.other
        if times.total() < _ENOUGH:
            return share
        weights = [(self.of(pattern), n) for pattern, n in sorted(times.items())]
        low, high = -_WIDEST, share
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            expected = math.fsum(n * probability(middle + weight) for weight, n in weights)
            low, high = (low, middle) if expected > same else (middle, high)
        return high


def _table(place: int, comparison: Comparison, labels: Labels) -> list[float]:
    same, other = _counted(place, labels.same), _counted(place, labels.other)
    of_same, of_other = sum(same.values()), sum(other.values())
    table = []
    for level, (expected_same, expected_other) in enumerate(zip(comparison.same, comparison.other, strict=True)):
        likely = (same[level] + comparison.strength * expected_same / 100) / (of_same + comparison.strength)
        unlikely = (other[level] + comparison.strength * expected_other / 100) / (of_other + comparison.strength)
        table.append(math.log(likely / unlikely))
    return table


def _counted(place: int, patterns: Counter[Pattern]) -> Counter[int]:
    levels: Counter[int] = Counter()
    for pattern, times in patterns.items():
        levels[pattern[place]] += times
    return levels


def probability(log_odds: float) -> float:
    """The probability of given odds."""
    return 1 / (1 + math.exp(-log_odds)) if log_odds > -700 else 0.0
