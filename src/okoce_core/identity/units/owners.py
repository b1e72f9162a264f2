"""The businesses of one owner: which of them are one under several names."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

import attrs

from okoce_core.identity.units.evidence import Comparison, Labels, Pattern, Weights
from okoce_core.identity.units.names import LIKENESS, Rarity, likeness
from okoce_core.identity.units.nodes import Nodes
from okoce_core.identity.units.numbers import contradict, near

__all__ = ["Pairs", "of_owners", "scored"]

_NAMES: Final = Comparison("name", (72, 14, 10, 1.2, 1.8, 1), (0.6, 0.4, 2, 10, 12, 75), 40)
_SECTOR: Final = Comparison("sector", (70, 25, 5), (40, 25, 35))
_START: Final = Comparison("start", (60, 25, 15), (30, 25, 45))
_LIFE_UNKNOWN: Final = 1
_CLEARLY_OTHER: Final = len(LIKENESS) - 1
_EXPECTED_SHARE: Final = 0.5
_BLOCK: Final = 24
"""An owner of more names than this is compared with the nearest in the alphabet only."""


@attrs.define
class Pairs:
    """Pairs by the pattern they show, each as one integer, and what the labelled ones teach.

    Attributes:
        size: How many nodes. found: Unlabelled pairs, by how many of the two have a number, and pattern.
        seen: How many entries stand behind them. labels: Those that numbers settle.
        misspelt: Pairs of one NIB with a digit wrong.
    """

    size: int
    found: dict[tuple[int, Pattern], array[int]] = attrs.field(factory=dict)
    seen: dict[int, Counter[Pattern]] = attrs.field(factory=lambda: {0: Counter(), 1: Counter()})
    labels: Labels = attrs.field(factory=Labels)
    misspelt: array[int] = attrs.field(factory=lambda: array("q"))

    def add(self, state: int, pattern: Pattern, a: int, b: int) -> None:
        """Keep a pair that nothing settles."""
        self.found.setdefault((state, pattern), array("q")).append(min(a, b) * self.size + max(a, b))
        self.seen[state][pattern] += 1

    def in_order(self, pairs: Iterable[int], nodes: Nodes) -> list[tuple[int, int]]:
        """The entries of pairs, in an order that depends on what they say alone."""
        both = (divmod(pair, self.size) for pair in pairs)
        ordered = sorted(both, key=lambda pair: sorted(map(nodes.content, pair)))
        return [(nodes.entry[a], nodes.entry[b]) for a, b in ordered]


def of_owners(nodes: Nodes, rarity: Rarity) -> Pairs:
    """All pairs of one owner's named businesses."""
    pairs = Pairs(len(nodes))
    unknown = (0, _LIFE_UNKNOWN, _LIFE_UNKNOWN)
    for node, times in enumerate(nodes.times):
        if times > 1 and nodes.form[node]:
            if nodes.numbers[node]:
                pairs.labels.add(unknown, True, times - 1)
            else:
                pairs.seen[0][unknown] += times - 1
    for block in _blocks(nodes):
        for a, b in combinations(block, 2):
            _compared(nodes, a, b, pairs, rarity)
    return pairs


def _blocks(nodes: Nodes) -> Iterator[list[int]]:
    owned: dict[int, list[int]] = {}
    for node, (owner, form) in enumerate(zip(nodes.owner, nodes.form, strict=True)):
        if form:
            owned.setdefault(owner, []).append(node)
    for block in owned.values():
        if len(block) > _BLOCK:
            block.sort(key=nodes.content)
            yield from (block[start : start + _BLOCK] for start in range(0, len(block), _BLOCK // 2))
        elif len(block) > 1:
            yield block


def _compared(nodes: Nodes, a: int, b: int, pairs: Pairs, rarity: Rarity) -> None:
    one, other = nodes.numbers[a], nodes.numbers[b]
    pattern = (likeness(nodes.form[a], nodes.form[b], rarity), *_lives(nodes, a, b))
    if not (one and other):
        pairs.add(1 if one or other else 0, pattern, a, b)
    elif contradict(one, other):
        pairs.labels.add(pattern, False)
    elif one == other:
        pairs.labels.add(pattern, True)
    elif any(near(x, y) for x in one for y in other) and pattern[0] != _CLEARLY_OTHER:
        pairs.misspelt.append(min(a, b) * pairs.size + max(a, b))


def _lives(nodes: Nodes, a: int, b: int) -> tuple[int, int]:
    """Whether sector and start agree, are not told, or differ."""
    sectors, starts = nodes.sectors, nodes.starts
    if not (sectors or starts):
        return _LIFE_UNKNOWN, _LIFE_UNKNOWN
    in_a, in_b = sectors.get(a), sectors.get(b)
    sector = _LIFE_UNKNOWN if not in_a or not in_b else 2 * in_a.isdisjoint(in_b)
    when_a, when_b = starts.get(a), starts.get(b)
    if not when_a or not when_b:
        return sector, _LIFE_UNKNOWN
    together = any(x[0] <= y[1] and y[0] <= x[1] for x in when_a for y in when_b)
    return sector, 0 if together else 2


def scored(pairs: Pairs) -> dict[tuple[int, Pattern], float]:
    """The logarithm of the odds of each pattern, for pairs of which neither has a number, or one."""
    weights = Weights((_NAMES, _SECTOR, _START), pairs.labels)
    shares = {state: weights.share(seen, _EXPECTED_SHARE) for state, seen in pairs.seen.items()}
    return {(state, pattern): shares[state] + weights.of(pattern) for state, pattern in pairs.found}
