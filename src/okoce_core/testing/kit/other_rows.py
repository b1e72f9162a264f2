"""Laws of files made from the mapping: rows that are no data, that are left out, or that belong to another."""

from __future__ import annotations

from okoce_core.adapter import Skip
from okoce_core.intake.mapping.headings import fold
from okoce_core.testing.kit.check import NotApplicable, checks, hold
from okoce_core.testing.kit.told import differing, facts, lines
from okoce_core.testing.kit.trial import Trial

__all__ = ["CHECKS"]

_FIVE = 5


def blank_rows_are_counted_and_harmless(trial: Trial) -> None:
    """A blank row between two rows of data and two at the end change nothing but row numbers, and are counted blank."""
    rows = trial.form.rows()
    blank = [""] * len(trial.form.slots)
    reading = trial.read([*trial.form.header, *rows[:2], blank, *rows[2:], [], blank])
    differing(facts(trial.read(trial.form.table()), rows=False), facts(reading, rows=False), "with blank rows")
    above = sum(not any(row) for row in trial.form.header)
    wanted = above if trial.adapter.refused else 3 + above
    hold(reading.ledger.blank == wanted, f"three blank rows are told as {reading.ledger.blank}")


def totals_and_signatures_are_no_data(trial: Trial) -> None:
    """Rows that are no data give no records and are counted as skipped.

    A row of totals, the numbers of the columns below the headings, the headings once more, and the signature at
    the end.
    """
    trial.only_of_rows()
    trial.only_with_headings()
    width = len(trial.form.slots)
    total = ["JUMLAH", *["15" if place in trial.form.feeding("headcount.") else "" for place in range(1, width)]]
    numbered = [str(place + 1) for place in range(width)]
    again = trial.form.header if trial.adapter.header == 1 and width > 1 else []
    below = [total, *again, ["", "Mengetahui,"], ["", "Ketua"]]
    reading = trial.read([*trial.form.header, *([numbered] if width > 3 else []), *trial.form.rows(), *below])
    shifted = facts(reading, shift=int(width > 3))
    differing(trial.made, shifted, "with totals and signatures")


def rows_to_leave_out_are_left_out(trial: Trial) -> None:
    """A row that the mapping leaves out gives no record, is counted as skipped, and a problem says so.

    Where the word by which it is left out is that of a row of totals, such a row is no data anyway.
    """
    trial.only_with_records()
    cells = [(n, skip, _leaving_out(skip)) for n, slot in enumerate(trial.form.slots) for skip in slot.skips]
    tried = [(place, skip, cell) for place, skip, cell in cells if cell is not None]
    if not tried:
        raise NotApplicable("no row is left out, or only by the day the file describes")
    for place, skip, cell in tried:
        table, head = trial.form.table(_FIVE), trial.form.slots[place].head
        table[-2][place] = cell
        reading = trial.read(table)
        hold(reading.ledger.recorded == _FIVE - 1, f"a row is read that is left out by {head!r}")
        hold(reading.ledger.balances and not reading.ledger.rejected, f"a row left out by {head!r} is not skipped")
        told = any(problem.code == "rows-left-out" for problem in reading.problems)
        hold(told or skip.values, f"no problem says that a row is left out by {head!r}")


def _leaving_out(skip: Skip) -> str | None:
    """A cell by which a row is left out; None where it takes the day the file describes."""
    if skip.past:
        return None
    if skip.empty is not None:
        return "" if skip.empty else "ada"
    return skip.values[0] if skip.values else "bukan salah satunya"


def rows_that_belong_together_are_one(trial: Trial) -> None:
    """Rows that the mapping gathers are of one enterprise, and the same thing told twice is told once."""
    gather = trial.adapter.gather
    if gather is None:
        raise NotApplicable("no rows belong together")
    table, slots = trial.form.table(_FIVE), trial.form.slots
    same = [place for place, slot in enumerate(slots) if any(gather.by in use.column.to for use in slot.uses)]
    distinct = [place for place, slot in enumerate(slots) if fold(slot.head) == fold(gather.distinct)]
    hold(same and distinct, "the columns that gather its rows are not declared")
    for number, row in enumerate(table[trial.form.first - 1 :]):
        row[distinct[0]] = f"rekaan-{number}"
    for at, other, places in ((-1, -2, same), (-3, -4, [*same, *distinct])):
        for place in places:
            table[at][place] = table[other][place]
    found = [line["type"] for line in lines(trial.read(table))].count("enterprise")
    hold(found == _FIVE - 2, f"{_FIVE} rows of {_FIVE - 2} enterprises give {found}")


CHECKS = checks(
    "rows that are no data of their own", blank_rows_are_counted_and_harmless, totals_and_signatures_are_no_data,
    rows_to_leave_out_are_left_out, rows_that_belong_together_are_one,
)  # fmt: skip
