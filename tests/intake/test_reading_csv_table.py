import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Problems
from okoce_core.intake.reading import open_source
from okoce_core.intake.reading.csv_table import CELL_LINES, STRAY_QUOTES


def rows(data, problems=None):
    data = data.encode() if isinstance(data, str) else data
    opened = open_source("daftar.csv", data, problems if problems is not None else Problems("daftar.csv"))
    assert opened.media == "csv"
    (sheet,) = opened.sheets
    assert (sheet.name, sheet.keys) == ("", None)
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter):
    text = "\n".join(delimiter.join(row) for row in (["nama", "kota", "hp"], ["Sari Uji", "Depok", "0800-1"]))
    assert rows(text) == [["nama", "kota", "hp"], ["Sari Uji", "Depok", "0800-1"]]


def test_decimal_commas_do_not_hide_the_semicolons():
    assert rows("nama;luas;omzet\nA;1,5;2,5\nB;3,5;4,5\n")[1] == ["A", "1,5", "2,5"]


def test_commas_inside_quotes_do_not_count_as_delimiters():
    assert rows('nama;alamat\nA;"Jl. Uji, No 1, Depok"\nB;"Jl. Uji, No 2, Depok"\n')[1] == ["A", "Jl. Uji, No 1, Depok"]


def test_title_rows_above_do_not_hide_the_delimiter():
    assert rows("DAFTAR PESERTA\n\nnama;kota\nA;Depok\n") == [["DAFTAR PESERTA"], [], ["nama", "kota"], ["A", "Depok"]]


def test_a_sep_line_names_the_delimiter_and_counts_as_a_blank_first_row():
    assert rows("\ufeffsep=;\r\nnama;kota,kab\r\nA;B,C\r\n") == [[], ["nama", "kota,kab"], ["A", "B,C"]]


