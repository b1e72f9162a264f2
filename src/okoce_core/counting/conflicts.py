"""What contradicts itself in the facts: listed with a code, never raised, settled by the rule that stands at each code.

======================== ==============================================================================================
code                     what happens to the figures
======================== ==============================================================================================
headcounts-differ        the rulebook's ``jobs.conflict`` chooses; ``low`` and ``high`` take in all of them
headcount-outside-life   used all the same (design 4.4)
closed-before-start      counts as closed in ``value``, as open in ``high``
owner-before-birth       counted in ``value``, not in ``low``
ownership-reversed       no day lies in it: it was never in force
born-differ, sex-differ  the majority, else *unknown* in a breakdown
received-late            received after known_at: left out
======================== ==============================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from okoce_core.counting.disputes import owners_before_birth
from okoce_core.counting.references import Kind, trail_of
from okoce_core.counting.standings import Standings
from okoce_core.evidence import Trail
from okoce_core.identity.population import Population
from okoce_core.intake.outcome import FileReading
from okoce_core.model.facts import Headcount
from okoce_core.model.life import Life
from okoce_core.rules.heads import all_heads
from okoce_core.rules.reports import latest, outside_life
from okoce_core.rules.standing import Clock, Span, known, on
from okoce_core.rules.unit import closed_before_start
from okoce_core.values import PartialDate

__all__ = ["CODES", "Conflict", "conflicts"]

CODES: Final = (
    "headcounts-differ", "headcount-outside-life", "closed-before-start", "owner-before-birth", "ownership-reversed",
    "born-differ", "sex-differ", "received-late",
)  # fmt: skip


@attrs.frozen
class Conflict:
    """One contradiction.

    Attributes:
        code: One of :data:`CODES`. kind, number: The person or enterprise it is about, by its number.
        rows: The rows that contradict each other, as far as statements say it.
    """

    code: str
    kind: Kind
    number: int
    rows: tuple[Trail, ...] = ()


def conflicts(standings: Standings) -> Iterator[Conflict]:
    """Every contradiction in what was known, in the order of :data:`CODES`, each with the rows that carry it."""
    population, clock = standings.population, standings.clock
    yield from _headcounts(standings)
    for number, life in sorted(population.lives.items()):
        if closed_before_start(life):
            yield Conflict("closed-before-start", "enterprise", number)
    for enterprise, owner in sorted(owners_before_birth(population)):
        yield Conflict("owner-before-birth", "person", owner, _ownership_rows(population, enterprise, owner))
    said = population.said["ownership"]
    for position, fact in enumerate(said.fact):
        told = said.facts[fact]
        if told.end is not None and told.start is not None and told.end.last < told.start.first:
            yield Conflict(
                "ownership-reversed", "person", said.other[position], (trail_of(population, said, position),)
            )
    yield from _differing(population, "born")
    yield from _differing(population, "sex")
    yield from _received_late(population, clock)


def _headcounts(standings: Standings) -> Iterator[Conflict]:
    """Reports that differ for one day, and reports from outside an enterprise's life."""
    said = standings.population.said["headcount"]
    when = [on(count.date, count.observed) for count in said.facts]
    heard = [known(count, standings.clock) for count in said.facts]
    told: dict[tuple[int, Span], dict[int, list[int]]] = {}
    for position, (enterprise, fact) in enumerate(zip(said.subject, said.fact, strict=True)):
        if heard[fact]:
            told.setdefault((enterprise, when[fact]), {}).setdefault(fact, []).append(position)

    def rows(counts: Iterable[Headcount], at: Mapping[int, list[int]]) -> tuple[Trail, ...]:
        chosen = [positions for fact, positions in at.items() if said.facts[fact] in counts]
        return tuple(trail_of(standings.population, said, position) for positions in chosen for position in positions)

    outside, nothing = [], Life()
    for (enterprise, day), counts in sorted(told.items(), key=_by_enterprise):
        of_day = [said.facts[fact] for fact in counts]
        last = latest(of_day) if len(of_day) > 1 else of_day
        if len(last) > 1 and len({heads for count in last if (heads := all_heads(count))}) > 1:
            yield Conflict("headcounts-differ", "enterprise", enterprise, rows(last, counts))
        if outside_life(standings.population.lives.get(enterprise, nothing), day):
            outside.append(Conflict("headcount-outside-life", "enterprise", enterprise, rows(of_day, counts)))
    yield from outside


def _by_enterprise(told: tuple[tuple[int, Span], object]) -> int:
    return told[0][0]


def _ownership_rows(population: Population, enterprise: int, owner: int) -> tuple[Trail, ...]:
    said = population.said["ownership"]
    pairs = enumerate(zip(said.subject, said.other, strict=True))
    return tuple(trail_of(population, said, position) for position, pair in pairs if pair == (enterprise, owner))


def _differing(population: Population, column: str) -> Iterator[Conflict]:
    """People of whom two rows say what cannot both be so; a year and a day within it do not contradict each other."""
    first: dict[int, tuple[object, FileReading, int]] = {}
    entry = 0
    for file in population.reading.files:
        people = file.records.people
        for row, told in zip(people.row, people.columns[column], strict=True):
            number = population.person[entry]
            entry += 1
            if told is not None:
                before, begun, at = first.setdefault(number, (told, file, row))
                if before is not told and _apart(before, told):
                    yield Conflict(f"{column}-differ", "person", number, (begun.trail(at), file.trail(row)))


def _apart(a: object, b: object) -> bool:
    if isinstance(a, PartialDate) and isinstance(b, PartialDate):
        return a.last < b.first or b.last < a.first
    return a != b


def _received_late(population: Population, clock: Clock) -> Iterator[Conflict]:
    for said in population.said.values():
        late = [not known(fact, clock) for fact in said.facts]
        kind: Kind = "person" if said is population.said["participation"] else "enterprise"
        for position, (subject, fact) in enumerate(zip(said.subject, said.fact, strict=True)):
            if late[fact]:
                yield Conflict("received-late", kind, subject, (trail_of(population, said, position),))
