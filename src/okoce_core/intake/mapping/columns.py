"""Columns of cells into columns of values: each distinct cell is parsed once, and what is refused is noted in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs

from okoce_core.adapter import FIELDS, Adapter, Column, Parser
from okoce_core.intake.mapping.notes import Memo, Notes
from okoce_core.intake.mapping.placing import Found
from okoce_core.values import Rejected, number
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.number import Count

__all__ = ["FieldReader", "Source", "readers", "together"]

_NEARLY_UNIQUE: Final = frozenset(
    {
        "person.name",
        "person.nik",
        "person.phones",
        "person.email",
        "person.address",
        "enterprise.name",
        "enterprise.nib",
    }
)
"""Fields whose cells hardly ever repeat: remembering them would cost memory and save nothing."""


@attrs.frozen
class Source:
    """One column, or several read as one text, that feeds a field.

    Attributes:
        column: What the adapter says of it. places: Where it is.
        notes: Whether its refusals are noted here; of a column that feeds several fields in the same way only one of
            its readers does.
        parse: One cell into a value. read: A column of cells into values.
    """

    column: Column
    places: tuple[int, ...]
    notes: bool
    parse: Callable[[Cell], Any] = attrs.field(repr=False)
    read: Callable[[Sequence[Cell]], list[Any]] = attrs.field(repr=False)

    def cells(self, columns: Sequence[Sequence[Cell]]) -> Sequence[Cell]:
        """Its cells out of those of a whole sheet."""
        if len(self.places) == 1:
            return columns[self.places[0]]
        return [self.joined(cells) for cells in zip(*(columns[place] for place in self.places), strict=True)]

    def joined_in(self, of_place: Mapping[int, Cell]) -> Cell:
        """Its cell out of those of one row."""
        if len(self.places) == 1:
            return of_place[self.places[0]]
        return self.joined([of_place[place] for place in self.places])

    def joined(self, cells: Sequence[Cell]) -> Cell:
        """Several cells as one text; those that say nothing are left out."""
        return self.column.between.join(text(cell) for cell in cells if not says_nothing(cell))


class FieldReader:
    """Reads the cells of the columns that feed one field of the model.

    Several columns may feed one field: the first that says something wins, phone numbers and counts are put together.

    Attributes:
        places: The columns. constant: What holds where none of them says anything.
        lacks: Whether a column that is added to these is not in the sheet: the sum is then unknown, never smaller.
        notes_refusals: Whether any refusal is noted by this reader.
    """

    def __init__(
        self, field: str, sources: Sequence[Source], notes: Notes, constant: Any = None, *, lacks: bool = False
    ) -> None:
        self.field = field
        self.sources = tuple(sources)
        self.places = tuple(place for source in sources for place in source.places)
        self.notes_refusals = any(source.notes for source in sources)
        self.constant, self.lacks = constant, lacks
        self._notes = notes

    def values(self, cells: Sequence[Sequence[Cell]], rows: Sequence[int]) -> list[Any]:
        """The values of this field, one a row; None where the cell says nothing or could not be read."""
        columns = [self._settle(source.read(source.cells(cells)), source, rows) for source in self.sources]
        if self.lacks:
            return [None] * len(rows)
        told = columns[0] if len(columns) == 1 else [together(given) for given in zip(*columns, strict=True)]
        if self.constant is None:
            return told
        if not self.places:
            return [self.constant] * len(rows)
        said = zip(*(cells[place] for place in self.places), strict=True)
        return [self.or_constant(value, row) for value, row in zip(told, said, strict=True)]

    def or_constant(self, value: Any, cells: Sequence[Cell]) -> Any:
        """The value, or what holds in every row where the cells say nothing; one that is refused stays unknown."""
        return self.constant if value is None and all(map(says_nothing, cells)) else value

    def _settle(self, values: list[Any], source: Source, rows: Sequence[int]) -> list[Any]:
        if Rejected in map(type, values):
            for i, value in enumerate(values):
                if type(value) is Rejected:
                    values[i] = None
                    if source.notes:
                        self._notes.add(value.code, rows[i], source.places[0], value.expected, self.field)
        return values


@attrs.frozen
class _Guarded:
    """An adapter's own parser, which may fail: that costs the cell, and says so. Equal ones share a memo."""

    parse: Parser

    def __call__(self, cell: Cell) -> object:
        try:
            return self.parse(cell)
        except Exception as failure:
            return Rejected("adapter-failed", f"an adapter whose parser does not raise {type(failure).__name__}")


def _plain(parse: Parser) -> Callable[[Sequence[Cell]], list[Any]]:
    return lambda cells: [None if cell == "" else parse(cell) for cell in cells]


def _remembered(memo: Memo) -> Callable[[Sequence[Cell]], list[Any]]:
    return lambda cells: list(map(memo.__getitem__, cells))


def together(given: tuple[Any, ...]) -> Any:
    """What several columns say of one field: numbers add up, phone numbers join, of anything else the first counts."""
    said = [value for value in given if value is not None]
    if not said:
        return None
    if isinstance(said[0], tuple):
        return tuple(dict.fromkeys(item for value in said for item in value))
    if isinstance(said[0], Count):
        whole = len(said) == len(given)  # a part that is not known makes the sum unknown, never smaller
        return Count(sum(c.low for c in said), sum(c.high for c in said)) if whole else None
    return said[0]


def readers(found: Sequence[Found], adapter: Adapter, notes: Notes) -> dict[str, FieldReader]:
    """A reader for every field that the columns of a sheet feed.

    Numbers of several days in one row have a reader for each: ``headcount.total@2021``. Permits that are not held are
    read apart, as ``applied:permit.NIB``.
    """
    feeds: dict[str, list[tuple[Column, tuple[int, ...]]]] = {}
    for column, places in found:
        for field in column.to:
            feeds.setdefault(_key(column, field), []).append((column, places))
    noted: set[tuple[int, Any]] = set()
    constants = {field: FIELDS[field](said) for field, said in adapter.constants}
    made = {}
    for key in dict.fromkeys([*feeds, *constants]):
        field = key.partition("@")[0].rpartition(":")[2]
        sources = [_source(column, field, places, notes, noted) for column, places in feeds.get(key, ())]
        declared = [column for column in adapter.columns if key in {_key(column, to) for to in column.to}]
        lacks = FIELDS[field] is number.parse and 0 < len(sources) < len(declared)
        made[key] = FieldReader(field, sources, notes, constants.get(key), lacks=lacks)
    return made


def _key(column: Column, field: str) -> str:
    if column.grade != "held" and field.startswith("permit"):
        return f"{column.grade}:{field}"
    return f"{field}@{column.moment}" if column.moment else field


def _source(column: Column, field: str, places: tuple[int, ...], notes: Notes, noted: set[tuple[int, Any]]) -> Source:
    reading = column.reading(field)
    own = column.parse is not None or reading is not FIELDS[field]
    parse: Parser = _Guarded(reading) if own else reading
    remembered = notes.memo(parse)
    same = (places[0], (column.parse, column.take, column.lookup))
    first = same not in noted
    noted.add(same)
    if field in _NEARLY_UNIQUE:
        return Source(column, places, first, parse, _plain(parse))
    return Source(column, places, first, remembered.__getitem__, _remembered(remembered))
