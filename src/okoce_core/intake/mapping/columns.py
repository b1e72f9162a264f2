"""Columns of cells into columns of values: each distinct cell is parsed once, and what is refused is noted in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs

from okoce_core.adapter import FIELDS, Column, Parser
from okoce_core.evidence import Problems
from okoce_core.intake.mapping.headings import Match
from okoce_core.values import Rejected
from okoce_core.values.cell import Cell
from okoce_core.values.number import Count

__all__ = ["FieldReader", "Memo", "Notes", "readers", "together"]

_NEARLY_UNIQUE: Final = frozenset(
    {
        "person.name",
        "person.nik",
        "person.phones",
        "person.email",
        "person.address",
        "enterprise.name",
        "enterprise.nib",
    }
)
"""Fields whose cells hardly ever repeat: remembering them would cost memory and save nothing."""


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


class FieldReader:
    """Reads the cells of the columns that feed one field of the model.

    Several columns may feed one field: the first that says something wins, phone numbers and counts are put together.

    Attributes:
        places: The columns. notes_refusals: Whether it is this reader that notes what they refuse; of a column that
            feeds several fields only one does.
    """

    def __init__(self, field: str, sources: Sequence[tuple[Column, int]], notes: Notes, noted: set[int]) -> None:
        """``noted``: columns whose refusals another reader notes already; this one's are added."""
        self.field = field
        self.places = tuple(place for _, place in sources)
        self._notes = notes
        self._silent = noted & set(self.places)
        self.notes_refusals = not self._silent.issuperset(self.places)
        noted.update(self.places)
        parsers = [_guarded(column.parse) if column.parse else FIELDS[field] for column, _ in sources]
        self._reads = [_plain(p) if field in _NEARLY_UNIQUE else _remembered(notes.memo(p)) for p in parsers]

    def values(self, cells: Sequence[Sequence[Cell]], rows: Sequence[int]) -> list[Any]:
        """The values of this field, one a row; None where the cell says nothing or could not be read."""
        columns = [self._settle(read(cells[p]), p, rows) for p, read in zip(self.places, self._reads, strict=True)]
        return columns[0] if len(columns) == 1 else [together(given) for given in zip(*columns, strict=True)]

    def value(self, place: int) -> Callable[[Cell], Any]:
        """The parser of the column at ``place`` for single cells; refusals are None here, they are noted elsewhere."""
        read = self._reads[self.places.index(place)]
        return lambda cell: None if type(answer := read((cell,))[0]) is Rejected else answer

    def _settle(self, values: list[Any], place: int, rows: Sequence[int]) -> list[Any]:
        if Rejected in map(type, values):
            for i, value in enumerate(values):
                if type(value) is Rejected:
                    values[i] = None
                    if place not in self._silent:
                        self._notes.add(value.code, rows[i], place, value.expected, self.field)
        return values


def _guarded(parse: Parser) -> Parser:
    """An adapter's own parser, which may fail: that costs the cell, and says so."""

    def read(cell: Cell) -> object:
        try:
            return parse(cell)
        except Exception as failure:
            return Rejected("adapter-failed", f"an adapter whose parser does not raise {type(failure).__name__}")

    return read


def _plain(parse: Parser) -> Callable[[Sequence[Cell]], list[Any]]:
    return lambda cells: [None if cell == "" else parse(cell) for cell in cells]


def _remembered(memo: Memo) -> Callable[[Sequence[Cell]], list[Any]]:
    return lambda cells: list(map(memo.__getitem__, cells))


def together(given: tuple[Any, ...]) -> Any:
    """What several columns say of one field: numbers add up, phone numbers join, of anything else the first counts."""
    said = [value for value in given if value is not None]
    if not said:
        return None
    if isinstance(said[0], tuple):
        return tuple(dict.fromkeys(item for value in said for item in value))
    if isinstance(said[0], Count):
        whole = len(said) == len(given)  # a part that is not known makes the sum unknown, never smaller
        return Count(sum(c.low for c in said), sum(c.high for c in said)) if whole else None
    return said[0]


def readers(found: Match, notes: Notes) -> dict[str, FieldReader]:
    """A reader for every field that the columns of a sheet feed."""
    feeds: dict[str, list[tuple[Column, int]]] = {}
    for column, place in found.found:
        for field in column.to:
            feeds.setdefault(field, []).append((column, place))
    noted: set[int] = set()
    return {field: FieldReader(field, sources, notes, noted) for field, sources in feeds.items()}
