"""A table in the partner's own form, made of what the adapter declares, and what must come of each row of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

import attrs

from okoce_core.adapter import Adapter, Column, Skip
from okoce_core.testing.kit.made_cells import Made, answers, bad_cell, made, meaning
from okoce_core.testing.kit.slots import Slot, Use, slots_of, uses_in_order
from okoce_core.values import Rejected

__all__ = ["Form", "Row", "Table"]

Row = list[str]
Table = list[Row]

_TITLE: Final = "DAFTAR REKAAN"
_LABEL: Final = "Rekaan"
_SEVERAL: Final = " / "
_APART: Final = 300


@attrs.frozen
class Form:
    """The form of an adapter, ready to be filled in.

    Attributes:
        adapter: Whose form. slots: The columns of the file.
    """

    adapter: Adapter
    slots: tuple[Slot, ...]
    _rows: Table = attrs.field(factory=list, init=False, eq=False, repr=False)

    @classmethod
    def of(cls, adapter: Adapter) -> Form:
        """The form as the adapter declares it."""
        return cls(adapter, slots_of(adapter))

    @cached_property
    def header(self) -> Table:
        """The rows above the data: the headings, or where a form has none what fills the rows above its first."""
        depth = self.adapter.header
        if depth == 0:
            return [[_TITLE] for _ in range(self.adapter.first_row - 1)]
        return _stacked([slot.head for slot in self.slots], depth)

    @cached_property
    def first(self) -> int:
        """The row of the first person, where nothing stands above the header."""
        return len(self.header) + 1

    def table(self, count: int = 5) -> Table:
        """The header and ``count`` rows."""
        return [*self.header, *self.rows(count)]

    def rows(self, count: int = 5) -> Table:
        """Rows that are all different."""
        for number in range(len(self._rows), count):
            self._rows.append([self._cell(slot, number) for slot in self.slots])
        return [row.copy() for row in self._rows[:count]]

    def said(self, number: int) -> Iterator[tuple[Use, Made]]:
        """What the cells of a row say, for each of the adapter's columns of which a cell can be made, in its order."""
        for use in uses_in_order(self.adapter, self.slots):
            slot = next(slot for slot in self.slots if use in slot.uses)
            if cell := self._made(slot, use, number):
                yield use, cell

    def unmade(self) -> list[Column]:
        """The columns that feed a field and of which no cell can be made."""
        reached = {use.column for use, _ in self.said(0)}
        return [column for column in self.adapter.columns if column.to and column not in reached]

    def bad(self) -> list[tuple[int, str]]:
        """The slots of which a cell can be made that is refused, with such a cell."""
        found = []
        for place, slot in enumerate(self.slots):
            alone = [use.column for use in slot.uses if use.of == 1 and use.column.to]
            texts = [bad_cell(column) for column in alone] if len(alone) == len(slot.uses) and not slot.skips else []
            if texts and texts[0] is not None:
                found.append((place, texts[0]))
        return found

    def feeding(self, *beginnings: str) -> list[int]:
        """The places of the slots that feed a field of these."""
        return [
            place for place, slot in enumerate(self.slots)
            if any(field.startswith(beginnings) for use in slot.uses for field in use.column.to)
        ]  # fmt: skip

    def _cell(self, slot: Slot, number: int) -> str:
        texts = self._texts(slot, number)
        kept = _kept(slot.skips, texts)
        if kept is not None:
            return kept
        if not texts and slot.required:  # a heading that must be there has something under it, read or not
            return f"{_LABEL} {number + 1}"
        return next((text for text in _together(texts) if self._serves(slot, text)), texts[0] if texts else "")

    def _texts(self, slot: Slot, number: int) -> list[str]:
        """The text of each of the columns that read the slot."""
        cells = [(use, made(use.column, self._number(use, number))) for use in slot.uses if use.column.to]
        return list(dict.fromkeys(_part(cell.text, use) for use, cell in cells if cell))

    def _number(self, use: Use, number: int) -> int:
        """Of several persons in a row each is somebody else, and so are the cells of several columns of one heading."""
        several = len(self.adapter.repeat) or 1
        return number * several + (use.person or 0) + _APART * (use.column.nth - 1)

    def _made(self, slot: Slot, use: Use, number: int) -> Made | None:
        """What a column reads from the cell that stands there; None where it is not what was made for it."""
        cell = made(use.column, self._number(use, number)) if use.column.to else None
        if cell is None or use.of > 1:
            return cell if cell and _parts(cell.text, use) else None
        text = self._cell(slot, number)
        return cell if text == cell.text else _reread(use.column, text)

    def _serves(self, slot: Slot, text: str) -> bool:
        return all(use.of > 1 or not use.column.to or _reread(use.column, text) for use in slot.uses)


def _reread(column: Column, text: str) -> Made | None:
    """What a column reads from a text that was not made for it alone."""
    said = answers(column, text)
    if any(isinstance(answer, Rejected | None) for answer in said.values()):
        return None
    return Made(text, {field: meaning(answer) for field, answer in said.items()})


def _part(text: str, use: Use) -> str:
    """The part of a text that stands in one of the columns it is joined from."""
    return text if use.of == 1 else (_parts(text, use) or [""] * use.of)[use.part]


def _parts(text: str, use: Use) -> Row | None:
    """A text in parts that come to the same when they are joined; None where no such parts are found."""
    for pieces in (re.split("[-/. ]", text), text.split(), [text]):
        parts = [*pieces, *[""] * (use.of - len(pieces))]
        joined = use.column.between.join(filter(None, parts))
        if len(parts) == use.of and _same(use.column, joined, text):
            return parts
    return None


def _same(column: Column, text: str, other: str) -> bool:
    said = answers(column, text)
    return said == answers(column, other) and not any(isinstance(answer, Rejected | None) for answer in said.values())


def _together(texts: Sequence[str]) -> Iterator[str]:
    """Texts to try where several columns read one cell: each alone, then all of them, either way round."""
    yield from texts
    yield _SEVERAL.join(texts)
    yield _SEVERAL.join(reversed(texts))


def _kept(skips: tuple[Skip, ...], texts: Sequence[str]) -> str | None:
    """A cell by which no row is left out, where the tests of the slot decide it; None: any that was made will do."""
    for skip in skips:
        if skip.keep:
            return skip.keep[0]
        if skip.empty is False:
            return ""
        if skip.empty and not texts:
            return "ada"
    return None


def _stacked(heads: Sequence[str], depth: int) -> Table:
    """Headings over ``depth`` rows: ``"Tenaga Kerja / L"`` stands in two, the upper one once as in a merged cell."""
    if depth == 1:
        return [list(heads)]
    parts = [[*head.split(_SEVERAL, depth - 1), *[""] * depth][:depth] for head in heads]
    rows = [[part[level] for part in parts] for level in range(depth)]
    for level in range(depth - 1):
        for place in range(len(heads) - 1, 0, -1):
            grouped = parts[place][level + 1] and parts[place][: level + 1] == parts[place - 1][: level + 1]
            rows[level][place] = "" if grouped else rows[level][place]
    return rows if any(rows[-1]) else [*rows[-1:], *rows[:-1]]
