"""Which participants are entrepreneurs (*wirausaha*): the tests of an ownership.

Source: Kompas, 10 Sep 2018 (success is the permit in hand, P4); design 4.4 where a text could be read two ways.
"""

from __future__ import annotations

import attrs

from okoce_core.model.facts import Ownership, Permit
from okoce_core.rules.jobs import jobs
from okoce_core.rules.rulebook import EntrepreneurRule, JobRule
from okoce_core.rules.standing import Clock, Standing, by, known, span
from okoce_core.rules.unit import Unit, alive, owns

__all__ = ["owner_standing"]

_ANY_WORKER = JobRule(
    ("full_time", "part_time", "seasonal", "casual", "third_party"), "all", "exclude", "head", "last", floor=False,
    max_age_months=None, conflict="min",
)  # fmt: skip


def owner_standing(
    unit: Unit, owner: int, rule: EntrepreneurRule, work_rule: JobRule | None, clock: Clock, joined: int | None,
    threshold: Standing,
) -> Standing:  # fmt: skip
    """What being this owner of this enterprise proves.

    Args:
        unit: The enterprise. owner: Which of ``unit.owners``.
        rule: The definition. work_rule: Which headcounts count, for the test *employer*; None: all of them.
        clock: On which day, known when.
        joined: The first day of the owner's first participation, which only ``new_only`` asks for; None: unknown.
        threshold: From which standing on a dated fact counts in ``value``.
    """
    if rule.test == "none":
        return Standing.ABSENT
    best = max((_ownership(unit, o, rule, clock, joined) for o in unit.owners[owner]), default=Standing.ABSENT)
    if rule.test == "employer" and best >= Standing.UNDATED:
        headcount = attrs.evolve(work_rule or _ANY_WORKER, owners="exclude", value="last", floor=False)
        work = jobs(unit, headcount, clock, None, threshold)
        best = min(best, Standing.CERTAIN if work.known and work.value >= 1 else Standing.ABSENT)
    return best


def _ownership(unit: Unit, owned: Ownership, rule: EntrepreneurRule, clock: Clock, joined: int | None) -> Standing:
    if not known(owned, clock):
        return Standing.NOT_YET_KNOWN
    if rule.state == "active":
        standing = min(owns(owned, clock.as_of), alive(unit.life, clock))
    else:
        standing = by(span(owned.start, owned.observed), clock.as_of)
    if rule.test == "permit":
        held = [
            _permit(p, owned, clock, joined if rule.new_only else None) for p in unit.permits if p.kind in rule.permits
        ]
        standing = min(standing, max(held, default=Standing.ABSENT))
    return standing


def _permit(permit: Permit, owned: Ownership, clock: Clock, joined: int | None) -> Standing:
    """Whether a permit counts for an owner.

    It may be older than the ownership (who takes over a licensed enterprise is licensed), not younger than its end;
    it is new unless its last possible day is before the owner joined.
    """
    if not known(permit, clock):
        return Standing.NOT_YET_KNOWN
    issued = span(permit.issued, permit.observed)
    if owned.end is not None and issued.last >= owned.end.first:
        return Standing.ENDED
    if joined is not None and issued.last < joined:
        return Standing.ENDED
    return by(issued, clock.as_of)
