"""The relations of people to one enterprise by status in employment (ICSE-18).

Source: ILO, 20th ICLS, October 2018, and the ILOSTAT glossary: a job is what one person does for one economic unit, and
the self-employed have as many jobs as units they own (counting.md 2.3). What no headcount tells apart is not told
apart here either; apprentices and dependent contractors are in none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from okoce_core.rules.deciding import Deciding, deciding_headcount
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing
from okoce_core.rules.unit import Unit, alive, known_life, working_owners

__all__ = ["STATUSES", "Relations", "relations"]

STATUSES: Final[Mapping[str, str]] = {
    "11/12": "employers, of corporations (11) and of household enterprises (12)",
    "21/22": "independent workers without employees, likewise",
    "41/42": "permanent (41) and fixed-term (42) employees: full-time and part-time workers",
    "43": "short-term and casual employees: seasonal and casual workers",
    "4": "employees of whom only the total is told",
    "51": "contributing family workers: unpaid workers",
}
"""The statuses a relation can have, with what is under each. Third-party workers work for another unit."""


@attrs.frozen(eq=False)
class Relations:
    """The relations in one enterprise.

    Attributes:
        by_status: How many heads of each status of :data:`STATUSES`.
        owners: Of each of ``unit.owners``, whether he is among them.
    """

    by_status: Mapping[str, int]
    owners: tuple[bool, ...]


def relations(unit: Unit, rule: JobRule, clock: Clock, threshold: Standing) -> Relations | None:
    """The relations in an enterprise on as_of, of the kinds of work that the rule counts; None: unknown.

    Args:
        unit: The enterprise. rule: Which classes, unpaid workers and owners count; always in heads, always a stock.
        clock: On which day, known when. threshold: From which standing on a dated headcount counts.
    """
    unit = attrs.evolve(unit, life=known_life(unit.life, clock))
    over = alive(unit.life, clock) in {Standing.ENDED, Standing.DISPUTED}
    working = [bool(working_owners(Unit(owners=(o,)), clock.as_of, clock)) for o in unit.owners]
    owners = tuple(works and not over and rule.owners == "per_enterprise" for works in working)
    if over and rule.value in {"stock", "net"}:
        return Relations({}, owners)
    told = deciding_headcount(unit, rule, clock, threshold)
    if told is None:
        return None
    workers = _workers(told, rule, unit)
    employs = any(workers[status] for status in ("41/42", "43", "4"))
    return Relations({"11/12" if employs else "21/22": sum(owners), **workers}, owners)


def _workers(told: Deciding, rule: JobRule, unit: Unit) -> dict[str, int]:
    """Heads other than owners. Owners who are inside are taken off the first of these statuses that have any."""
    count, inside = told.headcount, told.owners_inside
    heads = {"4": 0 if count.by_class else count.total or 0}
    heads["41/42"] = sum(getattr(count, name) or 0 for name in ("full_time", "part_time") if name in rule.classes)
    hours = () if rule.unpaid == "none" else count.unpaid_hours or ()
    heads["51"] = sum(h * 3 >= unit.life.normal_hours or rule.unpaid == "all" for h in hours)
    seasonal = sum(s.count for s in count.seasonal or ()) if "seasonal" in rule.classes else 0
    heads["43"] = seasonal + (count.casual or 0) * ("casual" in rule.classes)
    others = {}
    for status, number in heads.items():
        others[status] = max(number - inside, 0)
        inside -= number - others[status]
    return others
