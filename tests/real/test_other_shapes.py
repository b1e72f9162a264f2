"""Made-up files with the quirks of real ones, so that not only the files at hand are read right.

Each mapping stands beside its file as one would write it with the docs alone; the sums are those of the few rows.
"""

import io
import json

import pytest
import xlsxwriter

import okoce_core as okoce
from okoce_core.intake.mapping import parse_mapping
from okoce_core.plugins import Registry
from tests.real.files import totals

HEAD = """
name = "kota/uji"
title = "Jumlah usaha"
unit = "a statistic of an area"
why = "Counts of all businesses of an area."
partner = { id = "kota", name = "Kota Rekaan", kind = "government" }
"""


def read(data, form):
    adapter = parse_mapping(HEAD.lstrip() + form)
    (file,) = okoce.read(data, adapters=[adapter], registry=Registry()).files
    return file


def workbook(**sheets):
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for y, row in enumerate(rows):
                sheet.write_row(y, 0, row)
    return written.getvalue()


OFFICE = (
    "\ufeffPEMERINTAH KOTA REKAAN\r\r\nDINAS KOPERASI DAN UMKM\r\r\n\r\r\nData per: 31 Desember 2022\r\r\n"
    "No;Kecamatan;Jumlah Usaha;Ket.\r\r\n(1);(2);(3);(4)\r\r\n1;Utara;1.250;\r\r\n2;Selatan;975;*)\r\r\n"
    "3;Timur;2.000;\r\r\n;JUMLAH TOTAL;4.225;\r\r\n\r\r\n*) angka sementara;;;\r\r\nSumber: Dinas;;;\r\r\n"
    ";;Kota Rekaan, 3 Januari 2023;\r\r\n;;Kepala Dinas;\r\r\n;;Contoh Rekaan;\r\r\n"
).encode()


def test_titles_column_numbers_a_total_notes_and_a_signature_are_no_data():
    file = read(OFFICE, """
ignore = ["No", "Ket."]
[[column]]
from = "Kecamatan"
to = []
required = true
[[column]]
from = "Jumlah Usaha"
to = "total.context"
at = "2022-12-31"
required = true
""")  # fmt: skip
    assert (totals(file), list(file.problems)) == ({"2022-12-31": 1250 + 975 + 2000}, [])
    assert (file.ledger.recorded, file.ledger.rejected) == (3, 0)
    assert file.ledger.seen == file.ledger.recorded + file.ledger.blank + file.ledger.skipped


INDICATORS = b"""Indikator,Satuan,2021,2022*),Keterangan
A. Usaha,,,,
Jumlah UMKM Kuliner,Usaha,1.200,1.250,
Jumlah UMKM Fashion,Usaha,-,75,
B. Koperasi,,,,
Jumlah Koperasi,Unit,60,61,
C. Tenaga Kerja,,,,
Jumlah Tenaga Kerja UMKM,Orang,3.400,n/a,
"""
YEARS = """
ignore = ["Keterangan"]
skip = [{ column = "Satuan", keep = ["Usaha"] }]
column = [
    { from = "Indikator", to = [], required = true },
    { from = "2021", to = "total.context", at = "2021", required = true },
    { from = ["2022", "2022*)"], to = "total.context", at = "2022", required = true },
]
"""


def test_years_as_columns_with_several_units_keep_years_and_units_apart():
    file = read(INDICATORS, YEARS)
    # a dash: nobody knows how many were in fashion in 2021, so that year's total is told to lack a row
    assert totals(file) == {"2021": 1200, "2022": 1250 + 75}
    assert [(p.code, p.place.cell) for p in file.problems if p.code == "count-missing"] == [("count-missing", "C4")]


def test_a_file_without_the_column_that_says_what_to_keep_is_not_read_as_if_all_were_kept():
    lines = [line.replace(b",Satuan", b"").replace(b",Usaha,", b",").replace(b",Unit,", b",")
             for line in INDICATORS.splitlines()]  # fmt: skip
    file = read(b"\n".join(lines), YEARS)
    assert totals(file) == {}
    assert "no-adapter" in file.problems.totals()


WIDE = [
    ["Tabel 5. Usaha menurut kecamatan dan skala", "", "", "", "", "", ""],
    ["Kecamatan", "2021", "", "", "2022", "", ""],
    ["", "Mikro", "Kecil", "Jumlah", "Mikro", "Kecil", "Jumlah"],
    ["Utara", 10, 2, 12, 11, 3, 14],
    ["Selatan", 20, 4, 24, 21, "tidak diketahui", "#REF!"],
    ["Kota Rekaan", 30, 6, 36, 32, 3, 35],
]


