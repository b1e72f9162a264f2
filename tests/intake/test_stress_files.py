"""Files that broke other readers (csv-spectrum, calamine, messytables): what becomes of each is listed here.

The files are not part of the repository; without them the tests skip. The numbers of rows were taken with other
means than the library: csv and json of Python, openpyxl (xlsx), the elements of content.xml (ods), the cell records
of the stream (xls, and the xlsx twin of an xlsb). Where a workbook or a CSV is read, every cell is compared here too.
"""

import csv
import datetime as dt
import json
import os
import warnings
from pathlib import Path

import openpyxl
import pytest

from okoce_core.evidence import Problems
from okoce_core.intake.reading import open_source, unpack

DATA = Path(os.environ.get("OKOCE_SHARED_DATA") or Path(__file__).parents[3] / "shared" / "data")
CALAMINE, HORROR, SPECTRUM = "stress-calamine", "stress-messytables-horror", "stress-csv-spectrum"

pytestmark = pytest.mark.skipif(not (DATA / CALAMINE).is_dir(), reason="the stress files are not in ../shared/data")

CSV = {
    # file: encoding, delimiter, rows, problem
    f"{SPECTRUM}/csvs/comma_in_quotes.csv": ("utf-8", ",", 2, None),
    f"{SPECTRUM}/csvs/empty.csv": ("utf-8", ",", 3, None),
    f"{SPECTRUM}/csvs/empty_crlf.csv": ("utf-8", ",", 3, None),
    f"{SPECTRUM}/csvs/escaped_quotes.csv": ("utf-8", ",", 3, None),
    f"{SPECTRUM}/csvs/json.csv": ("utf-8", ",", 2, None),
    f"{SPECTRUM}/csvs/newlines.csv": ("utf-8", ",", 4, None),
    f"{SPECTRUM}/csvs/newlines_crlf.csv": ("utf-8", ",", 4, None),
    f"{SPECTRUM}/csvs/quotes_and_newlines.csv": ("utf-8", ",", 3, None),
    f"{SPECTRUM}/csvs/simple.csv": ("utf-8", ",", 2, None),
    f"{SPECTRUM}/csvs/simple_crlf.csv": ("utf-8", ",", 2, None),
    f"{SPECTRUM}/csvs/utf8.csv": ("utf-8", ",", 3, None),
    f"{HORROR}/begrotingsanalyse-2011.csv": ("utf-8", ",", 43, None),
    f"{HORROR}/complex.csv": ("utf-8", ", ", 4, None),  # a blank after each comma, quotes after the blank
    f"{HORROR}/example.tsv": ("utf-8", "\t", 141, None),
    f"{HORROR}/excel_pasting.csv": ("utf-8", ",", 21, None),
    f"{HORROR}/long.csv": ("utf-8", ",", 4000, None),
    f"{HORROR}/mixedGLB.csv": ("utf-8", ",", 137, None),  # a carriage return alone ends its lines
    f"{HORROR}/null.csv": ("utf-8", ",", 10, None),
    f"{HORROR}/simple.csv": ("utf-8", ",", 7, None),
    f"{HORROR}/skip_initials.csv": ("utf-8", ",", 3, None),
    f"{HORROR}/small.csv": ("utf-8", ",", 1, None),
    f"{HORROR}/spanish_chars.csv": ("cp1252", ",", 117, "encoding-guessed"),
    f"{HORROR}/sparse_with_column_errors.csv": ("cp1252", ",", 2238, "encoding-guessed"),
    f"{HORROR}/utf-16le_encoded.csv": ("utf-16", ",", 328, None),
    f"{HORROR}/utf8bom.csv": ("utf-8-sig", ",", 1, None),
    f"{HORROR}/weird_head_padding.csv": ("utf-8", ";", 94, None),
}

