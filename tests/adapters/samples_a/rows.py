"""Rows of a sample, what their partner means by each, and both written down: the file, and okoce-records/1.

Nothing here imports okoce: what a row says is written by hand beside it.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import xlsxwriter

Said = dict[str, Any]
"""What a row says: ``people``, ``enterprise`` (None: it has none), ``date``, ``observed``, ``permits``, ``jobs``."""
Row = tuple[Sequence[Any], Said | None]


def row(*cells: Any, says: Said | None = None) -> Row:
    """One row of a sheet, and what it says; None: it is no data, or is left out."""
    return cells, says


def one(person: Said, enterprise: Said | None = None, year: str = "", date: str = "", **more: Any) -> Said:
    """What a row of one person says; ``year`` is the date of the participation and the day the row describes."""
    said = {"people": [person], "enterprise": enterprise, "date": date or year, "observed": year, **more}
    return {key: value for key, value in said.items() if value not in ("", None)}


def as_csv(rows: Sequence[Row], delimiter: str = ",", mark: str = "") -> bytes:
    """The rows as CSV, each as wide as the widest."""
    width = max(len(cells) for cells, _ in rows)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([*cells, *[""] * (width - len(cells))] for cells, _ in rows)
    return (mark + out.getvalue()).encode()


def as_xlsx(rows: Sequence[Row], sheet: str) -> bytes:
    """The rows as a workbook of one sheet."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": dt.datetime(2022, 10, 1)})  # noqa: DTZ001 - no clock: the same bytes every time
    page, day = book.add_worksheet(sheet), book.add_format({"num_format": "dd/mm/yyyy"})
    for number, (cells, _) in enumerate(rows):
        for place, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                page.write_datetime(number, place, cell, day)
            elif isinstance(cell, str):
                page.write_string(number, place, cell)
            elif cell is not None:
                page.write_number(number, place, cell)
    book.close()
    return out.getvalue()


def as_json(rows: Sequence[Row], wrap: Callable[[list[Any]], Any] = lambda records: records) -> bytes:
    """The records as JSON."""
    return (json.dumps(wrap([cells[0] for cells, _ in rows]), ensure_ascii=False, indent=1) + "\n").encode()


def expected(rows: Sequence[Row], partner: Said, place: Said) -> Iterator[Said]:
    """What the rows say, as okoce-records/1: ids by row, an enterprise owned by all the people of its row."""
    yield {"type": "header", "format": "okoce-records/1", "ids": "local"}
    yield {"type": "partner", **partner}
    for number, (_, says) in enumerate(rows, 1):
        if says is not None:
            for line in _facts(number, says, partner["id"]):
                yield {**line, "place": {**place, "row": number}}


def _facts(number: int, says: Said, partner: str) -> Iterator[Said]:
    seen = {"observed": says["observed"]} if "observed" in says else {}
    business = f"e{number}"
    if "enterprise" in says:
        yield {"type": "enterprise", "id": business, **says["enterprise"]}
    for place, person in enumerate(says.get("people", ())):
        who = f"p{number}.{place}"
        yield {"type": "person", "id": who, **person}
        date = {"date": says["date"]} if "date" in says else {}
        stage = says.get("stage", "registered")
        yield {"type": "participation", "partner": partner, "person": who, **date, "stage": stage, **seen}
        if "enterprise" in says and says.get("owns", True):  # who represents an institution owns nothing of it
            yield {"type": "ownership", "enterprise": business, "person": who, **seen}
    for kind in says.get("permits", ()):
        yield {"type": "permit", "enterprise": business, "kind": kind, **seen}
    if "jobs" in says:
        yield {"type": "headcount", "partner": partner, "enterprise": business, **says["jobs"], **seen}
