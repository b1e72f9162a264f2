"""Rows as CSV for a spreadsheet and for everything else; no library is needed.

Names of partners and rulebooks come from outside, so a text that a spreadsheet would take for a formula gets an
apostrophe. Numbers, which may begin with a minus, get none.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any, Final

from okoce_core.counting.exports.observation import COLUMNS
from okoce_core.frames import Kind

__all__ = ["csv_text"]

_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
"""SOURCE: OWASP, CSV injection; the wide signs count where the keyboard is Japanese or Chinese."""


def csv_text(records: Iterable[Mapping[str, Any]], columns: Mapping[str, Kind] = COLUMNS) -> str:
    """The records as RFC 4180 CSV, headings first; the same records give the same text."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(name, kind, record[name]) for name, kind in columns.items()])
    return page.getvalue()


def _cell(name: str, kind: Kind, value: Any) -> str:
    if value is None:
        return ""
    if kind == "real":
        return str(int(value)) if value.is_integer() else repr(value)
    if kind == "truth":
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not name.endswith("_exact") else text
