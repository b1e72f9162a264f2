"""Which partners together served how many: what every bound over partners starts from.

People and enterprises served by the same partners differ in nothing that matters here, so a million of them come to
a few hundred groups.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from itertools import combinations

from okoce_core.counting.standings import Standings
from okoce_core.counting.tally import tally
from okoce_core.rules.heads import Number

__all__ = ["Groups", "among", "groups", "in_common"]

Groups = Mapping[tuple[str, ...], Number]
"""For each set of partners, sorted: how many (or how many jobs) were served by these and no others."""


def groups(standings: Standings, measure: str) -> dict[tuple[str, ...], Number]:
    """The groups of a measure; together they are the figure's value.

    Raises:
        Misuse: an unknown measure.
    """
    told, served = tally(standings, measure), _served(standings)
    owners = {unit: (unit,) for unit in told.adds} if told.unit == "person" else standings.counted_owners
    found: Counter[tuple[str, ...]] = Counter()
    for unit, value in told.adds.items():
        partners = {partner for person in owners[unit] for partner in served[person]}
        found[tuple(sorted(partners))] += value  # type: ignore[assignment]
    return dict(sorted(found.items()))


def _served(standings: Standings) -> dict[int, set[str]]:
    """Of each participant the partners with a participation that qualifies."""
    said, of_fact = standings.population.said["participation"], standings.people.of_fact
    found: dict[int, set[str]] = {}
    for person, fact in zip(said.subject, said.fact, strict=True):
        if of_fact[fact] >= standings.threshold:
            found.setdefault(person, set()).add(said.facts[fact].partner)
    return found


def in_common(served: Groups, partners: int) -> dict[tuple[str, ...], Number]:
    """For every so many partners, sorted, how many are on the lists of all of them; what is not there is 0.

    With 1 it is what stands on each partner's own list.
    """
    found: Counter[tuple[str, ...]] = Counter()
    for group, value in served.items():
        for some in combinations(group, partners):
            found[some] += value  # type: ignore[assignment]
    return dict(found)


def among(served: Groups, partners: Container[str]) -> Groups:
    """The groups as they are if nobody looks at the other partners."""
    found: Counter[tuple[str, ...]] = Counter()
    for group, value in served.items():
        found[tuple(partner for partner in group if partner in partners)] += value  # type: ignore[assignment]
    return found
