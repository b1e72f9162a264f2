"""An enterprise with local units in several regions: four readings of where it is, of which one does not add up.

A nation of one enterprise may show two in its regions. Which reading was taken has to be said with the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

import attrs

__all__ = ["ADDITIVE", "LocalUnit", "RegionalReadings", "by_region"]

ADDITIVE: Final[Mapping[str, bool]] = {"presence": False, "head_office": True, "by_jobs": True, "jobs": True}
"""Whether the regions of a reading add up to the nation."""


@attrs.frozen
class LocalUnit:
    """A place where an enterprise works.

    Attributes:
        region: Its code; None is unknown. jobs: In this place; None is unknown, which is not nought.
        head_office: Whether the enterprise is led from here.
    """

    region: str | None
    jobs: Fraction | int | None = None
    head_office: bool = False


@attrs.frozen
class RegionalReadings:
    """One enterprise by region; the region None is unknown.

    Attributes:
        presence: 1 wherever it has a unit. head_office: 1 where it is led from; unknown unless there is one such place.
        by_jobs: Its one shared out by jobs; unknown where the jobs of any unit are, or there are none.
        jobs: By workplace, as far as known. unknown: How many of its units do not say their jobs.
    """

    presence: Mapping[str | None, Fraction]
    head_office: Mapping[str | None, Fraction]
    by_jobs: Mapping[str | None, Fraction]
    jobs: Mapping[str | None, Fraction]
    unknown: int = 0


def by_region(units: Iterable[LocalUnit]) -> RegionalReadings:
    """The four readings of an enterprise by its local units.

    >>> found = by_region([LocalUnit("31", 3, head_office=True), LocalUnit("32", 2)])
    >>> {region: str(share) for region, share in found.by_jobs.items()}
    {'31': '3/5', '32': '2/5'}
    """
    places = list(units)
    jobs: dict[str | None, Fraction] = dict.fromkeys((unit.region for unit in places), Fraction(0))
    for unit in places:
        jobs[unit.region] += unit.jobs or 0
    led_from = [unit.region for unit in places if unit.head_office]
    unknown = sum(unit.jobs is None for unit in places)
    whole = sum(jobs.values())
    shared = {region: n / whole for region, n in jobs.items()} if whole and not unknown else {}
    return RegionalReadings(
        presence=dict.fromkeys(jobs, Fraction(1)),
        head_office=_one(jobs, led_from[0] if len(led_from) == 1 else None),
        by_jobs=shared or _one(jobs, None),
        jobs=jobs,
        unknown=unknown,
    )


def _one(regions: Iterable[str | None], where: str | None) -> dict[str | None, Fraction]:
    """One enterprise in one of the regions, none in the others; none at all where there is no unit."""
    found = dict.fromkeys(regions, Fraction(0))
    return found | {where: Fraction(1)} if found else {}
