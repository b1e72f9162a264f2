"""How many people several lists of pseudonyms have together, and any two of them in common: certain, and possible.

Certainly the same are those with one NIK; possibly the same those who share anything. People of one list are different
people: their partner, who saw the rows, resolved them. Hashes of nearly the same never meet, so neither is a bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Final

import attrs

from okoce_core.identity.components import Components
from okoce_core.identity.exchange import PseudonymList
from okoce_core.misuse import Misuse
from okoce_core.shown import Shown

__all__ = ["Overlap", "Pair", "overlap"]


@attrs.frozen
class Pair:
    """How many people two lists share.

    Attributes:
        a, b: The places of the lists. certain: Those with one NIK. possible: Those that any identifier may make one.
    """

    a: int
    b: int
    certain: int
    possible: int


@attrs.frozen
class Overlap(Shown):
    """Several lists put side by side.

    Attributes:
        people, unknown: Of each list, how many, and how many of them have no identifier.
        net_certain, net_possible: Distinct people in all lists, if the NIK alone is believed, and if everything is.
    """

    people: tuple[int, ...]
    unknown: tuple[int, ...]
    net_certain: int
    net_possible: int
    pairs: tuple[Pair, ...]

    @property
    def gross(self) -> int:
        """The lists added up."""
        return sum(self.people)


def overlap(lists: Sequence[PseudonymList]) -> Overlap:
    """How many people the lists have together, and two by two.

    Raises:
        Misuse: lists made with different keys, which never meet.
    """
    if len({told.check for told in lists}) > 1:
        raise Misuse("keys-differ", "the lists were made with different keys; pseudonyms of different keys never meet")
    sizes = [len(told.people) for told in lists]
    pairs = []
    for a, b in combinations(range(len(lists)), 2):
        both, together = (lists[a], lists[b]), sizes[a] + sizes[b]
        pairs.append(Pair(a, b, together - _distinct(both, _CERTAIN), together - _distinct(both, _ALL)))
    unknown = tuple(told.unknown for told in lists)
    return Overlap(tuple(sizes), unknown, _distinct(lists, _CERTAIN), _distinct(lists, _ALL), tuple(pairs))


_CERTAIN: Final = slice(1)
_ALL: Final = slice(None)


def _distinct(lists: Sequence[PseudonymList], kinds: slice) -> int:
    """How many people there are at least, if whoever shares an identifier may be one and people of one list are not."""
    people = [(place, person) for place, told in enumerate(lists) for person in told.people]
    components, holders = Components(len(people)), dict[str, int]()
    for node, (_, person) in enumerate(people):
        for told in person[kinds]:
            for one in told:
                components.join(holders.setdefault(one, node), node)
    held = Counter((components.root(node), place) for node, (place, _) in enumerate(people))
    most: dict[int, int] = {}
    for (root, _), count in held.items():
        most[root] = max(count, most.get(root, 0))
    return sum(most.values())