def test_a_wide_table_of_scales_and_years_is_read_by_its_parts_and_not_by_their_sums():
    file = read(workbook(Tabel=WIDE), """
header = 2
ignore = ["2021 / Jumlah", "2022 / Jumlah"]
skip = [{ column = "Kecamatan", values = ["Kota Rekaan"] }]
column = [
    { from = "Kecamatan", to = [], required = true },
    { from = "2021 / Mikro", to = "total.context", at = "2021", required = true },
    { from = "2021 / Kecil", to = "total.context", at = "2021", required = true },
    { from = "2022 / Mikro", to = "total.context", at = "2022", required = true },
    { from = "2022 / Kecil", to = "total.context", at = "2022", required = true },
]
""")  # fmt: skip
    # 10 + 2 + 20 + 4 = 36, as the city row says; of 2022 the south is unknown, so its 21 is no part of a sum either
    assert totals(file) == {"2021": 36, "2022": 14}
    assert [(p.code, p.place.cell) for p in file.problems if p.place.row == 5] == [("count-missing", "F5")]


def test_numbers_as_text_in_a_workbook_whose_other_sheets_add_up_the_first():
    data = workbook(
        Data=[["Wilayah ", "Jumlah\nUsaha"], ["Utara", "1 250"], [" Selatan", "975"], ["Timur", "2000 "]],
        Rekap=[["Wilayah ", "Jumlah\nUsaha"], ["Kota", "4225"]],
    )
    file = read(data, """
sheets = "Data"
column = [
    { from = "Wilayah", to = [], required = true },
    { from = "Jumlah Usaha", to = "total.context", required = true },
]
""")  # fmt: skip
    assert totals(file) == {"": 1250 + 975 + 2000}
    assert [(p.code, p.place.sheet) for p in file.problems] == [("sheet-unread", "Rekap")]


BANDS = """
column = [
    { from = "wilayah", to = [], required = true },
    { from = "jumlah", to = "total.context", required = true },
    { from = "tahun", to = "total.as_of", required = true },
]
"""


@pytest.mark.parametrize("end", [b"\r", b"\r\n", b"\n", b"\r\r\n"])
def test_the_end_of_a_line_makes_no_difference(end):
    file = read(end.join([b"wilayah,jumlah,tahun", b"Utara,10,2021", b"Selatan,5,2021", b"Utara,11,2022"]), BANDS)
    assert (totals(file), file.ledger.recorded) == ({"2021": 15, "2022": 11}, 3)


def test_a_portals_json_of_texts_is_the_table_it_holds():
    rows = [["Utara", "10", "2021"], ["Selatan", "1.005", "2021"]]
    data = json.dumps({"headers": ["wilayah", "jumlah", "tahun"], "rows": rows, "total": 2}).encode()
    assert totals(read(data, BANDS)) == {"2021": 1015}


@pytest.mark.parametrize(
    ("cell", "code"), [
        ("", "count-missing"), ("-", "count-missing"), ("-4", "count-negative"), ("12,5", "count-format"),
        ("10-20", "count-format"), ("banyak", "count-format"),
    ],
)  # fmt: skip
def test_a_number_that_is_none_is_a_problem_at_its_cell_and_no_nought(cell, code):
    file = read(f"wilayah;jumlah;tahun\nUtara;10;2021\nSelatan;{cell};2021\n".encode(), BANDS)
    assert [(p.code, p.place.cell) for p in file.problems] == [(code, "B3")]
    assert (totals(file), file.ledger.recorded, file.ledger.rejected) == ({"2021": 10}, 1, 1)


def test_a_number_whose_year_cannot_be_read_belongs_to_no_year():
    file = read(b"wilayah,jumlah,tahun\nUtara,10,2021\nSelatan,5,tahun lalu\n", BANDS)
    assert [(p.code, p.place.cell) for p in file.problems] == [("date-format", "C3")]
    assert (totals(file), file.ledger.rejected) == ({"2021": 10}, 1)


def test_a_group_that_is_called_like_a_signature_is_still_a_number_of_the_table():
    rows = b"jabatan,jumlah\nStaf,4\nKepala Dinas,1\nPenyuluh,7\n"
    file = read(rows, """
column = [
    { from = "jabatan", to = [], required = true },
    { from = "jumlah", to = "total.context", required = true },
]
""")  # fmt: skip
    assert totals(file) == {"": 4 + 1 + 7}
