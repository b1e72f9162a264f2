"""All that the author of a scorer imports: how another tool says which entries are one person.

A scorer gives pairs of entries with the probability that the two are one person. Reading, normal forms, the rule that
two clearly different trusted NIKs are two people, clustering and counting stay okoce's (``docs/scorers.md``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

import attrs
import pluggy

from okoce_core.misuse import Misuse

__all__ = ["API_VERSION", "Entries", "Pair", "Scorer", "Words", "hookimpl"]

API_VERSION: Final = 1
"""The version of this face. A scorer written for another one is refused when it is found."""

hookimpl = pluggy.HookimplMarker("okoce")
"""Marks the function ``okoce_scorers()`` of a plugin, which returns its scorers."""

Words = tuple[str, ...]

Pair = tuple[int, int, float]
"""Two entries, and the probability that they are one person."""

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@attrs.frozen(eq=False)
class Entries:
    """What the lists show of people: a column a field, all equally long; an entry is a place in them.

    Entries stand in an order of what they show, not of files and rows, so that a tool which draws or breaks ties by
    place finds the same whichever way the lists come. Empty and 0 are unknown.

    Attributes:
        names: The parts of the name without titles, as they sound. born: The birth date as YYYYMMDD; where the row has
            none, that of its NIK. sex: F or M. phones: Each number. email: The address. region: Its Kemendagri code.
        business: The parts of the names of the person's businesses, as they sound. nib: One of their NIBs.
        nik: The 16 digits, also where the row itself speaks against them.
    """

    names: tuple[Words, ...] = attrs.field(repr=False)
    born: tuple[int, ...] = attrs.field(repr=False)
    sex: tuple[str, ...] = attrs.field(repr=False)
    phones: tuple[Words, ...] = attrs.field(repr=False)
    email: tuple[str, ...] = attrs.field(repr=False)
    region: tuple[str, ...] = attrs.field(repr=False)
    business: tuple[Words, ...] = attrs.field(repr=False)
    nib: tuple[str, ...] = attrs.field(repr=False)
    nik: tuple[str, ...] = attrs.field(repr=False)

    def __len__(self) -> int:
        return len(self.nik)


@attrs.frozen(eq=False)
class Scorer:
    """A tool that says how likely pairs of entries are one person.

    Attributes:
        name: By which it is asked for; lower case, digits and dashes.
        score: Gives pairs in any order. A pair it does not give is not one person; of one given twice the higher
            probability holds.
        api: The :data:`API_VERSION` it was written for; 1 where it does not say.
    """

    name: str = attrs.field()
    score: Callable[[Entries], Iterable[Pair]] = attrs.field(repr=False)
    api: int = 1

    def __attrs_post_init__(self) -> None:
        if not (isinstance(self.name, str) and _NAME.fullmatch(self.name)):
            raise Misuse("scorer-name", "the name of a scorer is lower case, digits and dashes", asked=str(self.name))
        if not callable(self.score):
            raise Misuse("not-a-scorer", f"the scorer {self.name} has no function that scores", asked=self.name)
