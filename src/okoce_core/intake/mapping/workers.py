"""What rows tell of workers: whether anybody works there at all, and what they leave open beside a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, Final

import attrs

from okoce_core.intake.mapping.cells import Columns
from okoce_core.intake.mapping.columns import FieldReader
from okoce_core.intake.mapping.notes import Notes
from okoce_core.values.missing import says_nothing

__all__ = ["Workers"]

_DATE: Final = "headcount.date"

Values = Mapping[str, Sequence[Any]]


@attrs.frozen
class Workers:
    """The readers of a form that tell of workers: of numbers, and of the days that series of numbers have."""

    _numbers: dict[str, FieldReader]
    _days: dict[str, FieldReader]

    @classmethod
    def of(cls, readers: Mapping[str, FieldReader]) -> Workers:
        """Out of all readers of a form."""
        numbers = {f: r for f, r in readers.items() if f.startswith("headcount.") and not f.startswith(_DATE)}
        return cls(numbers, {f: r for f, r in readers.items() if f.startswith(f"{_DATE}@")})

    def proofs(self, cells: Columns, values: Values) -> Iterator[list[bool]]:
        """For each number in which rows somebody works; where parts are added a known one above 0 is enough."""
        for field, reader in self._numbers.items():
            if _is_of_parts(reader):
                yield [any(c is not None and c.high > 0 for c in parts) for parts in reader.parts(cells)]
            else:
                yield [c is not None and c.high > 0 for c in values[field]]

    def note_open(self, cells: Columns, values: Values, rows: Sequence[int], notes: Notes) -> None:
        """Note what is blank beside a number: another part of the sum, or the day of the series."""
        for reader in filter(_is_of_parts, self._numbers.values()):
            told = [any(part is not None for part in parts) for parts in reader.parts(cells)]
            for source in reader.sources:
                for row in _blank(source.places, cells, rows, told):
                    notes.add("count-missing", row, source.places[0], "a number", reader.field)
        for field, reader in self._days.items():
            series = field.removeprefix(_DATE)
            numbers = [values[f] for f in self._numbers if f.endswith(series)]
            told = [any(n is not None for n in of_row) for of_row in zip(*numbers, strict=True)]
            for row in _blank(reader.places, cells, rows, told) if numbers else ():
                notes.add("undated", row, reader.places[0], "the day its number is of", reader.field)


def _is_of_parts(reader: FieldReader) -> bool:
    return reader.lacks or len(reader.sources) > 1


def _blank(places: Sequence[int], cells: Columns, rows: Sequence[int], told: Sequence[bool]) -> Iterator[int]:
    """Of the rows in which something is told those whose cells here say nothing."""
    silent = [all(map(says_nothing, of_row)) for of_row in zip(*(cells[p] for p in places), strict=True)]
    return compress(rows, (t and s for t, s in zip(told, silent, strict=True)))
