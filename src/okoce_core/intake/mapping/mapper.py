"""One sheet of a known form into records, block by block: every row ends in the ledger, every refusal at its cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, islice
from typing import Any

from okoce_core.evidence import Ledger
from okoce_core.intake.mapping import facts
from okoce_core.intake.mapping.asides import Asides
from okoce_core.intake.mapping.columns import Notes, readers
from okoce_core.intake.mapping.facts import Defaults, FactReader
from okoce_core.intake.mapping.headings import Match
from okoce_core.model.entities import Institution, Sector
from okoce_core.model.recordset import SHEET_BITS, RecordSet
from okoce_core.values.cell import Cell, text

__all__ = ["Mapper"]

BLOCK = 16384
"""Rows mapped at a time: enough for columns to pay, few enough to keep a sheet out of memory."""

Rows = list[Sequence[Cell]]
_NO_NAME_BEGINS = frozenset(" \t\u00a0(-.0123456789")
"""What no name begins with, but a blank cell or a column number does."""
_OF_ENTITIES = ("person.", "enterprise.", "headcount.", "permits")
"""Fields whose values are wanted row by row; those of facts are looked up by distinct cells."""
IDENTITY = ("person.name", "person.nik", "person.phones", "person.email")
PERSON = ("name", "nik", "phones", "email", "born", "sex", "region", "address", "disability")
ENTERPRISE = ("name", "nib", "npwp", "started", "closed", "region", "sector")


class Mapper:
    """Maps the rows of one sheet into a record set.

    Args:
        found: The adapter and where its columns are. defaults: What is true of the whole file.
        records: Where the records go. notes: Where the problems go.
    """

    def __init__(self, found: Match, defaults: Defaults, records: RecordSet, notes: Notes) -> None:
        self._found, self._records, self._notes = found, records, notes
        self._width = len(found.titles)
        self._readers = readers(found, notes)
        self._told = {f: r for f, r in self._readers.items() if r.notes_refusals or f.startswith(_OF_ENTITIES)}
        identity = [p for f in IDENTITY if f in self._readers for p in self._readers[f].places]
        self._asides = Asides(identity)
        self._names = self._readers["person.name"].places if "person.name" in self._readers else ()
        self._others = [p for p in identity if p not in self._names]
        self._name_titles = {found.titles[place] for place in self._names} if found.header >= 0 else set()
        adapter = found.adapter
        self._participations = facts.participations(records.participations, self._readers, adapter, defaults)
        self._ownerships = facts.ownerships(records.ownerships, self._readers, defaults)
        self._nib, *self._permits = facts.permits(records.permits, self._readers, defaults)
        self._headcounts = facts.headcounts(records.headcounts, self._readers, adapter, defaults)
        self._scheme = adapter.sector_scheme
        self._ledger = Counter[str]()
        self._sheet = len(records.sheets) << SHEET_BITS
        records.sheets.append(notes.sheet)

    def take(self, rows: Iterator[Sequence[Cell]], first: int) -> Ledger:
        """Map all rows of the sheet; ``first`` is the number of the first one. Gives the ledger of these rows."""
        numbers = count(first)
        while block := list(islice(rows, BLOCK)):
            self._ledger["seen"] += len(block)
            self._block(block, list(islice(numbers, len(block))))
        return Ledger(**self._ledger)

    def _block(self, block: Rows, numbers: list[int]) -> None:
        block = self._squared(block, numbers)
        cells: Sequence[Sequence[Cell]] = list(zip(*block, strict=True))
        if (kept := self._kept(block, cells)) is not None:
            numbers = list(compress(numbers, kept))
            cells = [list(compress(column, kept)) for column in cells]
        if not numbers:
            return
        values = {field: reader.values(cells, numbers) for field, reader in self._told.items()}
        named = [values[field] for field in IDENTITY if field in values]
        alive = list(map(any, zip(*named, strict=True)))
        if not all(alive):
            for row in compress(numbers, (not a for a in alive)):
                self._notes.add("person-missing", row, expected="a name, or a NIK, phone number or e-mail")
            self._ledger["rejected"] += len(alive) - sum(alive)
            numbers = list(compress(numbers, alive))
            cells = [list(compress(column, alive)) for column in cells]
            values = {field: list(compress(column, alive)) for field, column in values.items()}
        self._ledger["recorded"] += len(numbers)
        self._record(cells, values, numbers)

    def _squared(self, block: Rows, numbers: Sequence[int]) -> Rows:
        """Rows of one width: short ones filled up, cells beyond the last heading noted if they say something."""
        width = self._width
        if set(map(len, block)) == {width}:
            return block
        return [row if len(row) == width else self._square(row, n) for row, n in zip(block, numbers, strict=True)]

    def _square(self, row: Sequence[Cell], number: int) -> Sequence[Cell]:
        width = self._width
        if any(text(cell) for cell in row[width:]):
            self._notes.add("row-ragged", number, expected=f"{width} cells")
        return [*row[:width], *[""] * (width - len(row))]

    def _kept(self, block: Rows, cells: Sequence[Sequence[Cell]]) -> list[bool] | None:
        """Which rows of the block are data, not blank rows, totals, notes, signatures, repeated headers; None: all."""
        kept = [True] * len(block)
        before = -1
        for i in self._doubtful(cells, len(block)):
            row = block[i]
            if i > before + 1:
                self._asides.data_went_on()
            before = i
            kind = "skipped" if self._repeats_the_header(row) else self._asides.kind(row)
            if kind != "data":
                kept[i] = False
                self._ledger[kind] += 1
        return None if all(kept) else kept

    def _doubtful(self, cells: Sequence[Sequence[Cell]], size: int) -> Iterable[int]:
        """The rows that name nobody for certain: no name, or nothing beside it; and those that repeat a title."""
        names = [cells[p] for p in self._names]
        others = [cells[p] for p in self._others]
        identified = map(any, zip(*others, strict=True)) if others else [False] * size
        called = map(any, zip(*names, strict=True)) if names else [True] * size
        weak = [i for i, (a, b) in enumerate(zip(called, identified, strict=True)) if not (a and b)]
        for column in names:
            weak += [i for i, name in enumerate(column) if type(name) is not str or name[:1] in _NO_NAME_BEGINS]
            if not self._name_titles.isdisjoint(column):
                weak += [i for i, name in enumerate(column) if name in self._name_titles]
        return sorted(set(weak))

    def _repeats_the_header(self, row: Sequence[Cell]) -> bool:
        return self._found.header >= 0 and sum(row[p] == self._found.titles[p] for _, p in self._found.found) > 1

    def _record(self, cells: Sequence[Sequence[Cell]], values: dict[str, list[Any]], numbers: list[int]) -> None:
        records, size = self._records, len(numbers)
        if self._sheet:
            numbers = [self._sheet | number for number in numbers]
        people = {f: values[f"person.{f}"] for f in PERSON if f"person.{f}" in values}
        if "phones" in people:
            people["phones"] = [phones or () for phones in people["phones"]]
        first = records.people.extend(numbers, people)
        persons = range(first, first + size)
        for reader in self._participations:
            reader.state(reader.read(cells, size), persons, numbers, None)
        trading = self._trading(values, size)
        if any(trading):
            kept = cells if all(trading) else [list(compress(column, trading)) for column in cells]
            self._enterprises(kept, values, trading, list(compress(persons, trading)), list(compress(numbers, trading)))

    def _trading(self, values: dict[str, list[Any]], size: int) -> list[bool]:
        """Which rows have an enterprise: a name, a NIB, a permit, or somebody who works in it. A bare 0 proves none."""
        proofs = [values[f"enterprise.{f}"] for f in ("name", "nib", "nspp", "npsn") if f"enterprise.{f}" in values]
        proofs += [values["permits"]] if "permits" in values else []
        for field, column in values.items():
            if field.startswith("headcount.") and field != "headcount.date":
                proofs.append([c is not None and c.high > 0 for c in column])
        return list(map(any, zip(*proofs, strict=True))) if proofs else [False] * size

    def _enterprises(
        self,
        cells: Sequence[Sequence[Cell]],
        values: dict[str, list[Any]],
        trading: list[bool],
        owners: list[int],
        rows: list[int],
    ) -> None:
        records, size = self._records, len(rows)
        columns = {f: list(compress(column, trading)) for f, column in self._described(values).items()}
        first = records.enterprises.extend(rows, columns)
        enterprises = range(first, first + size)
        for reader, others in ((self._ownerships, owners), (self._headcounts, None)):
            self._state(reader, cells, enterprises, rows, others)
        for permit in self._permits:
            self._state(permit, cells, enterprises, rows, None)
        if held := [nib is not None for nib in columns.get("nib", ())]:
            numbered = [list(compress(column, held)) for column in cells]
            self._state(self._nib, numbered, list(compress(enterprises, held)), list(compress(rows, held)), None)

    def _described(self, values: dict[str, list[Any]]) -> dict[str, list[Any]]:
        columns = {f: values[f"enterprise.{f}"] for f in ENTERPRISE if f"enterprise.{f}" in values}
        if "sector" in columns:
            columns["sector"] = [Sector(self._scheme, code) if code else None for code in columns["sector"]]
        for scheme in ("NSPP", "NPSN"):
            for field in {f"enterprise.{scheme.lower()}"} & values.keys():
                columns["institution"] = [Institution(scheme, n) if n else None for n in values[field]]
        return columns

    @staticmethod
    def _state(
        reader: FactReader[Any], cells: Sequence[Sequence[Cell]], subjects: Sequence[int], rows: Sequence[int],
        others: Sequence[int] | None,
    ) -> None:  # fmt: skip
        reader.state(reader.read(cells, len(rows)), subjects, rows, others)
