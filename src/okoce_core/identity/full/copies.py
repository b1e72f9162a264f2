"""Rows that say the same of a person, in lists of one partner: sent again, or written twice.

They are one before anything is compared, so that a list sent again teaches nothing and changes no figure (law 6). A
name alone makes no copy: two people bear it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from okoce_core.identity.bonds import Bonds
from okoce_core.identity.components import Components
from okoce_core.identity.full.clusters import Clusters, Edge
from okoce_core.identity.full.evidence import Evidence

__all__ = ["Copies", "copies"]

_CERTAIN = 14.0
"""The logarithm of the odds of copies."""


@attrs.frozen
class Copies:
    """Which entries say the same.

    Attributes:
        first: The first entry of each that is distinct. of: Of each entry, the place in ``first`` of what it copies.
    """

    first: list[int]
    of: list[int]

    def bound(self, bonds: Bonds) -> Bonds:
        """What was decided of entries, as of the distinct ones."""
        of = self.of
        same, different = (tuple((of[a], of[b]) for a, b in pairs) for pairs in (bonds.same, bonds.different))
        return Bonds(same, different)

    def spread(self, found: Clusters) -> Clusters:
        """Clusters of distinct entries, as of all of them; copies are linked with the first."""
        size, whole = len(self.of), Components(len(self.of))
        again = [(self.first[place], entry) for entry, place in enumerate(self.of) if self.first[place] != entry]
        for a, b in again:
            whole.join(a, b)
        for place, entry in enumerate(self.first):
            whole.join(self.first[found.components.root(place)], entry)
        copied = [(_CERTAIN, a * size + b) for a, b in again]
        return attrs.evolve(
            found,
            components=whole,
            links=copied + self._edges(found.links),
            refused=self._edges(found.refused),
            parted=self._edges(found.parted),
            outvoted=self._edges(found.outvoted),
            open=self._edges(found.open),
        )

    def _edges(self, edges: Sequence[Edge]) -> list[Edge]:
        first, size, entries = self.first, len(self.first), len(self.of)
        return [(odds, first[pair // size] * entries + first[pair % size]) for odds, pair in edges]


def copies(shown: Evidence, apart: Collection[int] = ()) -> Copies:
    """The entries that say the same, but for those of whom somebody has decided something (``apart``)."""
    places = dict[tuple[object, ...], int]()
    first, of = list[int](), list[int]()
    for entry, key in enumerate(zip(shown.mark, shown.partner, strict=True)):
        place = len(first)
        if entry not in apart and _is_known(shown, entry):
            place = places.setdefault(key, place)
            if place < len(first) and shown.said(entry) != shown.said(first[place]):
                place = len(first)  # the same mark by chance
        if place == len(first):
            first.append(entry)
        of.append(place)
    return Copies(first, of)


def _is_known(shown: Evidence, entry: int) -> bool:
    return bool(
        shown.nik[entry] or shown.phones[entry] or shown.email[entry] or shown.told[entry] or shown.memberships[entry]
    )
