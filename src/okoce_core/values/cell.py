"""A cell as a reader gives it, and the one way to its text."""

from __future__ import annotations

import datetime as dt
from typing import Final

__all__ = ["Cell", "text"]

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

_WIDEST: Final = 10**4000
_TOO_WIDE: Final = "########"  # what a spreadsheet shows for it; CPython refuses to write out over 4,300 digits


def text(cell: Cell) -> str:
    r"""The cell as a person would type it: whole numbers without ``.0``, spaces trimmed, no-break spaces made plain.

    >>> text(812345.0), text(" a\u00a0b "), text(None)
    ('812345', 'a b', '')
    """
    if type(cell) is str:
        return cell.replace("\u00a0", " ").strip() if not cell.isascii() else cell.strip()
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e21:
        return str(int(cell))
    if isinstance(cell, int) and not -_WIDEST < cell < _WIDEST:
        return _TOO_WIDE
    return str(cell)
