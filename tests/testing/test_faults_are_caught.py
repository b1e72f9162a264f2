"""Faults planted in an adapter or in the reader, one at a time: each is caught by the check that is named for it."""

from __future__ import annotations

import datetime as dt
import logging
import socket
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from okoce_core.adapter.fields import FIELDS
from okoce_core.adapter.mapping import load_mapping
from okoce_core.evidence import Ledger, Problems
from okoce_core.intake import Reading, ingest
from okoce_core.intake.mapping import headings, mapper, placing, sorting
from okoce_core.intake.mapping.asides import Asides
from okoce_core.intake.outcome import FileReading
from okoce_core.intake.reading import Opened, Sheet
from okoce_core.model.entities import Person
from okoce_core.model.recordset import Roll
from okoce_core.testing.kit.suite import CHECKS
from okoce_core.values import Rejected, name, number, partial_date, phone
from okoce_core.values.cell import text
from okoce_core.values.number import Count
from tests.testing.peserta import FORMS, PESERTA, outcome, outcomes, with_column

# --- Faults of an adapter: parsers that are wrong, headings taken for others, lookups ---------------------------------


def says_what_it_refuses(cell):
    answer = partial_date.parse(cell)
    return Rejected("date-format", f"a date, not {cell}") if isinstance(answer, Rejected) else answer


def refuses_by_a_code_of_its_own(cell):
    answer = partial_date.parse(cell)
    return Rejected("not-my-date", "a date") if isinstance(answer, Rejected) else answer


def nought_where_it_cannot_read(cell):
    answer = number.parse(cell)
    return answer if isinstance(answer, Count) else Count(0, 0)


def today_where_nothing_is_said(cell):
    answer = partial_date.parse(cell)
    return partial_date.PartialDate.of(dt.date(2022, 9, 30)) if answer is None else answer


def by_the_clock(cell):
    return partial_date.parse(cell) if dt.datetime.now(dt.UTC).year > 2000 else None


def by_a_file(cell):
    with Path(__file__).open(encoding="utf-8") as lines:
        return name.parse(cell) if lines.readline() else None


def by_the_network(cell):
    return name.parse(cell) if socket.gethostname() else None


def by_the_log(cell):
    logging.getLogger("rekaan").debug("reading %s", cell)
    return name.parse(cell)


def only_texts(cell):
    return name.parse(cell.strip())


def untrimmed(cell):
    return cell or None


def worked_out(cell):
    return "2" if text(cell) == "=1+1" else FIELDS["enterprise.name"](cell)


ADAPTERS = {
    "a message that holds the cell": (
        with_column("Tanggal Kelas", parse=says_what_it_refuses), "problems_hold_no_cell"),
    "a code nobody knows": (
        with_column("Tanggal Kelas", parse=refuses_by_a_code_of_its_own), "refusals_have_known_codes"),
    "a default that hides a bad count": (
        with_column("Karyawan", parse=nought_where_it_cannot_read), "unknown_is_not_nought"),
    "a default for a cell that says nothing": (
        with_column("Tanggal Kelas", parse=today_where_nothing_is_said), "blank_cells_say_nothing"),
    "the clock": (with_column("Tanggal Kelas", parse=by_the_clock), "no_clock"),
    "a file opened by a parser": (with_column("Usaha", parse=by_a_file), "no_file_is_opened"),
    "the network": (with_column("Usaha", parse=by_the_network), "no_network"),
    "a cell in the log": (with_column("Nama", parse=by_the_log), "nothing_is_logged_or_printed"),
    "a parser that raises": (with_column("Nama", parse=only_texts), "parsers_answer_every_cell"),
    "a parser that is a lambda": (with_column("Nama", parse=lambda c: name.parse(c)), "adapter_can_be_pickled"),
    "a no-break space kept": (with_column("Usaha", parse=untrimmed), "padding_makes_no_difference"),
    "a lookup that is wrong": (with_column("L/P", lookup={"Pria": "P", "Wanita": "L"}), "samples_as_expected"),
    "a lookup that is not read": (with_column("L/P", lookup={"Pria": "Bapak"}), "lookups_are_read"),
    "a heading of another field": (with_column("Domisili", to="person.address"), "samples_as_expected"),
    "a stage that is not proved": (attrs.evolve(PESERTA, stage="financed"), "samples_as_expected"),
    "a heading nobody thought of": (attrs.evolve(PESERTA, ignore=()), "headings_of_the_samples_are_known"),
    "a heading claimed twice": (with_column("NIB", heads=("NIB", "Usaha")), "headings_are_told_apart"),
    "rows about nobody": (
        attrs.evolve(PESERTA, columns=[attrs.evolve(c, required=True) for c in PESERTA.columns[4:7]]),
        "rows_are_about_somebody"),
}  # fmt: skip

