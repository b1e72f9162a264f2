"""Decisions read from the file that somebody filled in, whatever a spreadsheet has made of it meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from okoce_core.evidence import Problems
from okoce_core.identity.decisions import Answer, Decision, Decisions
from okoce_core.intake.reading import open_source
from okoce_core.misuse import Misuse
from okoce_core.report.link_words import words
from okoce_core.report.review_table import DECISION

__all__ = ["decisions_from"]

_NAMED: Final = (DECISION, "a", "b")


def decisions_from(data: bytes, name: str, key: bytes | None = None) -> Decisions:
    """The decisions in a file that ``okoce review`` wrote: CSV or a workbook, columns in any order.

    Rows without an answer are not decided yet. A row whose answer is none of the three, or that names no two entries,
    is in ``unread``: its other rows are read.

    Args:
        data: The bytes. name: Of the file. key: That of the run which wrote it.

    Raises:
        Misuse: it has no columns *keputusan*, *a* and *b*.
    """
    made, unread = list[Decision](), list[str]()
    for row, (said, a, b) in _answers(data, name):
        answer = _answer(said)
        if answer and a and b:
            made.append(Decision.of(a, b, answer))
        elif said:
            unread.append(f"{name}: {row}")
    return Decisions(tuple(made), key, tuple(unread))


def _answers(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    found = False
    for sheet in open_source(name, data, Problems(name)).sheets:
        places: list[int] = []
        for number, row in enumerate(sheet.rows, 1):
            cells = [_text(cell) for cell in row]
            if places:
                yield number, [cells[place] if place < len(cells) else "" for place in places]
            elif set(_NAMED) <= {cell.casefold() for cell in cells}:
                folded = [cell.casefold() for cell in cells]
                places, found = [folded.index(heading) for heading in _NAMED], True
    if not found:
        message = f"{name} has no columns {', '.join(_NAMED)}: it is no file of okoce review"
        raise Misuse("not-decisions", message, asked=name)


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()


_ANSWERS: Final[Sequence[Answer]] = ("same", "different", "unknown")


def _answer(said: str) -> Answer | None:
    """The answer in either language, however it is capitalised."""
    folded = " ".join(said.casefold().split())
    return next((answer for answer in _ANSWERS if folded in words("answer")[answer].values()), None)
