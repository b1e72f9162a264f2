"""The CSV of problems."""

import csv
import io

import pytest

from okoce_core.evidence import Problems, Source
from okoce_core.intake import FileReading, Reading
from okoce_core.report.problems_csv import COLUMNS, write_problems


def written(*files):
    paper = io.StringIO()
    count = write_problems(Reading(files), paper, "id")
    return count, list(csv.reader(io.StringIO(paper.getvalue())))


def a_file(name, sheet="Anggota"):
    problems = Problems(name)
    for row in (14, 15, 16):
        problems.add("nik-length", sheet=sheet, row=row, column=3, expected="exactly 16 digits", field="person.nik")
    return FileReading(Source(name, "0" * 64), "read", problems)


def test_adjacent_rows_with_one_problem_are_one_line():
    count, (head, line) = written(a_file("hipmi.xlsx"))
    assert (count, tuple(head)) == (1, COLUMNS)
    assert line == [
        "hipmi.xlsx", "Anggota", "C14", "14", "3", "warning", "nik-length", "person.nik", "tepat 16 angka",
        "NIK tidak berjumlah 16 angka.", "Salin ulang NIK dari KTP atau KK; periksa angka yang kurang atau berlebih.",
    ]  # fmt: skip


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_names_that_a_spreadsheet_would_run_get_an_apostrophe(first):
    _, (_, line) = written(a_file(f"{first}cmd.csv", sheet=f"{first}1"))
    assert line[:2] == [f"'{first}cmd.csv", f"'{first}1"]


def test_a_whole_file_has_neither_cell_nor_row():
    problems = Problems("kosong.csv")
    problems.add("empty-file")
    _, (_, line) = written(FileReading(Source("kosong.csv", "0" * 64), "not readable", problems))
    assert line[:7] == ["kosong.csv", "", "", "", "1", "error", "empty-file"]