# --- Faults of the reader --------------------------------------------------------------------------------------------


def reading_rows(change):
    """A reader whose rows go through ``change``, a function of the rows and the problems so far."""

    def plant(monkeypatch):
        sound = ingest.open_source

        def open_source(name_, data, problems, **options):
            opened = sound(name_, data, problems, **options)
            return Opened(opened.media, [Sheet(s.name, change(s.rows, problems), s.keys) for s in opened.sheets])

        monkeypatch.setattr(ingest, "open_source", open_source)

    return plant


def one_row_down(rows: Iterator, _problems) -> Iterator:
    yield []
    yield from rows


def without_the_fourth(rows: Iterator, _problems) -> Iterator:
    yield from (row for place, row in enumerate(rows) if place != 3)


def without_the_last(rows: Iterator, _problems) -> Iterator:
    before = None
    for row in rows:
        if before is not None:
            yield before
        before = row


def without_blank_rows(rows: Iterator, _problems) -> Iterator:
    yield from (row for row in rows if any(row))


def with_two_columns_exchanged(rows: Iterator, _problems) -> Iterator:
    heads = None
    for row in rows:
        changed = list(row)
        if heads and len(row) > 6 and row[0] != heads[0]:
            changed[5], changed[6] = row[6], row[5]
        heads = heads or (row if len(row) > 6 else None)
        yield changed


def numbers_made_of_digits(rows: Iterator, _problems) -> Iterator:
    yield from ([float(cell) if isinstance(cell, str) and cell.isdigit() else cell for cell in row] for row in rows)


def formulas_worked_out(rows: Iterator, _problems) -> Iterator:
    yield from (["2" if cell == "=1+1" else cell for cell in row] for row in rows)


def up_to_the_first_problem(rows: Iterator, problems) -> Iterator:
    for row in rows:
        if len(problems):
            return
        yield row


def stops_at_the_first_problem(monkeypatch):
    monkeypatch.setattr(mapper, "BLOCK", 1)
    monkeypatch.setattr("okoce_core.intake.sheets.HEADER_DEPTH", 1)
    reading_rows(up_to_the_first_problem)(monkeypatch)


def noting(change):
    """Problems that go through ``change``: None drops one."""

    def plant(monkeypatch):
        sound = Problems.add

        def add(self, code, **where):
            if (changed := change(self, code, where)) is not None:
                sound(self, code, **changed)

        monkeypatch.setattr(Problems, "add", add)

    return plant


def but_not(code):
    return noting(lambda _problems, noted, where: None if noted == code else where)


def field_reader(field, parse):
    return lambda monkeypatch: monkeypatch.setitem(FIELDS, field, parse)


def first_number_only(cell):
    answer = phone.parse(cell)
    return answer[:1] if isinstance(answer, tuple) else answer


def without_its_nought(cell):
    answer = phone.parse(cell)
    return tuple("+62" + one[4:] for one in answer) if isinstance(answer, tuple) else answer


def total_rows_are_data(monkeypatch):
    monkeypatch.setattr(Asides, "kind", lambda _self, row: "data" if any(map(text, row)) else "blank")


def the_header_is_data(monkeypatch):
    sound = headings.matches

    def matches(*asked, **options):
        return [attrs.evolve(match, header=match.header - 1) for match in sound(*asked, **options)]

    monkeypatch.setattr("okoce_core.intake.sheets.matches", matches)
    monkeypatch.setattr(sorting.Sorting, "_repeats_the_header", lambda _self, _row: False)


