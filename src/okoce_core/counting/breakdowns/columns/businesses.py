"""Dimensions that an enterprise has itself: its sector, its size, whether it was there before its owner joined.

An entrepreneur stands under those of every enterprise he is counted for, so under several where they differ.
"""

from __future__ import annotations

from collections.abc import Callable

from okoce_core.counting.breakdowns.columns.column import Column, single, through
from okoce_core.counting.breakdowns.columns.taking_part import joined
from okoce_core.counting.standings import Standings
from okoce_core.model.entities import Sector
from okoce_core.rules.jobs import Jobs
from okoce_core.rules.size import by_workers
from okoce_core.rules.unit import known_life

__all__ = ["division", "new_or_existing", "of_owners", "sizes"]


def division(sector: Sector) -> str | None:
    """The two-digit division (*golongan pokok*) with its scheme: ``KBLI2020:56``; divisions moved between versions."""
    return f"{sector.scheme}:{sector.code[:2]}" if len(sector.code) >= 2 else None


def of_owners(column: Callable[[Standings], Column]) -> Callable[[Standings], Column]:
    """A column of enterprises as one of the people who are counted for them."""

    def of_people(standings: Standings) -> Column:
        owned: dict[int, list[int]] = {}
        for enterprise, owners in standings.counted_owners.items():
            for owner in owners:
                owned.setdefault(owner, []).append(enterprise)
        return through(column(standings), owned, standings.population.people, standings.threshold)

    return of_people


def sizes(standings: Standings) -> Column:
    """The class of BPS by the jobs this rulebook counts in an enterprise, and its working owners.

    Owners are added where the rulebook leaves them out. Unknown where it counts equivalents or a change, which are no
    numbers of people, and where no headcount is known.
    """
    rule = standings.book.jobs
    found: list[str | None] = [None] * standings.population.enterprises
    if rule is not None and rule.unit == "head" and rule.value != "net":
        for number, work in standings.jobs.items():
            found[number] = _size(work, 0 if rule.owners == "per_enterprise" else work.owners)
    return single(found)


def _size(work: Jobs, owners: int) -> str | None:
    size = by_workers(work.value + owners) if work.known else None
    return size.name if size else None


def new_or_existing(standings: Standings) -> Column:
    """*new*: started after the first of its counted owners joined; *existing*: by then; unknown where a date is open.

    Source: design 4.4, baseline; ``joined`` is the first day that a partial date may mean.
    """
    lives = standings.population.lives
    found: list[str | None] = [None] * standings.population.enterprises
    for number, day in joined(standings).items():
        life = lives.get(number)
        started = known_life(life, standings.clock).started if life else None
        if started is not None and (started.first > day or started.last <= day):
            found[number] = "new" if started.first > day else "existing"
    return single(found)
