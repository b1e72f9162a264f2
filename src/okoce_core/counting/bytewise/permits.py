"""Permits in columns: each ownership beside each permit of its enterprise."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from okoce_core.counting.bytewise.columns import highest, lowest, numbered, picker
from okoce_core.counting.bytewise.dated import Dated, receipt
from okoce_core.counting.bytewise.ownerships import Ownerships
from okoce_core.identity.population import Said
from okoce_core.rules.rulebook import EntrepreneurRule
from okoce_core.rules.standing import Clock, Standing

__all__ = ["Permits"]

_NEVER: Final = 1 << 30
_AT_MOST_ENDED: Final = bytes(Standing.ENDED if missed else Standing.CERTAIN for missed in range(256))


class Permits:
    """Pairs of an ownership and a permit of its enterprise.

    Attributes:
        pick: What picks, for each pair, from a column of ownerships. enterprise, person: Of each pair.
    """

    def __init__(self, said: Said, owned: Ownerships) -> None:
        self._facts = said.facts
        self._issued = Dated(said.facts, "issued")
        of_kind, self._kinds = numbered(map(attrgetter("kind"), said.facts))
        self._by_kind = picker(of_kind)
        places, permits = _pairs(said, owned)
        self.pick, self._pick_permit = picker(places), picker(permits)
        self.enterprise, self.person = self.pick(owned.enterprise), self.pick(owned.person)
        self._last = self._pick_permit(self._issued.pick([when.last for when in self._issued.spans]))
        ends = self.pick(owned.pick([fact.end.first if fact.end else _NEVER for fact in owned.facts]))
        self._missed = bytes(map(int.__ge__, self._last, ends))

    def held(self, owners: bytes, rule: EntrepreneurRule, clock: Clock, joined: Sequence[int] | None) -> bytes:
        """How surely each pair makes an entrepreneur.

        Args:
            owners: How surely each ownership is one. rule: Which permits count. clock: On which day, known when.
            joined: The day each person joined, where permits from before it do not count.
        """
        kinds = bytes(Standing.CERTAIN if kind in rule.permits else Standing.ABSENT for kind in self._kinds)
        usable = lowest(bytes(self._by_kind(kinds)), *receipt(self._facts, clock))
        issued = bytes(self._pick_permit(self._issued.by(clock.as_of)))
        missed = self._missed
        if joined is not None:
            missed = highest(missed, bytes(map(int.__lt__, self._last, map(joined.__getitem__, self.person))))
        issued = _ended(issued, missed)
        return lowest(bytes(self.pick(owners)), bytes(self._pick_permit(usable)), issued)


def _ended(issued: bytes, missed: bytes) -> bytes:
    """A permit that came too late for its owner, or too early, is ENDED on whatever day it was issued."""
    ended = missed.translate(_AT_MOST_ENDED)
    return lowest(highest(issued, missed.translate(_ENDED_OR_ABSENT)), ended)


_ENDED_OR_ABSENT: Final = bytes(Standing.ENDED if missed else Standing.ABSENT for missed in range(256))


def _pairs(said: Said, owned: Ownerships) -> tuple[list[int], list[int]]:
    """For each pair the place of its ownership, and the number of its permit."""
    permits: dict[int, list[int]] = {}
    for enterprise, fact in zip(said.subject, said.fact, strict=True):
        permits.setdefault(enterprise, []).append(fact)
    held = [permits.get(enterprise, ()) for enterprise in owned.enterprise]
    return [place for place, of in enumerate(held) for _ in of], [fact for of in held for fact in of]
