"""Finding the header row of a sheet and the adapter it belongs to.

Every adapter is asked. None: the sheet is not readable. Two: an error that names both, never the first that came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from okoce_core.adapter import Adapter, Column
from okoce_core.values.cell import Cell, text

__all__ = ["Match", "fold", "matches", "nearest"]

HEADER_DEPTH = 60
"""How many rows from the top may hold the header: title blocks of offices run to some thirty rows."""


def fold(heading: Cell) -> str:
    """A heading without case, doubled spaces, line breaks and closing signs, as partners vary them.

    >>> fold("  No. HP/WA :")
    'no. hp/wa'
    """
    return " ".join(text(heading).casefold().replace("\ufeff", "").split()).rstrip(" .:*")


@attrs.frozen
class Match:
    """An adapter that knows a sheet.

    Attributes:
        adapter: Which. header: The 0-based index of the header row; -1 where the keys of JSON are the header.
        found: For each of the adapter's columns that is there, its 0-based place.
        unread: Places of headed columns that the adapter neither reads nor ignores.
        repeated: Places of columns whose heading stood further left already.
        titles: The header row as it stands; its length is the width of the table.
    """

    adapter: Adapter
    header: int
    found: tuple[tuple[Column, int], ...]
    unread: tuple[int, ...]
    repeated: tuple[int, ...]
    titles: tuple[Cell, ...]


def matches(adapters: Iterable[Adapter], head: Sequence[Sequence[Cell]], keys: Sequence[str] | None) -> list[Match]:
    """Every adapter whose required headings all stand in one row, with that row."""
    rows = [(-1, keys)] if keys is not None else list(enumerate(head[:HEADER_DEPTH]))
    folded = [(index, row, [fold(cell) for cell in row]) for index, row in rows if any(row)]
    fits = (next(filter(None, (_fit(a, index, row, names) for index, row, names in folded)), None) for a in adapters)
    return [fit for fit in fits if fit]


def _fit(adapter: Adapter, index: int, row: Sequence[Cell], names: Sequence[str]) -> Match | None:
    places: dict[str, int] = {}
    repeated = [i for i, name in enumerate(names) if name and places.setdefault(name, i) != i]
    found = [(c, places[fold(h)]) for c in adapter.columns if (h := _present(c, places)) is not None]
    if not all(c in {c for c, _ in found} for c in adapter.columns if c.required):
        return None
    known = {i for _, i in found} | {places[name] for head in adapter.ignore if (name := fold(head)) in places}
    unread = [i for i in places.values() if i not in known]
    return Match(
        adapter,
        index,
        tuple(found),
        tuple(unread),
        tuple(repeated),
        tuple(row[: max([*places.values(), *repeated]) + 1]),
    )


def _present(column: Column, places: dict[str, int]) -> str | None:
    return next((head for head in column.heads if fold(head) in places), None)


def nearest(adapters: Iterable[Adapter], head: Sequence[Sequence[Cell]], keys: Sequence[str] | None) -> str:
    """Which adapters come nearest and which of *their* headings are missing: our own words, never the sheet's."""
    rows = [keys] if keys is not None else head[:HEADER_DEPTH]
    seen = [{fold(cell) for cell in row} for row in rows]
    lacks: list[tuple[int, str]] = []
    for adapter in adapters:
        needed = [c.heads for c in adapter.columns if c.required]
        missing = min(
            ([h[0] for h in needed if not any(fold(x) in row for x in h)] for row in seen), key=len, default=[]
        )
        if len(missing) < len(needed):
            lacks.append((len(missing), f"{adapter.name} lacks {', '.join(repr(m) for m in missing)}"))
    return "; ".join(words for _, words in sorted(lacks)[:3]) or "the headings of a known form in one row"
