"""Units that count on facts which contradict themselves: in ``value`` by the stated rule, and not in ``low``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from okoce_core.identity.population import Population

__all__ = ["Disputed", "disputed", "owners_before_birth"]


class Disputed(NamedTuple):
    """Counted people and enterprises that nothing but a contradiction speaks for."""

    people: Collection[int] = frozenset()
    enterprises: Collection[int] = frozenset()


_NONE: Final = Disputed()
_made: WeakKeyDictionary[Population, frozenset[tuple[int, int]]] = WeakKeyDictionary()


def disputed(population: Population, counted_owners: Callable[[], Mapping[int, Collection[int]]]) -> Disputed:
    """Those whose every counted ownership began before its owner was born.

    Args:
        counted_owners: Gives of each counted enterprise the owners it is counted for; asked only where it matters.
    """
    pairs = owners_before_birth(population)
    if not pairs:
        return _NONE
    counted = counted_owners()
    enterprises, sure = set(), set()
    for enterprise, owners in counted.items():
        undisputed = {owner for owner in owners if (enterprise, owner) not in pairs}
        sure |= undisputed
        if not undisputed:
            enterprises.add(enterprise)
    owners = {owner for enterprise in enterprises for owner in counted[enterprise]}
    return Disputed(owners - sure, enterprises)


def owners_before_birth(population: Population) -> frozenset[tuple[int, int]]:
    """Each enterprise and owner where the ownership certainly began before the owner's earliest possible birth."""
    if population not in _made:
        _made[population] = frozenset(_before_birth(population))
    return _made[population]


def _before_birth(population: Population) -> Iterator[tuple[int, int]]:
    said = population.said["ownership"]
    starts = [fact.start and fact.start.last for fact in said.facts]
    born = _births_after(population, min((start for start in starts if start is not None), default=None))
    for enterprise, owner, fact in zip(said.subject, said.other, said.fact, strict=True) if born else ():
        start = starts[fact]
        if owner in born and start is not None and start < born[owner]:
            yield enterprise, owner


def _births_after(population: Population, day: int | None) -> dict[int, int]:
    """The first day each person may have been born on, of those who were born after a day: in most lists nobody."""
    if day is None:
        return {}
    told = list(chain.from_iterable(file.records.people.columns["born"] for file in population.reading.files))
    late = {population.person[entry] for entry, born in enumerate(told) if born is not None and born.first > day}
    births: dict[int, int] = {}
    for number, born in zip(population.person, told, strict=True) if late else ():
        if born is not None and number in late:
            births[number] = min(births.get(number, born.first), born.first)
    return births
