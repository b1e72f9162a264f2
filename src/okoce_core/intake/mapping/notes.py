"""Where the problems of one sheet are noted, and what parsers answered before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from okoce_core.adapter import Parser
from okoce_core.evidence import Problems

__all__ = ["Memo", "Notes"]


class Memo(dict[Any, Any]):
    """Answers by question; each is worked out once."""

    __slots__ = ("_answer",)

    def __init__(self, answer: Callable[[Any], Any]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, question: Any) -> Any:
        answer = self[question] = self._answer(question)
        return answer


@attrs.define
class Notes:
    """Where the problems of one sheet are noted, and what parsers answered before.

    Attributes:
        problems, sheet: Where. lettered: Its columns have letters (they do not in JSON).
        memos: By parser; dates and regions repeat from file to file, so all files of one call share them.
    """

    problems: Problems
    sheet: str
    lettered: bool
    memos: dict[Parser, Memo] = attrs.field(factory=dict, repr=False)

    def memo(self, parse: Parser) -> Memo:
        """The answers of a parser."""
        return self.memos.setdefault(parse, Memo(parse))

    def add(self, code: str, row: int = 0, place: int | None = None, expected: str = "", field: str = "") -> None:
        """Note a problem at a row and a 0-based column."""
        column = place + 1 if place is not None and self.lettered else 0
        self.problems.add(code, sheet=self.sheet, row=row, column=column, expected=expected, field=field)
