"""One column, or several read as one text, into values: what a cell is before it is the value of a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from okoce_core.adapter import FIELDS, Column, Parser
from okoce_core.intake.mapping.cells import Columns
from okoce_core.intake.mapping.notes import Memo, Notes
from okoce_core.values import Rejected
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing

__all__ = ["Source", "needs_every_part", "source"]

_NEARLY_UNIQUE: Final = frozenset(
    {
        "person.name",
        "person.nik",
        "person.phones",
        "person.email",
        "person.nisn",
        "person.membership",
        "person.address",
        "enterprise.name",
        "enterprise.nib",
    }
)
"""Fields whose cells hardly ever repeat: remembering them would cost memory and save nothing."""
_OF_WORDS: Final = frozenset(
    {"person.name", "person.region", "person.address", "enterprise.name", "enterprise.region", "permits"}
)
"""Fields that say something without one of the parts they are joined from."""
_GAP: Final = Rejected("cell-shape", "every part from the first that is filled: day, month and year")


def needs_every_part(field: str) -> bool:
    """Whether a field that is joined from several columns is another thing without one of them, as a date is."""
    return field not in _OF_WORDS and (not field.startswith("permit.") or field.endswith(".issued"))


@attrs.frozen
class Source:
    """One column, or several read as one text, that feeds a field.

    Attributes:
        column: What the adapter says of it. places: Where it is.
        notes: Whether its refusals are noted here; of a column that feeds several fields in the same way only one of
            its readers does.
        parse: One cell into a value; where it joins several, their cells. read: A column of cells into values.
    """

    column: Column
    places: tuple[int, ...]
    notes: bool
    parse: Callable[[Any], Any] = attrs.field(repr=False)
    read: Callable[[Sequence[Any]], list[Any]] = attrs.field(repr=False)

    def cells(self, columns: Columns) -> Sequence[Any]:
        """What it parses out of the cells of a whole sheet."""
        if not self.column.join:
            return columns[self.places[0]]
        return list(zip(*(columns[place] for place in self.places), strict=True))

    def of_row(self, of_place: Mapping[int, Cell] | Sequence[Cell]) -> Any:
        """What it parses out of the cells of one row."""
        return tuple(of_place[p] for p in self.places) if self.column.join else of_place[self.places[0]]


@attrs.frozen
class _Guarded:
    """An adapter's own parser, which may fail or try to end the program: that costs the cell, and says so.

    Equal ones share a memo.
    """

    parse: Parser

    def __call__(self, cell: Cell) -> object:
        try:
            return self.parse(cell)
        except KeyboardInterrupt:
            raise
        except BaseException as failure:
            return Rejected("adapter-failed", f"an adapter whose parser does not raise {type(failure).__name__}")


@attrs.frozen
class _Joining:
    """Several cells as one text; those that say nothing are left out.

    Of a date only leading parts may be: "12, , 1990" is no month of 1990, ", , 1990" is that year.
    """

    parse: Parser
    between: str
    whole: bool

    def __call__(self, cells: Sequence[Cell]) -> object:
        said = [not says_nothing(cell) for cell in cells]
        if not any(said):
            return None
        if self.whole and not all(said[said.index(True) :]):
            return _GAP
        return self.parse(self.between.join(text(cell) for cell, told in zip(cells, said, strict=True) if told))


def source(column: Column, field: str, places: tuple[int, ...], notes: Notes, noted: set[tuple[int, Any]]) -> Source:
    """A column as a source of a field; ``noted`` are the columns, with how they are read, whose refusals are noted."""
    reading = column.reading(field)
    own = column.parse is not None or reading is not FIELDS[field]
    parse: Callable[[Any], object] = _Guarded(reading) if own else reading
    if column.join:
        parse = _Joining(parse, column.between, needs_every_part(field))
    remembered = notes.memo(parse)
    same = (places[0], (column.parse, column.take, column.lookup))
    first = same not in noted
    noted.add(same)
    if field in _NEARLY_UNIQUE:
        return Source(column, places, first, parse, _plain(parse))
    return Source(column, places, first, remembered.__getitem__, _remembered(remembered))


def _plain(parse: Parser) -> Callable[[Sequence[Cell]], list[Any]]:
    return lambda cells: [None if cell == "" else parse(cell) for cell in cells]


def _remembered(memo: Memo) -> Callable[[Sequence[Cell]], list[Any]]:
    return lambda cells: list(map(memo.__getitem__, cells))
