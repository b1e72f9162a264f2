"""The data rows of a sheet into people, enterprises and the facts about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress
from typing import Any, Final

from okoce_core.adapter import Adapter
from okoce_core.intake.mapping import facts
from okoce_core.intake.mapping.cells import Columns, Kept
from okoce_core.intake.mapping.columns import FieldReader
from okoce_core.intake.mapping.gather import Gathering
from okoce_core.intake.mapping.notes import Notes
from okoce_core.intake.mapping.sorting import IDENTITY
from okoce_core.intake.mapping.stating import Defaults, FactReader
from okoce_core.intake.mapping.workers import Workers
from okoce_core.intake.memberships import row_memberships
from okoce_core.model.entities import Institution, Sector
from okoce_core.model.recordset import SHEET_BITS, RecordSet

__all__ = ["Filing"]

_OF_ENTITIES: Final = ("person.", "enterprise.", "headcount.", "permit")
"""Fields whose values are wanted row by row; those of facts are looked up by distinct cells."""
_PERSON: Final = ("name", "nik", "phones", "email", "born", "sex", "region", "address", "disability")
_ENTERPRISE: Final = ("name", "nib", "npwp", "started", "closed", "brand", "region", "sector")
_MISSING: Final = {
    "person": ("person-missing", "a name, or a NIK, phone number or e-mail"),
    "enterprise": ("enterprise-missing", "a name, or a NIB, NSPP or NPSN"),
}
Values = dict[str, list[Any]]


class Filing:
    """Files rows, each of which tells of one person, or of one enterprise alone.

    Args:
        adapter: Whose rows. readers: Of its columns. defaults: What is true of the whole file.
        records: Where the records go. notes: Where the problems go.
        gathering: The enterprises that several rows tell of; None where each row tells of its own.
    """

    def __init__(
        self, adapter: Adapter, readers: Mapping[str, FieldReader], defaults: Defaults, records: RecordSet,
        notes: Notes, gathering: Gathering | None,
    ) -> None:  # fmt: skip
        self._adapter, self._records, self._notes, self._gathering = adapter, records, notes, gathering
        self._by, self._partner = gathering.by if gathering else "", defaults.partner
        wanted = (*_OF_ENTITIES, "observed") if gathering else _OF_ENTITIES
        self._told = {f: r for f, r in readers.items() if r.notes_refusals or f.startswith(wanted)}
        self._workers = Workers.of(readers)
        self._unheld = [f for f in readers if f.startswith(("applied:", "explained:")) and not f.endswith(".issued")]
        self._participations = facts.participations(records.participations, readers, adapter, defaults)
        self._ownerships = facts.ownerships(records.ownerships, readers, adapter, defaults)
        self._employments = facts.employments(records.employments, readers, adapter, defaults)
        self._nib, *self._permits = facts.permits(records.permits, readers, defaults)
        self._headcounts = facts.headcounts(records.headcounts, readers, adapter, defaults)
        self._heard = {f: readers[f] for reader in self._headcounts for f in reader.fields}
        self._sheet = len(records.sheets) << SHEET_BITS

    def file(self, cells: Columns, numbers: list[int], shared: dict[int, int] | None = None) -> list[bool]:
        """Which of the rows gave a record.

        Args:
            cells: The columns of the sheet. numbers: The row numbers.
            shared: The enterprise of a row that another person of it has already; this one is a further owner.
        """
        values = {field: reader.values(cells, numbers) for field, reader in self._told.items()}
        alive = self._named(values, numbers)
        if not all(alive):
            numbers = list(compress(numbers, alive))
            cells = Kept(cells, alive)
            values = {field: list(compress(column, alive)) for field, column in values.items()}
        if numbers:
            self._note_unheld(values, numbers)
            self._workers.note_open(cells, values, numbers, self._notes)
            self._record(cells, values, numbers, shared)
        return alive

    def _named(self, values: Values, numbers: Sequence[int]) -> list[bool]:
        """Which rows say whom they are about; of the others a problem tells."""
        columns = [values[field] for field in IDENTITY[self._adapter.subject] if field in values]
        alive = list(map(any, zip(*columns, strict=True))) if columns else [False] * len(numbers)
        code, expected = _MISSING[self._adapter.subject]
        for row in compress(numbers, (not a for a in alive)) if not all(alive) else ():
            self._notes.add(code, row, expected=expected)
        return alive

    def _note_unheld(self, values: Values, numbers: Sequence[int]) -> None:
        for field in self._unheld:
            reader = self._told[field]
            for row, value in zip(numbers, values[field], strict=True):
                if value and (field.endswith("permits") or facts.held(value)):
                    self._notes.add("permit-not-held", row, reader.places[0], "a permit that is held", reader.field)

    def _record(self, cells: Columns, values: Values, numbers: list[int], shared: dict[int, int] | None) -> None:
        rows = [self._sheet | number for number in numbers] if self._sheet else numbers
        persons: Sequence[int] | None = None
        if self._adapter.subject == "person":
            persons = self._people(cells, values, rows)
        trading = [True] * len(rows) if persons is None else self._trading(cells, values, len(rows))
        if shared:
            self._join_owners(cells, persons or (), rows, [shared.get(number) for number in numbers])
            trading = [has and number not in shared for has, number in zip(trading, numbers, strict=True)]
        if any(trading):
            owners = None if persons is None else list(compress(persons, trading))
            made = self._enterprises(cells, values, trading, owners, list(compress(rows, trading)))
            if shared is not None:
                shared.update(zip(compress(numbers, trading), made, strict=True))

    def _people(self, cells: Columns, values: Values, rows: Sequence[int]) -> range:
        people = {f: values[f"person.{f}"] for f in _PERSON if f"person.{f}" in values}
        if "phones" in people:
            people["phones"] = [phones or () for phones in people["phones"]]
        if memberships := row_memberships(values, self._partner):
            people["memberships"] = memberships
        first = self._records.people.extend(rows, people)
        persons = range(first, first + len(rows))
        for reader in self._participations:
            reader.state(reader.read(cells, len(rows)), persons, rows, None)
        return persons

    def _trading(self, cells: Columns, values: Values, size: int) -> list[bool]:
        """Which rows have an enterprise: a name, a NIB, a permit, or somebody who works in it. A bare 0 proves none."""
        proofs = [values[f"enterprise.{f}"] for f in ("name", "nib", "nspp", "npsn") if f"enterprise.{f}" in values]
        proofs += [values["permits"]] if "permits" in values else []
        proofs += [[*map(facts.held, values[f])] for f in values if f.startswith("permit.") and f.count(".") == 1]
        proofs += self._workers.proofs(cells, values)
        proofs += [values[self._by]] if self._by in values else []
        return list(map(any, zip(*proofs, strict=True))) if proofs else [False] * size

    def _enterprises(
        self, cells: Columns, values: Values, trading: list[bool], owners: list[int] | None, rows: list[int]
    ) -> Sequence[int]:
        """The enterprises of the rows that have one, with what is said of them."""
        if not all(trading):
            cells = Kept(cells, trading)
        columns = {f: list(compress(column, trading)) for f, column in self._described(values).items()}
        keys = list(compress(values[by], trading)) if (by := self._by) in values else [None] * len(rows)
        enterprises = self._entries(columns, rows, keys)
        if owners is not None:
            self._bind(cells, enterprises, rows, owners)
        if self._gathering:
            told = {f: list(compress(values[f], trading)) for f in self._heard}
            self._gathering.hear(enterprises, rows, cells, told, self._heard)
        said: list[FactReader[Any]] = [*([] if self._gathering else self._headcounts), *self._permits]
        for reader in said:
            self._state(reader, cells, enterprises, rows)
        if held := [nib is not None for nib in columns.get("nib", ())]:
            self._state(self._nib, Kept(cells, held), list(compress(enterprises, held)), list(compress(rows, held)))
        return enterprises

    def _entries(self, columns: Values, rows: Sequence[int], keys: Sequence[Any]) -> Sequence[int]:
        if self._gathering:
            return self._gathering.entries(keys, rows, columns)
        first = self._records.enterprises.extend(rows, columns)
        return range(first, first + len(rows))

    def _bind(self, cells: Columns, enterprises: Sequence[int], rows: Sequence[int], persons: Sequence[int]) -> None:
        """The person of a row owns its enterprise, or works in it."""
        binding: list[FactReader[Any]] = [self._ownerships, *self._employments]
        for reader in binding:
            self._state(reader, cells, enterprises, rows, persons)

    def _join_owners(
        self, cells: Columns, persons: Sequence[int], rows: Sequence[int], enterprises: Sequence[int | None]
    ) -> None:
        """Bind further persons of a row to the enterprise it has already."""
        there = [enterprise is not None for enterprise in enterprises]
        known = [enterprise for enterprise in enterprises if enterprise is not None]
        self._bind(Kept(cells, there), known, list(compress(rows, there)), list(compress(persons, there)))

    def _described(self, values: Values) -> Values:
        columns = {f: values[f"enterprise.{f}"] for f in _ENTERPRISE if f"enterprise.{f}" in values}
        if "sector" in columns:
            scheme = self._adapter.sector_scheme
            columns["sector"] = [Sector(scheme, code) if code else None for code in columns["sector"]]
        for scheme_ in ("NSPP", "NPSN"):
            for field in {f"enterprise.{scheme_.lower()}"} & values.keys():
                columns["institution"] = [Institution(scheme_, n) if n else None for n in values[field]]
        return columns

    def _state(
        self, reader: FactReader[Any], cells: Columns, subjects: Sequence[int], rows: Sequence[int],
        others: Sequence[int] | None = None,
    ) -> None:  # fmt: skip
        if subjects:
            told = reader.read(cells, len(rows))
            if self._gathering and others is None:
                told = self._gathering.once(told, subjects)
            reader.state(told, subjects, rows, others)

    def close(self) -> None:
        """State what only all rows together say: the workers of gathered enterprises."""
        if self._gathering:
            self._gathering.state(self._headcounts, self._heard)
