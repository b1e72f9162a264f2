"""How every person and enterprise stands under a rulebook: the counting itself, before anything is added up."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Any

import attrs

from okoce_core.counting.units import Row, units
from okoce_core.identity.population import Population
from okoce_core.rules.entrepreneurs import Asked, owner_standing
from okoce_core.rules.jobs import Jobs, jobs
from okoce_core.rules.participants import participation_standing
from okoce_core.rules.rulebook import ParticipantRule, Rulebook
from okoce_core.rules.standing import Clock, Standing

__all__ = ["People", "Standings"]

UNKNOWN_DAY = 0
"""No proleptic ordinal: the day of joining where nobody gave one."""


class People:
    """The people of a population as participants, under one rule and clock. Rulebooks with the same rule share it."""

    def __init__(self, population: Population, rule: ParticipantRule | None, clock: Clock) -> None:
        said = population.said["participation"]
        self._said = said
        self._listed: dict[Standing, dict[str, int]] = {}
        self.of_fact = bytes(participation_standing(f, rule, clock) if rule else Standing.ABSENT for f in said.facts)
        self.standing = bytearray(population.people)
        best, of_fact = self.standing, self.of_fact
        for person, fact in zip(said.subject, said.fact, strict=True):
            if of_fact[fact] > best[person]:
                best[person] = of_fact[fact]

    def listed(self, threshold: Standing) -> dict[str, int]:
        """How many people stand on each partner's list; added up it is what the partners claim together."""
        if threshold not in self._listed:
            said = self._said
            names = sorted({fact.partner for fact in said.facts})
            codes = {name: code for code, name in enumerate(names)}
            of = [codes[f.partner] if s >= threshold else -1 for f, s in zip(said.facts, self.of_fact, strict=True)]
            size = max(len(names), 1)
            pairs = {person * size + p for person, f in zip(said.subject, said.fact, strict=True) if (p := of[f]) >= 0}
            counts = Counter(pair % size for pair in pairs)
            self._listed[threshold] = {name: counts[code] for name, code in codes.items()}
        return self._listed[threshold]

    def joined(self, threshold: Standing) -> array[int]:
        """The first day of each person's first qualifying participation that has a date, else :data:`UNKNOWN_DAY`.

        Of people for whom none reaches the threshold it is that of their first possible one: they count in ``high``.
        """
        joined: array[int] = array("q", bytes(8 * len(self.standing)))
        told = list(zip(self._said.facts, self.of_fact, strict=True))
        for least in (threshold, Standing.UNDATED):
            days = [fact.date.first if fact.date and standing >= least else 0 for fact, standing in told]
            found: array[int] = array("q", bytes(8 * len(self.standing)))
            for person, fact in zip(self._said.subject, self._said.fact, strict=True):
                day = days[fact]
                if day and not 0 < found[person] <= day:
                    found[person] = day
            joined = array("q", (first or later for first, later in zip(joined, found, strict=True)))
        return joined


@attrs.define(eq=False)
class Standings:
    """Everybody and everything under one rulebook.

    Attributes:
        threshold: From which standing on a unit counts in ``value``.
        people: As participants. entrepreneur: Each person's standing as one. enterprise: Each enterprise's standing.
        jobs: Of each enterprise that stands at UNDATED or higher, where the rulebook asks for jobs.
        counted_owners: Of each counted enterprise, the owners it is counted for.
    """

    population: Population
    book: Rulebook
    clock: Clock
    people: People
    entrepreneur: bytearray = attrs.field(init=False)
    enterprise: bytearray = attrs.field(init=False)
    jobs: dict[int, Jobs] = attrs.field(init=False, factory=dict)
    counted_owners: dict[int, list[int]] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self.entrepreneur = bytearray(self.population.people)
        self.enterprise = bytearray(self.population.enterprises)
        if self.book.entrepreneur and self.book.entrepreneur.test != "none":
            self._judge()

    @property
    def threshold(self) -> Standing:
        """CERTAIN, or POSSIBLE where the rulebook counts possible dates."""
        return Standing.POSSIBLE if self.book.dates == "possible" else Standing.CERTAIN

    @cached_property
    def joined(self) -> array[int] | None:
        """The day each person joined, for the rulebooks that ask for it."""
        rules = self.book.entrepreneur, self.book.jobs
        asks = (rules[0] and rules[0].new_only) or (rules[1] and rules[1].value == "net")
        return self.people.joined(self.threshold) if asks else None

    def _judge(self) -> None:
        self._judge_stages()
        by_stage = self.book.entrepreneur is not None and self.book.entrepreneur.test == "stage"
        entrepreneur, enterprise = self.entrepreneur, self.enterprise
        candidate = entrepreneur if by_stage else self.people.standing
        tests, work, joined, threshold = self._tests(), self._work(), self.joined, self.threshold
        for row in units(self.population).rows:
            number, people = row.number, row.people
            passed = tests(row, tuple(joined[owner] for owner in people) if joined else None)
            best = 0
            for owner, standing in zip(people, passed, strict=True):
                standing = min(standing, candidate[owner])
                if standing > entrepreneur[owner]:
                    entrepreneur[owner] = standing
                if standing > best:
                    best = standing
                if standing >= threshold:
                    self.counted_owners.setdefault(number, []).append(owner)
            enterprise[number] = best
            if work and best >= Standing.UNDATED:
                self.jobs[number] = work(row, self._first_joined(number) if joined else UNKNOWN_DAY)

    def _judge_stages(self) -> None:
        """Under the test *stage* a participant is an entrepreneur by what he took part in, whatever he owns."""
        rule = self.book.entrepreneur
        if rule and rule.min_stage:
            reached = People(self.population, ParticipantRule(rule.min_stage), self.clock).standing
            self.entrepreneur = bytearray(map(min, reached, self.people.standing))

    def _first_joined(self, enterprise: int) -> int:
        """The day the first of an enterprise's counted owners joined."""
        joined = self.joined or ()
        days = [day for owner in self.counted_owners.get(enterprise, ()) if (day := joined[owner])]
        return min(days, default=UNKNOWN_DAY)

    def _tests(self) -> Callable[[Row, tuple[int, ...] | None], bytes]:
        """How each owner of an enterprise stands, as the rule for entrepreneurs has it."""
        rule = self.book.entrepreneur
        gathered, made = units(self.population), dict[Any, bytes]()
        looks_at_work = rule is not None and rule.test == "employer"
        asked = Asked(rule, self.book.jobs, self.clock, self.threshold) if rule else None

        def tests(row: Row, joined: tuple[int, ...] | None) -> bytes:
            key = (row.owners, row.permits, row.life, row.headcounts if looks_at_work else 0, joined)
            if key not in made and asked:
                whole = gathered.unit(*key[:2], key[3], key[2])
                days = joined or (UNKNOWN_DAY,) * len(row.people)
                made[key] = bytes(owner_standing(whole, i, asked, day or None) for i, day in enumerate(days))
            return made[key]

        return tests

    def _work(self) -> Callable[[Row, int], Jobs] | None:
        """The jobs of an enterprise; None where the rulebook does not ask."""
        rule, clock, threshold = self.book.jobs, self.clock, self.threshold
        gathered, made = units(self.population), dict[Any, Jobs]()
        if rule is None:
            return None

        def work(row: Row, joined: int) -> Jobs:
            key = (row.owners, row.headcounts, row.life, joined)
            known = made.get(key)
            if known is None:
                whole = gathered.unit(row.owners, 0, row.headcounts, row.life)
                known = made[key] = jobs(whole, rule, clock, joined or None, threshold)
            return known

        return work
