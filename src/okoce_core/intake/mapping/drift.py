"""What changed in a form since it was last looked at: columns that are missing, new, or there twice.

Which of the new columns may be a missing one is proposed and never decided: ``nama_usaha`` holds the person in one
register and the business in the next.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

from okoce_core.adapter import Column
from okoce_core.intake.mapping.headings import Match, fold
from okoce_core.intake.mapping.notes import Notes
from okoce_core.intake.mapping.synonyms import propose, trap

__all__ = ["header_row", "note_the_header"]

_ALIKE: Final = 0.75
"""From here on two headings are one misspelt, or written out."""


def header_row(found: Match) -> int:
    """The number of the row that the headings stand in; 0 in JSON, whose keys are the header."""
    return found.header + 1


def note_the_header(found: Match, notes: Notes) -> None:
    """Note the columns that are missing, new or unread, there twice, and which may be another renamed."""
    row = header_row(found)
    there = {heading for column, _ in found.found for heading in column.heads or column.join}
    parts = [c for c, places in found.found if c.join and len(places) < len(c.join)]
    missing = [c for c in found.adapter.columns if not {*(c.heads or c.join)} & there and "{}" not in c.title]
    known = {*map(fold, found.adapter.seen)}
    for column in (*missing, *parts):
        notes.add("column-missing", row, expected=f"a column {column.title!r}")
    for skip, place in zip(found.adapter.skip, found.skips, strict=True):
        if place < 0:
            notes.add("column-missing", row, expected=f"a column {skip.heads[0]!r}")
    if found.adapter.gather and found.distinct < 0:
        notes.add("column-missing", row, expected=f"a column {found.adapter.gather.distinct!r}")
    for place in found.unread:
        heading = fold(found.titles[place])
        if meant := next((column for column in missing if _may_be(heading, column)), None):
            notes.add("column-renamed", row, place, f"a column {meant.title!r}, if that is what it is")
        else:
            notes.add("column-new" if known and heading not in known else "column-unread", row, place)
    for place in found.repeated:
        notes.add("column-repeated", row, place)


def _may_be(heading: str, column: Column) -> bool:
    """Whether a heading may be a column's under another name: alike in writing, or by what the field is called."""
    alike = any(SequenceMatcher(None, heading, fold(head)).ratio() >= _ALIKE for head in column.heads)
    return bool(set(propose(heading)) & set(column.to)) or (alike and trap(heading) is None)
