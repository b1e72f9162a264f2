"""Laws of files made from the mapping: a bad cell costs what it carries, is pointed at, and stops nothing (law 9)."""

from __future__ import annotations

from collections.abc import Iterator

from okoce_core.evidence import Problem
from okoce_core.testing.kit.check import NotApplicable, checks, hold
from okoce_core.testing.kit.made_files import as_csv, as_xlsx
from okoce_core.testing.kit.made_form import Table
from okoce_core.testing.kit.told import differing, facts
from okoce_core.testing.kit.trial import Trial, complaints
from okoce_core.testing.kit.written import sheet_of

__all__ = ["CHECKS"]

_NAMING = ("person.name", "person.nik", "person.phones", "person.email", "enterprise.n", "total.")
_BAD = 2
"""The row of data that is made bad, from 0: some stand above it, some below."""


def bad_cell_costs_only_what_it_carries(trial: Trial) -> None:
    """A refused cell is as good as a blank one, in every column that can refuse a cell.

    Nothing is guessed, no default stands in, the rest of the row is kept and the other rows are what they were. The
    day of a total carries its row: a number of no day that can be read belongs to no other day either.
    """
    days = trial.form.feeding("total.as_of")
    for place, text in ((place, text) for place, text in _bad(trial) if place not in days):
        bad, blank = (trial.read(_spoilt(trial, place, cell)) for cell in (text, ""))
        differing(facts(blank), facts(bad), f"with a bad cell under {trial.form.slots[place].head!r} instead of none")


def bad_cell_is_pointed_at(trial: Trial) -> None:
    """The problem of a refused cell names the file, the row, the cell (`C14`) and the field.

    It is tried in every column that can refuse a cell, and no other cell is accused.
    """
    for place, text in _bad(trial):
        good, bad = (as_csv(_spoilt(trial, place, cell)) for cell in ("", text))
        _pointed_at(trial, (good, bad), "", (trial.form.first + _BAD, place))


def bad_cell_of_a_workbook_is_pointed_at(trial: Trial) -> None:
    """In a workbook the problem of a refused cell names the sheet too.

    With a title above, the row is still the one the sheet numbers so.
    """
    titles: Table = [["DAFTAR REKAAN"], []] if trial.adapter.header else []
    for place, text in _bad(trial):
        good, bad = (as_xlsx([*titles, *_spoilt(trial, place, cell)], sheet_of(trial)) for cell in ("", text))
        _pointed_at(trial, (good, bad), sheet_of(trial), (trial.form.first + len(titles) + _BAD, place))


def every_bad_cell_is_told(trial: Trial) -> None:
    """With every cell of two rows bad that can be, each of them is a problem.

    The rows below are read: nothing stops at the first error.
    """
    spoilt = list(_bad(trial))
    table, wanted = trial.form.table(), set()
    for row in (1, 3):
        for place, text in spoilt:
            table[trial.form.first - 1 + row][place] = text
            wanted.add((trial.form.first + row, place + 1))
    reading = trial.read(table)
    found = {(p.place.row, p.place.column) for p in complaints(reading)}
    hold(wanted <= found, f"{len(wanted - found)} of {len(wanted)} bad cells are not told")
    last = trial.form.first + 4
    alive = any(last in {file.records.place("", r).row for r in file.records.people.row} for file in reading.files)
    hold(alive or trial.adapter.is_aggregate or trial.adapter.subject == "enterprise", "the row below them is not read")


def row_of_bad_cells_is_rejected_aloud(trial: Trial) -> None:
    """A row in which nothing can be read gives no record, is rejected and says so; it is not skipped in silence."""
    trial.only_of_rows()
    spoilt = dict(_bad(trial))
    if len(spoilt) < 4 or not set(trial.form.feeding("person.name")) <= set(spoilt):
        raise NotApplicable("too few columns can refuse a cell")
    table = trial.form.table()
    row = trial.form.first - 1 + _BAD
    slots = trial.form.slots
    table[row] = [spoilt.get(n, cell if slots[n].skips else "") for n, cell in enumerate(table[row])]
    reading = trial.read(table)
    hold(reading.ledger.balances and reading.ledger.rejected == 1, "it is not counted as rejected")
    hold(any(p.place.row == row + 1 and p.severity == "error" for p in complaints(reading)), "no error names its row")


def no_row_is_rejected_in_silence(trial: Trial) -> None:
    """Every row that is counted as rejected is named by a problem, whichever of its cells is blank or refused.

    A ledger that balances tells how many rows were lost; who is to mend them must be told which, and why.
    """
    trial.only_with_records()
    bad, slots = dict(trial.form.bad()), trial.form.slots
    free = [place for place, slot in enumerate(slots) if slot.uses and not slot.skips]
    naming = set(trial.form.feeding(*_NAMING)) & set(free)
    blanked = [{place: cell} for place in free for cell in dict.fromkeys(("", "-", bad.get(place, "")))]
    for cells in (*blanked, dict.fromkeys(naming, "")):
        table = trial.form.table()
        row = table[trial.form.first - 1 + _BAD]
        row[:] = [cells.get(place, cell) for place, cell in enumerate(row)]
        reading = trial.read(table)
        rows = {problem.place.row for problem in complaints(reading)}
        named = ", ".join(repr(slots[place].head) for place in cells)
        hold(reading.ledger.rejected <= len(rows), f"a row is rejected for {named}, and no problem says so")


def _bad(trial: Trial) -> Iterator[tuple[int, str]]:
    trial.only_with_records()
    found = trial.form.bad()
    if not found:
        raise NotApplicable("every column takes its cells as they are written")
    yield from found


def _spoilt(trial: Trial, place: int, text: str) -> Table:
    table = trial.form.table()
    table[trial.form.first - 1 + _BAD][place] = text
    return table


def _pointed_at(trial: Trial, files: tuple[bytes, bytes], sheet: str, at: tuple[int, int]) -> None:
    """Whether of two files, without the bad cell and with it, the second says so and no more."""
    (row, place), slot = at, trial.form.slots[at[1]]
    asked = trial.varied(sheets=trial.adapter.sheets if sheet else ())
    without, reading = (trial.read(data, adapter=asked) for data in files)
    said = set(complaints(without))
    found = [problem for problem in complaints(reading) if problem not in said]
    of_cell = [problem for problem in found if (problem.place.row, problem.place.column) == (row, place + 1)]
    hold(of_cell, f"no problem points at the bad cell under {slot.head!r} in row {row}")
    fields = {field for use in slot.uses for field in use.column.to}
    for problem in of_cell:
        where = problem.place
        hold(problem.field in fields, f"the problem under {slot.head!r} names no field of that column")
        here = (where.file, where.sheet) == (reading.files[0].source.name, sheet)
        hold(here, "the problem names another file or sheet")
    others = [problem for problem in found if not _is_of_the_row(problem, row, place)]
    hold(not others, f"a bad cell under {slot.head!r} accuses others")


def _is_of_the_row(problem: Problem, row: int, place: int) -> bool:
    """Whether a problem is of the bad cell, or says of its whole row what it has come to."""
    return problem.place.row in (row, None) and problem.place.column in (place + 1, None)


CHECKS = checks(
    "bad cells", bad_cell_costs_only_what_it_carries, bad_cell_is_pointed_at, bad_cell_of_a_workbook_is_pointed_at,
    every_bad_cell_is_told, row_of_bad_cells_is_rejected_aloud, no_row_is_rejected_in_silence,
)  # fmt: skip