def test_one_column_is_a_table():
    assert rows("nama\nSari Uji\nBudi Uji\n") == [["nama"], ["Sari Uji"], ["Budi Uji"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_every_line_end_is_one_line_end(end, quote):
    text = end.join([f"{quote}a{quote},b", "1,2", "", "3,4", ""])
    assert rows(text) == [["a", "b"], ["1", "2"], [], ["3", "4"]]


def test_doubled_carriage_returns_in_utf_16_are_one_line_end():
    assert rows("a;b\r\r\n1;2\r\r\n".encode("utf-16")) == [["a", "b"], ["1", "2"]]


def test_ragged_rows_are_passed_through():
    assert rows("a,b,c\n1,2\n1,2,3,4\n") == [["a", "b", "c"], ["1", "2"], ["1", "2", "3", "4"]]


def test_a_quoted_cell_over_lines_is_one_row():
    problems = Problems("daftar.csv")
    assert rows('a,b\n"x\ny\nz",1\nq,2\n', problems) == [["a", "b"], ["x\ny\nz", "1"], ["q", "2"]]
    assert len(problems) == 0


def test_a_blank_after_the_delimiter_does_not_break_the_quotes():
    assert rows('nama, alamat\nA, "Depok, Jabar"\n') == [["nama", "alamat"], ["A", "Depok, Jabar"]]


def test_a_quote_never_closed_costs_its_own_row_only():
    problems = Problems("daftar.csv")
    assert rows('a,b\n"x, y",1\n"z,2\n"p, q",3\nr,4\n', problems) == [
        ["a", "b"],
        ["x, y", "1"],
        ['"z', "2"],  # what would close it, in the row below, stands before a letter and so opens a cell
        ["p, q", "3"],
        ["r", "4"],
    ]
    assert [(p.code, p.place.row, p.count) for p in problems] == [("csv-quotes", 3, 1)]


def test_quotes_inside_a_quoted_cell_of_one_line_are_forgiven():
    problems = Problems("daftar.csv")
    assert rows('a,b\n"Toko "Uji" Jaya",1\n"x, y",2\n', problems) == [
        ["a", "b"],
        ['Toko Uji" Jaya"', "1"],
        ["x, y", "2"],
    ]
    assert len(problems) == 0


def test_an_open_quote_up_to_the_end_is_read_as_a_character_and_told_with_its_row():
    problems = Problems("daftar.csv")
    assert rows('a,b\n"x,1\ny,2\nz,3\n', problems) == [["a", "b"], ['"x', "1"], ["y", "2"], ["z", "3"]]
    assert [(p.code, p.place.row) for p in problems] == [("csv-quotes", 2)]


@pytest.mark.parametrize("before", [1020, 1021, 1022, 1023, 1024, 3000])
def test_a_quoted_cell_over_lines_and_an_open_quote_are_the_same_wherever_they_stand(before):
    problems = Problems("daftar.csv")
    plain = [[f"n{i}", "1, 2"] for i in range(before)]
    text = "".join(f'{a},"{b}"\n' for a, b in plain) + 'q,"x\ny"\n"z,2\nr,4\n'
    assert rows(text, problems) == [*plain, ["q", "x\ny"], ['"z', "2"], ["r", "4"]]
    assert [(p.code, p.place.row, p.count) for p in problems] == [("csv-quotes", before + 2, 1)]


def test_a_cell_of_more_lines_than_any_cell_has_is_an_open_quote():
    problems = Problems("daftar.csv")
    body = [f"n{i},{i}" for i in range(CELL_LINES + 50)]
    text = "\n".join(["a,b", '"x, y",0', '"open,0', *body, '"p, q",1', ""])
    found = rows(text, problems)
    # header, the quoted row above, the row in question, the body, the quoted row below: all keep their cells
    assert found == [["a", "b"], ["x, y", "0"], ['"open', "0"], *(line.split(",") for line in body), ["p, q", "1"]]
    assert [(p.code, p.place.row, p.count) for p in problems] == [("csv-quotes", 3, 1)]


def test_a_cell_beyond_the_limit_of_csv_is_given_whole_and_the_limit_stays():
    before = csv.field_size_limit()
    problems = Problems("daftar.csv")
    long = "x" * 200_000
    assert rows(f'a,b\n"{long}",1\nq,2\n', problems) == [["a", "b"], [f'"{long}"', "1"], ["q", "2"]]
    assert problems.totals() == {"csv-quotes": 1}
    assert csv.field_size_limit() == before
    assert rows(f"a,b\n{long},1\n") == [["a", "b"], [long, "1"]]


def test_a_last_line_cut_off_inside_its_quotes_is_whole():
    problems = Problems("daftar.csv")
    assert rows('a,b\n1,"x', problems) == [["a", "b"], ["1", "x"]]
    assert len(problems) == 0


def test_very_many_open_quotes_end_the_trust_in_quotes():
    problems = Problems("daftar.csv")
    # the quote of each line would be closed by that of the next, which stands before a letter
    body = [f'"n{i},{i}' for i in range(STRAY_QUOTES + 1)]
    found = rows("\n".join(["a,b", *body, '"x, y",1']), problems)
    assert found == [["a", "b"], *(line.split(",") for line in body), ['"x', ' y"', "1"]]
    assert [(p.code, p.place.row, p.count) for p in problems] == [("csv-quotes", 2, STRAY_QUOTES)]


def test_nuls_do_not_break_a_row():
    assert rows(b"a,b\n1\0,2\n") == [["a", "b"], ["1\0", "2"]]


def test_rows_are_read_as_they_are_taken():
    data = ("a,b\n" + '"1",2\n' * 50_000).encode()
    (sheet,) = open_source("daftar.csv", data, Problems("daftar.csv")).sheets
    assert next(sheet.rows) == ["a", "b"]
    assert next(sheet.rows) == ["1", "2"]


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_what_csv_writes_is_read_back(table, delimiter):
    # a header of plain words tells the delimiter; every cell is quoted, so nothing else can be one
    table = [["nama", "kota", "usaha"], ["A", "B", "C"], *table]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    assert rows(written.getvalue()) == table
