"""Statements: facts said about people and enterprises, in columns.

A million rows say the same few thousand things. So a fact is made once, and a statement is three integers: whom it is
about, which fact, which row it was read from. Iterating gives the statements as objects, made when asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Generic, TypeVar

import attrs

from okoce_core.model.facts import Fact

__all__ = ["Statement", "Statements"]

F = TypeVar("F", bound=Fact)


@attrs.frozen
class Statement(Generic[F]):
    """One fact about one subject.

    Attributes:
        fact: What is said.
        subject: The index of the person (participation) or enterprise (everything else) in its record set.
        other: The index of the person owning or working in that enterprise; None where no second one is concerned.
        row: The row it was read from; :meth:`RecordSet.place` says which that is.
    """

    fact: F
    subject: int
    other: int | None
    row: int


class Statements(Generic[F]):
    """All statements of one kind of fact.

    Attributes:
        facts: Each distinct fact once.
        subject, other, fact, row: Parallel columns; ``fact`` indexes ``facts``; ``other`` is -1 where there is none.
    """

    __slots__ = ("_index", "fact", "facts", "other", "row", "subject")

    def __init__(self) -> None:
        self.facts: list[F] = []
        self.subject: array[int] = array("q")
        self.other: array[int] = array("q")
        self.fact: array[int] = array("q")
        self.row: array[int] = array("q")
        self._index: dict[F, int] = {}

    def index(self, fact: F) -> int:
        """The place of a fact among the distinct ones, adding it if it is new."""
        place = self._index.setdefault(fact, len(self.facts))
        if place == len(self.facts):
            self.facts.append(fact)
        return place

    def add(self, fact: F, subject: int, row: int, other: int = -1) -> None:
        """State a fact about a subject."""
        self.fact.append(self.index(fact))
        self.subject.append(subject)
        self.other.append(other)
        self.row.append(row)

    def __len__(self) -> int:
        return len(self.fact)

    def __iter__(self) -> Iterator[Statement[F]]:
        for subject, other, fact, row in zip(self.subject, self.other, self.fact, self.row, strict=True):
            yield Statement(self.facts[fact], subject, None if other < 0 else other, row)
