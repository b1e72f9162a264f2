"""Entries into people: links in falling order of their odds, none that puts two different trusted NIKs together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import attrs

from okoce_core.identity.components import Components
from okoce_core.identity.full.evidence import Evidence
from okoce_core.identity.full.numbers import clearly_different, relation

__all__ = ["Clusters", "Edge", "clustered"]

EVEN: Final = 0.0
"""Links from even odds on are made."""

Edge = tuple[float, int]
"""The logarithm of the odds of a link, and the pair."""


@attrs.define
class Clusters:
    """Who is one person.

    Attributes:
        components: The entries that belong together. links: The links that were made, in the order they were.
        refused: Links that two trusted numbers forbid. false: How many of the links made are expected to be wrong;
            variance: of that number.
        open: Links below even odds between people that no better link joined.
    """

    components: Components
    links: list[Edge] = attrs.field(factory=list)
    refused: list[Edge] = attrs.field(factory=list)
    open: list[Edge] = attrs.field(factory=list)
    false: float = 0.0
    variance: float = 0.0


def clustered(edges: Sequence[Edge], shown: Evidence, *, numbers_bind: bool) -> Clusters:
    """The people that links make.

    Args:
        edges: In falling order of odds, then by pair. shown: The evidence.
        numbers_bind: Whether two clearly different trusted NIKs are two people; not where NIKs are often wrong.
    """
    size = len(shown)
    found = Clusters(Components(size))
    held: list[set[str] | None] = [
        {number} if good and numbers_bind else None for number, good in zip(shown.nik, shown.trusted, strict=True)
    ]
    root, join = found.components.root, found.components.join
    for edge in edges:
        odds, pair = edge
        a, b = root(pair // size), root(pair % size)
        if a == b:
            continue
        one, other = held[a], held[b]
        if one and other and _contradict(one, other, relation(shown, *divmod(pair, size)) not in {"", "other"}):
            found.refused.append(edge)
        elif odds > EVEN:
            join(a, b)
            held[root(a)] = one | other if one and other else one or other
            wrong = 1 / (1 + math.exp(odds))
            found.false += wrong
            found.variance += wrong * (1 - wrong)
            found.links.append(edge)
        else:
            found.open.append(edge)
    return found


def _contradict(one: set[str], other: set[str], direct: bool) -> bool:
    """Whether the numbers of two groups are of two people.

    Numbers that differ in the serial alone are twins' or a misspelling: a link between their own rows (``direct``) knows
    the names; one that goes round them does not.
    """
    return any(clearly_different(a, b) or (not direct and a != b and a[:12] == b[:12]) for a in one for b in other)
