"""JSON Lines to rows: one object a line, record n being line n; a line that is none costs itself.

okoce-records, the library's own JSON Lines, are only recognised here; their lines are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from okoce_core.evidence.problem import Problems
from okoce_core.intake.reading.json_table import load, sheet_of
from okoce_core.intake.reading.sheet import Opened

__all__ = ["RECORDS_FORMAT", "lines_table", "open_json_lines"]

RECORDS_FORMAT: Final = "okoce-records/"
"""How the format of the library's own JSON Lines begins."""

_FIRST_LINE: Final = re.compile(r"\s*(?P<first>\S[^\n]*)(?P<rest>\s*\S)?")
_HEADER_LENGTH: Final = 4096


def open_json_lines(document: str, problems: Problems, *, alone: bool) -> Opened | None:
    """JSON Lines, or okoce-records; None where the first line is no object, and so the text something else.

    Args:
        document: The text.
        problems: Where lines that are no object are noted, with their number.
        alone: Whether an object in a single line is JSON Lines too, and not a JSON document.
    """
    line = _FIRST_LINE.match(document)
    if line is None or (line["rest"] is None and not alone and len(line["first"]) > _HEADER_LENGTH):
        return None
    first = _object(line["first"])
    if first is not None and first.get("type") == "header" and str(first.get("format")).startswith(RECORDS_FORMAT):
        return Opened("records")
    if first is None or (line["rest"] is None and not alone):
        return None
    return lines_table(document, problems)


def lines_table(document: str, problems: Problems) -> Opened:
    """The one table of JSON Lines, record n being line n; a line that is no object is an empty row and a problem."""
    lines = document.rstrip().split("\n")
    return Opened("jsonl", [sheet_of("", list(_line_records(lines, problems)), ())])


def _line_records(lines: Iterable[str], problems: Problems) -> Iterator[dict[str, Any] | None]:
    for number, line in enumerate(lines, 1):
        record = _object(line)
        if record is None and line.strip():
            problems.add("record-syntax", row=number, expected="one JSON object in a line")
        yield record


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = load(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
