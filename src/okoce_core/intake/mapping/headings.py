"""Finding the header of a sheet and the adapter it belongs to.

Every adapter is asked. None: the sheet is not readable. Two: an error that names both, never the first that came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import Final

import attrs

from okoce_core.adapter import Adapter, Column
from okoce_core.intake.mapping.placing import Found, Placing, Titles
from okoce_core.values.cell import Cell, text

__all__ = ["HEADER_DEPTH", "Match", "fold", "matches", "nearest"]

HEADER_DEPTH: Final = 60
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
        adapter: Which. header: The 0-based index of the last row of the header; -1 where there is none above the data.
        persons: For each person a row may have, the adapter's columns that are there with their 0-based places; one
            but where a row has several.
        skips: For each of the adapter's skips its place; -1 where the column is not there.
        distinct: The place of what tells gathered rows apart; -1 where nothing does.
        unread: Places of headed columns that the adapter neither reads nor ignores.
        repeated: Places of columns whose heading stood further left already.
        titles: The last header row as it stands; its length is the width of the table.
    """

    adapter: Adapter
    header: int
    persons: tuple[tuple[Found, ...], ...]
    skips: tuple[int, ...]
    distinct: int
    unread: tuple[int, ...]
    repeated: tuple[int, ...]
    titles: tuple[Cell, ...]

    @property
    def found(self) -> tuple[Found, ...]:
        """The columns that are there for the first, or only, person of a row."""
        return self.persons[0]


def matches(
    adapters: Iterable[Adapter],
    head: Sequence[Sequence[Cell]],
    keys: Sequence[str] | None,
    *,
    sheet: str = "",
    named: bool = False,
) -> list[Match]:
    """Every adapter whose required headings all stand in one header.

    Args:
        adapters: Who is asked. head: The rows at the top. keys: The keys of JSON, which are its header.
        sheet: The name of the sheet. named: Whether the caller named the adapter; one whose form has no headings is
            asked only then.
    """
    asked = [a for a in adapters if not a.sheets or not sheet or any(fnmatchcase(sheet, s) for s in a.sheets)]
    headers: dict[int, list[tuple[int, Titles]]] = {}
    for depth in sorted({a.header for a in asked}):
        headers[depth] = _headers(head, keys, depth)
    found: list[Match | None] = []
    for adapter in asked:
        if adapter.header == 0 and named and keys is None:
            found.append(_by_letter(adapter, head))
        elif adapter.header:
            needed = _needed(adapter)
            near = ((i, t) for i, t in headers[adapter.header] if not any(map(t.places.keys().isdisjoint, needed)))
            fits = filter(None, (_fit(adapter, index, titles) for index, titles in near))
            # Of headers of several rows the fullest: required headings may stand in one row of them alone.
            found.append(next(fits, None) if adapter.header == 1 else max(fits, key=_fullness, default=None))
    return [match for match in found if match]


def _needed(adapter: Adapter) -> list[set[str]]:
    """What must stand in the header, each in one of its spellings; of a joined column any part will do here."""
    return [set(map(fold, _first_person(column, adapter))) for column in adapter.columns if column.required]


def _headers(head: Sequence[Sequence[Cell]], keys: Sequence[str] | None, depth: int) -> list[tuple[int, Titles]]:
    """Every place where a header of so many rows may stand, with its headings."""
    if keys is not None:
        return [(-1, Titles.of([keys], fold))] if depth == 1 else []
    rows = list(head[:HEADER_DEPTH])
    starts = range(len(rows) - depth + 1) if depth else ()
    return [(i + depth - 1, Titles.of(rows[i : i + depth], fold)) for i in starts if any(rows[i + depth - 1])]


def _fit(adapter: Adapter, index: int, titles: Titles) -> Match | None:
    placing = Placing(adapter, titles, fold)
    persons = placing.persons()
    if persons is None or any(skip.keep and placing.first(skip.heads) < 0 for skip in adapter.skip):
        return None  # what is kept cannot be told without its column
    return _match(adapter, index, titles, placing, persons)


def _fullness(match: Match) -> int:
    return sum(map(len, match.persons))


def _by_letter(adapter: Adapter, head: Sequence[Sequence[Cell]]) -> Match | None:
    titles = Titles.letters(max(map(len, head), default=0), fold)
    placing = Placing(adapter, titles, fold)
    persons = placing.persons()
    if persons is None:
        return None
    match = _match(adapter, adapter.first_row - 2, titles, placing, persons)
    return attrs.evolve(match, unread=(), header=max(adapter.first_row - 2, -1))


def _match(
    adapter: Adapter, index: int, titles: Titles, placing: Placing, persons: tuple[tuple[Found, ...], ...]
) -> Match:
    skips = tuple(placing.first(skip.heads) for skip in adapter.skip)
    distinct = placing.first((adapter.gather.distinct,)) if adapter.gather else -1
    known = {place for found in persons for _, places in found for place in places} | {*skips, distinct}
    heads = [*adapter.ignore, *(head for column in adapter.columns for head in column.join)]
    known |= {place for head in heads for place in titles.places.get(fold(head), ())}
    return Match(
        adapter, index, persons, skips, distinct,
        unread=tuple(places[0] for places in titles.places.values() if places[0] not in known),
        repeated=tuple(p for places in titles.places.values() for p in places[1:] if p not in known),
        titles=titles.row,
    )  # fmt: skip


def nearest(adapters: Iterable[Adapter], head: Sequence[Sequence[Cell]], keys: Sequence[str] | None) -> str:
    """Which adapters come nearest and which of *their* headings are missing: our own words, never the sheet's."""
    rows = [keys] if keys is not None else head[:HEADER_DEPTH]
    seen = [{fold(cell) for cell in row} for row in rows]
    lacks: list[tuple[int, str]] = []
    for adapter in adapters:
        needed = [_first_person(c, adapter) for c in adapter.columns if c.required] if adapter.header else []
        missing = min(([h[0] for h in needed if not {*map(fold, h)} & row] for row in seen), key=len, default=[])
        if missing and len(missing) < len(needed):
            lacks.append((len(missing), f"{adapter.name} lacks {', '.join(repr(m) for m in missing)}"))
    return "; ".join(words for _, words in sorted(lacks)[:3]) or "the headings of a known form in one row"


def _first_person(column: Column, adapter: Adapter) -> list[str]:
    return [head.replace("{}", adapter.repeat[0] if adapter.repeat else "{}") for head in column.heads or column.join]
