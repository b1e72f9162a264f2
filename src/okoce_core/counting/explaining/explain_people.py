"""Why a person is a participant or an entrepreneur, or is not: each clause, and the rows that speak for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import attrs

from okoce_core.counting.explaining.explanation import Explanation
from okoce_core.counting.references import Kind, Reference, entries, references, trail_of
from okoce_core.counting.standings import Standings
from okoce_core.counting.units import Row, units
from okoce_core.evidence import Trail
from okoce_core.model.facts import Fact, Permit
from okoce_core.rules.entrepreneurs import Asked, Clause, owner_clauses
from okoce_core.rules.participants import participation_standing
from okoce_core.rules.rulebook import ParticipantRule
from okoce_core.rules.standing import Standing

__all__ = ["Witnesses", "explain_entrepreneurs", "explain_participants"]


@attrs.define
class Witnesses:
    """Where everything about some people or enterprises was said: positions of statements by kind and number."""

    standings: Standings

    def of(self, kind: str, wanted: Collection[int], *, by_other: bool = False) -> Mapping[int, list[int]]:
        """The positions of the statements about each of them; ``by_other``: about owners rather than enterprises."""
        said = self.standings.population.said[kind]
        found: dict[int, list[int]] = defaultdict(list)
        for position, number in enumerate(said.other if by_other else said.subject):
            if number in wanted:
                found[number].append(position)
        return found

    def rows(self, kind: str, positions: Collection[int], fact: Fact | None = None) -> tuple[Trail, ...]:
        """Where statements were read; with a fact, those that say it."""
        said = self.standings.population.said[kind]
        chosen = [p for p in positions if fact is None or said.facts[said.fact[p]] == fact]
        return tuple(trail_of(self.standings.population, said, position) for position in chosen)

    def entries(self, kind: Kind, wanted: Collection[int]) -> Mapping[int, list[Trail]]:
        """Where the people or enterprises themselves were read."""
        files, found = self.standings.population.reading.files, defaultdict[int, list[Trail]](list)
        for number, _, file, row in entries(self.standings.population, kind):
            if number in wanted:
                found[number].append(files[file].trail(row))
        return found


def explain_participants(standings: Standings, people: Collection[int]) -> Iterator[Explanation]:
    """Each person with his participations, the one that stands highest first."""
    witnesses = Witnesses(standings)
    told = witnesses.of("participation", set(people))
    named = references(standings.population, "person", people)
    for person in people:
        yield _participant(witnesses, standings.people.of_fact, told.get(person, ()), named[person])


def _participant(witnesses: Witnesses, of_fact: bytes, told: Collection[int], named: Reference) -> Explanation:
    standings = witnesses.standings
    said = standings.population.said["participation"]
    facts: dict[int, list[int]] = defaultdict(list)
    for position in told:
        facts[said.fact[position]].append(position)
    children = [
        Explanation("participation", standing=Standing(of_fact[fact]), rows=witnesses.rows("participation", positions))
        for fact, positions in facts.items()
    ]
    standing = max((Standing(of_fact[fact]) for fact in facts), default=Standing.ABSENT)
    counted = standing >= standings.threshold
    ordered = tuple(sorted(children, key=lambda child: -(child.standing or 0)))
    return Explanation("participants", counted, standing, int(counted), None, named, (), ordered)


def explain_entrepreneurs(standings: Standings, people: Collection[int]) -> Iterator[Explanation]:
    """Each person with the clauses of the definition, for each enterprise owned."""
    witnesses, wanted = Witnesses(standings), set(people)
    rule = standings.book.entrepreneur
    by_stage = rule.min_stage if rule else None
    owned = {person: [row for row in units(standings.population).rows if person in row.people] for person in wanted}
    claims = _Claims(witnesses, {row.number for rows in owned.values() for row in rows})
    reached = _reached(standings, by_stage) if by_stage else b""
    told = witnesses.of("participation", wanted) if by_stage else {}
    for participant in explain_participants(standings, people):
        assert participant.unit is not None
        person = participant.unit.number
        standing = Standing(standings.entrepreneur[person])
        counted = standing >= standings.threshold
        children = [attrs.evolve(participant, what="participant", value=None, unit=None)]
        if by_stage:
            stage = _participant(witnesses, reached, told.get(person, ()), participant.unit)
            children.append(attrs.evolve(stage, what="entrepreneur.min_stage", value=None, unit=None))
        else:
            children += [claims.of(row, person) for row in owned[person]]
        yield Explanation("entrepreneurs", counted, standing, int(counted), None, participant.unit, (), tuple(children))


def _reached(standings: Standings, stage: object) -> bytes:
    rule, facts = ParticipantRule(stage), standings.population.said["participation"].facts  # type: ignore[arg-type]
    return bytes(participation_standing(fact, rule, standings.clock) for fact in facts)


class _Claims:
    """What owning each of some enterprises proves."""

    def __init__(self, witnesses: Witnesses, enterprises: set[int]) -> None:
        self._witnesses, standings = witnesses, witnesses.standings
        self._told = {kind: witnesses.of(kind, enterprises) for kind in ("ownership", "permit", "headcount")}
        self._entries = witnesses.entries("enterprise", enterprises)
        self._named = references(standings.population, "enterprise", enterprises)
        self._gathered = units(standings.population)
        rule = standings.book.entrepreneur
        self._asked = Asked(rule, standings.book.jobs, standings.clock, standings.threshold) if rule else None

    def of(self, row: Row, person: int) -> Explanation:
        """The clauses of the ownership that gets furthest."""
        if self._asked is None or self._asked.rule.test == "none":
            return Explanation("entrepreneur.test", False, Standing.ABSENT, unit=self._named[row.number])
        unit = self._gathered.unit(row.owners, row.permits, row.headcounts, row.life)
        joined = self._witnesses.standings.joined
        since = (joined[person] or None) if joined else None
        tried = [list(owner_clauses(unit, o, self._asked, since)) for o in unit.owners[row.people.index(person)]]
        best = max(tried, key=lambda clauses: min(clause.standing for clause in clauses))
        standing = min(clause.standing for clause in best)
        children = tuple(self._clause(clause, row.number) for clause in best)
        counted = standing >= self._asked.threshold
        return Explanation("ownership", counted, standing, unit=self._named[row.number], children=children)

    def _clause(self, clause: Clause, enterprise: int) -> Explanation:
        kind = "permit" if isinstance(clause.fact, Permit) else "ownership"
        rows: tuple[Trail, ...] = ()
        if clause.fact is not None:
            rows = self._witnesses.rows(kind, self._told[kind].get(enterprise, ()), clause.fact)
        elif clause.standing is not Standing.ABSENT or clause.field == "entrepreneur.state":
            rows = tuple(self._entries.get(enterprise, ()))
        passed = clause.standing >= self._witnesses.standings.threshold
        return Explanation(clause.field, passed, clause.standing, rows=rows)
