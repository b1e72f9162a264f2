"""A sheet of numbers about areas or groups into totals, never into people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from okoce_core.evidence import Ledger
from okoce_core.intake.mapping.asides import Asides
from okoce_core.intake.mapping.columns import FieldReader, readers
from okoce_core.intake.mapping.headings import Match
from okoce_core.intake.mapping.notes import Notes
from okoce_core.intake.mapping.sorting import LeavingOut, skips
from okoce_core.intake.mapping.stating import Defaults
from okoce_core.model.facts import PartnerTotal
from okoce_core.model.recordset import SHEET_BITS, RecordSet
from okoce_core.values import PartialDate, Rejected
from okoce_core.values.cell import Cell
from okoce_core.values.missing import says_nothing
from okoce_core.values.number import Count

__all__ = ["take_totals"]


Sums = dict[tuple[str, str, PartialDate | None], tuple[int, int]]
"""The sum of each measure, series and day, with the row that it was first met in."""


def take_totals(
    found: Match, defaults: Defaults, records: RecordSet, notes: Notes, rows: Iterator[Sequence[Cell]],
    numbers: Iterator[int],
) -> Ledger:  # fmt: skip
    """Add up each measure per day it speaks of, so that a stock told once a year is never summed over the years."""
    fields = readers(found.found, found.adapter, notes)
    left_out, asides, sums = skips(found, defaults), Asides(()), Sums()
    ledger, width = Ledger(), len(found.titles)
    sheet = len(records.sheets) << SHEET_BITS
    for number, given in zip(numbers, rows, strict=False):
        row = [*given[:width], *[""] * (width - len(given))]
        kind = "skipped" if found.adapter.refused else _sorted(row, number, fields, asides, left_out, notes)
        if kind == "data":
            kind = "recorded" if _add(row, number, fields, sums, notes) else "rejected"
        ledger += Ledger(**{"seen": 1, kind: 1})
        if kind in {"recorded", "rejected"}:
            records.rows.append(sheet | number)
    records.sheets.append(notes.sheet)
    for (measure, _, as_of), (value, row_number) in sums.items():
        day = as_of or defaults.observed
        total = PartnerTotal(defaults.partner, measure, value, "rows", day, received=defaults.received)
        records.totals.append((total, sheet | row_number))
    return ledger


def _sorted(
    row: Sequence[Cell], number: int, fields: Mapping[str, FieldReader], asides: Asides,
    left_out: Sequence[LeavingOut], notes: Notes,
) -> str:  # fmt: skip
    """What a row is. One that is kept by name is data though it reads "Jumlah …": it is no sum of the rows above."""
    kind = asides.kind(row, tells=_tells(row, fields))
    answers = [(skip.place, skip.out(row[skip.place])) for skip in left_out]
    out = [place for place, answer in answers if answer is True]
    if kind == "skipped":
        return "data" if not out and any(skip.keeps for skip in left_out) else "skipped"
    if kind == "data" and out:
        notes.add("rows-left-out", number, out[0])
        return "skipped"
    for place, answer in answers if kind == "data" else ():
        if isinstance(answer, Rejected):
            notes.add(answer.code, number, place, answer.expected, "skip")
    return kind


def _add(row: Sequence[Cell], number: int, fields: dict[str, FieldReader], sums: Sums, notes: Notes) -> bool:
    cells = [[cell] for cell in row]
    values = {field: reader.values(cells, [number])[0] for field, reader in fields.items()}
    recorded, day = False, values.get("total.as_of")
    if day is None and "total.as_of" in fields and not all(says_nothing(row[p]) for p in fields["total.as_of"].places):
        return False  # its day cannot be read, as a problem tells; the number belongs to no other
    for field, told in values.items():
        measure, _, moment = field.removeprefix("total.").partition("@")
        if not field.startswith("total.") or measure == "as_of":
            continue
        if told is None:
            _note_unknown(row, number, fields[field], notes)
            continue
        if told.low != told.high:
            notes.add("count-format", number, fields[field].places[0], "one number", f"total.{measure}")
            continue
        at = fields[field].sources[0].column.at
        key = (measure, moment, PartialDate.from_iso(at) if at else day)
        so_far, began = sums.get(key, (0, number))
        sums[key], recorded = (so_far + told.low, began), True
    return recorded


def _tells(row: Sequence[Cell], fields: Mapping[str, FieldReader]) -> bool:
    """Whether a cell of a number can be read."""
    told = (s.parse(s.of_row(row)) for f, r in fields.items() if f != "total.as_of" for s in r.sources)
    return any(type(value) is Count for value in told)


def _note_unknown(row: Sequence[Cell], number: int, reader: FieldReader, notes: Notes) -> None:
    """A number that is not there: the total is without it. What cannot be read is noted already."""
    if blank := [place for place in reader.places if says_nothing(row[place])]:
        notes.add("count-missing", number, blank[0], "a number", reader.field)
