"""The columns of a file in the partner's own form, as the adapter declares them: which heading, what is read from it.

A heading may feed several of the adapter's columns, and one of its columns may join several headings; so what stands
in a file is laid out here once, and the checks speak of *slots*, the columns of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from okoce_core.adapter import Adapter, Column, Skip
from okoce_core.intake.mapping.headings import fold

__all__ = ["Slot", "Use", "letter_place", "slots_of", "uses_in_order"]


@attrs.frozen
class Use:
    """One of the adapter's columns in a slot.

    Attributes:
        column: Which. person: Of several persons in one row, which it speaks of; None: of the row.
        part: Which part of the text stands in this slot, where the column joins several. of: How many parts.
    """

    column: Column
    person: int | None = None
    part: int = 0
    of: int = 1


@attrs.frozen
class Slot:
    """One column of the file.

    Attributes:
        head: Its heading. nth: Which of the columns of that heading. uses: What reads it, nothing or several.
        skips: Rows that are left out by what stands in it.
    """

    head: str
    nth: int = 1
    uses: tuple[Use, ...] = ()
    skips: tuple[Skip, ...] = ()

    @property
    def required(self) -> bool:
        """Whether the form is not recognised without it."""
        return any(use.column.required and not use.person for use in self.uses)


def slots_of(adapter: Adapter) -> tuple[Slot, ...]:
    """The slots from left to right: a heading left unread first, what is read, then the other unread ones."""
    laid: dict[tuple[str, int], Slot] = {}
    for head, nth, use in _wanted(adapter):
        for earlier in range(1, nth + 1):
            laid.setdefault((fold(head), earlier), Slot(head, earlier))
        key = (fold(head), nth)
        laid[key] = attrs.evolve(laid[key], uses=(*laid[key].uses, use)) if use else laid[key]
    for skip in adapter.skip:
        key = next(((fold(h), 1) for h in skip.heads if (fold(h), 1) in laid), (fold(skip.heads[0]), 1))
        slot = laid.setdefault(key, Slot(skip.heads[0]))
        laid[key] = attrs.evolve(slot, skips=(*slot.skips, skip))
    return tuple(laid.values()) if adapter.header else _lettered(laid.values())


def _wanted(adapter: Adapter) -> Iterator[tuple[str, int, Use | None]]:
    """Headings in order, with the column that reads each."""
    yield from ((head, 1, None) for head in adapter.ignore[:1])
    for column in adapter.columns:
        heads = column.join or column.heads[:1]
        several = any("{}" in head for head in heads)
        for person, words in enumerate(adapter.repeat) if several else [(None, "")]:
            for part, head in enumerate(heads):
                yield head.replace("{}", words), column.nth, Use(column, person, part, len(heads))
    yield from ((head, 1, None) for head in adapter.ignore[1:])
    if adapter.gather:
        yield adapter.gather.distinct, 1, None


def _lettered(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """A form without headings: each slot at the place of its letter, blank ones between them."""
    by_place = {letter_place(slot.head): slot for slot in slots}
    return tuple(by_place.get(place, Slot("")) for place in range(max(by_place) + 1))


def letter_place(letters: str) -> int:
    """The 0-based place of a column that goes by its letters.

    >>> letter_place("A"), letter_place("Z"), letter_place("AA")
    (0, 25, 26)
    """
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def uses_in_order(adapter: Adapter, slots: Iterable[Slot]) -> list[Use]:
    """Every use, once, in the order of the adapter's columns: of several that feed a field the first counts."""
    found = [use for slot in slots for use in slot.uses if use.part == 0]
    return sorted(found, key=lambda use: (adapter.columns.index(use.column), use.person or 0))
