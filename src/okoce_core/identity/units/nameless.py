"""Rows that name no business follow the one their owner has; of several, the one most rows tell of.

A number of their own keeps them apart from a business with another. Some of them tell of a business that no other row
does; how many, those show that carry a number beside businesses whose numbers are known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from okoce_core.identity.units.joining import Joining
from okoce_core.identity.units.nodes import Nodes

__all__ = ["follow"]

_HIDDEN: Final = 0.12
"""The share expected to tell of a business of their own, before any is seen."""
_STRENGTH: Final = 30


def follow(nodes: Nodes, joining: Joining) -> list[float]:
    """Join the nameless to the businesses of their owners.

    Returns:
        For each link, how likely it hides a business that nothing else tells of.
    """
    links, own, known = 0, 0, 0
    for named, nameless in _owned(nodes):
        businesses = _by_weight(named, nodes, joining)
        for node in sorted(nameless, key=nodes.content):
            entry = nodes.entry[node]
            if nodes.numbers[node] and businesses and all(map(joining.held, businesses)):
                known += 1
                own += not any(joining.allowed(business, entry) for business in businesses)
            followed = next((business for business in businesses if joining.allowed(business, entry)), None)
            if followed is not None:
                links += joining.join("owner-nameless", followed, entry)
    return [(own + _HIDDEN * _STRENGTH) / (known + _STRENGTH)] * links


def _owned(nodes: Nodes) -> Iterator[tuple[list[int], list[int]]]:
    """The nodes with a name and those without, of each owner who has some of the latter."""
    mute = {owner for owner, form in zip(nodes.owner, nodes.form, strict=True) if not form and owner >= 0}
    owned: dict[int, tuple[list[int], list[int]]] = {}
    for node, (owner, form) in enumerate(zip(nodes.owner, nodes.form, strict=True)):
        if owner in mute:
            owned.setdefault(owner, ([], []))[0 if form else 1].append(node)
    yield from owned.values()


def _by_weight(named: list[int], nodes: Nodes, joining: Joining) -> list[int]:
    """An entry of each of an owner's businesses, those first that most rows tell of."""
    told: dict[int, int] = {}
    first: dict[int, tuple[object, ...]] = {}
    for node in sorted(named, key=nodes.content):
        root = joining.components.root(nodes.entry[node])
        told[root] = told.get(root, 0) + nodes.times[node]
        first.setdefault(root, nodes.content(node))
    return sorted(told, key=lambda root: (-told[root], first[root]))
