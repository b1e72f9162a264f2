"""Laws of files made from the mapping: the same list with rows and columns arranged otherwise, or sent otherwise."""

from __future__ import annotations

from okoce_core.testing.kit.check import checks, hold
from okoce_core.testing.kit.made_files import as_csv
from okoce_core.testing.kit.made_form import Form, Table
from okoce_core.testing.kit.slots import Slot
from okoce_core.testing.kit.told import Facts, differing, facts
from okoce_core.testing.kit.trial import UNREAD, Trial

__all__ = ["CHECKS"]

_NEW = "Kolom Rekaan Baru"


def order_of_rows_makes_no_difference(trial: Trial) -> None:
    """The rows in any order give the same people, enterprises and facts (law 6)."""
    rows = trial.form.rows()
    wanted = facts(trial.read(trial.form.table()), rows=False)
    for order in (rows[::-1], [*rows[2:], *rows[:2]]):
        differing(wanted, facts(trial.read([*trial.form.header, *order]), rows=False), "with the rows in another order")


def order_of_columns_makes_no_difference(trial: Trial) -> None:
    """The columns in any order give the same; columns of one heading keep theirs, since `nth` tells them apart."""
    trial.only_with_headings()
    for slots in (trial.form.slots[::-1], (*trial.form.slots[3:], *trial.form.slots[:3])):
        alike = {slot.head: iter(sorted((s for s in slots if s.head == slot.head), key=_nth)) for slot in slots}
        moved = tuple(next(alike[slot.head]) for slot in slots)
        differing(trial.made, facts(trial.read(Form(trial.plain, moved).table())), "with the columns in another order")


def _nth(slot: Slot) -> int:
    return slot.nth


def titles_above_make_no_difference(trial: Trial) -> None:
    """Titles, a date and blank rows above the headings give the same, that many rows further down."""
    trial.only_with_headings()
    titles = [["DAFTAR REKAAN"], ["Periode", "2021"], [], ["Dicetak untuk pengujian"], []]
    shifted = facts(trial.read([*titles, *trial.form.table()]), shift=len(titles))
    differing(trial.made, shifted, "below titles")


def new_column_is_noticed_and_harmless(trial: Trial) -> None:
    """A column nobody declared changes no record, and a notice points at its heading, wherever it stands."""
    trial.only_with_headings()
    table = trial.form.table()
    depth, width = len(trial.form.header), len(trial.form.slots)
    for place in (0, width):
        cells = [[*row[:place], _NEW if n == depth - 1 else "x", *row[place:]] for n, row in enumerate(table)]
        for above in range(depth - 1):
            cells[above][place] = _NEW if place and above == 0 else ""  # to its right it would cover the others
        reading = trial.read(cells)
        differing(trial.made, facts(reading), "with a new column")
        told = [p.place.column for p in reading.problems if p.code in UNREAD]
        hold(told.count(place + 1) == 1, "no notice points at the heading of a new column")


def missing_optional_column_costs_itself(trial: Trial) -> None:
    """Without a column that is not required the file is read as if its cells were blank, and a warning names it."""
    trial.only_with_headings()
    slots = trial.form.slots
    for place, slot in enumerate(slots):
        rest = Form(trial.plain, (*slots[:place], *slots[place + 1 :]))
        if not _may_be_missing(slot, trial.form) or not any(rest.header[-1]):
            continue
        blank = [[*row[:place], "", *row[place + 1 :]] for row in trial.form.rows()]
        reading = trial.read(rest.table())
        differing(facts(trial.read([*trial.form.header, *blank])), facts(reading), f"without {slot.head!r}")
        hold(any(p.code == "column-missing" for p in reading.problems), f"nothing says that {slot.head!r} is missing")


def _may_be_missing(slot: Slot, form: Form) -> bool:
    """Whether the law holds of a slot: not of one among several that make a cell, a person or the days of stages.

    Where no column of a stage is there, standing in the list is what a row tells of; where none of a role is, the role
    is the form's; where none of the day of a headcount is, it is that of the row: more than a blank cell says.
    """
    alone = sum(other.head == slot.head for other in form.slots) == 1
    plain = all(use.of == 1 and use.person is None for use in slot.uses)
    telling = form.feeding("role", "headcount.date", *(("date", "stage.") if form.feeding("stage.") else ()))
    useful = bool(slot.uses) and not slot.required and not slot.skips
    return useful and alone and plain and form.slots.index(slot) not in telling


def twice_the_file_is_once(trial: Trial) -> None:
    """The same bytes sent twice give the records once, and a notice says that they came before (law 6)."""
    data = as_csv(trial.form.table())
    reading = trial.read(data, data)
    differing(trial.made, facts(reading), "sent twice")
    hold([file.state for file in reading.files] == ["read", "repeated"], "the second is not told as repeated")


def two_files_are_their_union(trial: Trial) -> None:
    """A list in two files gives what each gives; where rows become records, what the list gives in one."""
    header, rows = trial.form.header, trial.form.rows()
    halves: list[Table] = [[*header, *rows[:2]], [*header, *rows[2:]]]
    apart: Facts = sum((_without_partner(facts(trial.read(half))) for half in halves), Facts())
    differing(apart, _without_partner(facts(trial.read(*halves))), "in two files")
    if not trial.adapter.is_aggregate:
        whole = facts(trial.read(trial.form.table()), rows=False)
        differing(whole, facts(trial.read(*halves), rows=False), "in two files instead of one")


def _without_partner(told: Facts) -> Facts:
    return Facts({line: times for line, times in told.items() if '"type": "partner"' not in line})


CHECKS = checks(
    "what is arranged otherwise", order_of_rows_makes_no_difference, order_of_columns_makes_no_difference,
    titles_above_make_no_difference, new_column_is_noticed_and_harmless, missing_optional_column_costs_itself,
    twice_the_file_is_once, two_files_are_their_union,
)  # fmt: skip