XLSX = {
    # file: rows of its sheets, problem
    f"{CALAMINE}/any_sheets.xlsx": ({"Visible": 5}, "sheet-unread"),  # of the two that are hidden; a chart is none
    f"{CALAMINE}/date.xlsx": ({"Sheet1": 3}, None),
    f"{CALAMINE}/date_1904.xlsx": ({"Sheet1": 3}, None),
    f"{CALAMINE}/date_iso.xlsx": ({"Sheet": 6}, None),
    f"{CALAMINE}/empty_sheet.xlsx": ({"Sheet1": 0}, None),
    f"{CALAMINE}/encoded_entities.xlsx": ({"Sheet1": 2}, None),
    f"{CALAMINE}/errors.xlsx": ({"Feuil1": 7, "Feuil2": 0, "Feuil3": 0}, "formula-unvalued"),  # #N/A and its like
    f"{CALAMINE}/formula.issue.xlsx": ({"Sheet1": 14}, None),
    f"{CALAMINE}/has_x000D_.xlsx": ({"Sheet1": 1}, None),
    f"{CALAMINE}/header-row.xlsx": ({"Sheet1": 10}, None),
    f"{CALAMINE}/hyperlinks.xlsx": ({"Links": 8, "Sheet2": 5}, None),
    f"{CALAMINE}/inventory-table.xlsx": ({"Sheet1": 5}, None),
    f"{CALAMINE}/issues.xlsx": (
        {"datatypes": 6, "Sheet1": 2, "issue2": 3, "issue5": 1, "issue6": 4, "spc_chrs": 8}, None,
    ),
    f"{CALAMINE}/merge_cells.xlsx": ({"Sheet1": 2}, None),
    f"{CALAMINE}/merged_range.xlsx": ({"Sheet1": 4, "Sheet2": 4}, None),
    f"{CALAMINE}/no-header.xlsx": ({"Feuille 1": 4}, None),
    f"{CALAMINE}/table-multiple.xlsx": ({"Sheet1": 5, "Sheet2": 5, "Sheet3": 11}, None),
    f"{CALAMINE}/temperature-fallible.xlsx": ({"Sheet1": 5}, None),
    f"{CALAMINE}/temperature-in-middle.xlsx": ({"Sheet1": 6}, None),  # its table does not begin at A1
    f"{CALAMINE}/whitespace_trim.xlsx": ({"inlineStr": 3, "SharedStrings": 3}, None),
    f"{HORROR}/bian-anal-mca-2005-dols-eng-1011-0312-tab3.xlsm": ({"Definitions": 62}, None),
    f"{HORROR}/libreoffice.xlsx": ({"Sheet1": 0}, None),
    f"{HORROR}/simple.xlsx": ({"simple.csv": 7}, None),
}  # fmt: skip

OTHER = {
    # file: media, rows of its sheets, problem
    f"{CALAMINE}/any_sheets.ods": ("ods", {"Visible": 5, "Chart": 0}, "sheet-unread"),
    f"{CALAMINE}/covered.ods": ("ods", {"sheet1": 3}, None),
    f"{CALAMINE}/date.ods": ("ods", {"Sheet1": 4}, None),
    f"{CALAMINE}/date.xls": ("xls", {"Sheet1": 3}, None),
    f"{CALAMINE}/date.xlsb": ("xlsb", {"Sheet1": 3}, None),
    f"{CALAMINE}/date_1904.xls": ("xls", {"Sheet1": 3}, None),
    f"{CALAMINE}/issues.ods": (
        "ods", {"datatypes": 6, "Sheet1": 2, "issue2": 3, "issue5": 1, "issue6": 4, "spc_chrs": 8}, None,
    ),
    f"{CALAMINE}/issues.xls": ("xls", {"datatypes": 6, "Sheet1": 2, "issue2": 3, "issue5": 1, "issue6": 4}, None),
    f"{CALAMINE}/issues.xlsb": (
        "xlsb", {"datatypes": 6, "issue2": 3, "Sheet1": 2, "issue5": 1, "issue6": 4, "spc_chrs": 8}, None,
    ),
    f"{CALAMINE}/merged_cells.ods": ("ods", {"Sheet1": 3}, None),
    f"{CALAMINE}/merged_range.xls": ("xls", {"Sheet1": 4, "Sheet2": 4}, None),
    f"{CALAMINE}/multi-empty.ods": ("ods", {"Test": 13}, None),
    f"{CALAMINE}/number_rows_repeated.ods": ("ods", {"Sheet1": 8, "Sheet2": 9, "Sheet3": 10}, None),
    f"{CALAMINE}/pass_protected.ods": ("", {}, "locked-file"),
    f"{CALAMINE}/pass_protected.xlsx": ("", {}, "locked-file"),
    f"{CALAMINE}/single-empty.ods": ("ods", {"Test": 13}, None),
    f"{CALAMINE}/special_cells.ods": ("ods", {"sheet1": 5}, None),
    f"{CALAMINE}/too_small.xls": ("", {}, "broken-file"),
    f"{HORROR}/blank_line.ods": ("ods", {"Sheet1": 5}, None),
    f"{HORROR}/encrypted_no_password.xls": ("", {}, "locked-file"),
    f"{HORROR}/excel_properties.xls": ("xls", {"Sheet1": 19}, None),
    f"{HORROR}/loffice-4.4.1.2.ods": ("ods", {"Sheet1": 4}, None),
    f"{HORROR}/multilineods.ods": ("ods", {"Sheet1": 1, "Sheet2": 0, "Sheet3": 0}, None),
    f"{HORROR}/ods_formats.ods": ("ods", {"Sheet1": 6, "Sheet2": 0, "Sheet3": 0}, None),
    f"{HORROR}/simple.ods": ("ods", {"Sheet1": 4}, None),
    f"{HORROR}/simple.xls": ("xls", {"simple.csv": 7}, None),
    f"{HORROR}/simple.zip": ("zip", {"simple.csv": 7}, None),
    f"{HORROR}/span_rich.xls": ("xls", {"Sheet1": 6}, None),
    f"{HORROR}/unicode_sheet_name.xls": ("xls", {"mês": 1}, None),
}  # fmt: skip


