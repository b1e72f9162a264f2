"""The relations of people to the counted enterprises by status in employment, and how many persons are behind them.

Jobs and persons differ as soon as anybody has two jobs. Source: ILO; see :mod:`okoce_core.rules.icse18`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from okoce_core.counting.standings import Standings
from okoce_core.counting.units import Row, units
from okoce_core.misuse import Misuse
from okoce_core.model.facts import Employment, Ownership
from okoce_core.rules.icse18 import STATUSES, Relations, relations
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing, known
from okoce_core.rules.unit import owns

__all__ = ["Icse18", "icse18"]


@attrs.frozen
class Icse18:
    """The relations in the counted enterprises of which a headcount is known.

    Attributes:
        by_status: How many of each of :data:`~okoce_core.rules.icse18.STATUSES`.
        persons: How many distinct persons have them, as far as anybody named shows it: of the unnamed each counts for
            one, so it is the most there may be.
        unknown: Counted enterprises without a known headcount; in none of these numbers.
    """

    by_status: Mapping[str, int]
    persons: int
    unknown: int

    @property
    def relations(self) -> int:
        """All of them: the jobs in heads, third-party workers left out."""
        return sum(self.by_status.values())

    def as_json(self) -> dict[str, object]:
        """As it stands in okoce-figures/1."""
        return {
            "by_status": {status: str(number) for status, number in self.by_status.items()},
            "relations": str(self.relations), "persons_employed_distinct": str(self.persons), "unknown": self.unknown,
        }  # fmt: skip


def icse18(standings: Standings) -> Icse18:
    """The relations by status and the distinct persons employed, under the rulebook's job rule.

    Raises:
        Misuse: the rulebook does not ask for jobs.
    """
    rule = standings.book.jobs
    if rule is None:
        raise Misuse("rulebook-part", f"{standings.book.name} does not ask for jobs, so it knows of no relations")
    named = _named_workers(standings)
    tally: Counter[Relations | None] = Counter()
    held: Counter[int] = Counter()
    for row, told in _counted(standings, rule):
        tally[told] += 1
        if told:
            owners = {person for person, has in zip(row.people, told.owners, strict=True) if has}
            held.update(owners | named.get(row.number, set()))
    unknown = tally.pop(None, 0)
    by_status = {s: sum(n * told.by_status.get(s, 0) for told, n in tally.items() if told) for s in STATUSES}
    persons = sum(by_status.values()) - (held.total() - len(held))
    return Icse18(by_status, max(persons, len(held)), unknown)


def _counted(standings: Standings, rule: JobRule) -> Iterator[tuple[Row, Relations | None]]:
    """Each counted enterprise with its relations; those of whom the same is said share one answer."""
    gathered = units(standings.population)
    judged: dict[tuple[int, int, int], Relations | None] = {}
    for row in gathered.rows:
        if standings.enterprise[row.number] >= standings.threshold:
            said = (row.owners, row.headcounts, row.life)
            if said not in judged:
                unit = gathered.unit(row.owners, 0, row.headcounts, row.life)
                judged[said] = relations(unit, rule, standings.clock, standings.threshold)
            yield row, judged[said]


def _named_workers(standings: Standings) -> dict[int, set[int]]:
    """Of each enterprise its workers by name, unless it is known that they do not work there on as_of.

    A list of workers seldom says since when; one that says nothing speaks of the present.
    """
    said, clock = standings.population.said["employment"], standings.clock
    in_force = [known(fact, clock) and _works(fact, clock) >= Standing.UNDATED for fact in said.facts]
    named: dict[int, set[int]] = {}
    for enterprise, person, fact in zip(said.subject, said.other, said.fact, strict=True):
        if in_force[fact]:
            named.setdefault(enterprise, set()).add(person)
    return named


def _works(fact: Employment, clock: Clock) -> Standing:
    """An employment is in force on [start, end), as an ownership is."""
    return owns(Ownership(start=fact.start, end=fact.end, observed=fact.observed), clock.as_of)
