"""Partner files made to measure: the form of any adapter, filled with people who do not exist.

NIKs have province 99 and a serial from 9000 on, telephone numbers begin 0800-1.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

import okoce_core as okoce
from okoce_core.adapter import Adapter, Column
from okoce_core.evidence import Problem
from okoce_core.plugins import Registry

__all__ = [
    "AGGREGATES", "FORMS", "GARBAGE", "REGISTRY", "as_csv", "as_json", "as_xlsx", "cells", "expanded", "form",
    "headings",
    "jsonl", "names", "place_of", "read", "row", "table",
]  # fmt: skip

REGISTRY = Registry.discover()
FORMS = (
    "csr/binaan", "hipmi/anggota", "jakpreneur/tahapan", "kampus/mahasiswa", "pesantren/santri", "tda/anggota",
)  # fmt: skip
"""Ordinary forms, a row a person; what holds of every form that ships is the conformance kit's to say."""
AGGREGATES = ("opendata-jabar/kategori", "opendata-jabar/proyeksi", "opendata-tangsel/kecamatan")

_FIRST = (
    "Anindya",
    "Bagas",
    "Citra",
    "Damar",
    "Endang",
    "Farhan",
    "Galuh",
    "Hesti",
    "Indra",
    "Jelita",
    "Kirana",
    "Laras",
)
_LAST = ("Contohwati", "Ujianto", "Rekaan", "Karangan", "Misalnya")

GARBAGE: Mapping[str, str] = {
    "person.name": "12345",
    "person.nik": "bukan angka",
    "person.phones": "tanpa nomor",
    "person.email": "tanpa alamat",
    "person.born": "entah kapan",
    "person.sex": "Q",
    "person.region": "Negeri Antah Berantah",
    "enterprise.nib": "sedang diurus",
    "headcount.total": "banyak sekali",
    "date": "entah kapan",
    **{f"stage.{stage}": "entah kapan" for stage in (
        "registered", "trained", "mentored", "licensed", "marketed", "reported", "financed")},
}  # fmt: skip
"""By field, a cell that its parser refuses. Fields taken as written (names of businesses) are not here."""


def form(name: str) -> Adapter:
    """The adapter of that name."""
    return REGISTRY.get(name)


def names(number: int) -> str:
    """The name of the ``number``-th person; no two below 60 share the whole of it."""
    return f"{_FIRST[number % len(_FIRST)]} {_LAST[number // len(_FIRST) % len(_LAST)]}"


def cells(number: int) -> dict[str, str]:
    """What a form may ask of the ``number``-th person, by field. NIK, birth date and sex agree; nothing is shared."""
    day, month, year, woman = number % 28 + 1, number % 12 + 1, 1970 + number % 30, number % 2 == 0
    return {
        "person.name": names(number),
        "person.nik": f"990101{day + 40 * woman:02d}{month:02d}{year % 100:02d}{9000 + number:04d}",
        "person.phones": f"0800100{number:04d}",
        "person.email": f"orang{number}@example.com",
        "person.born": f"{day:02d}-{month:02d}-{year}",
        "person.sex": "P" if woman else "L",
        "person.region": "Kota Bogor",
        "enterprise.name": f"Kedai Rekaan {number}",
        "enterprise.nib": f"91200000{number:05d}",
        "headcount.total": str(number % 7 + 1),
        "date": "2021",
        **{f"stage.{stage}": "2021-03-01" for stage in (
            "registered", "trained", "mentored", "licensed", "marketed", "reported", "financed")},
        "total.context": str(number + 1),
        "total.as_of": "2021",
    }  # fmt: skip


def headings(adapter: Adapter) -> list[str]:
    """The headings of a form: one that is left unread first (a running number, mostly), then all that are read."""
    return [*adapter.ignore[:1], *(column.heads[0] for column in adapter.columns), *adapter.ignore[1:]]


def place_of(adapter: Adapter, field: str) -> int | None:
    """The 0-based place of the column that feeds ``field`` in :func:`headings`."""
    return next((i + bool(adapter.ignore) for i, c in enumerate(adapter.columns) if field in c.to), None)


def row(adapter: Adapter, said: Mapping[str, str]) -> list[str]:
    """One row of a form; fields that are not in ``said`` are blank."""
    told = [_cell(adapter, column, said) for column in adapter.columns]
    return [*[""] * len(adapter.ignore[:1]), *told, *[""] * len(adapter.ignore[1:])]


def _cell(adapter: Adapter, column: Column, said: Mapping[str, str]) -> str:
    cell = said.get(column.to[0], "") if column.to else "Rekaan"
    # A cell of place and date without either a comma or a digit is a place alone, and nothing is wrong with it.
    place_too = adapter.name == "pesantren/santri" and column.to[0] == "person.born" and cell
    return f"Bogor, {cell}" if place_too else cell


def table(adapter: Adapter, people: Iterable[Mapping[str, str]]) -> list[list[str]]:
    """The header row and a row a person."""
    return [headings(adapter), *(row(adapter, said) for said in people)]


def as_csv(rows: Iterable[Sequence[Any]], delimiter: str = ",") -> bytes:
    """Rows as a partner's CSV."""
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return written.getvalue().encode()


def as_xlsx(sheets: Mapping[str, Iterable[Sequence[Any]]]) -> bytes:
    """Sheets of rows as a workbook; every text stays a text."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(
        packed, {"in_memory": True, "strings_to_numbers": False, "strings_to_urls": False}
    ) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, cells_ in enumerate(rows):
                for place, cell in enumerate(cells_):
                    if cell != "":
                        sheet.write(number, place, cell)
    return packed.getvalue()


def as_json(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Rows as a JSON array; a dotted heading is a key inside an object."""
    records = []
    for cells_ in rows:
        record: dict[str, Any] = {}
        for head, cell in zip(heads, cells_, strict=True):
            outer, _, inner = head.partition(".")
            if inner:
                record.setdefault(outer, {})[inner] = cell
            else:
                record[outer] = cell
        records.append(record)
    return json.dumps(records).encode()


def jsonl(*lines: Mapping[str, Any] | str, ids: str = "local") -> bytes:
    """Canonical records: the header, then the lines given as objects or as they stand."""
    header = {"type": "header", "format": "okoce-records/1", "ids": ids}
    texts = [line if isinstance(line, str) else json.dumps(line) for line in (header, *lines)]
    return "".join(f"{text}\n" for text in texts).encode()


def read(*inputs: Any, **options: Any) -> okoce.Reading:
    """:func:`okoce_core.read` with the built-in adapters, found once for all tests."""
    return okoce.read(*inputs, registry=options.pop("registry", REGISTRY), **options)


def expanded(problems: Iterable[Problem]) -> list[tuple[str, str, int | None, str | None, str]]:
    """Each problem once a row: code, sheet, row, cell as a spreadsheet names it (None outside one), field."""
    told = []
    for problem in problems:
        place = problem.place
        for below in range(problem.count):
            at = None if place.row is None else place.row + below
            letters = place.cell.rstrip("0123456789") if place.cell else None
            told.append((problem.code, place.sheet, at, f"{letters}{at}" if letters else None, problem.field))
    return sorted(told, key=lambda one: (one[1], one[2] or 0, one[3] or "", one[0], one[4]))
