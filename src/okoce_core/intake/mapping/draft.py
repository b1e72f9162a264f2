"""A mapping drafted from one sheet of a partner's file: where its header is, and what each column may feed.

Of the file nothing is taken over but headings, and those only where the header row is recognised for certain: two of
its cells or more are headings that are known, and either most are, or what stands below are cells of kinds that it is
none of itself. Otherwise columns go by their letters, since the first row may be a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from okoce_core.adapter import KINDS
from okoce_core.evidence.place import column_letter
from okoce_core.intake.mapping.drafted import STRICT, Drafted, drafted, settled, share
from okoce_core.intake.mapping.headings import HEADER_DEPTH, fold
from okoce_core.intake.mapping.synonyms import is_known
from okoce_core.values import Rejected
from okoce_core.values.cell import Cell, text

__all__ = ["Draft", "draft"]

_LONGEST: Final = 200
"""A question of an online form is a heading; a paragraph is not."""

_DIGITS: Final = re.compile(r"-?[0-9][0-9.,]*")
_FORMULA: Final = ("=", "+", "-", "@")
_BELOW: Final = 50
_ENOUGH: Final = 2
_COVERS: Final = "judul ini tampaknya menaungi beberapa kolom, dengan judul sendiri di baris bawahnya (header = 2)?"


@attrs.frozen
class Draft:
    """A drafted mapping.

    Attributes:
        columns: Those that are read, or asked about. ignore: Headings known to feed no field.
        header: How many rows the headings take; 0: none was recognised. first_row: The row the data begin at.
        unheaded: Letters of columns that hold something and have no heading in that row.
    """

    columns: tuple[Drafted, ...]
    ignore: tuple[str, ...] = ()
    header: int = 1
    first_row: int = 1
    unheaded: tuple[str, ...] = ()


def draft(rows: Sequence[Sequence[Cell]], keys: Sequence[str] | None = None) -> Draft | None:
    """A mapping for a sheet; None where there is no table, or keys of JSON that may be data.

    Args:
        rows: The rows from the first on; some hundreds are enough. keys: The keys of JSON, which are its header.
    """
    if keys is not None:
        return _with_headings(list(keys), rows) if _is_header(keys, rows) else None
    known = [_known(row) for row in rows[:HEADER_DEPTH]]
    found = [at for at, row in enumerate(rows[:HEADER_DEPTH]) if _is_header(row, rows[at + 1 :])]
    if found:
        at = max(found, key=lambda n: (known[n], -n))
        return _with_headings(rows[at], rows[at + 1 :])
    return _by_letter(rows)


def _filled(row: Sequence[Cell]) -> list[int]:
    return [place for place, cell in enumerate(row) if text(cell)]


def _known(row: Sequence[Cell]) -> int:
    return sum(is_known(text(row[place])) for place in _filled(row))


def _is_header(row: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row is the header for certain."""
    filled, known = _filled(row), _known(row)
    if known < _ENOUGH:  # whatever stands below: a first person may have a word where the others have a number
        return False
    if 2 * known > len(filled):
        return True
    kinds = sum(_heads_a_kind(row[place], [r[place] for r in below[:_BELOW] if place < len(r)]) for place in filled)
    return all(_may_head(row[place]) for place in filled) and kinds >= _ENOUGH


def _may_head(cell: Cell) -> bool:
    """Whether a cell can be a heading at all: words, and nothing that is a value of a strict kind."""
    said = " ".join(text(cell).split())
    if not isinstance(cell, str) or not said.isprintable() or not any(map(str.isalpha, said)) or len(said) > _LONGEST:
        return False
    if said.startswith(_FORMULA):  # the sample is a CSV with these headings, and a spreadsheet would compute it
        return False
    return is_known(said) or all(isinstance(KINDS[kind](said), Rejected | None) for kind in STRICT)


def _heads_a_kind(cell: Cell, below: Sequence[Cell]) -> bool:
    return _may_head(cell) and any(share(below, parse) == 1.0 for parse in (_number, *(KINDS[k] for k in STRICT)))


def _number(cell: Cell) -> str | None:
    found = _DIGITS.fullmatch(text(cell))
    return found and found[0]


def _with_headings(titles: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> Draft:
    columns, there, bare = [], Counter[str](), _unheaded(titles, below)
    for place in _filled(titles):
        if _may_head(titles[place]):
            head = " ".join(text(titles[place]).split())
            there[fold(head)] += 1
            cells = [row[place] for row in below if place < len(row)]
            column = drafted(head, cells, there[fold(head)])
            columns.append(attrs.evolve(column, ask=_COVERS, unread=False) if place + 1 in bare else column)
    unread = {fold(c.head): c.head for c in columns if c.unread}
    read = tuple(c for c in columns if not c.unread)
    return Draft(settled(read), tuple(unread.values()), unheaded=tuple(column_letter(place + 1) for place in bare))


def _unheaded(titles: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> list[int]:
    """Places where the header row is blank and something stands below, such as under a merged heading."""
    filled = {place for row in below[:_BELOW] for place in _filled(row)}
    return sorted(filled.difference(_filled(titles)))


def _by_letter(rows: Sequence[Sequence[Cell]]) -> Draft | None:
    """Columns by letter from the first row with several cells."""
    begin = next((at for at, row in enumerate(rows) if len(_filled(row)) >= _ENOUGH), None)
    if begin is None:
        return None
    body = rows[begin:]
    places = sorted({place for row in body for place in _filled(row)})
    columns = [
        drafted(column_letter(place + 1), [row[place] for row in body if place < len(row)], by_letter=True)
        for place in places
    ]
    return Draft(tuple(columns), header=0, first_row=begin + 1)
