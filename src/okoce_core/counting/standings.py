"""How every person and enterprise stands under a rulebook: the counting itself, before anything is added up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import compress

import attrs

from okoce_core.counting.bytewise.claims import Claims, claims
from okoce_core.counting.bytewise.columns import at_least, lowest, raised
from okoce_core.counting.bytewise.gathered import OnDay, on_day
from okoce_core.counting.bytewise.work import Work
from okoce_core.counting.people import UNKNOWN_DAY, People, participants
from okoce_core.identity.population import Population
from okoce_core.rules.entrepreneurs import any_worker, employs
from okoce_core.rules.jobs import Jobs
from okoce_core.rules.rulebook import ParticipantRule, Rulebook
from okoce_core.rules.standing import Clock, Standing

__all__ = ["UNKNOWN_DAY", "People", "Standings"]


@attrs.define(eq=False)
class Standings:
    """Everybody and everything under one rulebook.

    Attributes:
        threshold: From which standing on a unit counts in ``value``.
        people: As participants. entrepreneur: Each person's standing as one. enterprise: Each enterprise's standing.
    """

    population: Population
    book: Rulebook
    clock: Clock
    people: People
    entrepreneur: bytearray = attrs.field(init=False)
    enterprise: bytearray = attrs.field(init=False)
    _claims: list[Claims] = attrs.field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self.entrepreneur = bytearray(self.population.people)
        self.enterprise = bytearray(self.population.enterprises)
        if self.book.entrepreneur and self.book.entrepreneur.test != "none":
            self._judge()

    @cached_property
    def jobs(self) -> dict[int, Jobs]:
        """Of each enterprise that stands at UNDATED or higher, where the rulebook asks for jobs; only when asked."""
        if self.book.jobs is None:
            return {}
        work = Work(self._on, self.book.jobs, self.threshold)
        return work.of(_standing_at(self.enterprise, Standing.UNDATED), self.first_joined)

    @property
    def threshold(self) -> Standing:
        """CERTAIN, or POSSIBLE where the rulebook counts possible dates."""
        return Standing.POSSIBLE if self.book.dates == "possible" else Standing.CERTAIN

    @cached_property
    def joined(self) -> Sequence[int] | None:
        """The day each person joined, for the rulebooks that ask for it."""
        rules = self.book.entrepreneur, self.book.jobs
        asks = (rules[0] and rules[0].new_only) or (rules[1] and rules[1].value == "net")
        return self.people.joined(self.threshold) if asks else None

    @cached_property
    def counted_owners(self) -> dict[int, list[int]]:
        """Of each counted enterprise, the owners it is counted for."""
        owners: dict[int, list[int]] = {}
        for claim in self._claims:
            counted = at_least(claim.standing, self.threshold)
            for enterprise, person in zip(
                compress(claim.enterprise, counted), compress(claim.person, counted), strict=True
            ):
                of = owners.setdefault(enterprise, [])
                if person not in of:
                    of.append(person)
        return {enterprise: sorted(of) if len(of) > 1 else of for enterprise, of in owners.items()}

    @property
    def _on(self) -> OnDay:
        return on_day(self.population, self.clock)

    def _judge(self) -> None:
        rule, candidate = self.book.entrepreneur, bytes(self.people.standing)
        if rule is None:
            return
        if rule.min_stage:  # a participant is an entrepreneur by what he took part in, whatever he owns
            reached = participants(self.population, ParticipantRule(rule.min_stage), self.clock).standing
            candidate = lowest(candidate, bytes(reached))
            self.entrepreneur[:] = candidate
        self._claims = claims(self._on, rule, candidate, self.joined, self._employing)
        for claim in self._claims:
            raised(self.entrepreneur, claim.person, claim.standing)
            raised(self.enterprise, claim.enterprise, claim.standing)

    def _employing(self) -> bytes:
        """Whether each enterprise that has owners employs anybody but them."""
        work = Work(self._on, any_worker(self.book.jobs), self.threshold)
        employing = bytearray(self.population.enterprises)
        owned = sorted(set(self._on.columns.ownerships.enterprise))
        for number, held in work.of(owned, lambda _: None).items():
            employing[number] = employs(held)
        return bytes(employing)

    def first_joined(self, enterprise: int) -> int | None:
        """The day the first of an enterprise's counted owners joined; None: unknown, or not asked."""
        joined = self.joined
        if joined is None:
            return None
        days = [day for owner in self.counted_owners.get(enterprise, ()) if (day := joined[owner])]
        return min(days, default=None)


def _standing_at(units: bytearray, least: Standing) -> list[int]:
    """The numbers of the units that stand so high."""
    return list(compress(range(len(units)), at_least(units, least)))
