"""On which line of a TOML text a key stands: the standard parser gives values and no lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

__all__ = ["line_of"]

_TABLE: Final = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY: Final = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)\s*=")


def line_of(text: str, table: str, number: int, key: str) -> int:
    """The line of a key, from 1; of its table where the key has none of its own, else the first.

    Args:
        text: The TOML. table: Its table, "" for the top. number: Which of an array of tables, from 1. key: The key.
    """
    here, seen, nearest = ("", 1), Counter[str](), _inline(text, table, number)
    for line, written in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(written):
            seen[found[2]] += 1
            here = (found[2], seen[found[2]])
            nearest = line if here == (table, number) else nearest
        elif here == (table, number) and (said := _KEY.match(written)) and said[1].strip("\"'") == key:
            return line
    return nearest


def _inline(text: str, table: str, number: int) -> int:
    """The line of a table that is written as ``{ … }`` in a list, one a line; 1 where it is not."""
    began = re.search(rf"^\s*{re.escape(table)}\s*=", text, re.MULTILINE) if table else None
    if began is None:
        return 1
    opened = [found.start() for found in re.finditer(r"\{", text[began.end() :])][:number]
    return text.count("\n", 0, began.end() + (opened[-1] if opened else 0)) + 1
