"""Units that count on facts which contradict themselves: in ``value`` by the stated rule, and not in ``low``."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Mapping
from typing import Final, NamedTuple
from weakref import WeakKeyDictionary

from okoce_core.identity.population import Population
from okoce_core.rules.standing import span

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
        born = _births(population)
        if born is None:
            _made[population] = frozenset()
            return _made[population]
        said = population.said["ownership"]
        starts = [span(fact.start, fact.observed).last if fact.start else None for fact in said.facts]
        _made[population] = frozenset(
            (enterprise, owner)
            for enterprise, owner, fact in zip(said.subject, said.other, said.fact, strict=True)
            if born[owner] and (start := starts[fact]) is not None and start < born[owner]
        )
    return _made[population]


def _births(population: Population) -> array[int] | None:
    """The first day each person may have been born on, 0 where nobody says; None where nobody's is said at all."""
    columns = [file.records.people.columns["born"] for file in population.reading.files]
    if all(column.count(None) == len(column) for column in columns):
        return None
    born: array[int] = array("q", bytes(8 * population.people))
    entry = 0
    for column in columns:
        for told in column:
            if told is not None:
                number = population.person[entry]
                if not 0 < born[number] <= told.first:
                    born[number] = told.first
            entry += 1
    return born
