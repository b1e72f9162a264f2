"""Which participants are entrepreneurs (*wirausaha*): the tests of an ownership.

Sources: Kompas, 10 Sep 2018 (success is the permit in hand, P4); detik, 12 Feb 2019 (a brand); Media Indonesia, 13 Jan
2023 (the business pays for its owner's own needs); design 4.4 where a text could be read two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import attrs

from okoce_core.model.facts import Fact, Ownership, Permit
from okoce_core.rules.jobs import Jobs, jobs
from okoce_core.rules.rulebook import EntrepreneurRule, JobRule
from okoce_core.rules.standing import Clock, Standing, by, known, span
from okoce_core.rules.unit import Unit, alive, known_life, owns

__all__ = ["Asked", "Clause", "answered", "any_worker", "employs", "owner_clauses", "owner_standing"]


class Clause(NamedTuple):
    """What one clause of a definition makes of a unit.

    Attributes:
        field: The field of the rulebook. standing: How far the unit gets by it.
        fact: What was said that decides it; None: nothing was, or something that is no dated fact.
    """

    field: str
    standing: Standing
    fact: Fact | None = None


_ANY_WORKER: Final = JobRule(
    ("full_time", "part_time", "seasonal", "casual", "third_party"), "all", "exclude", "head", "last", floor=False,
    max_age_months=None, conflict="min",
)  # fmt: skip


@attrs.frozen
class Asked:
    """The question put to an enterprise.

    Attributes:
        rule: The definition. work_rule: Which headcounts count, for the test *employer*; None: all of them.
        clock: On which day, known when. threshold: From which standing on a dated fact counts in ``value``.
    """

    rule: EntrepreneurRule
    work_rule: JobRule | None
    clock: Clock
    threshold: Standing


def owner_standing(unit: Unit, owner: int, asked: Asked, joined: int | None) -> Standing:
    """What being this owner of this enterprise proves: no more than its weakest clause, by the best of his ownerships.

    Args:
        unit: The enterprise. owner: Which of ``unit.owners``. asked: The question.
        joined: The first day of the owner's first participation, which only ``new_only`` asks for; None: unknown.
    """
    if asked.rule.test == "none":
        return Standing.ABSENT
    best = Standing.ABSENT
    for owned in unit.owners[owner]:
        best = max(best, min(clause.standing for clause in owner_clauses(unit, owned, asked, joined)))
    return best


def owner_clauses(unit: Unit, owned: Ownership, asked: Asked, joined: int | None) -> Iterator[Clause]:
    """Each clause of the definition, as this ownership of this enterprise stands by it."""
    rule, clock = asked.rule, asked.clock
    if not known(owned, clock):
        yield Clause("known_at", Standing.NOT_YET_KNOWN, owned)
    if rule.state == "active":
        yield Clause("entrepreneur.state", owns(owned, clock.as_of), owned)
        yield Clause("entrepreneur.state", alive(unit.life, clock))
    else:
        yield Clause("entrepreneur.state", by(span(owned.start, owned.observed), clock.as_of), owned)
    if rule.test == "permit":
        yield _best_permit(unit, owned, asked, joined)
    elif rule.test == "brand":
        told = answered(known_life(unit.life, clock).brand)
        held = _best_permit(unit, owned, asked, joined)
        yield held if held.standing > told else Clause("entrepreneur.test", told)
    elif rule.test == "self_supporting":
        yield Clause("entrepreneur.test", answered(known_life(unit.life, clock).supports_owner))
    elif rule.test == "employer":
        yield Clause("entrepreneur.test", _employs(unit, asked))


def answered(answer: bool | None) -> Standing:
    """What a yes or a no proves; what nobody told is undecided, and no *no* (law 2)."""
    if answer is None:
        return Standing.UNDATED
    return Standing.CERTAIN if answer else Standing.ABSENT


def _employs(unit: Unit, asked: Asked) -> Standing:
    return employs(jobs(unit, any_worker(asked.work_rule), asked.clock, None, asked.threshold))


def any_worker(work_rule: JobRule | None) -> JobRule:
    """What the test *employer* asks of headcounts: the latest one, without the owners."""
    return attrs.evolve(work_rule or _ANY_WORKER, owners="exclude", value="last", floor=False)


def employs(work: Jobs) -> Standing:
    """Whether anybody but the owners works there."""
    return Standing.CERTAIN if work.known and work.value >= 1 else Standing.ABSENT


def _best_permit(unit: Unit, owned: Ownership, asked: Asked, joined: int | None) -> Clause:
    rule, clock = asked.rule, asked.clock
    since = joined if rule.new_only else None
    held = Clause("entrepreneur.permits", Standing.ABSENT)
    for permit in unit.permits:
        if permit.kind in rule.permits:
            clause = _permit(permit, owned, clock, since)
            if held.fact is None or clause.standing > held.standing:
                held = clause
    return held


def _permit(permit: Permit, owned: Ownership, clock: Clock, joined: int | None) -> Clause:
    """Whether a permit counts for an owner.

    It may be older than the ownership (who takes over a licensed enterprise is licensed), not younger than its end;
    it is new unless its last possible day is before the owner joined.
    """
    if not known(permit, clock):
        return Clause("known_at", Standing.NOT_YET_KNOWN, permit)
    issued = span(permit.issued, permit.observed)
    if owned.end is not None and issued.last >= owned.end.first:
        return Clause("entrepreneur.permits", Standing.ENDED, permit)
    if joined is not None and issued.last < joined:
        return Clause("entrepreneur.new_only", Standing.ENDED, permit)
    return Clause("entrepreneur.permits", by(issued, clock.as_of), permit)
