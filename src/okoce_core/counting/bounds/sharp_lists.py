"""The narrowest bounds from everything that is known: lists person by person, totals, and overlaps somebody gave.

Only partners that an overlap names are put into the linear programs. Any other total is free to lie inside the rest or
outside it, so it takes part by Boole-Fréchet, and that loses nothing: hundreds of partners may give totals.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import combinations
from typing import Final

from okoce_core.counting.bounds.groups import Groups, among, in_common
from okoce_core.counting.bounds.sharp import Known, Name, joint, shared, sharp
from okoce_core.counting.bounds.unions import Interval, Overlaps, Size, boole_frechet
from okoce_core.misuse import Misuse

__all__ = ["sharp_with_lists"]

_LISTED: Final[Name] = ("all", "lists")

_NO_ANSWER: Final = {"extra-missing", "sharp-too-many", "sharp-unproved"}
"""Reasons why there is no sharp bound, while the others stand."""


def sharp_with_lists(
    served: Groups, partners: Mapping[str, Size], overlaps: Overlaps, population: int | None
) -> Interval | None:
    """The sharp bounds; None where they cannot be had: scipy is not installed, or too many partners are named.

    Raises:
        Misuse: what is known cannot all be true.
    """
    named = {name for pair in overlaps for name in pair}
    facts = [*_of_lists(served, partners, named), *_of_others(partners, named, overlaps)]
    if population is not None:
        facts.append(joint({name for fact in facts for name in fact.sets}, 0, population))
    try:
        inner = sharp(facts) if named else Interval(sum(served.values()), sum(served.values()))
    except Misuse as error:
        if error.code in _NO_ANSWER:
            return None
        raise
    others = [size for name, size in partners.items() if name not in named]
    lower, upper = (boole_frechet(others, union, population) for union in (inner.lower, inner.upper))
    return Interval(lower.lower, upper.upper)


def _of_lists(served: Groups, partners: Mapping[str, Size], named: Collection[str]) -> Iterator[Known]:
    """How many stand on all lists together, on each that is named, and on two and three of those at once."""
    lists = {name: _list(name, partners[name]) for name in sorted(named) if partners[name].listed}
    on_named = among(served, lists)
    yield shared({_LISTED}, sum(served.values()))
    for many in (1, 2, 3):
        counted = in_common(on_named, many)
        for some in combinations(lists, many):
            yield shared({lists[name] for name in some}, counted.get(some, 0))
    for name, itself in lists.items():
        yield shared({_LISTED, itself}, partners[name].listed)


def _of_others(partners: Mapping[str, Size], named: Collection[str], overlaps: Overlaps) -> Iterator[Known]:
    """How many the named partners have of whom more than a list is known, and what they have in common."""
    for name in sorted(named):
        size = partners[name]
        if not (size.listed and size.all_listed):
            yield shared({name}, size.least, size.most)
            if size.listed:
                yield shared({name, _list(name, size)}, size.listed)
    for pair, number in overlaps.items():
        yield shared(pair, number)


def _list(name: str, size: Size) -> Name:
    """A partner's list: all of the partner, or a set within it."""
    return name if size.all_listed else ("the", "list", "of", name)
