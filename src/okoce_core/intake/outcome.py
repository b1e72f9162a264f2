"""What reading gives: for each file its records, its ledger and its problems; nothing is raised and nothing dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

import attrs

from okoce_core.evidence import Ledger, Problem, Problems, Source, Trail
from okoce_core.model.entities import Partner
from okoce_core.model.recordset import RecordSet
from okoce_core.values import PartialDate

__all__ = ["FileReading", "Reading"]

State = Literal["read", "repeated", "not readable"]


@attrs.define
class FileReading:
    """One file read.

    Attributes:
        source: Which bytes. state: *read*; *repeated* where the same bytes came before; *not readable*.
        partner, adapter: Whose form it is and what read it; None where nothing did.
        sender: The partner the manifest names, also where nothing could be read; None where it names none.
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

    def trail(self, row: int) -> Trail:
        """The trail of a row of these records, as their ``row`` columns number it."""
        return Trail(self.records.place(self.source.name, row), self.source.sha256, self.adapter)


@attrs.define
class Reading:
    """All that was read in one go. ``files`` are in order of their names."""

    files: tuple[FileReading, ...] = ()

    @property
    def ledger(self) -> Ledger:
        """The ledgers of all files added up."""
        return sum((file.ledger for file in self.files), Ledger())

    @property
    def problems(self) -> Iterator[Problem]:
        """Every problem, file by file."""
        return (problem for file in self.files for problem in file.problems)

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
