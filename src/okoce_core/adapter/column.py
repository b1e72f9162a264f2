"""One column of a partner's form: its headings, what it feeds, and how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal, get_args

import attrs

from okoce_core.adapter.fields import FIELDS, Parser
from okoce_core.adapter.holding import belongs
from okoce_core.adapter.patterns import LONGEST, check_pattern
from okoce_core.misuse import Misuse
from okoce_core.values import PartialDate, Rejected
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing

__all__ = ["Column", "Grade", "Reading"]

Grade = Literal["held", "applied", "explained"]
"""How far a permit got that a column tells of: only a held one is a permit."""

_SHAPE: Final = Rejected("cell-shape", "a cell of the shape that the form's mapping describes")
_FAILED: Final = Rejected("adapter-failed", "an adapter whose parser gives what its field holds")


def _as_tuple(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _as_pairs(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(given.items()) if isinstance(given, Mapping) else tuple(given)


@attrs.frozen
class Reading:
    """A parser with what comes before it: the part of the cell that is taken, and what it stands for.

    Equal readings are one to a memo, so a cell of two files is read once.

    Attributes:
        parse, take, lookup: As of a :class:`Column`. field: Of a parser that is the adapter's own: what it feeds.
    """

    parse: Parser
    take: str = ""
    lookup: tuple[tuple[str, str], ...] = ()
    field: str = ""
    _words: dict[str, str] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_words", {_folded(said): meant for said, meant in self.lookup})

    def __call__(self, cell: Cell) -> object:
        """The value of a cell, :class:`~okoce_core.values.Rejected`, or None where it says nothing."""
        if self.take and not says_nothing(cell):
            found = _taken(self.take, text(cell))
            if found is None:
                return _SHAPE
            cell = found.group(1)
        if self._words:
            cell = self._words.get(_folded(cell), cell)
        silent = (self.take or self._words) and (cell is None or cell == "")
        value = None if silent else self.parse(cell)
        return value if not self.field or belongs(self.field, value) else _FAILED


def _taken(pattern: str, said: str) -> re.Match[str] | None:
    """What the pattern finds; nothing where it would cut a run of digits in two, such as 13 out of 14."""
    found = re.search(pattern, said) if len(said) <= LONGEST else None
    if found is None or found.group(1) is None:
        return found
    begin, end = found.span(1)
    cuts = any(0 < at < len(said) and said[at - 1].isdecimal() and said[at].isdecimal() for at in (begin, end))
    return None if cuts and begin < end else found


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
        if self.take:
            check_pattern(self.take)
        if self.at and (self.series or not _is_date(self.at)):
            raise Misuse("column-at", "at is a date, 2021 or 2021-12-31, and excludes series", asked=self.at)
        if self.nth < 1:
            raise Misuse("column-nth", "nth counts from 1", asked=str(self.nth))
        self._check_feeds()

    def _check_feeds(self) -> None:
        """What only some fields have: a moment is of numbers and their date, a grade of permits."""
        numbers = [f for f in FIELDS if f.startswith(("headcount.", "total.")) and f != "total.as_of"]
        numbers = [f for f in numbers if f != "headcount.date" or self.series]
        if self.moment and (wrong := [f for f in self.to if f not in numbers]):
            told = f"at and series are of numbers, and {wrong[0]} is none"
            raise Misuse("column-moment", told, asked=self.moment, allowed=numbers)
        if self.grade not in get_args(Grade):
            raise Misuse("column-grade", "no such grade", asked=str(self.grade), allowed=get_args(Grade))
        if self.grade != "held" and not all(field.startswith("permit") for field in self.to):
            permits = [field for field in FIELDS if field.startswith("permit")]
            raise Misuse("column-grade", "a grade is of a permit", asked=self.grade, allowed=permits)

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
        if self.parse:
            return Reading(self.parse, self.take, self.lookup, field)
        return Reading(FIELDS[field], self.take, self.lookup) if self.take or self.lookup else FIELDS[field]


def _is_date(written: str) -> bool:
    try:
        PartialDate.from_iso(written)
    except ValueError:
        return False
    return True
