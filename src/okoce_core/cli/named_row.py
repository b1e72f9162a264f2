"""A row as it is named on the command line: FILE:ROW or FILE:SHEET:ROW, where file names may hold colons too."""

from __future__ import annotations

from collections.abc import Collection

from okoce_core.identity.entries import Named
from okoce_core.misuse import Misuse

__all__ = ["named_row"]


def named_row(given: str, files: Collection[str]) -> Named:
    """The row that is meant.

    Raises:
        Misuse: none of the files is named, or no row.
    """
    head, _, row = given.rpartition(":")
    for file in files if row.isdecimal() else ():
        if head == file:
            return file, int(row)
        if head.startswith(f"{file}:"):
            return file, head.removeprefix(f"{file}:"), int(row)
    raise Misuse("no-such-unit", f"no row is named {given!r}", asked=given)
