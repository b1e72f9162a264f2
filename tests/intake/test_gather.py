"""Rows that tell of one enterprise become one: what is of each row stays, numbers are added over distinct rows."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest

import okoce_core as okoce
from okoce_core.identity.source_rows import numbered_names, source_rows
from okoce_core.intake.mapping import parse_mapping
from okoce_core.intake.records_out import record_lines

FORM = """
name = "uji/proyek"
title = "Proyek"
unit = "a project"
why = "A register of enterprises."
subject = "{subject}"
{more}
[partner]
id = "uji"
kind = "government"
[gather]
by = "enterprise.nib"
distinct = "Proyek"
[[column]]
from = "NIB"
to = "enterprise.nib"
required = true
"""
COLUMNS = {"Nama": "person.name", "HP": "person.phones", "Usaha": "enterprise.name", "TKI": "headcount.total"}


def form(*tables, subject="enterprise", more="", **columns):
    said = FORM.format(subject=subject, more=more)
    for head, to in (COLUMNS | columns).items():
        if subject == "person" or not to.startswith("person"):
            said += f'[[column]]\nfrom = "{head}"\nto = "{to}"\n'
    return parse_mapping(said + "".join(map(dedent, tables)))


def read(adapter, text):
    return okoce.read(dedent(text).strip().encode(), adapters=[adapter])


def lines(reading, kind):
    return [line for line in map(json.loads, record_lines(reading)) if line["type"] == kind]


def workers(reading):
    """The total of each enterprise, by its name."""
    names = {line["id"]: line.get("name") for line in lines(reading, "enterprise")}
    return {names[line["enterprise"]]: line.get("total") for line in lines(reading, "headcount")}


def codes(reading):
    return [(p.code, p.place.cell, p.count) for p in reading.problems if p.code not in {"undated", "column-missing"}]


ABORTED = '[[skip]]\ncolumn = "Status"\nvalues = ["batal"]\n'


def test_rows_that_are_left_out_add_nothing_and_take_no_enterprise_with_them():
    reading = read(
        form(ABORTED),
        """
        NIB,Usaha,TKI,Proyek,Status
        9120000000011,Satu,2,P1,aktif
        9120000000011,Satu,30,P2,batal
        9120000000022,Dua,40,P1,batal
        9120000000022,Dua,4,P2,aktif
        """,
    )
    assert workers(reading) == {"Satu": 2, "Dua": 4}
    assert [line["place"]["row"] for line in lines(reading, "enterprise")] == [2, 5]
    assert (reading.ledger.recorded, reading.ledger.skipped) == (2, 3)  # the header and the two


def test_totals_and_blank_rows_are_in_no_enterprise():
    reading = read(form(), "NIB,Usaha,TKI,Proyek\n9120000000011,Satu,2,P1\n,,,\n9120000000011,Satu,3,P2\nJumlah,,5,\n")
    assert workers(reading) == {"Satu": 5}


@pytest.mark.parametrize("filler", ["-", "belum ada", "9.12E+12", "0000000000000", ""])
def test_rows_without_a_number_that_can_be_read_are_enterprises_alone(filler):
    reading = read(form(), f"NIB,Usaha,TKI,Proyek\n{filler},Satu,2,P1\n{filler},Dua,3,P2\n")
    assert workers(reading) == {"Satu": 2, "Dua": 3}


def test_one_number_written_in_two_ways_is_one_enterprise():
    reading = read(form(), "NIB,Usaha,TKI,Proyek\n9120 0000 00011,Satu,2,P1\n9120000000011,Satu,3,P2\n")
    assert workers(reading) == {"Satu": 5}


def test_every_row_keeps_its_own_person_and_all_of_them_own_the_enterprise():
    reading = read(
        form(subject="person"),
        """
        NIB,Nama,HP,Usaha,TKI,Proyek
        9120000000011,Sari,0800-1000-001,Kedai,2,P1
        9120000000011,Budi,0800-1000-002,Kedai,3,P2
        9120000000022,Citra,,Warung,1,P3
        """,
    )
    people = {line["id"]: (line["name"], line.get("phones")) for line in lines(reading, "person")}
    assert list(people.values()) == [
        ("Sari", ["+628001000001"]),
        ("Budi", ["+628001000002"]),
        ("Citra", None),
    ]
    owned = {(people[line["person"]][0], line["enterprise"]) for line in lines(reading, "ownership")}
    assert owned == {("Sari", "e1"), ("Budi", "e1"), ("Citra", "e2")}
    assert workers(reading) == {"Kedai": 5, "Warung": 1}
    assert len(lines(reading, "participation")) == 3


def test_a_team_in_a_later_row_owns_the_enterprise_too():
    team = """
    [[column]]
    from = "{}"
    to = "person.name"
    required = true
    """
    adapter = parse_mapping(
        FORM.format(subject="person", more='repeat = ["Ketua", "Anggota"]')
        + '[[column]]\nfrom = "TKI"\nto = "headcount.total"\n' + dedent(team)
    )  # fmt: skip
    reading = read(adapter, "NIB,Ketua,Anggota,TKI,Proyek\n9120000000011,Sari,,2,P1\n9120000000011,,Budi,3,P2\n")
    assert [line["name"] for line in lines(reading, "person")] == ["Sari", "Budi"]
    assert [line["enterprise"] for line in lines(reading, "ownership")] == ["e1", "e1"]
    assert [line["total"] for line in lines(reading, "headcount")] == [5]


def test_what_the_first_row_leaves_blank_or_gets_wrong_a_later_one_says():
    adapter = form(KBLI="enterprise.sector", PIRT="permit.PIRT", Wilayah="enterprise.region")
    reading = read(
        adapter,
        """
        NIB,Usaha,TKI,Proyek,KBLI,PIRT,Wilayah
        9120000000011,Kedai,2,P1,??x??,,
        9120000000011,Kedai,3,P2,56101,123/ABC,Kota Bogor
        9120000000011,Kedai,1,P3,47111,123/ABC,Kota Depok
        """,
    )
    (unit,) = lines(reading, "enterprise")
    assert (unit["sector"]["code"], unit["region"]) == ("56101", "32.71")
    # The NIB of 13 digits once, though three rows have it, and the P-IRT once, though two have it.
    assert [(line["kind"], line["place"]["row"]) for line in lines(reading, "permit")] == [("PIRT", 3), ("NIB", 2)]
    assert workers(reading) == {"Kedai": 6}


def test_the_day_of_a_number_is_a_day_and_is_not_added():
    adapter = form(Tahun="headcount.date")
    reading = read(
        adapter, "NIB,Usaha,TKI,Proyek,Tahun\n9120000000011,Kedai,2,P1,2021\n9120000000011,Kedai,3,P2,2021\n"
    )
    assert [(line["total"], line["date"]) for line in lines(reading, "headcount")] == [(5, "2021")]


def test_numbers_of_different_days_have_no_sum_and_a_problem_says_so():
    adapter = form(Tahun="headcount.date")
    reading = read(
        adapter, "NIB,Usaha,TKI,Proyek,Tahun\n9120000000011,Kedai,2,P1,2021\n9120000000011,Kedai,3,P2,2022\n"
    )
    assert (len(lines(reading, "enterprise")), lines(reading, "headcount")) == (1, [])
    assert ("record-conflict", "E3", 1) in codes(reading)


def test_numbers_of_several_days_in_one_row_are_added_day_by_day():
    tables = "".join(f'[[column]]\nfrom = "{y}"\nto = "headcount.total"\nat = "{y}"\n' for y in (2021, 2022))
    adapter = parse_mapping(FORM.format(subject="enterprise", more="") + tables)
    reading = read(adapter, "NIB,Proyek,2021,2022\n9120000000011,P1,2,3\n9120000000011,P2,10,\n")
    # 2 + 10; of 2022 a part is not known
    assert [(line["total"], line["date"]) for line in lines(reading, "headcount")] == [(12, "2021")]


def test_classes_of_workers_are_added_each_and_ranges_at_both_ends():
    adapter = form(Tetap="headcount.full_time", Lepas="headcount.casual", TKI="enterprise.brand")
    reading = read(adapter, "NIB,Usaha,Proyek,Tetap,Lepas\n9120000000011,A,P1,2,1\n9120000000011,A,P2,3,0\n")
    (told,) = lines(reading, "headcount")
    assert (told["full_time"], told["casual"]) == (5, 1)
    reading = read(form(), "NIB,Usaha,TKI,Proyek\n9120000000011,A,2-3,P1\n9120000000011,A,4,P2\n")
    (told,) = lines(reading, "headcount")
    assert (told["total"], told["total_high"]) == (6, 7)


@pytest.mark.parametrize("blank", ["", "-", "belum ada"])
def test_a_blank_tells_no_two_rows_apart_so_each_counts(blank):
    reading = read(form(), f"NIB,Usaha,TKI,Proyek\n9120000000011,Satu,2,{blank}\n9120000000011,Satu,3,{blank}\n")
    assert workers(reading) == {"Satu": 5}


def test_one_project_told_twice_in_the_same_words_counts_once():
    reading = read(form(), "NIB,Usaha,TKI,Proyek\n" + "9120000000011,Satu,2,P1\n" * 3 + "9120000000011,Satu,3,P2\n")
    assert (workers(reading), codes(reading)) == ({"Satu": 5}, [])


def test_one_project_with_two_numbers_makes_the_sum_unknown_and_a_problem_says_where():
    reading = read(form(), "NIB,Usaha,TKI,Proyek\n9120000000011,Satu,2,P1\n9120000000011,Satu,30,P1\n")
    assert (workers(reading), len(lines(reading, "enterprise"))) == ({}, 1)
    assert codes(reading) == [("record-conflict", "C3", 1)]


@pytest.mark.parametrize("cell", ["", "banyak"])
def test_a_number_that_is_not_known_makes_the_sum_unknown(cell):
    reading = read(form(), f"NIB,Usaha,TKI,Proyek\n9120000000011,Satu,2,P1\n9120000000011,Satu,{cell},P2\n")
    assert (workers(reading), len(lines(reading, "enterprise"))) == ({}, 1)


def test_the_cells_of_a_number_are_read_as_its_column_says():
    lookup = '[[column]]\nfrom = "Skala"\nto = "headcount.total"\nlookup = { "mikro" = "3" }\n'
    adapter = parse_mapping(FORM.format(subject="enterprise", more="") + lookup)
    reading = read(adapter, "NIB,Skala,Proyek\n9120000000011,mikro,P1\n9120000000011,4,P2\n")
    assert workers(reading) == {None: 7}


def test_without_the_column_that_tells_rows_apart_each_counts_and_that_is_told():
    reading = read(form(), "NIB,Usaha,TKI\n9120000000011,Satu,2\n9120000000011,Satu,2\n")
    assert workers(reading) == {"Satu": 4}
    assert [p.expected for p in reading.problems if p.code == "column-missing"] == ["a column 'Proyek'"]


def test_every_row_is_in_the_list_of_rows_with_the_enterprise_it_went_to():
    reading = read(
        form(subject="person"),
        """
        NIB,Nama,HP,Usaha,TKI,Proyek
        9120000000011,Sari,0800-1000-001,Kedai,2,P1
        9120000000022,Citra,,Warung,1,P3
        9120000000011,Budi,0800-1000-002,Kedai,3,P2
        """,
    )
    population = okoce.resolve(reading)
    rows = list(source_rows(population, numbered_names(population.person), numbered_names(population.enterprise)))
    assert [(row.row, row.person, row.enterprise) for row in rows] == [(2, "1", "1"), (3, "2", "2"), (4, "3", "1")]


def test_rows_of_one_enterprise_far_apart_are_one(monkeypatch):
    monkeypatch.setattr("okoce_core.intake.mapping.mapper.BLOCK", 2)
    rows = "".join(f"9120000000{n % 3 + 201},U{n % 3},{n},P{n}\n" for n in range(9))
    # U0: 0 + 3 + 6, U1: 1 + 4 + 7, U2: 2 + 5 + 8
    assert workers(read(form(), "NIB,Usaha,TKI,Proyek\n" + rows)) == {"U0": 9, "U1": 12, "U2": 15}
