"""Beginning and established entrepreneurs (*wirausaha pemula*, *wirausaha mapan*) of Perpres 2/2022.

An entrepreneur is *mapan* with at least one permanent paid worker, *pemula* alone or with help that is not permanent or
not paid. The ratio of a class is its number over the labour force, in per cent.
Source: Perpres 2/2022 as reported by Katadata, 15 Dec 2023 (counting.md 2.6).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, Literal

from okoce_core.misuse import Misuse
from okoce_core.rules.deciding import deciding_headcount
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import Clock, Standing
from okoce_core.rules.unit import Unit

__all__ = ["Kind", "enterprise_kind", "owner_kind", "ratio"]

Kind = Literal["pemula", "mapan"]

_PERMANENT: Final = JobRule(
    ("full_time", "part_time"), "none", "exclude", "head", "last", floor=False, max_age_months=None, conflict="min"
)  # fmt: skip


def enterprise_kind(unit: Unit, clock: Clock, threshold: Standing) -> Kind | None:
    """What an enterprise makes of its owner, by its latest known headcount; None: unknown.

    Full-time and part-time workers are the permanent paid ones. Where the headcount includes the owners they are taken
    off these first, since nobody says where they stand.

    Args:
        unit: The enterprise. clock: On which day, known when.
        threshold: From which standing on a dated headcount counts.
    """
    told = deciding_headcount(unit, _PERMANENT, clock, threshold)
    if told is None:
        return None
    count = told.headcount
    if not count.by_class:
        others = max(count.total or 0, count.total_high or 0) - told.owners_inside
        return None if others > 0 else "pemula"
    permanent = (count.full_time or 0) + (count.part_time or 0) - told.owners_inside
    if permanent > 0:
        return "mapan"
    return None if None in (count.full_time, count.part_time) else "pemula"


def owner_kind(kinds: Iterable[Kind | None]) -> Kind | None:
    """What all of an owner's enterprises make of him: one established one is enough, and an unknown one might be it.

    >>> owner_kind(["pemula", "mapan", None]), owner_kind(["pemula", None]), owner_kind(["pemula", "pemula"])
    ('mapan', None, 'pemula')
    """
    told = set(kinds)
    if "mapan" in told:
        return "mapan"
    return "pemula" if told == {"pemula"} else None


def ratio(number: int, labour_force: int) -> Fraction:
    """A class of entrepreneurs over the labour force, in per cent, exactly.

    Raises:
        Misuse: a labour force that is no number above 0.

    >>> ratio(3, 1000)
    Fraction(3, 10)
    """
    if type(labour_force) is not int or labour_force <= 0:
        raise Misuse("labour-force", "labour_force must be a whole number above 0", asked=str(labour_force))
    return Fraction(100 * number, labour_force)
