"""JSON Lines to rows: one object a line, record n being line n; a line that is none costs itself.

okoce-records, the library's own JSON Lines, are only recognised here; their lines are read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from okoce_core.evidence.problem import Problems
from okoce_core.intake.reading.json_table import load, sheet_of
from okoce_core.intake.reading.limits import Limits
from okoce_core.intake.reading.sheet import Opened

__all__ = ["RECORDS_FORMAT", "begins_records", "lines_table", "open_json_lines"]

RECORDS_FORMAT: Final = "okoce-records/"
"""How the format of the library's own JSON Lines begins."""

_FIRST_LINE: Final = re.compile(r"\s*(?P<first>\S[^\n]*)(?P<rest>\s*\S)?")


def begins_records(begins: str) -> bool:
    """Whether a text that begins so is okoce-records."""
    line = _FIRST_LINE.match(begins)
    first = _object(line["first"]) if line else None
    return first is not None and first.get("type") == "header" and str(first.get("format")).startswith(RECORDS_FORMAT)


def open_json_lines(document: str, problems: Problems, limits: Limits, *, alone: bool) -> Opened | None:
    """JSON Lines; None where the first line is no object, and so the text something else.

    Args:
        document: The text.
        problems: Where lines that are no object are noted, with their number.
        limits: How large the table may be.
        alone: Whether an object in a single line is JSON Lines too, and not a JSON document.
    """
    line = _FIRST_LINE.match(document)
    if line is None or (line["rest"] is None and not alone) or _object(line["first"]) is None:
        return None
    return lines_table(document, problems, limits)


def lines_table(document: str, problems: Problems, limits: Limits) -> Opened:
    """The one table of JSON Lines, record n being line n; a line that is no object is an empty row and a problem."""
    lines = document.rstrip().split("\n")
    return Opened("jsonl", [sheet_of("", list(_line_records(lines, problems)), (), limits)])


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
