"""A table as programs read it: named columns of known types, a key, exact numbers beside the floats.

Every table of a report leaves three times (on the page, as CSV, in SQLite); the last two are made of these.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import attrs

from okoce_core.counting.exports.csv_text import csv_text
from okoce_core.counting.figures import exact
from okoce_core.frames import Kind

__all__ = ["UNKNOWN", "Records", "number"]

UNKNOWN = "_U"
"""In a key, where no value may be missing: unknown. (The code is SDMX's.)"""


@attrs.frozen
class Records:
    """Rows under named columns.

    Attributes:
        name: Of the CSV file and of the table in SQLite. columns: What each holds, in order.
        key: The columns that tell the rows apart. rows: Each with every column; None: unknown, or not published.
    """

    name: str
    columns: Mapping[str, Kind] = attrs.field(hash=False)
    key: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...] = attrs.field(hash=False, repr=False)

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180), safe to open in a spreadsheet."""
        return csv_text(self.rows, self.columns)


def number(name: str, value: Fraction | int | None) -> dict[str, float | str | None]:
    """A number twice: as a float for analysis, and exactly, as a text (``"7/2"``).

    >>> number("value", Fraction(7, 2))
    {'value': 3.5, 'value_exact': '7/2'}
    """
    return {name: None if value is None else float(value), f"{name}_exact": exact(value)}
