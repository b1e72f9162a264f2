"""Where the columns of a form are in one sheet: its headings, in one row or several, and the columns they name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from okoce_core.adapter import Adapter, Column
from okoce_core.intake.mapping.sources import needs_every_part
from okoce_core.values.cell import Cell

__all__ = ["Found", "Placing", "Titles"]

Found = tuple[Column, tuple[int, ...]]
"""A column and its 0-based places; several where it joins them."""

Fold = Callable[[Cell], str]


@attrs.frozen
class Titles:
    """The headings of a sheet.

    Attributes:
        places: For each heading, folded, the columns it stands over, from the left.
        row: The last header row as it stands, as far as there are headings.
    """

    places: dict[str, tuple[int, ...]]
    row: tuple[Cell, ...]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Cell]], fold: Fold) -> Titles:
        """From the rows of a header; a heading over several columns holds for those without one of their own."""
        names = [fold(cell) for cell in rows[-1]]
        for above in reversed(rows[:-1]):
            names = _under(above, names, fold)
        places: dict[str, tuple[int, ...]] = {}
        for place, name in enumerate(names):
            if name:
                places[name] = (*places.get(name, ()), place)
        width = max((p for found in places.values() for p in found), default=-1) + 1
        row = [*rows[-1][:width], *[""] * (width - len(rows[-1]))]
        return cls(places, tuple(row))

    @classmethod
    def letters(cls, width: int, fold: Fold) -> Titles:
        """Of a sheet without headings: its letters, in no row."""
        return cls({fold(_letter(place)): (place,) for place in range(width)}, ("",) * width)


def _under(above: Sequence[Cell], names: Sequence[str], fold: Fold) -> list[str]:
    """Headings below a merged row: "Tenaga Kerja / L" where the upper cell covers several, each with its own name."""
    found, current = [], ""
    for place in range(max(len(above), len(names))):
        name = names[place] if place < len(names) else ""
        over = fold(above[place]) if place < len(above) else ""
        current = over or (current if name else "")
        found.append(" / ".join(filter(None, (current, name))))
    return found


def _letter(place: int) -> str:
    letters = ""
    while place >= 0:
        place, rest = divmod(place, 26)
        letters, place = chr(65 + rest) + letters, place - 1
    return letters


@attrs.frozen
class Placing:
    """The columns of an adapter looked up in the headings of a sheet."""

    _adapter: Adapter
    _titles: Titles
    _fold: Fold

    def first(self, heads: Sequence[str], nth: int = 1) -> int:
        """The place of the first of these headings that is there; -1 where none is."""
        for head in heads:
            places = self._titles.places.get(self._fold(head), ())
            if len(places) >= nth:
                return places[nth - 1]
        return -1

    def persons(self) -> tuple[tuple[Found, ...], ...] | None:
        """What is found for each person a row may have; None where the form is another one."""
        found = [self._one(said) for said in self._adapter.repeat or ("",)]
        there = {column.title for column, _ in found[0]}
        wanted = [self._named(c, (self._adapter.repeat or ("",))[0]) for c in self._adapter.columns if c.required]
        if any(column.title not in there for column in wanted):
            return None
        return tuple(columns for number, columns in enumerate(found) if number == 0 or self._has_own(number))

    def _has_own(self, number: int) -> bool:
        """Whether any column of this person alone is there."""
        said = self._adapter.repeat[number]
        columns = [c for c in self._adapter.columns if any("{}" in head for head in (*c.heads, *c.join))]
        return any(self._places(self._named(c, said)) for c in columns)

    def _one(self, said: str) -> tuple[Found, ...]:
        columns = [self._named(column, said) for column in self._adapter.columns]
        return tuple((column, places) for column in columns if (places := self._places(column)))

    def _named(self, column: Column, said: str) -> Column:
        if not self._adapter.repeat:
            return column
        heads, join = ([h.replace("{}", said) for h in given] for given in (column.heads, column.join))
        return attrs.evolve(column, heads=heads, join=join)

    def _places(self, column: Column) -> tuple[int, ...]:
        if column.heads:
            place = self.first(column.heads, column.nth)
            return (place,) if place >= 0 else ()
        places = [self.first((head,)) for head in column.join]
        whole = column.required or any(map(needs_every_part, column.to))
        return () if whole and min(places) < 0 else tuple(place for place in places if place >= 0)
