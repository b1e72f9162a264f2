"""Whether a ``take`` pattern can be trusted with any cell: one group, and no search without end.

A search that fails may try every way of cutting the cell up. Where a repeated group repeats something itself, or holds
alternatives, the ways double with each character; where several parts have no end, they multiply.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

from okoce_core.misuse import Misuse

__all__ = ["LONGEST", "check_pattern"]

LONGEST: Final = 200
"""Cells longer than this are not searched; what a pattern takes stands in short ones."""

_ENDLESS: Final = 3
"""So many parts without end, each tried at each of :data:`LONGEST` places, are still done in no time."""

_MANY: Final = 10
_REPEATS: Final = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that is none, has not one group, or may search without end; :class:`Misuse` says which."""
    try:
        groups = re.compile(pattern).groups
    except (re.error, RecursionError, OverflowError):
        groups = 0
    if groups != 1:
        raise Misuse("column-take", "take is a pattern with exactly one group", asked=pattern)
    repeats = list(_repeats(parser.parse(pattern)))
    endless = sum(most - least >= _MANY for least, most, _ in repeats)
    if endless > _ENDLESS or any(most > 1 and _varies(inner) for _, most, inner in repeats):
        told = "take repeats what repeats or has alternatives, or has four endless parts: a search may never end"
        raise Misuse("take-endless", told, asked=pattern)


def _repeats(parsed: Any) -> Iterator[tuple[int, int, Any]]:
    """Every repeated part of a parsed pattern: how often at least and at most, and what is repeated."""
    for code, said in parsed:
        if code in _REPEATS:
            yield int(said[0]), int(said[1]), said[2]
        for part in _parts(said):
            yield from _repeats(part)


def _parts(said: Any) -> Iterator[Any]:
    """The patterns inside one element of a pattern, whatever the element is."""
    if isinstance(said, parser.SubPattern):
        yield said
    elif isinstance(said, tuple | list):
        for part in said:
            yield from _parts(part)


def _varies(inner: Any) -> bool:
    """Whether one text can be cut in several ways by what is repeated."""
    alternatives = any(code is codes.BRANCH or any(map(_varies, _parts(said))) for code, said in inner)
    return alternatives or any(most - least >= _MANY for least, most, _ in _repeats(inner))
