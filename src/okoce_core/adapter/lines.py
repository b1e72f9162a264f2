"""On which line of a TOML text a key stands: the standard parser gives values and no lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

__all__ = ["line_of"]

_TABLE: Final = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY: Final = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_.-]+)\s*=")


def line_of(text: str, table: str, number: int, key: str) -> int:
    """The line of a key, from 1; of its table where the key has none of its own, else the first.

    Args:
        text: The TOML. table: Its table, "" for the top. number: Which of an array of tables, from 1. key: The key,
            or at the top a table that should not be there.
    """
    here, seen, nearest = ("", 1), Counter[str](), _inline(text, table, number)
    for line, written in enumerate(text.splitlines(), 1):
        if found := _TABLE.match(written):
            seen[found[2]] += 1
            here = (found[2], seen[found[2]])
            nearest = line if here in {(table, number), (key, 1)} and nearest == 1 else nearest
        elif said := _KEY.match(written):
            name = said[1].strip("\"'")
            if (here == (table, number) and name == key) or (here == ("", 1) and table and name == f"{table}.{key}"):
                return line
    return nearest


def _inline(text: str, table: str, number: int) -> int:
    """The line of a table that is written as ``{ … }``, or in a list of such; 1 where it is not."""
    began = re.search(rf"^\s*{re.escape(table)}\s*=", text, re.MULTILINE) if table else None
    if began is None:
        return 1
    depth, opened, last = 0, 0, began.end()
    for at in range(began.end(), len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if text[at] == "{" and depth == 1 and opened < number:
            opened, last = opened + 1, at
    return text.count("\n", 0, last) + 1
