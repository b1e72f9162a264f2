"""One sheet of a known form into records, block by block: every row ends in the ledger, every refusal at its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, islice
from typing import Final

from okoce_core.evidence import Ledger
from okoce_core.intake.mapping.cells import Columns, Kept
from okoce_core.intake.mapping.columns import readers
from okoce_core.intake.mapping.filing import Filing
from okoce_core.intake.mapping.gather import Gathering
from okoce_core.intake.mapping.headings import Match
from okoce_core.intake.mapping.notes import Notes
from okoce_core.intake.mapping.sorting import Sorting
from okoce_core.intake.mapping.stating import Defaults
from okoce_core.model.recordset import SHEET_BITS, RecordSet
from okoce_core.values.cell import Cell
from okoce_core.values.missing import says_nothing

__all__ = ["Mapper"]

BLOCK: Final = 16384
"""Rows mapped at a time: enough for columns to pay, few enough to keep a sheet out of memory."""


class Mapper:
    """Maps the rows of one sheet into a record set.

    Args:
        found: The adapter and where its columns are. defaults: What is true of the whole file.
        records: Where the records go. notes: Where the problems go.
    """

    def __init__(self, found: Match, defaults: Defaults, records: RecordSet, notes: Notes) -> None:
        self._ledger = Counter[str]()
        adapter, several = found.adapter, [readers(columns, found.adapter, notes) for columns in found.persons]
        by, distinct = adapter.gather.by if adapter.gather else "", found.distinct
        gathering = Gathering(by, distinct, records.enterprises, notes) if by else None
        self._sorting = Sorting(found, several, defaults, self._ledger, notes)
        self._filings = [Filing(adapter, of_one, defaults, records, notes, gathering) for of_one in several]
        self._own = _own_places(found)
        self._rows, self._sheet = records.rows, len(records.sheets) << SHEET_BITS
        records.sheets.append(notes.sheet)

    def take(self, rows: Iterator[Sequence[Cell]], numbers: Iterator[int]) -> Ledger:
        """Map all rows of the sheet; ``numbers`` are those of the rows. Gives the ledger of these rows."""
        while block := list(islice(rows, BLOCK)):
            self._ledger["seen"] += len(block)
            cells, kept = self._sorting.data(block, list(islice(numbers, len(block))))
            if kept:
                self._rows.fromlist([self._sheet | row for row in kept] if self._sheet else kept)
                recorded = self._file(cells, kept)
                self._ledger["recorded"] += recorded
                self._ledger["rejected"] += len(kept) - recorded
        self._filings[0].close()
        return Ledger(**self._ledger)

    def _file(self, cells: Columns, numbers: list[int]) -> int:
        """How many of the rows gave a record.

        Of several persons in a row each is filed that is named, all with one enterprise; a row that names nobody is
        asked for its first person, and refused.
        """
        if len(self._filings) == 1:
            return sum(self._filings[0].file(cells, numbers))
        there = [self._told(cells, places, len(numbers)) for places in self._own]
        there[0] = [own or not any(rest) for own, *rest in zip(*there, strict=True)]
        recorded, enterprises = set[int](), dict[int, int]()
        for filing, told in zip(self._filings, there, strict=True):
            rows = list(compress(numbers, told))
            alive = filing.file(Kept(cells, told), rows, enterprises)
            recorded.update(compress(rows, alive))
        return len(recorded)

    @staticmethod
    def _told(cells: Columns, places: Sequence[int], size: int) -> list[bool]:
        columns = [[not says_nothing(cell) for cell in cells[place]] for place in places]
        return list(map(any, zip(*columns, strict=True))) if columns else [False] * size


def _own_places(found: Match) -> list[list[int]]:
    """Of each person the places of the columns that are his alone."""
    every = [{place for _, places in columns for place in places} for columns in found.persons]
    shared = set.intersection(*every) if len(every) > 1 else set[int]()
    return [sorted(places - shared) for places in every]