def read(path):
    problems = Problems(path)
    opened = open_source(path, (DATA / path).read_bytes(), problems)
    sheets = {sheet.name: [list(row) for row in sheet.rows] for sheet in opened.sheets}
    return opened.media, sheets, next(iter(problems.totals()), None)


def test_every_file_is_listed():
    there = {
        file.relative_to(DATA).as_posix()
        for folder in (CALAMINE, HORROR, f"{SPECTRUM}/csvs")
        for file in (DATA / folder).iterdir()
        if file.suffix != ".md"
    }
    assert there == CSV.keys() | XLSX.keys() | OTHER.keys()


@pytest.mark.parametrize("path", CSV)
def test_a_csv_is_read_cell_by_cell_as_by_the_csv_module(path):
    encoding, delimiter, rows, problem = CSV[path]
    with (DATA / path).open(encoding=encoding, newline="") as lines:
        expected = list(csv.reader(lines, delimiter=delimiter[0], skipinitialspace=len(delimiter) > 1))
    assert len(expected) == rows
    assert read(path) == ("csv", {"": expected}, problem)


@pytest.mark.parametrize("name", [Path(path).stem for path in CSV if path.startswith(SPECTRUM)])
def test_a_file_of_csv_spectrum_is_read_as_the_json_beside_it_says(name):
    data = (DATA / SPECTRUM / "csvs" / f"{name}.csv").read_bytes()
    if name.endswith("_crlf") and b"\r" not in data:
        data = data.replace(b"\n", b"\r\n")  # git took the returns out of the copy; the JSON still has them
    (sheet,) = open_source(f"{name}.csv", data, Problems(name)).sheets
    header, *rows = sheet.rows
    expected = json.loads((DATA / SPECTRUM / "json" / f"{name}.json").read_text("utf-8"))
    assert [dict(zip(header, row, strict=True)) for row in rows] == expected


def as_openpyxl(path):
    """Its visible sheets, each with the cells that hold something."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that openpyxl leaves out
        book = openpyxl.load_workbook(DATA / path, data_only=True)
    return {
        sheet.title: {(cell.row, cell.column): plain(cell) for row in sheet.iter_rows() for cell in row if plain(cell)}
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    }


def plain(cell):
    """A cell as the library means it: no time that is midnight, true and false as text, an error as a blank."""
    value = cell.value
    if cell.data_type == "e" or value is None:
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return f"{value.date()}"
    return ours(value.replace("_x000D_", "\r") if isinstance(value, str) else value)


def ours(value):
    return f"{value:g}" if type(value) in {int, float} else f"{value}".strip()


@pytest.mark.parametrize("path", XLSX)
def test_a_workbook_is_read_cell_by_cell_as_by_openpyxl(path):
    rows, problem = XLSX[path]
    media, sheets, told = read(path)
    assert (media, {name: len(found) for name, found in sheets.items()}, told) == ("xlsx", rows, problem)
    found = {
        name: {(r, c): ours(cell) for r, row in enumerate(rows, 1) for c, cell in enumerate(row, 1) if ours(cell)}
        for name, rows in sheets.items()
    }
    assert found == as_openpyxl(path)


@pytest.mark.parametrize("path", OTHER)
def test_another_workbook_or_archive_is_read_or_refused_with_one_problem(path):
    media, rows, problem = OTHER[path]
    if media == "zip":
        ((name, data),) = unpack(path, (DATA / path).read_bytes(), Problems(path))
        assert name == f"{path}/simple.csv"
        assert data == (DATA / HORROR / "simple.csv").read_bytes()
        return
    found = read(path)
    assert (found[0], {name: len(sheet) for name, sheet in found[1].items()}, found[2]) == (media, rows, problem)


TWINS = [("date", "xls"), ("date", "xlsb"), ("date_1904", "xls"), ("merged_range", "xls"), ("issues", "xlsb")]


@pytest.mark.parametrize(("name", "form"), TWINS)
def test_another_form_of_the_same_workbook_gives_the_same_cells(name, form):
    assert read(f"{CALAMINE}/{name}.{form}")[1] == read(f"{CALAMINE}/{name}.xlsx")[1]


def test_days_are_days_whichever_year_they_are_counted_from():
    for name in ("date.xlsx", "date_1904.xlsx"):
        days = [row[0] for row in read(f"{CALAMINE}/{name}")[1]["Sheet1"]][:2]
        assert days == [dt.date(2021, 1, 1), dt.date(2021, 1, 2)]
