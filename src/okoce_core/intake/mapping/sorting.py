"""Which rows of a sheet are data: not the blank ones, totals, notes, signatures, headers again, nor those left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Final

import attrs

from okoce_core.adapter import Skip
from okoce_core.intake.mapping.asides import Asides
from okoce_core.intake.mapping.cells import Columns, Kept
from okoce_core.intake.mapping.columns import FieldReader
from okoce_core.intake.mapping.headings import Match
from okoce_core.intake.mapping.notes import Notes
from okoce_core.intake.mapping.stating import Defaults
from okoce_core.values import Rejected, partial_date
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing

__all__ = ["LeavingOut", "Rows", "Sorting", "skips"]

Rows = list[Sequence[Cell]]
_BLANKS: Final = " \t\u00a0"
_NO_NAME_BEGINS: Final = frozenset(f"{_BLANKS}(-.0123456789")
"""What no name begins with, but a blank cell or a column number does."""
IDENTITY: Final = {
    "person": ("person.name", "person.nik", "person.phones", "person.email"),
    "enterprise": ("enterprise.name", "enterprise.nib", "enterprise.nspp", "enterprise.npsn"),
}
"""The fields that say whom or what a row is about, by what its rows are of; the name first."""


@attrs.frozen
class LeavingOut:
    """One of the adapter's skips in this sheet: ``out`` tells of a cell at ``place`` whether its row is left out.

    A refusal instead: that cannot be told, and nobody else says so; the row stays. ``keeps``: It names the rows kept.
    """

    place: int
    keeps: bool
    out: Callable[[Cell], bool | Rejected]


def _is_no_name(name: str) -> bool:
    begins = name.lstrip(_BLANKS)[:1]
    return not begins or begins in _NO_NAME_BEGINS


def skips(found: Match, defaults: Defaults) -> list[LeavingOut]:
    """The adapter's skips whose column is there."""
    read = {place for columns in found.persons for column, places in columns if column.to for place in places}
    pairs = [(skip, place) for skip, place in zip(found.adapter.skip, found.skips, strict=True) if place >= 0]
    return [LeavingOut(p, bool(skip.keep), _test(skip, defaults, told=p in read)) for skip, p in pairs]


def _test(skip: Skip, defaults: Defaults, *, told: bool) -> Callable[[Cell], bool | Rejected]:
    """``told``: What is wrong in a cell is told where it is read as a field."""
    if skip.past:
        return lambda cell: _is_past(cell, defaults, told=told)
    if skip.empty is not None:
        return lambda cell: says_nothing(cell) is skip.empty
    words = {_folded(value) for value in (*skip.values, *skip.keep)}
    return lambda cell: (_folded(cell) in words) is bool(skip.values)


def _folded(cell: Cell) -> str:
    return " ".join(text(cell).casefold().split())


def _is_past(cell: Cell, defaults: Defaults, *, told: bool) -> bool | Rejected:
    """Whether a day was over when the file describes things; what cannot be read or compared is not."""
    until, today = partial_date.parse(cell), defaults.observed
    if isinstance(until, Rejected):
        return False if told else until
    return until is not None and today is not None and until.last < today.first


