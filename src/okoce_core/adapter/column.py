"""One column of a partner's form: its headings, what it feeds, and how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal

import attrs

from okoce_core.adapter.fields import FIELDS, Parser
from okoce_core.misuse import Misuse
from okoce_core.values import PartialDate, Rejected
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing

__all__ = ["Column", "Grade", "Reading"]

Grade = Literal["held", "applied", "explained"]
"""How far a permit got that a column tells of: only a held one is a permit."""

_SHAPE: Final = Rejected("cell-shape", "a cell of the shape that the form's mapping describes")


def _as_tuple(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _as_pairs(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(given.items()) if isinstance(given, Mapping) else tuple(given)


@attrs.frozen
class Reading:
    """A parser with what comes before it: the part of the cell that is taken, and what it stands for.

    Equal readings are one to a memo, so a cell of two files is read once.
    """

    parse: Parser
    take: str = ""
    lookup: tuple[tuple[str, str], ...] = ()
    _words: dict[str, str] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_words", {_folded(said): meant for said, meant in self.lookup})

    def __call__(self, cell: Cell) -> object:
        """The value of a cell, :class:`~okoce_core.values.Rejected`, or None where it says nothing."""
        if self.take and not says_nothing(cell):
            found = re.search(self.take, text(cell))
            if found is None:
                return _SHAPE
            cell = found.group(1)
        if self._words:
            cell = self._words.get(_folded(cell), cell)
        return None if cell is None or cell == "" else self.parse(cell)


def _folded(cell: Cell) -> str:
    return " ".join(text(cell).casefold().split())


@attrs.frozen
class Column:
    """One column of the partner's form.

    Attributes:
        heads: Its heading, and other spellings of it that this same partner uses. In JSON the dotted key; a letter
            where the form has no headings.
        to: The field it feeds, or several, out of :data:`FIELDS`; none: it must be there and is not read.
        required: The form is recognised only where this column is there.
        parse: Reads its cells instead of the field's own parser.
        lookup: What a cell stands for, before it is parsed; case is no difference, "" says nothing.
        take: A pattern with one group: the part of the cell that is parsed.
        join: Headings of several columns read as one text, with ``between`` between them, instead of ``heads``.
        nth: Which column of that heading, where several have it; from 1.
        at: Of a number: the day it speaks of. series: Of numbers and their date: which belong together. Either where
            one row has numbers of several days.
        grade: Of a permit: how far it got.
    """

    heads: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    to: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    required: bool = False
    parse: Parser | None = None
    lookup: tuple[tuple[str, str], ...] = attrs.field(converter=_as_pairs, default=())
    take: str = ""
    join: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    between: str = " "
    nth: int = 1
    at: str = ""
    series: str = ""
    grade: Grade = "held"

    def __attrs_post_init__(self) -> None:
        for field in self.to:
            if field not in FIELDS:
                raise Misuse("unknown-field", f"no field is named {field!r}", asked=field, allowed=FIELDS)
        if bool(self.heads) == bool(self.join):
            raise Misuse("column-heading", "a column has a heading, or joins several, one of the two")
        if self.take and _groups(self.take) != 1:
            raise Misuse("column-take", "take is a pattern with exactly one group", asked=self.take)
        if self.at and (self.series or not _is_date(self.at)):
            raise Misuse("column-at", "at is a date, 2021 or 2021-12-31, and excludes series", asked=self.at)

    @property
    def title(self) -> str:
        """How it is called in what is said of it."""
        return self.heads[0] if self.heads else " + ".join(self.join)

    @property
    def moment(self) -> str:
        """What tells its numbers apart from others of the row; "" where the row has numbers of one day only."""
        return self.at or self.series

    def reading(self, field: str) -> Parser:
        """How a cell of it is read for a field."""
        parse = self.parse or FIELDS[field]
        return Reading(parse, self.take, self.lookup) if self.take or self.lookup else parse


def _is_date(written: str) -> bool:
    try:
        PartialDate.from_iso(written)
    except ValueError:
        return False
    return True


def _groups(pattern: str) -> int:
    try:
        return re.compile(pattern).groups
    except re.error:
        return 0
