"""The businesses of each owner as far as his own are joined, for comparing them with those of others."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cached_property
from typing import Final

import attrs

from okoce_core.identity.units.joining import Joining
from okoce_core.identity.units.nodes import Nodes

__all__ = ["Business", "bearing", "businesses", "concerned", "unmet"]

_MANY: Final = 12
"""A number of more owners than this says nothing of how businesses are named."""
_UNMET: Final = 0.2
_STRENGTH: Final = 20
"""As so many businesses counts the share that is expected before any is seen."""


@attrs.define(repr=False)
class Business:
    """One owner's business.

    Attributes:
        owner: Population number. entry: Stands for its component. forms: All its names, "" where a row has none.
        places, numbers: All that is told.
    """

    owner: int
    entry: int
    forms: set[str] = attrs.field(factory=set)
    places: set[str] = attrs.field(factory=set)
    numbers: set[str] = attrs.field(factory=set)

    @cached_property
    def content(self) -> tuple[object, ...]:
        """What it sorts by, whatever the order of files and rows; asked for when all of it is known."""
        return sorted(self.forms), sorted(self.numbers), sorted(self.places)


def concerned(nodes: Nodes) -> set[int]:
    """The owners who share the name of a business with another."""
    first: dict[str, int] = {}
    found: set[int] = set()
    for owner, form in zip(nodes.owner, nodes.form, strict=True):
        if form and owner >= 0 and first.setdefault(form, owner) != owner:
            found.update((owner, first[form]))
    return found


def businesses(nodes: Nodes, joining: Joining, owners: Container[int]) -> list[Business]:
    """What some owners have, as far as each owner's own are joined."""
    root = joining.components.root
    found: dict[tuple[int, int], Business] = {}
    for node, owner in enumerate(nodes.owner):
        if owner in owners:
            key = owner, root(nodes.entry[node])
            business = found.setdefault(key, Business(owner, key[1]))
            business.forms.add(nodes.form[node])
            business.places |= nodes.places.get(node, set())
            business.numbers.update(nodes.numbers[node])
    return list(found.values())


def bearing(businesses: Iterable[Business]) -> dict[str, list[Business]]:
    """Businesses by each of their names, where more than one bears it."""
    named: dict[str, list[Business]] = {}
    for business in businesses:
        for form in business.forms - {""}:
            named.setdefault(form, []).append(business)
    return {form: bearers for form, bearers in named.items() if len(bearers) > 1}


def unmet(nodes: Nodes, joining: Joining) -> float:
    """How many businesses of one number and several owners no name brings together, to each that a name does."""
    owners: dict[str, set[int]] = {}
    for owner, numbers in zip(nodes.owner, nodes.numbers, strict=True):
        for number in numbers:
            owners.setdefault(number, set()).add(owner)
    several = {owner for of in owners.values() if 1 < len(of) <= _MANY for owner in of}
    numbered: dict[str, list[set[str]]] = {}
    for business in businesses(nodes, joining, several):
        if named := business.forms - {""}:
            for number in business.numbers:
                numbered.setdefault(number, []).append(named)
    met = unmet = 0
    for forms in numbered.values():
        apart = _apart(forms)
        met += len(forms) - apart
        unmet += apart - 1
    return (unmet + _UNMET * _STRENGTH) / (met + _STRENGTH)


def _apart(forms: list[set[str]]) -> int:
    """How many groups remain when sets that share a name are put together."""
    groups: list[set[str]] = []
    for named in forms:
        meeting = [group for group in groups if not group.isdisjoint(named)]
        groups = [group for group in groups if group.isdisjoint(named)] + [named.union(*meeting)]
    return len(groups)
