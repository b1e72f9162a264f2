"""From figures and tables to rows: the headline of each definition, its shares among partners, its breakdowns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

import attrs

from okoce_core.counting.exports.observation import About, Observation
from okoce_core.counting.exports.rows import Rows
from okoce_core.counting.figures import Figure
from okoce_core.rules.fingerprint import fingerprint

if TYPE_CHECKING:  # figures offer their rows themselves, and import this module
    from okoce_core.counting.breakdowns.cell import Cell
    from okoce_core.counting.breakdowns.table import Table
    from okoce_core.counting.disclosure.suppression import Suppression
    from okoce_core.counting.results import Figures

__all__ = ["rows_of"]

_MEASURES: Final = ("participants", "entrepreneurs", "enterprises", "jobs")
_NUMBERS: Final = ("value", "low", "high", "unknown", "counted", "coverage")
_OF_PARTNERS: Final = frozenset({"partner", "partner_kind"})
_SHARED: Final = ("participants", "entrepreneurs", "jobs")


def rows_of(
    figures: Figures,
    tables: Iterable[Table] = (),
    attribution: Iterable[str] = (),
    suppress: Suppression | None = None,
) -> Rows:
    """Everything about one definition that is to leave, as rows.

    Args:
        figures: The headline; of jobs also employees, owners and persons employed, apart.
        tables: Its breakdowns.
        attribution: Ways to share out credit; see :data:`okoce_core.counting.METHODS`.
        suppress: Rules of disclosure control for the shares; the tables come with theirs.

    Raises:
        Misuse: an unknown way of attribution.
    """
    about, broken_down = _about(figures), list(tables)
    further = [*_workers_and_owners(figures.jobs, about)]
    for method in attribution:
        further += _shares(figures, about, method, suppress)
    found = [*_headline(figures, about), *(_without_what_gives_away(row, broken_down) for row in further)]
    for table in broken_down:
        found += _cells(figures, about, table)
    return Rows(found)


def _about(figures: Figures) -> About:
    book, day = figures.rulebook, figures.as_of
    as_of = None if day == dt.date.max else day
    return About(book.name, book.label, fingerprint(book), as_of, figures.known_at, figures.inputs)


def _headline(figures: Figures, about: About) -> Iterator[Observation]:
    for measure in _MEASURES:
        figure: Figure = getattr(figures, measure)
        numbers = attrs.asdict(figure, recurse=False, filter=attrs.filters.include(*_NUMBERS))
        asked = figure.state != "not asked"  # of what was not asked even "0 unknown" would be an answer
        yield Observation(about, measure, state=figure.state, **(numbers if asked else {}))


def _workers_and_owners(jobs: Figure, about: About) -> Iterator[Observation]:
    """The two kinds of jobs apart, whichever of them the rulebook's headline takes in."""
    for measure in ("employees", "persons_employed"):
        told = getattr(jobs, measure)
        if told is not None:
            yield Observation(about, measure, value=told.value, low=told.low, high=told.high, state=jobs.state)
    if jobs.employees is not None:
        yield Observation(about, "owners", value=Fraction(jobs.owners), state=jobs.state)


def _shares(figures: Figures, about: About, method: str, suppress: Suppression | None) -> Iterator[Observation]:
    if figures.rulebook.basis != "units":
        return
    for measure in _SHARED:
        state = getattr(figures, measure).state
        if state != "not asked" and suppress:
            for partner, cell in sorted(figures.suppressed_attribution(measure, method, suppress).items()):
                yield Observation(about, measure, {"partner": partner}, method, state=state, **_shown(cell))
        elif state != "not asked":
            for partner, share in sorted(figures.attribution(measure, method).items()):
                yield Observation(about, measure, {"partner": partner}, method, value=share, state=state)


def _without_what_gives_away(row: Observation, tables: Sequence[Table]) -> Observation:
    """Without its numbers where a table that hides one would be undone: shares come to a total, employees to jobs."""
    measure = row.measure if row.attribution else "jobs"
    told = [table for table in tables if measure in table.totals]
    hidden = [table.totals[measure].status for table in told]
    if row.attribution:
        of_partners = [table for table in told if _OF_PARTNERS & {*table.dimensions}]
        hidden += [line.cells[measure].status for table in of_partners for line in table.rows if measure in line.cells]
    return attrs.evolve(row, value=None, low=None, high=None, status="secondary") if any(hidden) else row


def _cells(figures: Figures, about: About, table: Table) -> Iterator[Observation]:
    scheme = " | ".join(f"{dimension}={name}" for dimension, name in sorted(table.scheme.items()))
    start = Observation(about, "", scheme=scheme)
    for row in table.rows:
        of = dict(zip(table.dimensions, row.values, strict=True))
        yield from _of_one_row(attrs.evolve(start, of=of), row.cells, figures, table)
    yield from _of_one_row(start, table.totals, figures, table)


def _of_one_row(start: Observation, cells: Mapping[str, Cell], figures: Figures, table: Table) -> Iterator[Observation]:
    for measure in table.measures:
        if measure in cells:
            state, additive = getattr(figures, measure).state, table.additive[measure]
            yield attrs.evolve(start, measure=measure, state=state, additive=additive, **_shown(cells[measure]))


def _shown(cell: Cell) -> dict[str, Any]:
    """What a cell may show: never the units behind it, and where it was rounded or taken away not its ends either."""
    ends = {} if cell.status else {"low": cell.low, "high": cell.high}
    return {"value": cell.value, "status": cell.status, **ends}
