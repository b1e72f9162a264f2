"""Laws of files made from the mapping: the same list in another dialect, another spelling or another kind of file."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from okoce_core.testing.kit.check import NotApplicable, checks, hold
from okoce_core.testing.kit.made_files import as_csv, as_json, as_xlsx
from okoce_core.testing.kit.made_form import Form
from okoce_core.testing.kit.told import differing, facts
from okoce_core.testing.kit.trial import Trial, complaints

__all__ = ["CHECKS", "sheet_of"]

_NBSP = "\u00a0"


def delimiter_makes_no_difference(trial: Trial) -> None:
    """Commas, semicolons, tabs and bars between the cells give the same: Excel writes what the region setting says."""
    table = trial.form.table()
    for delimiter, name in ((",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
        differing(trial.made, facts(trial.read(as_csv(table, delimiter))), f"with {name}")


def line_ends_make_no_difference(trial: Trial) -> None:
    """Line ends of Windows, of Unix and of old Macs give the same, in the same rows."""
    table = trial.form.table()
    for line_end, name in (("\r\n", "CR LF"), ("\n", "LF"), ("\r", "CR")):
        differing(trial.made, facts(trial.read(as_csv(table, line_end=line_end))), f"with {name}")


def byte_order_mark_makes_no_difference(trial: Trial) -> None:
    """A byte order mark before a required heading, and UTF-16 as Excel's "Unicode text", give the same."""
    slots = trial.form.slots
    ordered = tuple(sorted(slots, key=lambda slot: not slot.required)) if trial.adapter.header else slots
    plain = as_csv(Form(trial.plain, ordered).table())
    for codec in ("utf-8-sig", "utf-16"):
        differing(trial.made, facts(trial.read(plain.decode().encode(codec))), f"as {codec}")


def padding_makes_no_difference(trial: Trial) -> None:
    """Blanks and no-break spaces around every cell and heading, as copied from a web page, give the same."""
    for blank in (" ", "  ", _NBSP):
        padded = [[f"{blank}{cell}{blank}" if cell else cell for cell in row] for row in trial.form.table()]
        differing(trial.made, facts(trial.read(padded)), "with " + ("no-break spaces" if blank == _NBSP else "blanks"))


def case_of_headings_makes_no_difference(trial: Trial) -> None:
    """Headings in capitals, in small letters, with doubled blanks or a closing colon give the same."""
    trial.only_with_headings()
    rows = trial.form.rows()
    for name, change in (
        ("capitals", str.upper), ("small letters", str.lower), ("doubled blanks", lambda head: head.replace(" ", "  ")),
        ("a closing colon", lambda head: f"{head}:" if head else head),
    ):  # fmt: skip
        deep = trial.adapter.header > 1 and name == "a closing colon"
        header = [[change(head) for head in row] for row in trial.form.header]
        if not deep:  # over two rows a colon stands inside the heading, not at its end
            differing(trial.made, facts(trial.read([*header, *rows])), f"with headings in {name}")


def every_spelling_of_a_heading_is_found(trial: Trial) -> None:
    """Each of the spellings a column declares for its heading finds it."""
    trial.only_with_headings()
    for form in _respelt(trial.form):
        differing(trial.made, facts(trial.read(form.table())), "with another spelling of a heading")


def _respelt(form: Form) -> Iterator[Form]:
    for place, slot in enumerate(form.slots):
        if len(slot.uses) == 1 and slot.uses[0].of == 1 and not slot.skips:
            use = slot.uses[0]
            said = form.adapter.repeat[use.person] if use.person is not None else ""
            for head in use.column.heads[1:]:
                respelt = attrs.evolve(slot, head=head.replace("{}", said))
                yield Form(form.adapter, (*form.slots[:place], respelt, *form.slots[place + 1 :]))


def workbook_says_the_same(trial: Trial) -> None:
    """The same table in a workbook gives the same records, in the same rows, and names the sheet."""
    reading = trial.read(
        as_xlsx(trial.form.table(), sheet_of(trial)), adapter=trial.varied(sheets=trial.adapter.sheets)
    )
    differing(facts(trial.read(trial.form.table()), rows=False), facts(reading, rows=False), "as a workbook")
    rows = {file.records.place("", row).row for file in reading.files for row in file.records.people.row}
    hold(all(row and row >= trial.form.first for row in rows), "in a workbook the rows are numbered otherwise")


def json_says_the_same(trial: Trial) -> None:
    """The same rows as a JSON array, a dotted heading being a key inside an object, give the same records."""
    if trial.adapter.header != 1 or any(slot.nth > 1 for slot in trial.form.slots):
        raise NotApplicable("the form has no single row of headings that all differ")
    reading, table = trial.read(as_json(trial.form.header[0], trial.form.rows())), trial.read(trial.form.table())
    differing(facts(table, rows=False), facts(reading, rows=False), "as JSON")
    same = [p.code for p in complaints(reading)] == [p.code for p in complaints(table)]
    hold(same, "as JSON it has other problems than as a table")


def sheet_of(trial: Trial) -> str:
    """A name of a sheet that the adapter is asked for."""
    return trial.adapter.sheets[0].replace("*", "").replace("?", "x") or "Rekaan" if trial.adapter.sheets else "Rekaan"


CHECKS = checks(
    "what is written otherwise", delimiter_makes_no_difference, line_ends_make_no_difference,
    byte_order_mark_makes_no_difference, padding_makes_no_difference, case_of_headings_makes_no_difference,
    every_spelling_of_a_heading_is_found, workbook_says_the_same, json_says_the_same,
)  # fmt: skip
