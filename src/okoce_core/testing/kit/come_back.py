"""Laws of files made from the mapping: what was written in comes back, with its row, and nothing else does."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from okoce_core.testing.kit.check import NotApplicable, checks, hold
from okoce_core.testing.kit.meant import entities, meant, said_by, totals
from okoce_core.testing.kit.told import differing, facts, lines
from okoce_core.testing.kit.trial import Trial

__all__ = ["CHECKS"]

_COUNT = 5


def every_column_can_be_filled(trial: Trial) -> None:
    """For every column a cell can be thought of that it reads, or no law below is tried on it.

    Where a column takes a part of its cells by a pattern, or has a parser of its own, the kit may think of none. Then
    this does not apply, it is told which column, and only a sample can show that it is read.
    """
    unmade = trial.form.unmade()
    told = f"no cell could be made that is read by {', '.join(repr(column.title) for column in unmade)}"
    hold(all(column.take or column.parse for column in unmade), told)
    if unmade:
        raise NotApplicable(told)


def made_file_is_recognised(trial: Trial) -> None:
    """A file with the declared headings, first spelling of each, is read by the adapter without being named."""
    reading = trial.read(trial.form.table())
    hold(reading.files[0].state == "read", "a file of its own headings is not read")


def made_rows_come_back(trial: Trial) -> None:
    """Each value of every row of a made file comes back in its own place.

    The NIK in the NIK, every telephone number of a cell, the day in the stage, the meaning of a lookup and not
    its word.
    """
    trial.only_of_rows()
    by_row = _by_row(trial)
    for number in range(_COUNT):
        row = trial.form.first + number
        lost = meant(trial.form, number) - said_by(by_row[row])
        hold(not lost, f"of row {row} there is no {_named(lost)}")


def nothing_comes_that_nobody_wrote(trial: Trial) -> None:
    """Of people and enterprises nothing is said that is not in a cell of their row or a constant of the mapping."""
    trial.only_of_rows()
    by_row = _by_row(trial)
    for number in range(_COUNT):
        row = trial.form.first + number
        extra = entities(said_by(by_row[row])) - meant(trial.form, number)
        hold(not extra, f"in row {row} nobody wrote {_named(extra)}")


def as_many_people_as_were_written(trial: Trial) -> None:
    """Every row of a made file gives its person, or its several, and at most one enterprise; no more and no fewer."""
    trial.only_of_rows()
    people = 0 if trial.adapter.subject == "enterprise" else len(trial.adapter.repeat) or 1
    by_row = _by_row(trial)
    for row in range(trial.form.first, trial.form.first + _COUNT):
        kinds = [line["type"] for line in by_row[row]]
        hold(kinds.count("person") == people, f"row {row} gives {kinds.count('person')} people, not {people}")
        hold(kinds.count("enterprise") <= 1, f"row {row} gives {kinds.count('enterprise')} enterprises")
    hold(set(by_row) <= set(range(trial.form.first, trial.form.first + _COUNT)), "a row gives records that is no data")


def totals_add_up(trial: Trial) -> None:
    """The totals of a form of numbers are the sums of its cells, by measure and by the day they speak of.

    A stock told for several years is never summed over them.
    """
    trial.only_with_records()
    if not trial.adapter.is_aggregate:
        raise NotApplicable("the form has no totals")
    found = {(t["measure"], t.get("as_of", "")): t["value"] for t in _lines(trial) if t["type"] == "total"}
    hold(found == totals(trial.form, _COUNT), f"{len(found)} totals are not the sums of the cells")


def refused_form_gives_nothing(trial: Trial) -> None:
    """Of a form that is refused no record comes, every row is skipped, and a problem says why."""
    if not trial.adapter.refused:
        raise NotApplicable("the form is not refused")
    reading = trial.read(trial.form.table())
    hold(not [line for line in lines(reading) if line["type"] != "partner"], "records come of it")
    hold(reading.ledger.skipped == reading.ledger.seen, "not every row is skipped")
    hold(any(problem.code == "aggregate-refused" for problem in reading.problems), "no problem says so")


def every_record_says_its_row(trial: Trial) -> None:
    """Every line that comes of a file names a row of the data, and every row of data is named.

    Rows are counted as the partner sees them, blank ones and titles too.
    """
    trial.only_with_records()
    above = [["DAFTAR REKAAN"], [], []] if trial.adapter.header else []
    reading = trial.read([*above, *trial.form.table(_COUNT)])
    first = trial.form.first + len(above)
    rows = {line.get("place", {}).get("row") for line in lines(reading) if line["type"] != "partner"}
    data = set(range(first, first + _COUNT))
    hold(rows <= data, "a record names a row that is no row of data")
    hold(trial.adapter.is_aggregate or rows == data, "a row of data is named by no record")


def ledger_accounts_for_every_row(trial: Trial) -> None:
    """Rows seen are recorded, rejected, blank or skipped, each once (law 1).

    Tried on a file of titles, headings, data, blank rows and a note, of which it is known how many there are of
    each.
    """
    titles = [["DAFTAR REKAAN"], ["Untuk pengujian"], []] if trial.adapter.header else []
    table = [*titles, *trial.form.table(_COUNT), [], ["Catatan: rekaan"]]
    found = trial.read(table).ledger
    hold(found.balances, "the ledger does not balance")
    hold(found.seen == len(table), f"{len(table)} rows were sent and {found.seen} seen")
    if not trial.adapter.refused:
        hold(found.recorded == _COUNT, f"{_COUNT} rows of data were sent and {found.recorded} recorded")
        blank = 1 + sum(not any(row) for row in [*titles, *trial.form.header])
        hold(found.blank == blank, f"{blank} blank rows were sent and {found.blank} seen")


def reading_twice_is_equal(trial: Trial) -> None:
    """The same bytes read again give the same records, ledger and problems: nothing is remembered from file to file."""
    first, second = (trial.read(trial.form.table()) for _ in range(2))
    differing(facts(first), facts(second), "read again")
    hold(first.ledger == second.ledger, "read again the ledger is another")
    hold(list(first.problems) == list(second.problems), "read again the problems are others")


def _lines(trial: Trial) -> list[dict[str, Any]]:
    return lines(trial.read(trial.form.table(_COUNT)))


def _by_row(trial: Trial) -> dict[int, list[dict[str, Any]]]:
    by_row = defaultdict(list)
    for line in _lines(trial):
        if line["type"] != "partner":
            by_row[line["place"]["row"]].append(line)
    return by_row


def _named(told: set[tuple[str, str, str]]) -> str:
    return ", ".join(sorted({f"{kind}.{key}" for kind, key, _ in told}))


CHECKS = checks(
    "what was written comes back", every_column_can_be_filled, made_file_is_recognised, made_rows_come_back,
    nothing_comes_that_nobody_wrote, as_many_people_as_were_written, totals_add_up, refused_form_gives_nothing,
    every_record_says_its_row, ledger_accounts_for_every_row, reading_twice_is_equal,
)  # fmt: skip
