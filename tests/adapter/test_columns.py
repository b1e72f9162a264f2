"""What a column takes from a cell, what its field holds, and what is refused at once."""

import json
from textwrap import dedent

import pytest

import okoce_core as okoce
from okoce_core.adapter import FIELDS, KINDS, Adapter, Column, Expect, Partner
from okoce_core.adapter.holding import belongs, kinds_for
from okoce_core.adapter.patterns import check_pattern
from okoce_core.intake.records_out import record_lines
from okoce_core.misuse import Misuse
from okoce_core.values import PartialDate, Rejected
from okoce_core.values.number import Count

NAME = Column("Nama", "person.name", required=True)


def adapter(*columns, **more):
    return Adapter(
        name="uji/daftar", partner=Partner("uji", kind="community"), title="Uji", unit="a person", why="in the list",
        columns=(NAME, *columns), **more,
    )  # fmt: skip


def read(form, text):
    return okoce.read(dedent(text).strip().encode(), adapters=[form])


def said(reading, kind, *fields):
    lines = [json.loads(line) for line in record_lines(reading)]
    return [tuple(line.get(field) for field in fields) for line in lines if line["type"] == kind]


def cells(reading, *among):
    return [(p.code, p.place.cell) for p in reading.problems if p.code in among]


# --- take


def test_thirteen_of_fourteen_digits_are_no_nib():
    # 91200000000133 has 14 digits; its first 13 would be another enterprise's number
    form = adapter(Column("NIB", "enterprise.nib", take=r"(\d{13})"))
    reading = read(form, "Nama,NIB\nSari,91200000000133\nTirta,NIB 9120000000202 / 2021\nAyu,19120000000202\n")
    assert said(reading, "enterprise", "nib") == [("9120000000202",)]
    assert cells(reading, "cell-shape") == [("cell-shape", "B2"), ("cell-shape", "B4")]


@pytest.mark.parametrize(("cell", "taken"), [("12a", "12"), ("a12", "12"), ("12", "12"), ("123", None), ("", None)])
def test_what_is_taken_never_ends_within_a_run_of_digits(cell, taken):
    answer = Column("x", "person.address", take=r"(\d{2})").reading("person.address")(cell)
    assert (None if isinstance(answer, Rejected) else answer) == taken


def test_a_cell_too_long_to_be_searched_has_another_shape():
    reading = Column("x", "person.address", take=r"(\d+)").reading("person.address")
    assert reading("a" * 198 + "12") == "12"  # 200 characters
    assert reading("a" * 199 + "12").code == "cell-shape"


@pytest.mark.parametrize("pattern", ["(.*)*x", "(?:(a+)+)b", "((?:a|bc)*)", "(a*)b*c*d*", r"(?:\d{1,20})+(x)"])
def test_a_pattern_whose_search_may_never_end_is_refused(pattern):
    with pytest.raises(Misuse) as wrong:
        check_pattern(pattern)
    assert wrong.value.code == "take-endless"


@pytest.mark.parametrize("pattern", [r"(\d{13})", r"(?:(?:^|\D)(\d{4}))?$", r"^(.*\d.*)$|", r"((?:\d{1,3}\.)*\d+)"])
def test_patterns_of_real_forms_are_allowed(pattern):
    check_pattern(pattern)


# --- kinds and types


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_kind_it_can_be_read_by(field):
    assert set(kinds_for(field)) <= set(KINDS)
    assert kinds_for(field)


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("person.born", PartialDate(1999), True), ("person.born", "1999", False),
        ("headcount.total", Count(2, 2), True),
        ("headcount.total", 2, False), ("headcount.total", True, False), ("person.phones", ("+62800",), True),
        ("person.membership", ("TDA0001",), True), ("person.membership", "TDA0001", False),
        ("person.phones", "+62800", False), ("permits", ("NIB",), True), ("permits", ("SIM",), False),
        ("person.sex", "M", True), ("person.sex", "L", False), ("role", "owner", True), ("role", "bos", False),
        ("permit.NIB", "9120000000202", True), ("permit.NIB", 5, False), ("person.name", None, True),
        ("person.nik", Rejected("nik-length", "16 digits"), True),
    ],
)  # fmt: skip
def test_what_belongs_in_a_field(field, value, fits):
    assert belongs(field, value) is fits


def test_a_parser_of_the_adapter_that_gives_something_else_costs_the_cell_and_nothing_more():
    form = adapter(Column("TK", "headcount.total", parse=int), Column("Usaha", "enterprise.name"))
    reading = read(form, "Nama,TK,Usaha\nSari,3,Jamu\n")
    assert (said(reading, "person", "name"), said(reading, "headcount", "total")) == ([("Sari",)], [])
    assert cells(reading, "adapter-failed") == [("adapter-failed", "B2")]


# --- permits in a column of their own


@pytest.mark.parametrize("cell", ["ya", "ADA", "v", "sudah punya", "P-IRT", "2153271010012-27", "No. 215/2021"])
def test_a_number_a_yes_or_its_own_name_is_a_permit(cell):
    assert FIELDS["permit.PIRT"](cell) is True


@pytest.mark.parametrize("cell", ["", "-", "tidak", "tdk", "belum", "belum ada", "0"])
def test_a_no_or_nothing_is_no_permit_and_no_problem(cell):
    assert FIELDS["permit.PIRT"](cell) in {None, False}


@pytest.mark.parametrize("cell", ["proses", "dalam proses", "diajukan", "dicabut", "expired", "No. 215 sedang diurus"])
def test_one_that_is_asked_for_or_over_is_not_held_and_a_notice_says_so(cell):
    assert FIELDS["permit.PIRT"](cell).code == "permit-not-held"


@pytest.mark.parametrize("cell", ["lengkap", "biru", "halal", "ditolak", "hilang", "menunggu", "proses, 2021"])
def test_a_word_that_is_neither_is_no_permit_and_says_so(cell):
    assert FIELDS["permit.PIRT"](cell).code in {"permit-unknown", "permit-not-held"}


def test_permits_are_read_from_a_file_by_the_same_words():
    form = adapter(Column("Usaha", "enterprise.name"), Column("PIRT", "permit.PIRT"))
    reading = read(form, "Nama,Usaha,PIRT\nSari,Jamu,proses\nTirta,Kopi,ya\nAyu,Teh,tidak\nWayan,Roti,biru\n")
    assert len(said(reading, "permit", "kind")) == 1  # Tirta's
    assert cells(reading, "permit-not-held", "permit-unknown") == [("permit-not-held", "C2"), ("permit-unknown", "C5")]


# --- what an adapter in code may be


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("stage", "nope"), ("role", "bos"), ("subject", "usaha"), ("sector_scheme", "KBLI1990"), ("header", 4),
        ("known", "maybe"),
    ],
)  # fmt: skip
def test_an_adapter_of_code_is_held_to_the_same_values_as_a_mapping(key, value):
    with pytest.raises(Misuse) as wrong:
        adapter(**{key: value})
    assert (wrong.value.code, key in str(wrong.value)) == ("adapter-value", True)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (lambda: Column("x", nth=0), "column-nth"), (lambda: Column("x", grade="maybe"), "column-grade"),
        (lambda: Column("x", "person.nik", grade="applied"), "column-grade"),
        (lambda: Column("x", "total.as_of", series="a"), "column-moment"), (lambda: Expect(3, 2), "expect-range"),
    ],
)  # fmt: skip
def test_what_means_nothing_is_refused(made, code):
    with pytest.raises(Misuse) as wrong:
        made()
    assert wrong.value.code == code
