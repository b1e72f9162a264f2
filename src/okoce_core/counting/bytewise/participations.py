"""Participations in columns: who took part, on whose lists, since when."""

from __future__ import annotations

from itertools import compress
from typing import Final

from okoce_core.counting.bytewise.columns import at_least, lowest, numbered, picker
from okoce_core.counting.bytewise.dated import Dated, receipt
from okoce_core.identity.population import Said
from okoce_core.rules.participants import by_role, by_stage
from okoce_core.rules.rulebook import ParticipantRule
from okoce_core.rules.standing import Clock, Standing

__all__ = ["Participations"]


_NEVER: Final = 1 << 30


class Participations:
    """What is said of who took part, whatever is asked of it.

    Attributes:
        partners: The partners, by number. pick: What picks, for each statement, from a column of facts.
    """

    def __init__(self, said: Said) -> None:
        self._said, facts = said, said.facts
        self._dated = Dated(facts, "date")
        of_role, self._roles = numbered([fact.role for fact in facts])
        of_stage, self._stages = numbered([fact.stage for fact in facts])
        self._by_role, self._by_stage = picker(of_role), picker(of_stage)
        of_partner, self.partners = numbered([fact.partner for fact in facts])
        self.pick = picker(said.fact)
        self._partner = self.pick(of_partner)

    def standing(self, rule: ParticipantRule, clock: Clock) -> bytes:
        """How each fact stands: no higher than its role, its stage, its date."""
        roles = bytes(self._by_role(bytes(map(by_role, self._roles))))
        stages = bytes(self._by_stage(bytes(by_stage(stage, rule) for stage in self._stages)))
        return lowest(self._dated.by(clock.as_of), roles, stages, *receipt(self._said.facts, clock))

    def lists(self, statements: bytes, threshold: int, people: int) -> list[int]:
        """The partners on whose lists each person stands, as the bits of one number."""
        on = [0] * people
        bits = [1 << number for number in range(len(self.partners))]
        counted = at_least(statements, threshold)
        for person, partner in zip(
            compress(self._said.subject, counted), compress(self._partner, counted), strict=True
        ):
            on[person] |= bits[partner]
        return on

    def joined(self, statements: bytes, threshold: int, people: int) -> list[int]:
        """The first day of each person's first dated participation that counts, else of the first that may; else 0."""
        days = self.pick(self._dated.pick([first or _NEVER for first in self._dated.firsts]))
        joined = [_NEVER] * people
        may_count = statements.translate(bytes(Standing.UNDATED <= n < threshold for n in range(256)))
        possible: dict[int, int] = {}
        for person, day in zip(compress(self._said.subject, may_count), compress(days, may_count), strict=True):
            if day < possible.get(person, _NEVER):
                possible[person] = day
        counted = at_least(statements, threshold)
        for person, day in zip(compress(self._said.subject, counted), compress(days, counted), strict=True):
            if day < joined[person]:
                joined[person] = day
        for person, day in possible.items():
            if joined[person] == _NEVER:
                joined[person] = day
        return [day if day < _NEVER else 0 for day in joined]
