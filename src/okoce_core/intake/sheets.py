"""The sheets of one file: each is asked of every adapter, and mapped by the one that knows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count, islice

import attrs

from okoce_core.adapter import Adapter, Parser
from okoce_core.evidence import Ledger
from okoce_core.intake.manifest import Entry
from okoce_core.intake.mapping.drift import header_row, note_the_header
from okoce_core.intake.mapping.headings import HEADER_DEPTH, Match, matches, nearest
from okoce_core.intake.mapping.mapper import Mapper
from okoce_core.intake.mapping.notes import Memo, Notes
from okoce_core.intake.mapping.stating import Defaults
from okoce_core.intake.mapping.totals import take_totals
from okoce_core.intake.outcome import FileReading
from okoce_core.intake.reading.sheet import Sheet
from okoce_core.model.entities import Partner
from okoce_core.model.recordset import RecordSet
from okoce_core.values.cell import Cell, text

__all__ = ["Sheets"]


@attrs.define
class Sheets:
    """Takes the sheets of a file into its reading.

    Attributes:
        reading: Where everything goes. adapters: Those that are asked. entry: What the manifest says of the file.
        memos: What parsers answered before, in this or another file. named: Whether the caller named the adapter.
    """

    reading: FileReading
    adapters: tuple[Adapter, ...]
    entry: Entry
    memos: dict[Parser, Memo] = attrs.field(repr=False)
    named: bool = False
    _too_few: bool = attrs.field(default=False, init=False)

    def take(self, sheets: Sequence[Sheet]) -> None:
        """Map the sheets that one adapter knows; of the others say why not."""
        problems, unknown = self.reading.problems, []
        for sheet in sheets:
            head = list(islice(sheet.rows, HEADER_DEPTH)) if sheet.keys is None else []
            known = matches(self.adapters, head, sheet.keys, sheet=sheet.name, named=self.named)
            if len(known) > 1:
                names = ", ".join(m.adapter.name for m in known)
                problems.add("two-adapters", sheet=sheet.name, expected=f"one adapter; {names} all know this form")
            elif known:
                self._map(sheet, head, known[0])
            elif any(text(cell) for row in head for cell in row) or sheet.keys:
                unknown.append((sheet.name, nearest(self.adapters, head, sheet.keys)))
        for name, near in unknown:
            problems.add("sheet-unread" if self.reading.adapter else "no-adapter", sheet=name, expected=near)
        if not unknown and not self.reading.adapter and not len(problems):
            problems.add("no-rows", expected="a table with a header row")
        if self._too_few:
            self._withdraw()

    def _withdraw(self) -> None:
        """A file with far too few rows is a broken export: nothing of it counts."""
        reading, of, told = self.reading, self.reading.ledger, self.reading.records
        reading.records = RecordSet(sheets=told.sheets, rows=told.rows)
        reading.state = "not readable"
        reading.ledger = attrs.evolve(of, recorded=0, rejected=of.rejected + of.recorded)

    def _map(self, sheet: Sheet, head: list[Sequence[Cell]], found: Match) -> None:
        reading, entry, adapter = self.reading, self.entry, found.adapter
        partner = adapter.partner if entry.partner is None else Partner(entry.partner, None, adapter.partner.kind)
        notes = Notes(reading.problems, sheet.name, sheet.keys is None, self.memos)
        note_the_header(found, notes)
        reading.ledger += _ledger_above(head[: found.header + 1])
        defaults = Defaults(partner.id, entry.observed, entry.received)
        rows = chain(head[found.header + 1 :], sheet.rows)
        ledger = self._body(found, defaults, notes, rows)
        reading.ledger += ledger
        _note_dates_in_doubt(found, notes)
        reading.records.partners[partner.id] = partner
        reading.state, reading.partner, reading.adapter = "read", partner, adapter.name
        self._too_few |= _is_too_small(found, ledger, notes)

    def _body(self, found: Match, defaults: Defaults, notes: Notes, rows: Iterator[Sequence[Cell]]) -> Ledger:
        """Map the rows below the header."""
        records, numbers = self.reading.records, count(found.header + 2)
        if found.adapter.is_aggregate:
            ledger = take_totals(found, defaults, records, notes, rows, numbers)
        else:
            ledger = Mapper(found, defaults, records, notes).take(rows, numbers)
        if found.adapter.refused:
            notes.add("aggregate-refused", expected=found.adapter.refused)
        elif ledger.recorded + ledger.rejected == 0:
            notes.add("no-rows", expected="rows below the header")
        return ledger


def _is_too_small(found: Match, ledger: Ledger, notes: Notes) -> bool:
    """Whether there are fewer rows than the form's partner ever sends; that, or that there are more, is noted."""
    expect, rows = found.adapter.expect, ledger.recorded + ledger.rejected
    if rows < expect.min:
        notes.add("too-few-rows", expected=f"at least {expect.min} rows")
    elif expect.max is not None and rows > expect.max:
        notes.add("too-many-rows", expected=f"at most {expect.max} rows")
    return rows < expect.min


def _ledger_above(rows: Sequence[Sequence[Cell]]) -> Ledger:
    """Titles, blank rows and the header itself."""
    blank = sum(not any(text(cell) for cell in row) for row in rows)
    return Ledger(len(rows), 0, 0, blank, len(rows) - blank)


def _note_dates_in_doubt(found: Match, notes: Notes) -> None:
    """A column with one date month first may have others that do not show it."""
    for sheet, column in notes.problems.columns("date-month-first"):
        if sheet == notes.sheet:
            notes.add("date-doubt", header_row(found), column - 1, "the day before the month throughout")
