"""Laws of files made from the mapping: what is not there is told, and is never nought (law 2)."""

from __future__ import annotations

from okoce_core.testing.kit.check import NotApplicable, checks, hold
from okoce_core.testing.kit.made_form import Form, Table
from okoce_core.testing.kit.told import lines, numbers
from okoce_core.testing.kit.trial import Trial

__all__ = ["CHECKS"]

_COUNTS = ("headcount.total", "headcount.full", "headcount.part", "headcount.casual", "headcount.third", "total.")
_PROOFS = ("enterprise.name", "enterprise.nib", "enterprise.nspp", "enterprise.npsn")


def missing_required_column_is_told_once(trial: Trial) -> None:
    """Without a required column the file is not read and no record comes of it.

    One error, and no more, says which heading is missing: half a form is not guessed at.
    """
    trial.only_with_headings()
    slots = trial.form.slots
    for place, slot in enumerate(slots):
        if slot.required and slot.nth == 1 and sum(other.head == slot.head for other in slots) == 1:
            reading = trial.read(Form(trial.plain, (*slots[:place], *slots[place + 1 :])).table())
            hold(reading.files[0].state == "not readable", f"without {slot.head!r} the file is read all the same")
            hold(not lines(reading), f"without {slot.head!r} records come of it")
            errors = [problem for problem in reading.problems if problem.severity == "error"]
            hold(len(errors) == 1, f"without {slot.head!r} there are {len(errors)} errors, not one")


def header_without_rows_is_a_problem(trial: Trial) -> None:
    """A file of headings and no rows is an error, and no total of nought: the partner has sent nothing."""
    trial.only_with_headings()
    reading = trial.read([["DAFTAR REKAAN"], *trial.form.header])
    told = [line["type"] for line in lines(reading)]
    hold(set(told) <= {"partner"}, "records come of a file without rows")
    hold(any(problem.severity == "error" for problem in reading.problems), "no error says that there are no rows")


def empty_file_is_a_problem(trial: Trial) -> None:
    """An empty file, or one of blanks, is not readable and says so; it is no list of nobody."""
    for data in (b"", b" \r\n\r\n ", b"\xef\xbb\xbf"):
        reading = trial.read(data)
        hold(not reading.readable and list(reading.problems), "an empty file is read as if it were a list")


def unknown_is_not_nought(trial: Trial) -> None:
    """Where a number is blank, a dash, a question mark or words, no number comes of the row.

    Who did not answer has not said that nobody works there.
    """
    for cell in ("", "-", "?", "belum diisi", "banyak"):
        reading = trial.read(_counts_replaced(trial, cell))
        hold(not list(numbers(reading)), f"a number comes of {cell!r}")


def nought_that_was_said_is_known(trial: Trial) -> None:
    """Where the cells say 0 the number is 0 and not unknown.

    Something else in the row must show that there is a business, since a bare 0 does not.
    """
    table = _counts_replaced(trial, "0")
    if not trial.adapter.is_aggregate and not trial.form.feeding(*_PROOFS):
        raise NotApplicable("nothing but its workers shows that there is a business")
    if any(use.column.lookup or use.column.take for place in trial.form.feeding(*_COUNTS)
           for use in trial.form.slots[place].uses):  # fmt: skip
        raise NotApplicable("a number is written in words of the form's own")
    found = {number for _, number in numbers(trial.read(table))}
    hold(found == {0}, "0 is not read as 0")


def _counts_replaced(trial: Trial, cell: str) -> Table:
    trial.only_with_records()
    places = trial.form.feeding(*_COUNTS)
    days = {place for place in places if "total.as_of" in trial.form.slots[place].uses[0].column.to}
    replaced = [place for place in places if place not in days]
    constant = any(field.startswith(_COUNTS) for field, _ in trial.adapter.constants)
    if not replaced or constant:
        raise NotApplicable("the form has no numbers of its own")
    rows = [[cell if place in replaced else said for place, said in enumerate(row)] for row in trial.form.rows()]
    return [*trial.form.header, *rows]


CHECKS = checks(
    "what is not there", missing_required_column_is_told_once, header_without_rows_is_a_problem,
    empty_file_is_a_problem, unknown_is_not_nought, nought_that_was_said_is_known,
)  # fmt: skip
