"""How old the headcounts are that jobs are counted from, in completed months at as_of (design 4.4, staleness)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs

from okoce_core.counting.breakdowns.cell import ALL, Cell, Key
from okoce_core.counting.breakdowns.columns.column import single
from okoce_core.counting.breakdowns.tallying import tallied_jobs, tallied_units
from okoce_core.counting.bytewise.gathered import on_day
from okoce_core.counting.bytewise.work import Work
from okoce_core.counting.disclosure.suppression import Suppression, published, suppressed
from okoce_core.counting.portrait.counted import counted
from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse
from okoce_core.rules.rulebook import JobRule
from okoce_core.rules.standing import completed_months

if TYPE_CHECKING:
    from okoce_core.counting.results import Figures

__all__ = ["AGE_BANDS", "AgeBand", "headcount_ages"]

_MONTHS: Final = {"0-3": 3, "4-6": 6, "7-12": 12, "13-24": 24}
AGE_BANDS: Final = (*_MONTHS, "25+", "undated", "none")
"""The bands in order, in months. *undated*: the only headcounts are ones that nobody can place before or after as_of.
*none*: there is no headcount that gives a number by as_of."""

_AXIS: Final = ("headcount_age",)
_UNAGED: Final[tuple[Key, ...]] = ((("undated",),), (("none",),))


@attrs.frozen
class AgeBand:
    """Enterprises whose headcount is of one age.

    Attributes:
        band: One of :data:`AGE_BANDS`. enterprises: The counted ones, every one in exactly one band.
        jobs: Theirs. A headcount older than the rulebook allows gives none: those enterprises are unknown to it.
    """

    band: str
    enterprises: Cell
    jobs: Cell


def headcount_ages(figures: Figures, suppress: Suppression | None = None) -> tuple[AgeBand, ...]:
    """The counted enterprises and their jobs by the age of the headcount that decided, all seven bands in order.

    It decides even where the rulebook then finds it too old. Of a *peak*, which several make, the latest is taken.

    Args:
        figures: Under a rulebook that asks for jobs. suppress: Rules of disclosure control; *undated* and *none* are
            as they were counted, since every headline says how many enterprises are unknown.

    Raises:
        Misuse: the rulebook adds up rows, or asks for no jobs.
    """
    standings, rule = counted(figures), figures.rulebook.jobs
    if rule is None:
        name = figures.rulebook.name
        raise Misuse("jobs-not-asked", f"{name} does not ask for jobs, so no headcount decides", asked=name)
    column = single(_bands(standings, rule))
    enterprises = tallied_units(standings.enterprise, [column], standings.threshold, margins=True)
    jobs = tallied_jobs(standings, [column], margins=True)
    nothing = Cell()
    if suppress:
        enterprises = {**suppressed(_aged(enterprises), [_AXIS], "enterprises", suppress), **_unaged(enterprises)}
        jobs = suppressed(jobs, [_AXIS], "jobs", suppress)
        nothing = published(nothing, "", suppress, "")
    return tuple(AgeBand(band, _cell(enterprises, band, nothing), _cell(jobs, band, nothing)) for band in AGE_BANDS)


def _aged(cells: Mapping[Key, Cell]) -> dict[Key, Cell]:
    """The bands of headcounts that have an age, and how many these are together."""
    kept = {key: cell for key, cell in cells.items() if key not in _UNAGED}
    apart = [cells[key] for key in _UNAGED if key in cells]
    whole = cells.get((ALL,), Cell())
    less = sum(cell.units or 0 for cell in apart)
    return {
        **kept,
        (ALL,): attrs.evolve(whole, value=Fraction((whole.value or 0) - less), units=(whole.units or 0) - less),
    }


def _unaged(cells: Mapping[Key, Cell]) -> dict[Key, Cell]:
    """The others, which stand in every headline as ``unknown`` and could not be hidden here."""
    return {key: Cell(cells[key].value, None, None, None, None, None) for key in _UNAGED if key in cells}


def _cell(cells: Mapping[Key, Cell], band: str, nothing: Cell) -> Cell:
    return cells.get(((band,),), nothing)


def _bands(standings: Standings, rule: JobRule) -> list[str | None]:
    """Of each enterprise that may be counted."""
    clock, on = standings.clock, on_day(standings.population, standings.clock)
    work = Work(on, rule, standings.threshold)

    @cache
    def band(day: int) -> str:
        age = completed_months(day, clock.as_of)
        return next((name for name, most in _MONTHS.items() if age <= most), "25+")

    found: list[str | None] = [None] * standings.population.enterprises
    for number in standings.jobs:
        decided = work.decided_on(number)
        if decided is not None:
            found[number] = band(decided.last)
        else:
            found[number] = "undated" if number in on.unsure else "none"
    return found
