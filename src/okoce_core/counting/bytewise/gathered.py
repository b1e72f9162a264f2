"""What is said in a population, in columns: worked out when first asked for, and kept for every further rulebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from weakref import WeakKeyDictionary

from okoce_core.counting.bytewise.headcounts import Headcounts
from okoce_core.counting.bytewise.ownerships import Ownerships
from okoce_core.counting.bytewise.participations import Participations
from okoce_core.counting.bytewise.permits import Permits
from okoce_core.identity.population import Population, Said
from okoce_core.model.facts import Ownership
from okoce_core.model.life import Life
from okoce_core.rules.jobs import Jobs
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing

__all__ = ["Gathered", "OnDay", "gathered", "on_day"]


class Gathered:
    """The statements of a population in columns; no rulebook and no day changes them."""

    def __init__(self, population: Population) -> None:  # which is not kept: these columns are kept by it
        self.people, self.enterprises = population.people, population.enterprises
        self.lives: Mapping[int, Life] = population.lives
        self._said: Mapping[str, Said] = population.said

    @cached_property
    def participations(self) -> Participations:
        """Who took part."""
        return Participations(self._said["participation"])

    @cached_property
    def ownerships(self) -> Ownerships:
        """Who owns what."""
        return Ownerships(self._said["ownership"], self.lives, self.enterprises)

    @cached_property
    def permits(self) -> Permits:
        """Each ownership beside each permit."""
        return Permits(self._said["permit"], self.ownerships)

    @cached_property
    def headcounts(self) -> Headcounts:
        """The reports, in the order of their days."""
        return Headcounts(self._said["headcount"])


class OnDay:
    """What holds on a day under every rulebook, each worked out when first asked for.

    Attributes:
        columns: What is said at all. clock: The day.
        jobs: Of each enterprise that was asked for, by rule and least standing: most rulebooks share a rule.
    """

    def __init__(self, columns: Gathered, clock: Clock) -> None:
        self.columns, self.clock = columns, clock
        self.jobs: dict[tuple[JobRule, Standing], dict[int, Jobs]] = {}

    @cached_property
    def alive(self) -> bytes:
        """Each enterprise's standing as one that is alive."""
        return self.columns.ownerships.alive(self.clock)

    @cached_property
    def working(self) -> tuple[Mapping[int, int], Sequence[Sequence[Ownership]]]:
        """Who works in each enterprise, as :meth:`Ownerships.working` numbers them."""
        return self.columns.ownerships.working(self.clock)

    @cached_property
    def certain(self) -> Mapping[int, int]:
        """The place of each enterprise's latest report that is certainly by as_of."""
        return self.columns.headcounts.latest(self.clock, {Standing.CERTAIN})

    @cached_property
    def possible(self) -> Mapping[int, int]:
        """The place of each enterprise's latest report of which a partial date leaves it open."""
        return self.columns.headcounts.latest(self.clock, {Standing.POSSIBLE})

    @cached_property
    def unsure(self) -> Mapping[int, int]:
        """The place of each enterprise's latest report that may be by as_of, and may not."""
        return self.columns.headcounts.latest(self.clock, {Standing.POSSIBLE, Standing.UNDATED})


_gathered: WeakKeyDictionary[Population, Gathered] = WeakKeyDictionary()
_on_days: WeakKeyDictionary[Population, OnDay] = WeakKeyDictionary()


def gathered(population: Population) -> Gathered:
    """The columns of a population, kept as long as it is."""
    if population not in _gathered:
        _gathered[population] = Gathered(population)
    return _gathered[population]


def on_day(population: Population, clock: Clock) -> OnDay:
    """What holds in a population on a day; that of the day asked for last is kept."""
    kept = _on_days.get(population)
    if kept is None or kept.clock != clock:
        kept = _on_days[population] = OnDay(gathered(population), clock)
    return kept
