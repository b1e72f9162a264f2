"""What reading gives: for each file its records, its ledger and its problems; nothing is raised and nothing dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final, Literal

import attrs

from okoce_core.evidence import AllProblems, Ledger, Problems, Source, Trail
from okoce_core.frames import Kind, Records
from okoce_core.model.entities import Partner
from okoce_core.model.recordset import RecordSet
from okoce_core.shown import Shown
from okoce_core.values import PartialDate

__all__ = ["FileReading", "Reading", "State"]

State = Literal["read", "repeated", "not readable"]


@attrs.define(repr=False)
class FileReading(Shown):
    """One file read.

    Attributes:
        source: Which bytes. state: *read*; *repeated* where the same bytes came before; *not readable*.
        partner: Whose file it is, by the form that was recognised or by the manifest; None where neither says.
        adapter: What read it; None where nothing did.
        sender: The partner as the manifest names it; None where it names none, so that ``partner`` is the form's.
        observed, received: The day the manifest says the file describes, and the day it came.
    """

    source: Source
    state: State
    problems: Problems = attrs.field(repr=False)
    partner: Partner | None = None
    adapter: str | None = None
    sender: str | None = None
    observed: PartialDate | None = None
    received: PartialDate | None = None
    ledger: Ledger = attrs.field(factory=Ledger)
    records: RecordSet = attrs.field(factory=RecordSet, repr=False)

    def __repr__(self) -> str:
        rows = f": {self.ledger}" if self.state == "read" else ""
        return f"<FileReading {self.source.name!r}, {self.state}{rows}, problems on {len(self.problems)} rows>"

    def trail(self, row: int) -> Trail:
        """The trail of a row of these records, as their ``row`` columns number it."""
        return Trail(self.records.place(self.source.name, row), self.source.sha256, self.adapter)


@attrs.define(repr=False)
class Reading(Shown):
    """All that was read in one go.

    Attributes:
        files: In order of their names. awaited: The partners of files that the manifest names and that are not there.
    """

    files: tuple[FileReading, ...] = ()
    awaited: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"<Reading of {len(self.files)} files: {self.ledger}, problems on {len(self.problems)} rows>"

    @property
    def ledger(self) -> Ledger:
        """The ledgers of all files added up."""
        return sum((file.ledger for file in self.files), Ledger())

    @property
    def ledgers(self) -> Records:
        """The ledger of each file, as a table: what became of it and of its rows."""
        return Records(_LEDGERS, [_ledger_row(file) for file in self.files])

    @property
    def problems(self) -> AllProblems:
        """Every problem, file by file."""
        return AllProblems(tuple(file.problems for file in self.files))

    @property
    def readable(self) -> bool:
        """Whether anything at all could be read."""
        return any(file.state == "read" for file in self.files)

    @property
    def inputs(self) -> str:
        """A hash of what was read: the bytes of each file once, with what the manifest says of it; order is nothing."""
        told = {
            (
                f.source.sha256,
                f.partner.id if f.partner else "",
                f.adapter or "",
                str(f.observed or ""),
                str(f.received or ""),
            )
            for f in self.files
            if f.state != "repeated"
        }
        return hashlib.sha256("\n".join("|".join(t) for t in sorted(told)).encode()).hexdigest()


_LEDGERS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("file", "state", "partner", "adapter", "observed", "received"), "text"),
    **dict.fromkeys((*attrs.fields_dict(Ledger), "problems"), "whole"),
}


def _ledger_row(file: FileReading) -> tuple[str | int | None, ...]:
    days = (str(day) if day else None for day in (file.observed, file.received))
    partner = file.partner.id if file.partner else None
    return file.source.name, file.state, partner, file.adapter, *days, *attrs.astuple(file.ledger), len(file.problems)
