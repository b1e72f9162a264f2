"""Entries into people: links in falling order of their odds, none that puts two different trusted NIKs together.

A link that is not beyond doubt joins two groups only where their other members agree: one pair that looks alike by
chance would else make one person of two who are each in several lists. What somebody has decided goes before all this:
pairs bound to be one are joined first, and pairs held apart stay so.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import product
from typing import Final

import attrs

from okoce_core.identity.bonds import NO_BONDS, Bonds
from okoce_core.identity.components import Components
from okoce_core.identity.full.evidence import Evidence
from okoce_core.identity.full.numbers import clearly_different, relation

__all__ = ["Clusters", "Edge", "clustered"]

EVEN: Final = 0.0
"""Links from even odds on are made."""
_SURE: Final = 9.0
"""Links of better odds ask nobody else."""
_ASKED: Final = 4
"""So many members of either group are asked."""
_OTHERS: Final = 2.0
"""How much the odds of all pairs between two groups weigh, on average, beside those of the link."""

Edge = tuple[float, int]
"""The logarithm of the odds of a link, and the pair."""

Odds = Callable[[int], float]
"""The logarithm of the odds of any pair."""

_Agreed = dict[str, frozenset[str]]


@attrs.define
class Clusters:
    """Who is one person.

    Attributes:
        components: The entries that belong together. links: The links that were made, in the order they were.
        refused: Links that two trusted numbers forbid. parted: Links that a decision forbids.
        outvoted: Links that the other members of the two groups speak against.
        false: How many of the links made are expected to be wrong; variance: of that number.
        open: Links below even odds between people that no better link joined.
    """

    components: Components
    links: list[Edge] = attrs.field(factory=list)
    refused: list[Edge] = attrs.field(factory=list)
    parted: list[Edge] = attrs.field(factory=list)
    outvoted: list[Edge] = attrs.field(factory=list)
    open: list[Edge] = attrs.field(factory=list)
    false: float = 0.0
    variance: float = 0.0


def clustered(
    edges: Sequence[Edge], shown: Evidence, *, numbers_bind: bool, bonds: Bonds = NO_BONDS, ask: Odds | None = None
) -> Clusters:
    """The people that links make.

    Args:
        edges: In falling order of odds, then by pair. shown: The evidence.
        numbers_bind: Whether two clearly different trusted NIKs are two people; not where NIKs are often wrong.
        bonds: What was decided already. ask: Of pairs that are not among the edges; None: nobody else is asked.
    """
    size = len(shown)
    found = Clusters(Components(size))
    held: list[set[str] | None] = [
        {number} if good and numbers_bind else None for number, good in zip(shown.nik, shown.trusted, strict=True)
    ]
    root, join = found.components.root, found.components.join
    agreed = _bind(bonds, found.components, held)
    apart, groups = _Apart(bonds, found.components), _Groups(bonds, found.components, shown.mark)
    for edge in edges:
        odds, pair = edge
        a, b = root(pair // size), root(pair % size)
        if a == b:
            continue
        one, other = held[a], held[b]
        if apart and apart.forbids(a, b):
            found.parted.append(edge)
        elif one and other and one != other and _contradict(one, other, agreed, direct=_is_direct(shown, pair)):
            found.refused.append(edge)
        elif odds > EVEN and ask and odds < _SURE and groups.object(a, b, odds, ask):
            found.outvoted.append(edge)
        elif odds > EVEN:
            join(a, b)
            groups.joined(a, b)
            held[root(a)] = one | other if one and other else one or other
            if apart:
                apart.joined(a, b)
            wrong = 1 / (1 + math.exp(odds))
            found.false += wrong
            found.variance += wrong * (1 - wrong)
            found.links.append(edge)
        else:
            found.open.append(edge)
    return found


def _bind(bonds: Bonds, components: Components, held: list[set[str] | None]) -> _Agreed:
    """Join what is bound; gives for each number those that are the same person's by decision."""
    root, met = components.root, dict[int, set[str]]()
    for a, b in bonds.same:
        one, other = (met.pop(root(entry), held[entry] or set()) for entry in (a, b))
        components.join(a, b)
        met[root(a)] = one | other
    for entry, numbers in met.items():
        held[entry] = numbers or None
    return {number: frozenset(numbers) for numbers in met.values() if len(numbers) > 1 for number in numbers}


class _Groups:
    """The members of each group of several."""

    def __init__(self, bonds: Bonds, components: Components, mark: Sequence[int]) -> None:
        self._root, self._mark, self._members = components.root, mark, dict[int, list[int]]()
        for entry in {entry for pair in bonds.same for entry in pair}:
            self._members.setdefault(self._root(entry), []).append(entry)

    def object(self, a: int, b: int, odds: float, ask: Odds) -> bool:
        """Whether the members of two groups speak, on average, against a link of such odds."""
        one, other, size = self._members.get(a), self._members.get(b), len(self._mark)
        if not one and not other:
            return False
        pairs = product(self._some(one or [a]), self._some(other or [b]))
        told = [ask(min(pair) * size + max(pair)) for pair in pairs]
        return odds + _OTHERS * math.fsum(told) / len(told) <= 0

    def _some(self, members: list[int]) -> list[int]:
        return members if len(members) <= _ASKED else sorted(members, key=self._mark.__getitem__)[:_ASKED]

    def joined(self, a: int, b: int) -> None:
        """Note that the groups of what were two roots are one."""
        one, other = self._members.pop(a, None), self._members.pop(b, None)
        self._members[self._root(a)] = (one or [a]) + (other or [b])


class _Apart:
    """Which groups hold entries that were decided to be two people; false where nothing was."""

    def __init__(self, bonds: Bonds, components: Components) -> None:
        self._root, self._from = components.root, dict[int, set[int]]()
        for a, b in bonds.different:
            for one, other in ((a, b), (b, a)):
                self._from.setdefault(self._root(one), set()).add(other)

    def __bool__(self) -> bool:
        return bool(self._from)

    def forbids(self, a: int, b: int) -> bool:
        """Whether the groups of these roots hold two such entries."""
        return any(self._root(entry) == b for entry in self._from.get(a, ()))

    def joined(self, a: int, b: int) -> None:
        """Note that the groups of what were two roots are one."""
        both = self._from.pop(a, set()) | self._from.pop(b, set())
        if both:
            self._from[self._root(a)] = both


def _is_direct(shown: Evidence, pair: int) -> bool:
    return relation(shown, *divmod(pair, len(shown))) not in {"", "other"}


def _contradict(one: set[str], other: set[str], agreed: _Agreed, *, direct: bool) -> bool:
    """Whether the numbers of two groups are of two people; those that a decision made one person's speak together."""
    if not agreed:
        return any(_two(a, b, direct) for a in one for b in other)
    return any(
        all(_two(x, y, direct) for x in agreed.get(a, (a,)) for y in agreed.get(b, (b,))) for a in one for b in other
    )


def _two(a: str, b: str, direct: bool) -> bool:
    """Whether two numbers are of two people.

    Numbers that differ in the serial alone are twins' or a misspelling: a link between their own rows (``direct``)
    knows the names; one that goes round them does not.
    """
    return clearly_different(a, b) or (not direct and a != b and a[:12] == b[:12])
