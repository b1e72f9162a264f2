"""Several rows of a sheet that tell of one enterprise, such as one a project, into one entry of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any, Final

import attrs

from okoce_core.intake.mapping.cells import Columns
from okoce_core.intake.mapping.columns import FieldReader, together
from okoce_core.intake.mapping.notes import Notes
from okoce_core.intake.mapping.stating import NOTHING, FactReader
from okoce_core.model.facts import Headcount
from okoce_core.model.recordset import SHEET_BITS, Enterprises
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing

__all__ = ["Gathering"]

Workers = dict[str, Any]
"""What one row says of the workers of its enterprise, by field."""
_AGREE: Final = "the same number, of the same day, in every row of one and the same; the sum is unknown"


@attrs.frozen
class Gathering:
    """The enterprises of one sheet: rows with the same value of a field are of one.

    Each row is read, sorted and noted like any other; only what it says goes to the enterprise that is there already.

    Attributes:
        by: The field that says which rows belong together; a row where it is not known is of an enterprise alone.
        distinct: The column that tells the rows themselves apart; -1 where none does.
    """

    by: str
    distinct: int
    _roll: Enterprises = attrs.field(repr=False)
    _notes: Notes = attrs.field(repr=False)
    _of_key: dict[Any, int] = attrs.field(factory=dict, init=False, repr=False)
    _workers: dict[int, dict[int | str, tuple[int, Workers]]] = attrs.field(factory=dict, init=False, repr=False)
    _stated: set[tuple[int, int]] = attrs.field(factory=set, init=False, repr=False)

    def entries(self, keys: Sequence[Any], rows: Sequence[int], columns: Mapping[str, list[Any]]) -> list[int]:
        """The enterprise of each row; of each field the first row that says something of it counts."""
        first, new, entries = len(self._roll), list[int](), list[int]()
        for place, key in enumerate(keys):
            begun = first + len(new)
            entry = begun if key is None else self._of_key.setdefault(key, begun)
            if entry == begun:
                new.append(place)
            entries.append(entry)
        told = {field: [column[place] for place in new] for field, column in columns.items()}
        self._roll.extend([rows[place] for place in new], told)
        for place, entry in enumerate(entries):
            if self._roll.row[entry] != rows[place]:
                self._roll.again[rows[place]] = entry
                self._fill(entry, {field: column[place] for field, column in columns.items()})
        return entries

    def _fill(self, entry: int, said: Mapping[str, Any]) -> None:
        for field, value in said.items():
            if self._roll.columns[field][entry] is None:
                self._roll.columns[field][entry] = value

    def once(self, facts: Sequence[int], entries: Sequence[int]) -> list[int]:
        """The facts of rows, without those that another row of the same enterprise stated in the same words."""
        kept = []
        for fact, entry in zip(facts, entries, strict=True):
            kept.append(NOTHING if (fact, entry) in self._stated else fact)
            self._stated.add((fact, entry))
        return kept

    def hear(
        self, entries: Iterable[int], rows: Iterable[int], cells: Columns, values: Mapping[str, Any],
        readers: Mapping[str, FieldReader],
    ) -> None:  # fmt: skip
        """Keep what rows say of workers; two that cannot be told apart are one, and what they differ in is unknown."""
        ids: Iterable[Cell] = cells[self.distinct] if self.distinct >= 0 else repeat(None)
        told = zip(*(values[field] for field in readers), strict=True)
        for entry, row, identity, said in zip(entries, rows, ids, told, strict=False):
            one: int | str = row if says_nothing(identity) else text(identity)
            workers = dict(zip(readers, said, strict=True))
            first, before = self._workers.setdefault(entry, {}).setdefault(one, (row, workers))
            unlike = [field for field, value in workers.items() if value != before[field]]
            if unlike:
                self._workers[entry][one] = first, before | dict.fromkeys(unlike)
                self._note(row, readers[unlike[0]])

    def state(self, headcounts: Sequence[FactReader[Headcount]], readers: Mapping[str, FieldReader]) -> None:
        """State the workers of every enterprise once, when all its rows were heard."""
        summed = {entry: self._sum(list(of.values()), readers) for entry, of in self._workers.items()}
        for reader in headcounts:
            facts = [reader.fact(workers) for workers in summed.values()]
            reader.state(facts, summed, [self._roll.row[entry] for entry in summed], None)

    def _sum(self, told: Sequence[tuple[int, Workers]], readers: Mapping[str, FieldReader]) -> Workers:
        """The sum of each number; nothing where one of them is unknown, or is of another day."""
        sums: Workers = {}
        for field, reader in readers.items():
            values = tuple(workers[field] for _, workers in told)
            sums[field] = together(values) if _adds(field) else values[0]
            other = next((row for row, workers in told if workers[field] != values[0]), None)
            if other is not None and not _adds(field):
                self._note(other, reader)
                return {}
        return sums

    def _note(self, row: int, reader: FieldReader) -> None:
        self._notes.add("record-conflict", row % (1 << SHEET_BITS), reader.places[0], _AGREE, reader.field)


def _adds(field: str) -> bool:
    return field.startswith("headcount.") and not field.startswith("headcount.date")
