"""Columns of cells into columns of values: each distinct cell is parsed once, and what is refused is noted in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from okoce_core.adapter import FIELDS, Adapter, Column
from okoce_core.intake.mapping.cells import Columns
from okoce_core.intake.mapping.notes import Notes
from okoce_core.intake.mapping.placing import Found
from okoce_core.intake.mapping.sources import Source, source
from okoce_core.values import Rejected, number
from okoce_core.values.cell import Cell
from okoce_core.values.missing import says_nothing
from okoce_core.values.number import Count

__all__ = ["FieldReader", "readers", "together"]


class FieldReader:
    """Reads the cells of the columns that feed one field of the model.

    Several columns may feed one field: the first that says something wins; phone and membership numbers are put
    together, and so are counts.

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

    def values(self, cells: Columns, rows: Sequence[int]) -> list[Any]:
        """The values of this field, one a row; None where the cell says nothing or could not be read."""
        columns = [self._settle(of.read(of.cells(cells)), of, rows) for of in self.sources]
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

    def parts(self, cells: Columns) -> list[tuple[Any, ...]]:
        """What each of its columns says in each row, where they are added; a refusal is None."""
        columns = (of.read(of.cells(cells)) for of in self.sources)
        return list(zip(*([None if type(v) is Rejected else v for v in column] for column in columns), strict=True))

    def _settle(self, values: list[Any], of: Source, rows: Sequence[int]) -> list[Any]:
        kinds, i = list(map(type, values)), -1
        for _ in range(kinds.count(Rejected)):
            i = kinds.index(Rejected, i + 1)
            value, values[i] = values[i], None
            if of.notes:
                self._notes.add(value.code, rows[i], of.places[0], value.expected, self.field)
        return values


def together(given: tuple[Any, ...]) -> Any:
    """What several columns say of one field: counts add up, a person's numbers join, of all else the first counts."""
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
        sources = [source(column, field, places, notes, noted) for column, places in feeds.get(key, ())]
        declared = [column for column in adapter.columns if key in {_key(column, to) for to in column.to}]
        lacks = FIELDS[field] is number.parse and 0 < len(sources) < len(declared)
        made[key] = FieldReader(field, sources, notes, constants.get(key), lacks=lacks)
    return made


def _key(column: Column, field: str) -> str:
    if column.grade != "held" and field.startswith("permit"):
        return f"{column.grade}:{field}"
    return f"{field}@{column.moment}" if column.moment else field
