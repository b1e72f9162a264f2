"""The one headcount that decides what work there is in an enterprise, where its classes are looked at one by one.

It is the report from which :func:`~okoce_core.rules.jobs.jobs` takes a stock. Of different partners' reports for one
day it is the one whose heads the rule's ``conflict`` picks, so that the classes come from one report and add up.
"""

from __future__ import annotations

from typing import NamedTuple

import attrs

from okoce_core.model.facts import Headcount
from okoce_core.rules.heads import heads
from okoce_core.rules.reports import latest, report_days, too_old
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing
from okoce_core.rules.unit import Unit, working_owners

__all__ = ["Deciding", "deciding_headcount"]


class Deciding(NamedTuple):
    """A headcount, and how many working owners are to be taken off its numbers: it says that it includes them."""

    headcount: Headcount
    owners_inside: int


def deciding_headcount(unit: Unit, rule: JobRule, clock: Clock, threshold: Standing) -> Deciding | None:
    """The latest known headcount by as_of; None: there is none, or it is older than the rule allows.

    Args:
        unit: The enterprise. rule: Which heads are compared in a conflict, and the age limit.
        clock: On which day, known when. threshold: From which standing on a dated headcount counts.
    """
    rule = attrs.evolve(rule, unit="head")
    for day in report_days(unit, rule, clock):
        if day.standing < threshold or day.report is None:
            continue
        if too_old(day.when, rule, clock):
            return None
        owners = working_owners(unit, min(day.when.last, clock.as_of), clock)
        known = [
            (told.value, c) for c in latest(day.counts) if (told := heads(c, rule, owners, unit.life.normal_hours))
        ]
        known.sort(key=lambda pair: (not pair[1].by_class, repr(pair[1])))  # of equal ones the one that says most
        _, chosen = (min if rule.conflict == "min" else max)(known, key=lambda pair: pair[0])
        return Deciding(chosen, len(owners) if chosen.owners_included else 0)
    return None
