"""The people of a population as participants, under one rule and clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from weakref import WeakKeyDictionary

from okoce_core.counting.bytewise.columns import raised
from okoce_core.counting.bytewise.gathered import gathered
from okoce_core.identity.population import Population
from okoce_core.rules.rulebook import ParticipantRule
from okoce_core.rules.standing import Clock, Standing

__all__ = ["UNKNOWN_DAY", "People", "participants"]

UNKNOWN_DAY = 0
"""No proleptic ordinal: the day of joining where nobody gave one."""


_made: WeakKeyDictionary[Population, dict[tuple[ParticipantRule | None, Clock], People]] = WeakKeyDictionary()


def participants(population: Population, rule: ParticipantRule | None, clock: Clock) -> People:
    """The people under a rule and clock; what was asked last is kept, and all rules asked on its day."""
    kept = _made.get(population, {})
    if (rule, clock) not in kept:
        kept = {asked: people for asked, people in kept.items() if asked[1] == clock}
        kept[rule, clock] = People(population, rule, clock)
        _made[population] = kept
    return kept[rule, clock]


class People:
    """Everybody as a participant. Rulebooks with the same rule share it.

    Attributes:
        of_fact: How each distinct participation stands. standing: How each person does.
    """

    def __init__(self, population: Population, rule: ParticipantRule | None, clock: Clock) -> None:
        said = population.said["participation"]
        self._told = gathered(population).participations
        self._lists: dict[Standing, list[int]] = {}
        self._joined: dict[Standing, list[int]] = {}
        self.of_fact = self._told.standing(rule, clock) if rule else bytes(len(said.facts))
        self._of_statement = bytes(self._told.pick(self.of_fact))
        self.standing = raised(bytearray(population.people), said.subject, self._of_statement)

    def listed(self, threshold: Standing) -> dict[str, int]:
        """How many people stand on each partner's list; added up it is what the partners claim together."""
        tally = Counter(self._on_lists(threshold))
        sizes = (
            sum(n for lists, n in tally.items() if lists >> place & 1) for place in range(len(self._told.partners))
        )
        return dict(sorted(zip(self._told.partners, sizes, strict=True)))

    def claimed(self, threshold: Standing) -> int:
        """How many names stand on all lists together."""
        return sum(map(int.bit_count, self._on_lists(threshold)))

    def shared(self, threshold: Standing) -> dict[tuple[str, ...], int]:
        """How many people stand on the lists of exactly these partners, by their ids in order."""
        tally = Counter(filter(None, self._on_lists(threshold)))
        names = self._told.partners
        return {
            tuple(sorted(name for place, name in enumerate(names) if lists >> place & 1)): n
            for lists, n in tally.items()
        }

    def _on_lists(self, threshold: Standing) -> list[int]:
        if threshold not in self._lists:
            self._lists[threshold] = self._told.lists(self._of_statement, threshold, len(self.standing))
        return self._lists[threshold]

    def joined(self, threshold: Standing) -> Sequence[int]:
        """The first day of each person's first qualifying participation that has a date, else :data:`UNKNOWN_DAY`.

        Of people for whom none reaches the threshold it is that of their first possible one: they count in ``high``.
        """
        if threshold not in self._joined:
            self._joined[threshold] = self._told.joined(self._of_statement, threshold, len(self.standing))
        return self._joined[threshold]
