"""Breaking figures down by one dimension or several. *Unknown* is always a row; what cannot add up says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from okoce_core.counting.breakdowns.axes import Axis, Columns, axes_of
from okoce_core.counting.breakdowns.cell import ALL, Cell, Key
from okoce_core.counting.breakdowns.columns.ages import YOUTH, Ages
from okoce_core.counting.breakdowns.dimensions import Dimension, dimension
from okoce_core.counting.breakdowns.table import Note, Table, TableRow
from okoce_core.counting.disclosure.suppression import Suppression, published, suppressed
from okoce_core.counting.standings import Standings
from okoce_core.counting.tally import MEASURES
from okoce_core.misuse import Misuse

__all__ = ["members", "table"]

Counted = Mapping[str, Mapping[Key, Cell]]


def table(
    standings: Standings, dimensions: Sequence[str], *, youth: Ages = YOUTH, suppress: Suppression | None = None
) -> Table:
    """Break figures down.

    Args:
        standings: How everybody stands under a rulebook.
        dimensions: Names of :data:`~okoce_core.counting.DIMENSIONS`; none gives one row of all.
        youth: The ages of youth, first and last, for ``age_group``.
        suppress: Rules of disclosure control; without them every number is as it was counted.

    Raises:
        Misuse: an unknown dimension, a range of ages that is none, or a rulebook that adds up rows.
    """
    asked = tuple(dimension(name, youth) for name in dict.fromkeys(dimensions))
    axes = axes_of(asked)
    columns = Columns(standings, axes)
    counted: Counted = {m: columns.cells(m, margins=suppress is not None) for m in _counted(standings)}
    notes = [*_several(asked, tuple(counted)), *columns.untold(asked, tuple(counted))]
    if suppress:
        return _published(asked, axes, counted, notes, suppress)
    if standings.population.doubts or standings.population.totals:
        notes.append(Note("whole-only", measures=tuple(counted)))
    return _laid_out(asked, axes, counted, notes, Cell())


def members(standings: Standings, measure: str, cell: Mapping[str, str | None], *, youth: Ages = YOUTH) -> set[int]:
    """The people or enterprises that stand in a cell, counted or not, by their numbers.

    Args:
        measure: Whose dimensions are meant. cell: The value of each dimension; None is unknown.

    Raises:
        Misuse: an unknown dimension or measure.
    """
    if measure not in MEASURES:
        raise Misuse("unknown-measure", f"no measure is named {measure!r}", asked=measure, allowed=MEASURES)
    asked = [dimension(name, youth) for name in cell]
    population = standings.population
    people = measure in {"participants", "entrepreneurs"}
    found = set(range(population.people if people else population.enterprises))
    columns = Columns(standings, axes_of(asked))
    for each in asked:
        found &= columns.standing_in(measure, each, cell[each.name])
    return found


def _counted(standings: Standings) -> tuple[str, ...]:
    """The measures this rulebook counts; what it takes as a rate of another is no count."""
    if standings.book.basis == "rows":
        raise Misuse("rows-not-broken-down", f"{standings.book.name} adds up rows; there is nothing to break down")
    if standings.book.entrepreneur is None:
        return MEASURES[:1]
    return MEASURES if standings.book.jobs else MEASURES[:3]


def _several(asked: Sequence[Dimension], measures: Sequence[str]) -> list[Note]:
    overlapping = ((each.name, tuple(m for m in measures if m in each.several)) for each in asked)
    return [Note("several", name, found) for name, found in overlapping if found]


def _published(
    asked: Sequence[Dimension], axes: Sequence[Axis], counted: Counted, notes: Sequence[Note], rules: Suppression
) -> Table:
    levels = [axis.names for axis in axes]
    safe = {measure: suppressed(cells, levels, measure, rules) for measure, cells in counted.items()}
    hidden = tuple(m for m, cells in safe.items() if any(cell.value is None for cell in cells.values()))
    said = [Note("suppressed", measures=hidden)] if hidden else []
    said += [Note("rounded", measures=tuple(safe))] if rules.key else []
    return _laid_out(asked, axes, safe, [*notes, *said], published(Cell(), "", rules, ""))


def _laid_out(
    asked: Sequence[Dimension], axes: Sequence[Axis], counted: Counted, notes: Sequence[Note], nothing: Cell
) -> Table:
    whole: Key = (ALL,) * len(axes)
    not_additive = {m for note in notes if note.code in {"several", "rounded"} for m in note.measures}
    return Table(
        dimensions=tuple(each.name for each in asked),
        measures=tuple(counted),
        rows=_rows(asked, axes, counted, nothing),
        totals={measure: cells.get(whole, nothing) for measure, cells in counted.items()},
        additive={measure: measure not in not_additive for measure in counted},
        notes=tuple(notes),
        scheme={each.name: each.scheme for each in asked},
    )


def _rows(asked: Sequence[Dimension], axes: Sequence[Axis], counted: Counted, nothing: Cell) -> tuple[TableRow, ...]:
    """The innermost cells, a row each, in the order of their values; unknown last."""
    depths = [len(axis.levels) for axis in axes]
    unknown: Key = tuple((None,) * depth for depth in depths)
    keys = {key for cells in counted.values() for key in cells if [*map(len, key)] == depths} | {unknown}
    places = {each.name: {value: n for n, value in enumerate(each.order)} for each in asked}

    def row(key: Key) -> TableRow:
        told: dict[str, str | None] = {}
        for axis, place in zip(axes, key, strict=True):
            told |= axis.values(place)
        values = tuple(told[each.name] for each in asked)
        return TableRow(values, {measure: cells.get(key, nothing) for measure, cells in counted.items()})

    def order(row: TableRow) -> list[tuple[bool, int, str]]:
        told = zip(asked, row.values, strict=True)
        return [(v is None, places[each.name].get(v or "", len(each.order)), v or "") for each, v in told]

    return tuple(sorted(map(row, keys), key=order))
