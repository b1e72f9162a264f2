"""Laws of files made from the mapping: what cells say stays inside (law 8). A marker is planted in every cell."""

from __future__ import annotations

import contextlib
import io
import logging
import pickle
import traceback
import warnings
from collections.abc import Iterator
from typing import Any, Final, NoReturn

import attrs

from okoce_core.intake import Reading
from okoce_core.testing.kit.check import Broken, NotApplicable, checks, hold
from okoce_core.testing.kit.made_files import as_csv, as_xlsx
from okoce_core.testing.kit.made_form import Table
from okoce_core.testing.kit.trial import Trial
from okoce_core.testing.kit.written import sheet_of

__all__ = ["CHECKS"]

_MARK: Final = "QZXJVK"
_STATEMENTS: Final = ("participations", "ownerships", "permits", "headcounts", "employments")


def problems_hold_no_cell(trial: Trial) -> None:
    """A marker in every cell, in a title and in an unknown heading stands in no problem.

    Neither in what was expected nor in the place, the field, its `repr` or its text.
    """
    for reading in _readings(trial):
        for problem in reading.problems:
            shown = f"{problem!r} {problem} {problem.place} {problem.expected} {problem.field}"
            hold(_MARK not in shown.upper(), f"a problem {problem.code} holds the text of a cell")


def nothing_that_is_shown_holds_a_cell(trial: Trial) -> None:
    """The marker stands in no `repr` or text of a reading, of its files, records, people, enterprises or facts."""
    for reading in _readings(trial):
        for what, shown in _shown(reading):
            hold(_MARK not in shown.upper(), f"the repr of {what} holds the text of a cell")


def nothing_is_logged_or_printed(trial: Trial) -> None:
    """While files are read, the marker goes to no log, whatever its level, to no warning and not to the terminal."""
    written = io.StringIO()
    handler, root = logging.StreamHandler(written), logging.getLogger()
    level, disabled = root.level, root.manager.disable
    root.addHandler(handler)
    root.setLevel(logging.NOTSET)
    logging.disable(logging.NOTSET)
    try:
        with (
            contextlib.redirect_stdout(written),
            contextlib.redirect_stderr(written),
            warnings.catch_warnings(record=True) as warned,
        ):
            list(_readings(trial))
        written.writelines(str(warning.message) for warning in warned)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        logging.disable(disabled)
    hold(_MARK not in written.getvalue().upper(), "the text of a cell is logged or printed")


def pickles_hold_no_cell(trial: Trial) -> None:
    """The marker stands in no pickle of the problems or of the whole reading: neither a cache nor a worker gets it."""
    for reading in _readings(trial):
        for what, pickled in (("the problems", list(reading.problems)), ("the reading", reading)):
            data = pickle.dumps(pickled).upper()
            found = any(_MARK.encode(codec) in data for codec in ("utf-8", "utf-16-le"))
            hold(not found, f"a pickle of {what} holds the text of a cell")


def failing_parser_says_nothing(trial: Trial) -> None:
    """A parser that fails with the cell in its mouth costs the cell, and its exception stays inside.

    The problem holds nothing of it, and the other columns are read.
    """
    trial.only_with_records()
    columns = [attrs.evolve(c, parse=_failing, lookup=(), take="") if c.to else c for c in trial.plain.columns]
    reading = _careful(trial, [*trial.form.header, *_marked(trial)], columns=columns)
    codes = {problem.code for problem in reading.problems}
    hold("adapter-failed" in codes, "a parser that fails is not told of")
    for problem in reading.problems:
        hold(_MARK not in f"{problem!r} {problem.expected}".upper(), "the problem of a parser that fails holds a cell")


def traceback_of_misuse_holds_no_cell(trial: Trial) -> None:
    """An error of the caller, raised while a reading is in his hands, says nothing of it in its text or traceback."""
    from okoce_core.identity import resolve
    from okoce_core.misuse import Misuse

    reading = _careful(trial, [*trial.form.header, *_marked(trial)])
    if not any(len(file.records.people) for file in reading.files):
        raise NotApplicable("nobody is in the file")
    try:
        resolve(pickle.loads(pickle.dumps(reading)))
    except Misuse as raised:
        shown = "".join(traceback.format_exception(raised)) + repr(vars(raised))
        hold(_MARK not in shown.upper(), "an error of the caller holds the text of a cell")
    else:
        raise Broken("a reading without its values is matched all the same")


def _failing(cell: object) -> NoReturn:
    raise RuntimeError(f"cannot read {cell}")


def _marked(trial: Trial) -> Table:
    """Rows whose cells hold the marker: alone, behind what can be read, and as a part of what is taken as written."""
    width, slots, rows = len(trial.form.slots), trial.form.slots, trial.form.rows(4)
    free = [place for place in range(width) if not slots[place].skips]
    for place in free:
        rows[0][place] = f"{_MARK}{place}"
        rows[1][place], rows[2][place] = f"{rows[1][place]} {_MARK}", f"{_MARK} {rows[2][place]}"
    for place in set(free) & set(trial.form.feeding("person.name", "enterprise.name", "person.address")):
        rows[3][place] = f"Sari {_MARK}"
    for place in set(free) & set(trial.form.feeding("person.email")):
        rows[3][place] = f"{_MARK.lower()}@example.org"
    return [*rows, [f"Catatan {_MARK}"], ["JUMLAH", _MARK], [_MARK] * (width + 2)]


def _readings(trial: Trial) -> Iterator[Reading]:
    """Readings of files that hold the marker wherever a partner may write."""
    header, rows = trial.form.header, _marked(trial)
    titles: Table = [[f"JUDUL {_MARK}"]] if trial.adapter.header else []
    table = [*titles, *header[:-1], *([[*header[-1], f"{_MARK} kepala"]] if header else []), *rows]
    yield _careful(trial, table)
    yield _careful(trial, as_csv(table) + f'"{_MARK},{_MARK}\n"'.encode())
    yield _careful(trial, [[f"{_MARK}{n}" for n in range(4)], *rows])
    with contextlib.suppress(NotApplicable):
        yield _careful(trial, as_xlsx(table, sheet_of(trial)))


def _careful(trial: Trial, file: Table | bytes, **changes: Any) -> Reading:
    """The reading; an exception, which nothing in a file may cause, is not let out with what it holds."""
    try:
        return trial.read(file, adapter=trial.varied(**changes))
    except Exception as raised:
        held = _MARK in "".join(traceback.format_exception(raised)).upper()
        raise Broken(f"{type(raised).__name__} is raised" + ", with the text of a cell" * held) from None


def _shown(reading: Reading) -> Iterator[tuple[str, str]]:
    yield "the reading", f"{reading!r} {reading} {reading.inputs}"
    for file in reading.files:
        yield "a file", f"{file!r} {file.source!r} {file.ledger!r} {file.problems!r}"
        yield "the people", f"{file.records.people!r} {[repr(person) for person in file.records.people]}"
        yield "the enterprises", f"{file.records.enterprises!r} {[repr(unit) for unit in file.records.enterprises]}"
        for kind in _STATEMENTS:
            said = getattr(file.records, kind)
            yield kind, f"{said!r} {said.facts!r} {[repr(one) for one in said]}"


CHECKS = checks(
    "privacy", problems_hold_no_cell, nothing_that_is_shown_holds_a_cell, nothing_is_logged_or_printed,
    pickles_hold_no_cell, failing_parser_says_nothing, traceback_of_misuse_holds_no_cell,
)  # fmt: skip