def the_mark_is_kept(monkeypatch):
    sound = ingest.open_source
    marked = b"\xef\xbb\xbf"

    def open_source(name_, data, problems, **options):
        as_typed = data.decode("cp1252", errors="replace").encode() if data.startswith(marked) else data
        return sound(name_, as_typed, problems, **options)

    monkeypatch.setattr(ingest, "open_source", open_source)


def bad_bytes_raise(monkeypatch):
    sound = ingest.open_source

    def open_source(name_, data, problems, **options):
        if not data.startswith(b"PK"):
            data.decode("utf-8-sig")
        return sound(name_, data, problems, **options)

    monkeypatch.setattr(ingest, "open_source", open_source)


def every_file_counts(monkeypatch):
    sound = ingest.read

    def read(*inputs, **options):
        return Reading(tuple(file for given in inputs for file in sound(given, **options).files))

    monkeypatch.setattr(ingest, "read", read)


def pickles_hold_everything(monkeypatch):
    monkeypatch.setattr(Roll, "__getstate__", lambda self: dict(self.__dict__))


def people_show_their_names(monkeypatch):
    monkeypatch.setattr(Person, "__repr__", lambda self: f"Person({self.name})")


def the_ledger_forgets(monkeypatch):
    def remembered(self, other):
        return Ledger(self.seen + other.seen, self.recorded + other.recorded, 0, self.blank + other.blank, self.skipped)

    monkeypatch.setattr(Ledger, "__add__", remembered)


def readings_show_names(monkeypatch):
    monkeypatch.setattr(FileReading, "__repr__", lambda self: f"FileReading({self.records.people.columns['name']})")


READERS = {
    "rows counted from one too low": (reading_rows(one_row_down), "every_record_says_its_row"),
    "a row dropped in silence": (reading_rows(without_the_fourth), "ledger_accounts_for_every_row"),
    "the last row lost": (reading_rows(without_the_last), "as_many_people_as_were_written"),
    "blank rows dropped, so that row numbers slip": (
        reading_rows(without_blank_rows), "blank_rows_are_counted_and_harmless"),
    "two columns exchanged": (reading_rows(with_two_columns_exchanged), "made_rows_come_back"),
    "numbers made of digits": (reading_rows(numbers_made_of_digits), "made_rows_come_back"),
    "formulas worked out": (reading_rows(formulas_worked_out), "formula_texts_are_inert"),
    "a stop at the first problem": (stops_at_the_first_problem, "every_bad_cell_is_told"),
    "a problem one column to the right": (
        noting(lambda _problems, _code, where: where | {"column": where.get("column", 0) + 1}),
        "bad_cell_is_pointed_at"),
    "a problem in the row above": (
        noting(lambda _problems, _code, where: where | {"row": max(where.get("row", 0) - 1, 0)}),
        "bad_cell_is_pointed_at"),
    "only the first problem told": (
        noting(lambda problems, _code, where: None if len(problems) else where), "every_bad_cell_is_told"),
    "a sheet that is not named": (
        noting(lambda _problems, _code, where: where | {"sheet": ""}), "bad_cell_of_a_workbook_is_pointed_at"),
    "unread columns passed over": (but_not("column-unread"), "new_column_is_noticed_and_harmless"),
    "missing columns passed over": (but_not("column-missing"), "missing_optional_column_costs_itself"),
    "no rows taken for nobody": (but_not("no-rows"), "header_without_rows_is_a_problem"),
    "rows rejected in silence": (but_not("person-missing"), "row_of_bad_cells_is_rejected_aloud"),
    "rows without a person rejected in silence": (but_not("person-missing"), "no_row_is_rejected_in_silence"),
    "the second telephone number lost": (
        field_reader("person.phones", first_number_only), "made_rows_come_back"),
    "a digit of telephone numbers lost": (
        field_reader("person.phones", without_its_nought), "made_rows_come_back"),
    "a total taken for a person": (total_rows_are_data, "totals_and_signatures_are_no_data"),
    "the headings taken for a person": (the_header_is_data, "as_many_people_as_were_written"),
    "a byte order mark kept": (the_mark_is_kept, "byte_order_mark_makes_no_difference"),
    "an exception for a strange byte": (bad_bytes_raise, "any_changed_byte_gives_a_reading"),
    "a file sent twice counted twice": (every_file_counts, "twice_the_file_is_once"),
    "names in a pickle": (pickles_hold_everything, "pickles_hold_no_cell"),
    "names in a repr": (people_show_their_names, "nothing_that_is_shown_holds_a_cell"),
    "names in the repr of a reading": (readings_show_names, "nothing_that_is_shown_holds_a_cell"),
    "rejected rows left out of the ledger": (the_ledger_forgets, "ledger_accounts_for_every_row"),
}  # fmt: skip


