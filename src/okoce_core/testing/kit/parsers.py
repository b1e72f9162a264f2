"""Checks of how cells are read, column by column: by lookups and parsers; no file is read."""

from __future__ import annotations

import datetime as dt
from typing import Final

from okoce_core.adapter import FIELDS, Column
from okoce_core.evidence import CODES
from okoce_core.intake.mapping.headings import fold
from okoce_core.testing.kit.check import checks, hold
from okoce_core.testing.kit.made_cells import BAD
from okoce_core.testing.kit.trial import Trial
from okoce_core.values import Rejected
from okoce_core.values.cell import Cell, text

__all__ = ["CHECKS"]

_ODD: Final[tuple[Cell, ...]] = (
    None, "", " ", "-", "\0", "'" * 200, "9" * 400, "=1+1", "#REF!", "Ⅳ٣", True, 0, -1, 1.5, float("nan"), float("inf"),
    10**30, dt.date(1900, 1, 1), dt.datetime(2022, 9, 30, 23, 59), dt.time(1, 2), dt.timedelta(days=-1),  # noqa: DTZ001
)  # fmt: skip
_BLANK: Final[tuple[Cell, ...]] = (None, "", "-", "\u00a0")


def lookups_are_read(trial: Trial) -> None:
    """What a lookup puts in place of a cell is read by every field of its column, or says nothing (`""`).

    No two entries that differ in case alone stand for different things.
    """
    for column in trial.adapter.columns:
        for _, meant in column.lookup:
            fits = all(_is_read(column, field, meant) for field in column.to)
            hold(meant == "" or fits, f"a lookup of the column {column.title!r} gives what its field does not read")
        meanings = {(fold(said), meant) for said, meant in column.lookup}
        hold(len(meanings) == len({said for said, _ in meanings}), f"the lookup of {column.title!r} contradicts itself")


def _is_read(column: Column, field: str, text: str) -> bool:
    return not isinstance((column.parse or FIELDS[field])(text), Rejected | None)


def blank_cells_say_nothing(trial: Trial) -> None:
    """Of a blank cell, a dash or a no-break space every column reads nothing (law 2).

    Unknown is not nought, nor a no, nor today; a default hidden in a parser would count for everybody who left
    the cell empty.
    """
    for column in trial.adapter.columns:
        own = {said for said, _ in column.lookup}
        for cell in (cell for cell in _BLANK if text(cell) not in own):
            answers = [column.reading(field)(cell) for field in column.to]
            silent = all(answer is None or isinstance(answer, Rejected) for answer in answers)
            hold(silent, f"the column {column.title!r} reads something from a blank cell")


def parsers_answer_every_cell(trial: Trial) -> None:
    """A column's parser answers every cell with a value, a refusal or nothing, and never raises (law 9).

    It is asked texts, numbers, dates, times, a not-a-number: whatever a reader may give.
    """
    for column in trial.adapter.columns:
        for field in column.to:
            for cell in _ODD:
                hold(_answers(column, field, cell), f"the parser of {column.title!r} raises at a {type(cell).__name__}")


def refusals_have_known_codes(trial: Trial) -> None:
    """What a column's parser refuses, it refuses by a code of the list of problems, which every user can look up."""
    for column in trial.adapter.columns:
        for field in column.to:
            for cell in (*_ODD, *BAD):
                answer = column.reading(field)(cell) if _answers(column, field, cell) else None
                known = not isinstance(answer, Rejected) or answer.code in CODES
                hold(known, f"the parser of {column.title!r} refuses by a code that is not of the list of problems")


def _answers(column: Column, field: str, cell: Cell) -> bool:
    try:
        column.reading(field)(cell)
    except Exception:
        return False
    return True


CHECKS = checks(
    "how cells are read", lookups_are_read, blank_cells_say_nothing, parsers_answer_every_cell,
    refusals_have_known_codes,
)  # fmt: skip
