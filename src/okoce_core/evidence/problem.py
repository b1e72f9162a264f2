"""A problem: a code, a place, what was expected. There is no field that could hold what the cell said (law 8)."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

import attrs

from okoce_core.evidence.codes import CODES, Severity
from okoce_core.evidence.place import Place
from okoce_core.frames import Kind, Record, Tabular
from okoce_core.shown import Shown

__all__ = ["AllProblems", "Problem", "ProblemRows", "Problems"]


@attrs.frozen
class Problem:
    """One thing wrong, in one place or in a run of adjacent rows.

    Attributes:
        code: A code of :data:`~okoce_core.evidence.codes.CODES`.
        place: Where it is first met.
        expected: What would have been read, in our own English words; "" where the code says all.
        field: The field concerned, in the library's terms (``person.nik``); "" for a whole row, sheet or file.
        count: How many rows from ``place.row`` on have it, one under the other.
    """

    code: str
    place: Place
    expected: str = ""
    field: str = ""
    count: int = 1

    @property
    def severity(self) -> Severity:
        """error, warning or notice."""
        return CODES[self.code]

    def record(self) -> Record:
        """The problem as plain values: what, where, on how many rows."""
        place = self.place
        return {
            "code": self.code, "severity": self.severity, "file": place.file, "sheet": place.sheet, "cell": place.cell,
            "row": place.row, "count": self.count, "field": self.field, "expected": self.expected,
        }  # fmt: skip


_COLUMNS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("code", "severity", "file", "sheet", "cell"), "text"),
    **dict.fromkeys(("row", "count"), "whole"),
    **dict.fromkeys(("field", "expected"), "text"),
}


class ProblemRows(Shown, Tabular):
    """Problems that show themselves and leave as a table; iterating gives them, ``len()`` says on how many rows."""

    __slots__ = ()

    def __iter__(self) -> Iterator[Problem]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<problems on {len(self)} rows>"

    def _kinds(self) -> Mapping[str, Kind]:
        return _COLUMNS

    def records(self) -> list[Record]:
        """The problems as plain dicts."""
        return [problem.record() for problem in self]


class Problems(ProblemRows):
    """Where the readers of one file note what goes wrong, compactly: rows are kept per code, sheet and column."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._rows: dict[tuple[str, str, int, str, str], array[int]] = {}

    def add(
        self, code: str, *, sheet: str = "", row: int = 0, column: int = 0, expected: str = "", field: str = ""
    ) -> None:
        """Note a problem. Row and column count from 1; 0 means the whole sheet, or the whole row."""
        key = (code, sheet, column, field, expected)
        rows = self._rows.get(key)
        if rows is None:
            rows = self._rows[key] = array("q")
        rows.append(row)

    def __iter__(self) -> Iterator[Problem]:
        """The problems by place; adjacent rows with the same problem are one."""
        for (code, sheet, column, field, expected), rows in sorted(self._rows.items()):
            whole = rows.count(0)  # of a sheet or file, where rows are not told apart
            for first, count in [*([(0, whole)] if whole else ()), *_runs(sorted(set(rows) - {0}))]:
                yield Problem(code, Place(self.file, sheet, first or None, column or None), expected, field, count)

    def columns(self, code: str) -> list[tuple[str, int]]:
        """The sheets and columns in which a code was met."""
        return sorted({(sheet, column) for met, sheet, column, *_ in self._rows if met == code})

    def totals(self) -> dict[str, int]:
        """How often each code was met."""
        counts: dict[str, int] = {}
        for (code, *_), rows in sorted(self._rows.items()):
            counts[code] = counts.get(code, 0) + len(rows)
        return counts

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._rows.values())


@attrs.frozen(repr=False)
class AllProblems(ProblemRows):
    """The problems of several files, file by file."""

    files: tuple[Problems, ...]

    def __iter__(self) -> Iterator[Problem]:
        return chain.from_iterable(self.files)

    def __len__(self) -> int:
        return sum(map(len, self.files))


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i] != rows[i - 1] + 1:
            yield rows[start], i - start
            start = i