ODD = next(path for path in FORMS if path.stem == "odd-cells")
PROJECTS = next(path for path in FORMS if path.stem == "projects")
YEARS = next(path for path in FORMS if path.stem == "years")


def nothing_is_left_out(monkeypatch):
    monkeypatch.setattr(sorting, "skips", lambda _found, _defaults: [])


def nothing_is_gathered(monkeypatch):
    monkeypatch.setattr("okoce_core.intake.mapping.mapper.Gathering", lambda *_: None)


def the_second_of_a_heading_is_the_first(monkeypatch):
    sound = placing.Placing.first
    monkeypatch.setattr(placing.Placing, "first", lambda self, heads, _nth=1: sound(self, heads))


def years_are_added_up(monkeypatch):
    monkeypatch.setattr("okoce_core.intake.mapping.totals.PartialDate.from_iso", lambda _said: None)


FORMS_WITH_MORE = {
    "rows read that are to be left out": (ODD, nothing_is_left_out, "rows_to_leave_out_are_left_out"),
    "one heading taken for its second": (ODD, the_second_of_a_heading_is_the_first, "made_rows_come_back"),
    "every project an enterprise": (PROJECTS, nothing_is_gathered, "rows_that_belong_together_are_one"),
    "a stock added up over the years": (YEARS, years_are_added_up, "totals_add_up"),
}


@pytest.mark.parametrize("fault", FORMS_WITH_MORE)
def test_a_fault_of_the_reader_in_a_form_that_says_more_is_caught(fault, monkeypatch):
    form, plant, check = FORMS_WITH_MORE[fault]
    adapter = load_mapping(form)
    assert outcome(check, adapter, None) == "passed"
    plant(monkeypatch)
    assert outcome(check, adapter, None) == "failed"


def test_the_adapter_without_a_fault_passes_every_check():
    # The form is not refused and has no totals, leaves out no rows and gathers none; all other checks apply.
    states = outcomes(PESERTA)
    assert {name_: state for name_, state in states.items() if state != "passed"} == {
        "totals_add_up": "not applicable",
        "refused_form_gives_nothing": "not applicable",
        "rows_to_leave_out_are_left_out": "not applicable",
        "rows_that_belong_together_are_one": "not applicable",
    }


@pytest.mark.parametrize("fault", ADAPTERS)
def test_a_fault_of_an_adapter_is_caught(fault):
    adapter, check = ADAPTERS[fault]
    assert outcome(check, adapter) == "failed"


@pytest.mark.parametrize("fault", READERS)
def test_a_fault_of_the_reader_is_caught(fault, monkeypatch):
    plant, check = READERS[fault]
    plant(monkeypatch)
    assert outcome(check) == "failed"


def test_no_fault_is_caught_by_a_check_that_does_not_exist():
    assert {check for *_, check in (*ADAPTERS.values(), *READERS.values(), *FORMS_WITH_MORE.values())} <= {
        check.name for check in CHECKS
    }


def test_a_wrong_formula_cell_of_a_parser_is_its_own_affair():
    # A column with a parser of its own may read "=1+1" as it likes; of the others none does.
    assert outcome("formula_texts_are_inert", with_column("Usaha", parse=worked_out)) == "not applicable"
