"""The facts of each enterprise, brought together once for all rulebooks.

Enterprises of which the same things are said are judged once: a *shape* is what is said, by the numbers of the facts,
without saying of whom. A million rows have a few ten thousand shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import attrs

from okoce_core.identity.population import Population, Said
from okoce_core.model.life import Life
from okoce_core.rules.unit import Unit

__all__ = ["Row", "Shape", "unit", "units"]

Facts = tuple[int, ...]


@attrs.frozen(cache_hash=True)
class Shape:
    """What is said of an enterprise: for each owner his ownerships, then permits and headcounts, by fact numbers."""

    owners: tuple[Facts, ...]
    permits: Facts
    headcounts: Facts
    life: Life


Row = tuple[int, Facts, Shape]
"""An enterprise that has an owner: its number, its owners' numbers, its shape."""

_made: WeakKeyDictionary[Population, list[Row]] = WeakKeyDictionary()


def units(population: Population) -> list[Row]:
    """The enterprises of a population that have owners; worked out once and kept as long as the population is."""
    if population not in _made:
        _made[population] = list(_rows(population))
    return _made[population]


def unit(population: Population, shape: Shape) -> Unit:
    """The facts of a shape themselves, as the rules look at them."""
    said = population.said
    owned, permits, counts = (said[kind].facts for kind in ("ownership", "permit", "headcount"))
    return Unit(
        tuple(tuple(owned[f] for f in facts) for facts in shape.owners),
        tuple(permits[f] for f in shape.permits),
        tuple(counts[f] for f in shape.headcounts),
        shape.life,
    )


def _rows(population: Population) -> Iterator[Row]:
    permits, counts = _by_subject(population.said["permit"]), _by_subject(population.said["headcount"])
    owned = population.said["ownership"]
    size = max(len(owned.facts), 1)
    owners: dict[int, Facts] = {}
    for enterprise, person, fact in zip(owned.subject, owned.other, owned.fact, strict=True):
        owners[enterprise] = (*owners.get(enterprise, ()), person * size + fact)
    shapes: dict[tuple[object, ...], Shape] = {}
    plain = Life()
    for enterprise, said in owners.items():
        people, facts = _by_owner(said, size)
        key = (facts, permits.get(enterprise, ()), counts.get(enterprise, ()), population.lives.get(enterprise, plain))
        shape = shapes.get(key)
        if shape is None:
            shape = shapes[key] = Shape(*key)
        yield enterprise, people, shape


def _by_subject(said: Said) -> dict[int, Facts]:
    """The distinct facts of each subject in ascending order; subjects of which one same thing is said share a tuple."""
    alone = [(fact,) for fact in range(len(said.facts))]
    facts: dict[int, Facts] = {}
    for subject, fact in zip(said.subject, said.fact, strict=True):
        known = facts.get(subject)
        if known is None:
            facts[subject] = alone[fact]
        elif fact not in known:
            facts[subject] = tuple(sorted((*known, fact)))
    return facts


def _by_owner(said: Facts, size: int) -> tuple[Facts, tuple[Facts, ...]]:
    if len(said) == 1:
        person, fact = divmod(said[0], size)
        return (person,), ((fact,),)
    owned: dict[int, list[int]] = {}
    for packed in sorted(set(said)):
        person, fact = divmod(packed, size)
        owned.setdefault(person, []).append(fact)
    return tuple(owned), tuple(map(tuple, owned.values()))
