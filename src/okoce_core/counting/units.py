"""The facts of each enterprise, brought together once for all rulebooks.

Enterprises of which the same is said are judged once. What is said of an enterprise is three *sayings*: about its
owners, its permits, its headcounts; each distinct saying has a number, so that a million rows come to a few thousand
judgements, and looking one up is looking up a few integers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

import attrs

from okoce_core.identity.population import Population, Said
from okoce_core.model.bulk import bulk
from okoce_core.model.facts import Headcount, Ownership, Permit
from okoce_core.model.life import Life
from okoce_core.rules.unit import Unit

__all__ = ["Row", "Units", "units"]

Facts = tuple[int, ...]


class Row(NamedTuple):
    """An enterprise that has an owner.

    Attributes:
        number: Its number in the population. people: Its owners.
        owners, permits, headcounts, life: The numbers of what is said of it.
    """

    number: int
    people: Facts
    owners: int
    permits: int
    headcounts: int
    life: int


@attrs.define(eq=False)
class Units:
    """The enterprises of a population that have owners, and everything that is said of any of them.

    Attributes:
        rows: The enterprises. owners: Sayings about owners, for each owner his ownerships; permits, headcounts, lives.
    """

    rows: list[Row] = attrs.field(factory=list)
    owners: list[tuple[tuple[Ownership, ...], ...]] = attrs.field(factory=list)
    permits: list[tuple[Permit, ...]] = attrs.field(factory=list)
    headcounts: list[tuple[Headcount, ...]] = attrs.field(factory=list)
    lives: list[Life] = attrs.field(factory=list)

    def unit(self, owners: int, permits: int, headcounts: int, life: int) -> Unit:
        """The facts of such an enterprise, as the rules look at them."""
        return Unit(self.owners[owners], self.permits[permits], self.headcounts[headcounts], self.lives[life])


_made: WeakKeyDictionary[Population, Units] = WeakKeyDictionary()


def units(population: Population) -> Units:
    """The enterprises of a population; worked out once and kept as long as the population is."""
    if population not in _made:
        with bulk():
            _made[population] = _gather(population)
    return _made[population]


class _Numbers(dict[object, int]):
    """Numbers for sayings, in order of appearance."""

    def __missing__(self, saying: object) -> int:
        number = self[saying] = len(self)
        return number


def _gather(population: Population) -> Units:
    said = population.said
    permits, permit_of = _by_subject(said["permit"], population.enterprises)
    counts, count_of = _by_subject(said["headcount"], population.enterprises)
    owners, lives = _Numbers(), _Numbers({Life(): 0})
    life_of = {number: lives[life] for number, life in population.lives.items()}
    rows = [
        Row(number, people, owners[facts], permit_of[number], count_of[number], life_of.get(number, 0))
        for number, people, facts in _owned(said["ownership"])
    ]
    owned = said["ownership"].facts
    return Units(
        rows,
        [tuple(tuple(owned[f] for f in facts) for facts in saying) for saying in owners],  # type: ignore[attr-defined]
        [tuple(said["permit"].facts[f] for f in saying) for saying in permits],
        [tuple(said["headcount"].facts[f] for f in saying) for saying in counts],
        list(lives),  # type: ignore[arg-type]
    )


def _by_subject(said: Said, size: int) -> tuple[Iterable[Facts], array[int]]:
    """The distinct sayings of one kind, and for each enterprise the number of its own; the first one is silence."""
    sayings: dict[Facts, int] = {(): 0}
    listed: list[Facts] = [()]
    grown: dict[tuple[int, int], int] = {}
    of: array[int] = array("q", bytes(8 * size))
    for subject, fact in zip(said.subject, said.fact, strict=True):
        step = (of[subject], fact)
        number = grown.get(step)
        if number is None:
            saying = tuple(sorted({*listed[step[0]], fact}))
            number = sayings.setdefault(saying, len(listed))
            if number == len(listed):
                listed.append(saying)
            grown[step] = number
        of[subject] = number
    return listed, of


def _owned(said: Said) -> Iterator[tuple[int, Facts, tuple[Facts, ...]]]:
    """Each enterprise with its owners, and for each owner the numbers of his ownerships."""
    size = max(len(said.facts), 1)
    owners: dict[int, int | set[int]] = {}
    for enterprise, person, fact in zip(said.subject, said.other, said.fact, strict=True):
        packed = person * size + fact
        known = owners.setdefault(enterprise, packed)
        if known != packed:
            if isinstance(known, int):
                known = owners[enterprise] = {known}
            known.add(packed)
    for enterprise, packed_facts in owners.items():
        if isinstance(packed_facts, int):
            person, fact = divmod(packed_facts, size)
            yield enterprise, (person,), ((fact,),)
        else:
            yield enterprise, *_by_owner(packed_facts, size)


def _by_owner(packed: set[int], size: int) -> tuple[Facts, tuple[Facts, ...]]:
    owned: dict[int, list[int]] = {}
    for person, fact in (divmod(p, size) for p in sorted(packed)):
        owned.setdefault(person, []).append(fact)
    return tuple(owned), tuple(map(tuple, owned.values()))