class Sorting:
    """Sorts the rows of one sheet, block by block, from top to bottom.

    Args:
        found: The form and where its columns are. readers: Of each person a row may have. defaults: Of the file.
        ledger: Where what is not data is counted. notes: Where what is left out is noted.
    """

    def __init__(
        self, found: Match, readers: Sequence[Mapping[str, FieldReader]], defaults: Defaults, ledger: Counter[str],
        notes: Notes,
    ) -> None:  # fmt: skip
        self._found, self._ledger, self._notes = found, ledger, notes
        self._width = len(found.titles)
        named, *others = IDENTITY[found.adapter.subject]
        places = [p for of in readers for f in (named, *others) if f in of for p in of[f].places]
        self._names = readers[0][named].places if named in readers[0] else ()
        self._others = [p for p in dict.fromkeys(places) if p not in self._names]
        self._asides = Asides(places, {p for of in readers for reader in of.values() for p in reader.places})
        self._headed = found.header >= 0 and found.adapter.header > 0
        self._name_titles = {found.titles[place] for place in self._names} if self._headed else set()
        self._skips = skips(found, defaults)
        if defaults.observed is None and any(skip.past for skip in found.adapter.skip):
            notes.add("undated", expected="observed = in kiriman.toml, to know what had run out by then", field="skip")

    def data(self, block: Rows, numbers: list[int]) -> tuple[Columns, list[int]]:
        """The columns of the data rows of a block, and the numbers of these rows."""
        block = self._squared(block, numbers)
        cells: list[Sequence[Cell]] = list(zip(*block, strict=True))
        kept = self._kept(block, cells, numbers)
        if kept is None:
            return cells, numbers
        return Kept(cells, kept), list(compress(numbers, kept))

    def _squared(self, block: Rows, numbers: Sequence[int]) -> Rows:
        """Rows of one width: short ones filled up, cells beyond the last heading noted if they say something."""
        width = self._width
        if set(map(len, block)) == {width}:
            return block
        return [row if len(row) == width else self._square(row, n) for row, n in zip(block, numbers, strict=True)]

    def _square(self, row: Sequence[Cell], number: int) -> Sequence[Cell]:
        width = self._width
        if self._headed and any(text(cell) for cell in row[width:]):
            self._notes.add("row-ragged", number, expected=f"{width} cells")
        return [*row[:width], *[""] * (width - len(row))]

    def _kept(self, block: Rows, cells: Sequence[Sequence[Cell]], numbers: Sequence[int]) -> list[bool] | None:
        """Which rows of the block are data; None: all."""
        kept = [True] * len(block)
        before = -1
        for i in self._doubtful(cells, len(block)):
            row = block[i]
            if i > before + 1:
                self._asides.data_went_on()
            before = i
            kind = "skipped" if self._repeats_the_header(row) else self._asides.kind(row)
            if kind != "data":
                kept[i] = False
                self._ledger[kind] += 1
        for skip in self._skips:
            self._leave_out(skip, cells[skip.place], kept, numbers)
        return None if all(kept) else kept

    def _leave_out(self, skip: LeavingOut, column: Sequence[Cell], kept: list[bool], numbers: Sequence[int]) -> None:
        answers: dict[Cell, bool | Rejected] = {}
        for i, cell in enumerate(column):
            if not kept[i]:
                continue
            if cell not in answers:
                answers[cell] = skip.out(cell)
            answer = answers[cell]
            if isinstance(answer, Rejected):
                self._notes.add(answer.code, numbers[i], skip.place, answer.expected, "skip")
            elif answer:
                kept[i] = False
                self._ledger["skipped"] += 1
                self._notes.add("rows-left-out", numbers[i], skip.place)

    def _doubtful(self, cells: Sequence[Sequence[Cell]], size: int) -> Iterable[int]:
        """The rows that name nobody for certain: no name, or nothing beside it; and those that repeat a title."""
        names = [cells[p] for p in self._names]
        others = [cells[p] for p in self._others]
        identified: Iterator[bool] | list[bool] = map(any, zip(*others, strict=True)) if others else [False] * size
        called: Iterator[bool] | list[bool] = map(any, zip(*names, strict=True)) if names else [True] * size
        weak = [i for i, (a, b) in enumerate(zip(called, identified, strict=True)) if not (a and b)]
        for column in names:
            weak += [
                i for i, n in enumerate(column) if type(n) is not str or (n[:1] in _NO_NAME_BEGINS and _is_no_name(n))
            ]
            if not self._name_titles.isdisjoint(column):
                weak += [i for i, name in enumerate(column) if name in self._name_titles]
        return sorted(set(weak))

    def _repeats_the_header(self, row: Sequence[Cell]) -> bool:
        found, titles = self._found.found, self._found.titles
        return self._headed and sum(row[p] == titles[p] and bool(titles[p]) for _, places in found for p in places) > 1
