"""A sheet of numbers about areas or groups into totals, never into people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from okoce_core.evidence import Ledger
from okoce_core.intake.mapping.asides import Asides
from okoce_core.intake.mapping.columns import FieldReader, Notes, readers
from okoce_core.intake.mapping.facts import Defaults
from okoce_core.intake.mapping.headings import Match
from okoce_core.model.facts import PartnerTotal
from okoce_core.model.recordset import RecordSet
from okoce_core.values import PartialDate
from okoce_core.values.cell import Cell

__all__ = ["take_totals"]


def take_totals(
    found: Match, defaults: Defaults, records: RecordSet, notes: Notes, rows: Iterator[Sequence[Cell]], first: int
) -> Ledger:
    """Add up each measure per day it speaks of, so that a stock told once a year is never summed over the years."""
    fields = readers(found, notes)
    asides = Asides(())
    sums: dict[tuple[str, PartialDate | None], tuple[int, int]] = {}
    ledger = Ledger()
    width = len(found.titles)
    for number, given in zip(count(first), rows):
        row = [*given[:width], *[""] * (width - len(given))]
        kind: str = "skipped" if found.adapter.refused else asides.kind(row)
        if kind == "data":
            kind = "recorded" if _add(row, number, fields, sums, notes) else "rejected"
        ledger += Ledger(**{"seen": 1, kind: 1})
    for (measure, as_of), (value, row_number) in sums.items():
        day = as_of or defaults.observed
        total = PartnerTotal(defaults.partner, measure, value, "rows", day, received=defaults.received)
        records.totals.append((total, row_number))
    return ledger


def _add(
    row: Sequence[Cell], number: int, fields: dict[str, FieldReader], sums: dict[Any, tuple[int, int]], notes: Notes
) -> bool:
    cells = [[cell] for cell in row]
    values = {field: reader.values(cells, [number])[0] for field, reader in fields.items()}
    told = {f.removeprefix("total."): v for f, v in values.items() if f.startswith("total.") and f != "total.as_of"}
    known = {measure: count.low for measure, count in told.items() if count is not None and count.low == count.high}
    for measure in told.keys() - known.keys():
        if told[measure] is not None:
            notes.add("count-format", number, fields[f"total.{measure}"].places[0], "one number", f"total.{measure}")
    for measure, value in known.items():
        key = (measure, values.get("total.as_of"))
        so_far, began = sums.get(key, (0, number))
        sums[key] = (so_far + value, began)
    return bool(known)
