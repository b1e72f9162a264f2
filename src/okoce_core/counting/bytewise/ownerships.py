"""Ownerships in columns: who owns what, and who of them works there."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from okoce_core.counting.bytewise.columns import at_least, lowest, picker
from okoce_core.counting.bytewise.dated import Dated, receipt
from okoce_core.identity.population import Said
from okoce_core.model.facts import Ownership
from okoce_core.model.life import Life
from okoce_core.rules.rulebook import EntrepreneurRule
from okoce_core.rules.standing import Clock, Standing
from okoce_core.rules.unit import Unit, alive, owns, working_owners

__all__ = ["Ownerships"]


class Ownerships:
    """What is said of who owns what.

    Attributes:
        enterprise, person: Of each statement. facts: The distinct ownerships.
        pick, pick_enterprise, pick_person: What picks, for each statement, from a column of facts, enterprises, people.
    """

    def __init__(self, said: Said, lives: Mapping[int, Life], enterprises: int) -> None:
        self._lives, self._enterprises = lives, enterprises
        self.facts: Sequence[Ownership] = said.facts
        self.enterprise, self.person, self._fact = said.subject, said.other, said.fact
        self._started = Dated(said.facts, "start")
        self._ending = [number for number, fact in enumerate(said.facts) if fact.end is not None]
        self._closing = [number for number, life in lives.items() if life.closed is not None]
        self.pick = picker(said.fact)
        self.pick_enterprise, self.pick_person = picker(said.subject), picker(said.other)
        self._only = dict(zip(self.enterprise, self._fact, strict=True))
        self._working: dict[tuple[Hashable, int, int | None], Sequence[Ownership]] = {}
        self._sayings: dict[int, Hashable] = {}
        self._several = self._shared() if len(self._only) < len(self._fact) else {}

    def _shared(self) -> dict[int, list[tuple[int, int]]]:
        """The enterprises of which more than one thing is said: each owner with an ownership of his."""
        seen: set[int] = set()
        again = {e for e in self.enterprise if e in seen or seen.add(e)}  # type: ignore[func-returns-value]
        held: dict[int, list[tuple[int, int]]] = {enterprise: [] for enterprise in again}
        for enterprise, person, fact in zip(self.enterprise, self.person, self._fact, strict=True):
            if enterprise in again and (person, fact) not in held[enterprise]:
                held[enterprise].append((person, fact))
        return held

    def owners(self, enterprise: int) -> tuple[tuple[Ownership, ...], ...]:
        """For each owner of an enterprise his ownerships."""
        if enterprise not in self._several:
            return ((self.facts[self._only[enterprise]],),)
        held: dict[int, list[Ownership]] = {}
        for person, fact in sorted(self._several[enterprise]):
            held.setdefault(person, []).append(self.facts[fact])
        return tuple(map(tuple, held.values()))

    def working_on(self, enterprise: int, day: int, clock: Clock) -> Sequence[Ownership]:
        """Who certainly works in an enterprise on a day; where the same is said of several it is worked out once."""
        key = (self.said_of(enterprise), day, clock.known_at)
        if key not in self._working:
            self._working[key] = working_owners(Unit(self.owners(enterprise)), day, clock)
        return self._working[key]

    def said_of(self, enterprise: int) -> Hashable:
        """The numbers of the facts that are said of each owner."""
        if enterprise not in self._several:
            return self._only[enterprise]
        if enterprise not in self._sayings:
            held: dict[int, list[int]] = {}
            for person, fact in sorted(self._several[enterprise]):
                held.setdefault(person, []).append(fact)
            self._sayings[enterprise] = tuple(map(tuple, held.values()))
        return self._sayings[enterprise]

    def begun(self, rule: EntrepreneurRule, clock: Clock, alive: Callable[[], bytes]) -> bytes:
        """How surely each statement holds: ever by as_of, or on it, and the enterprise alive."""
        if rule.state == "ever":
            return bytes(self.pick(lowest(self._started.by(clock.as_of), *receipt(self.facts, clock))))
        return lowest(bytes(self.pick(self._in_force(clock))), bytes(self.pick_enterprise(alive())))

    def _in_force(self, clock: Clock) -> bytes:
        facts = bytearray(self._started.by(clock.as_of))
        for number in self._ending:
            facts[number] = owns(self.facts[number], clock.as_of)
        return lowest(bytes(facts), *receipt(self.facts, clock))

    def alive(self, clock: Clock) -> bytes:
        """Whether each enterprise is alive on as_of; most have never been said to close."""
        column = bytearray((Standing.CERTAIN,)) * self._enterprises
        for number in self._closing:
            column[number] = alive(self._lives[number], clock)
        return bytes(column)

    def working(self, clock: Clock) -> tuple[dict[int, int], list[Sequence[Ownership]]]:
        """The working owners of each enterprise on as_of, by number: the same where they work the same hours."""
        sure = at_least(self._in_force(clock), Standing.CERTAIN)
        own = [f.hours.as_integer_ratio() if s and f.works else None for f, s in zip(self.facts, sure, strict=True)]
        numbers: dict[object, int] = {(): 0}
        owners: list[Sequence[Ownership]] = [()]

        def number(hours: object, of: Sequence[Ownership]) -> int:
            if hours not in numbers:
                numbers[hours] = len(owners)
                owners.append(of)
            return numbers[hours]

        alone = [number((of,), (fact,)) if of else 0 for of, fact in zip(own, self.facts, strict=True)]
        working = dict(zip(self.enterprise, self.pick(alone), strict=True))
        for enterprise, held in self._several.items():
            at_work = {person: fact for person, fact in held if own[fact]}
            if len(at_work) < sum(own[fact] is not None for _, fact in held):
                present = working_owners(Unit(self.owners(enterprise)), clock.as_of, clock)
            else:
                present = [self.facts[fact] for fact in at_work.values()]
            working[enterprise] = number(tuple(sorted([owner.hours.as_integer_ratio() for owner in present])), present)
        return working, owners
