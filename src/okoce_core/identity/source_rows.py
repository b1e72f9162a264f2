"""A resolved population as rows of the files it was read from: who each row is about, and who it may also be."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from okoce_core.frames import Kind, Records
from okoce_core.identity.population import Doubt, Population
from okoce_core.identity.pseudonyms import enterprise_pseudonyms, person_pseudonyms
from okoce_core.intake.outcome import FileReading
from okoce_core.model.recordset import SHEET_BITS, Roll

__all__ = ["COLUMNS", "SourceRow", "named_rows", "numbered_names", "source_rows", "table_of_rows"]


@attrs.frozen
class SourceRow:
    """A row of data of a file.

    Attributes:
        file, sheet, row: Where, as the partner sees it.
        person, enterprise: Whom and what it is about; several are joined by blanks, "" where none.
        doubt: Other people that the person of this row may also be.
    """

    file: str
    sheet: str
    row: int
    person: str
    enterprise: str
    doubt: str


COLUMNS: Final = tuple(field.name for field in attrs.fields(SourceRow))
_STATEMENTS: Final = ("participations", "ownerships", "permits", "headcounts", "employments")
_By = dict[int, list[int]]


def numbered_names(numbers: array[int]) -> list[str]:
    """The number of each as a name, from "1", in the order in which they come in the files."""
    order = {number: str(place) for place, number in enumerate(dict.fromkeys(numbers), 1)}
    return [order[number] for number in range(len(order))]


def named_rows(population: Population, key: bytes | None) -> Iterator[SourceRow]:
    """:func:`source_rows`, people and enterprises under pseudonyms by the key, or numbered where there is none."""
    if key is None:
        return source_rows(population, numbered_names(population.person), numbered_names(population.enterprise))
    people = person_pseudonyms(population, key)
    return source_rows(population, people, enterprise_pseudonyms(population, people, key))


def table_of_rows(population: Population, key: bytes | None) -> Records:
    """The same as a table."""
    kinds: dict[str, Kind] = {name: "whole" if name == "row" else "text" for name in COLUMNS}
    return Records(kinds, [attrs.astuple(row) for row in named_rows(population, key)])


def source_rows(population: Population, people: Sequence[str], enterprises: Sequence[str]) -> Iterator[SourceRow]:
    """One for each row of data that was recorded or rejected, file by file, sheet by sheet, from the top.

    Args:
        people, enterprises: How each number of the population is called.
    """
    also = _may_be(population.doubts)
    person_start = enterprise_start = 0
    for file in population.reading.files:
        records = file.records
        persons = _by_row(records.people, population.person, person_start)
        units = _by_row(records.enterprises, population.enterprise, enterprise_start)
        if records.people.ids or records.enterprises.ids:
            _add_statements(file, population, (person_start, enterprise_start), (persons, units))
        for row in sorted(records.rows):
            sheet, line = divmod(row, 1 << SHEET_BITS)
            who, what = (list(dict.fromkeys(by.get(row, ()))) for by in (persons, units))
            others = sorted({other for number in who for other in also.get(number, ())} - set(who))
            yield SourceRow(
                file.source.name, records.sheets[sheet] if records.sheets else "", line,
                _joined(who, people), _joined(what, enterprises), _joined(others, people),
            )  # fmt: skip
        person_start, enterprise_start = person_start + len(records.people), enterprise_start + len(records.enterprises)


def _joined(numbers: Iterable[int], names: Sequence[str]) -> str:
    return " ".join([names[number] for number in numbers])


def _may_be(doubts: Iterable[Doubt]) -> dict[int, set[int]]:
    also: dict[int, set[int]] = {}
    for doubt in doubts:
        also.setdefault(doubt.a, set()).add(doubt.b)
        also.setdefault(doubt.b, set()).add(doubt.a)
    return also


def _by_row(roll: Roll[Any], numbers: array[int], start: int) -> _By:
    by: _By = {}
    for entry, row in enumerate(roll.row, start):
        by.setdefault(row, []).append(numbers[entry])
    for row, entry in roll.again.items():
        by.setdefault(row, []).append(numbers[start + entry])
    return by


def _add_statements(file: FileReading, population: Population, starts: tuple[int, int], by: tuple[_By, _By]) -> None:
    """In okoce-records a statement is a row of its own; in a partner's form it stands in the row of its person."""
    for name in _STATEMENTS:
        told: Any = getattr(file.records, name)
        about_people = name == "participations"
        for subject, other, row in zip(told.subject, told.other, told.row, strict=True):
            if about_people:
                by[0].setdefault(row, []).append(population.person[starts[0] + subject])
                continue
            by[1].setdefault(row, []).append(population.enterprise[starts[1] + subject])
            if other >= 0:
                by[0].setdefault(row, []).append(population.person[starts[0] + other])
