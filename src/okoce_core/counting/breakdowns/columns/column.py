"""A column: under which values of one dimension each person or enterprise stands, and how surely.

Units of which the same is said share a number, so that a million of them are tallied as a million small integers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from okoce_core.counting.breakdowns.cell import Place
from okoce_core.rules.standing import Standing

__all__ = ["Column", "Members", "mark", "nested", "several", "single", "through"]

Members = tuple[tuple[Place, int], ...]
"""The places a unit stands in, each with how surely (a :class:`Standing`)."""

_CERTAIN: Final = int(Standing.CERTAIN)
_UNKNOWN: Final[Members] = (((None,), _CERTAIN),)
_LEVELS: Final = max(Standing) + 1


@attrs.frozen(eq=False)
class Column:
    """One axis for all people or for all enterprises.

    Attributes:
        of: For each unit the number of what is said of it. members: What that is, by number.
    """

    of: Sequence[int]
    members: Sequence[Members]

    @property
    def told(self) -> bool:
        """Whether anything is known of anybody."""
        return any(place[0] is not None for members in self.members for place, _ in members)


def single(values: Iterable[str | None]) -> Column:
    """A column of one value for each unit."""
    numbers: dict[str | None, int] = {}
    of = array("q", [numbers.setdefault(value, len(numbers)) for value in values])
    return Column(of, [(((value,), _CERTAIN),) for value in numbers])


def mark(value: int, standing: int) -> int:
    """Standing so surely under a value, by its place, as a bit: those of one unit go together in one number."""
    return 1 << (value * _LEVELS + standing) if standing >= Standing.UNDATED else 0


def several(size: int, values: Sequence[str | None], said: Iterable[tuple[int, int]]) -> Column:
    """A column in which a unit may stand under any number of values; of whom nothing is said, it is unknown.

    Args:
        size: How many units there are. values: Every value there is.
        said: A unit and a :func:`mark`; of one unit and value the surest holds.
    """
    marks = [0] * size
    for unit, bit in said:
        marks[unit] |= bit
    numbers = {0: 0}
    of = array("q", [numbers.setdefault(bits, len(numbers)) for bits in marks])
    return Column(of, [_marked(bits, values) for bits in numbers])


def _marked(bits: int, values: Sequence[str | None]) -> Members:
    """The values of which a bit is set, each with the highest standing of its bits."""
    levels = ((value, (bits >> place * _LEVELS) % (1 << _LEVELS)) for place, value in enumerate(values))
    return tuple(((value,), level.bit_length() - 1) for value, level in levels if level) or _UNKNOWN


def through(column: Column, linked: Mapping[int, Sequence[int]], size: int, least: Standing) -> Column:
    """What is said of others as said of those they are linked with: of an enterprise, what is said of its owners.

    Args:
        column: Of the others. linked: For each of the units, the others. size: How many units there are.
        least: How surely a unit stands in a place, at most, where several others speak for it: which of them is
            sure is not kept.
    """
    made: dict[tuple[bool, frozenset[int]], Members] = {}

    def joint(others: Sequence[int]) -> Members:
        key = len(others) > 1, frozenset(column.of[other] for other in others)
        if key not in made:
            most = least if key[0] else Standing.CERTAIN
            best: dict[Place, int] = {}
            for place, standing in (member for number in key[1] for member in column.members[number]):
                best[place] = max(best.get(place, 0), min(standing, most))
            made[key] = tuple(sorted(best.items(), key=lambda item: str(item[0])))
        return made[key]

    return _numbered(size, ((unit, joint(others)) for unit, others in linked.items()))


def nested(levels: Sequence[Column | None]) -> Column:
    """Columns of one value each as one of paths, the outermost first.

    A level that is None was not asked for: a code says itself what it lies in (``31.75`` of ``31.75.06``), and what
    lies nowhere known is unknown there too. The innermost level is never None.
    """
    asked = [column for column in levels if column is not None]
    numbers: dict[tuple[int, ...], int] = {}
    of = array("q", [numbers.setdefault(said, len(numbers)) for said in zip(*(c.of for c in asked), strict=True)])
    members = []
    for said in numbers:
        values = [column.members[number][0][0][0] for column, number in zip(asked, said, strict=True)]
        members.append(((_path(levels, values), _CERTAIN),))
    return Column(of, members)


def _path(levels: Sequence[Column | None], values: list[str | None]) -> Place:
    path: list[str | None] = []
    for column in reversed(levels):
        inner = path[-1] if path else None
        path.append(values.pop() if column is not None else inner and inner.rpartition(".")[0])
    return tuple(reversed(path))


def _numbered(size: int, found: Iterable[tuple[int, Members]]) -> Column:
    numbers: dict[Members, int] = {_UNKNOWN: 0}
    of = array("q", bytes(8 * size))
    for unit, members in found:
        of[unit] = numbers.setdefault(members, len(numbers))
    return Column(of, list(numbers))
