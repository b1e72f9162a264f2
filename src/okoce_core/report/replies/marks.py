"""What is put on a cell: a colour by how grave it is, and a comment that says what is wrong and how to mend it.

The colours are told apart with any colour vision: orange is also darker than yellow, and blue is neither. Whoever
prints in black has the word in the comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal

import attrs

from okoce_core.evidence import Severity
from okoce_core.misuse import Misuse

__all__ = ["AUTHOR", "Mark", "Unmarkable", "Why", "grouped", "need_openpyxl", "put", "take_off"]

AUTHOR: Final = "okoce"

_COLOURS: Final[dict[Severity, str]] = {"error": "FFFF9E6D", "warning": "FFFFE08A", "notice": "FFCDE7F7"}
_GRAVEST: Final = tuple(_COLOURS)
_RULE: Final = "– okoce –"
"""Stands between somebody else's comment and ours."""

_MOST: Final = 8
"""Problems told in one comment; a box of more is read by nobody."""

Why = Literal["form", "locked", "shared", "macros", "drawings", "parts", "large", "unlike"]


class Unmarkable(Exception):  # noqa: N818 - no error: the list is sent alone, and the reason told
    """No marked copy of a file can be made that is otherwise the same.

    Attributes:
        why: The reason.
    """

    def __init__(self, why: Why) -> None:
        self.why: Why = why
        super().__init__(why)


@attrs.frozen
class Mark:
    """A mark in a workbook.

    Attributes:
        sheet, row: Where. column: None: the first cell of the row that says something.
        severity: Its colour. text: The comment.
    """

    sheet: str
    row: int
    column: int | None
    severity: Severity
    text: str


def grouped(marks: Iterable[Mark]) -> dict[str, dict[int, list[Mark]]]:
    """The marks by sheet and row."""
    found: dict[str, dict[int, list[Mark]]] = {}
    for mark in marks:
        found.setdefault(mark.sheet, {}).setdefault(mark.row, []).append(mark)
    return found


def need_openpyxl() -> Any:
    """The library that writes into workbooks.

    Raises:
        Misuse: it is not installed.
    """
    try:
        import openpyxl
    except ImportError:
        message = "a marked workbook needs openpyxl: pip install 'okoce[report]'"
        raise Misuse("extra-missing", message, asked="report") from None
    return openpyxl


def put(cell: Any, marks: Sequence[Mark]) -> None:
    """Colour a cell and say why; what somebody else wrote in its comment stays in front."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    gravest = min(marks, key=lambda mark: _GRAVEST.index(mark.severity)).severity
    cell.fill = PatternFill("solid", fgColor=_COLOURS[gravest])
    said = [*dict.fromkeys(mark.text for mark in marks)]
    more = [f"+ {len(said) - _MOST}"] if len(said) > _MOST else []
    text, author = "\n\n".join([*said[:_MOST], *more]), AUTHOR
    if cell.comment is not None:
        text, author = f"{cell.comment.text}\n\n{_RULE}\n{text}", cell.comment.author
    lines = sum(1 + len(line) // 45 for line in text.splitlines())
    cell.comment = Comment(text, author, height=min(600, 18 * lines + 12), width=320)


def take_off(cell: Any) -> None:
    """Take an earlier mark of ours off a cell of a marked copy that was sent back."""
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    comment = cell.comment
    if comment.author != AUTHOR and _RULE not in comment.text:
        return
    theirs = "" if comment.author == AUTHOR else comment.text.partition(_RULE)[0].rstrip()
    cell.comment = Comment(theirs, comment.author) if theirs else None
    if cell.fill.fgColor.rgb in _COLOURS.values():
        cell.fill = PatternFill()
