"""Facts stated of the rows of a block: each distinct combination of cells makes its fact once."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress
from typing import Any, Generic, TypeVar

import attrs

from okoce_core.intake.mapping.cells import Columns
from okoce_core.intake.mapping.columns import FieldReader, together
from okoce_core.intake.mapping.notes import Memo
from okoce_core.model.facts import Fact
from okoce_core.model.statements import Statements
from okoce_core.values import PartialDate, Rejected
from okoce_core.values.cell import Cell

__all__ = ["NOTHING", "Defaults", "FactReader"]

F = TypeVar("F", bound=Fact)
Build = Callable[[Mapping[str, Any]], "F | None"]
NOTHING = -1


@attrs.frozen
class Defaults:
    """What is true of a whole file: whose it is, the day it describes, the day it came."""

    partner: str
    observed: PartialDate | None = None
    received: PartialDate | None = None

    def seen(self, row: PartialDate | None) -> PartialDate | None:
        """The day a row describes. A row of "2022" in a file that describes 30 September 2022 describes that day."""
        return self.observed if row is None or _encloses(row, self.observed) else row

    def own_day(self, told: PartialDate | None) -> PartialDate | None:
        """The date a row tells of something. "2022" in a file of 30 September 2022 says no more than *by* that day."""
        wide = told is not None and told.day is None and _encloses(told, self.observed)
        return None if wide else told


def _encloses(wide: PartialDate, day: PartialDate | None) -> bool:
    return day is not None and wide.first <= day.first and day.last <= wide.last


class FactReader(Generic[F]):
    """Makes one kind of fact from the cells of a few columns.

    Args:
        fields: The fields the fact needs; those the sheet does not have are unknown, the others its ``fields``.
        build: The fact, from the values by field; None where these cells state none.
    """

    def __init__(
        self, statements: Statements[F], readers: Mapping[str, FieldReader], fields: Iterable[str], build: Build[F]
    ) -> None:
        self._statements = statements
        self._needed = {field: readers[field] for field in fields if field in readers}
        self.fields = tuple(self._needed)
        self._places = tuple(dict.fromkeys(place for reader in self._needed.values() for place in reader.places))
        self._build = build
        self._memo = Memo(lambda cells: self._make(cells if len(self._places) != 1 else (cells,)))

    def _make(self, cells: Sequence[Cell]) -> int:
        of_place = dict(zip(self._places, cells, strict=True))
        return self.fact({field: _value(reader, of_place) for field, reader in self._needed.items()})

    def fact(self, values: Mapping[str, Any]) -> int:
        """The index of the fact that these values by field state, or :data:`NOTHING`."""
        fact = self._build(values)
        return NOTHING if fact is None else self._statements.index(fact)

    def read(self, cells: Columns, count: int) -> list[int]:
        """For each row the index of its fact, or :data:`NOTHING`."""
        if not self._places:
            return [self._memo[()]] * count
        columns = [cells[place] for place in self._places]
        return list(map(self._memo.__getitem__, columns[0] if len(columns) == 1 else zip(*columns, strict=True)))

    def state(
        self, facts: Sequence[int], subjects: Iterable[int], rows: Iterable[int], others: Iterable[int] | None
    ) -> None:
        """State the facts of a block of rows, leaving out the rows that have none."""
        said = self._statements
        told = [fact >= 0 for fact in facts] if NOTHING in facts else None
        before = len(said.fact)
        pairs = (said.fact, facts), (said.subject, subjects), (said.row, rows)
        for column, given in pairs if others is None else (*pairs, (said.other, others)):
            column.fromlist(list(given if told is None else compress(given, told)))
        if others is None:
            said.other += array("q", [-1]) * (len(said.fact) - before)


def _value(reader: FieldReader, of_place: Mapping[int, Cell]) -> Any:
    """What the cells of one row say of a field; refusals are None here, they are noted elsewhere."""
    if reader.lacks:
        return None
    said = [source.parse(source.of_row(of_place)) for source in reader.sources]
    told = together(tuple(None if type(value) is Rejected else value for value in said))
    return told if reader.constant is None else reader.or_constant(told, [of_place[p] for p in reader.places])
