"""Partner workbooks with everything a careful partner puts into one. Nobody in them exists."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import xlsxwriter

__all__ = ["HEADS", "PERSON", "csv_list", "rich_workbook", "workbook"]

HEADS = ("Nama Lengkap", "No. KTP (NIK)", "No HP/WA", "Nama Perusahaan", "Jumlah Karyawan", "Kab/Kota")
"""Of hipmi/anggota, the form of these files."""


def PERSON(number: int, **other: Any) -> tuple[Any, ...]:
    """A row about a person without a fault."""
    said = {
        "name": f"Anggota{chr(97 + number // 26 % 26)}{chr(97 + number % 26)} Contoh",
        "nik": f"9901014107{number % 90 + 10:02d}{9001 + number % 900}",
        "phone": f"0800-1{number:03d}-21{number % 90 + 10}",
        "firm": f"Usaha {number}", "workers": 3, "place": "Kota Bandung",
    }  # fmt: skip
    return tuple((said | other).values())


def csv_list(*rows: tuple[Any, ...]) -> bytes:
    """A list with semicolons."""
    return "".join(";".join(map(str, row)) + "\n" for row in (HEADS, *rows)).encode()


def workbook(*rows: tuple[Any, ...]) -> bytes:
    """The plainest workbook of the form: headings and rows."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Anggota")
        for number, row in enumerate((HEADS, *rows)):
            for place, cell in enumerate(row):
                (sheet.write_string if isinstance(cell, str) else sheet.write)(number, place, cell)
    return out.getvalue()


def rich_workbook(*, bad: bool = True, chart: bool = False, picture: bytes = b"", macros: bytes = b"") -> bytes:
    """Titles over merged cells, formulas with results, formats, notes, lists, names, a hidden sheet and frozen panes.

    By hand, with ``bad``: C5 and C6 are NIKs as numbers that lost their last digit, D6 is no telephone number, row 8
    names nobody, and cell D7, somebody's note on it, is a filler.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": "Daftar", "author": "Sekretariat", "created": dt.datetime(2022, 9, 1)})  # noqa: DTZ001
    sheet, lists, hidden = book.add_worksheet("Anggota"), book.add_worksheet("Rekap"), book.add_worksheet("Rahasia")
    bold = book.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "text_wrap": True})
    money = book.add_format({"num_format": '"Rp" #,##0', "font_color": "#C00000"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range("A1:H1", "DAFTAR ANGGOTA HIPMI KOTA CONTOH", bold)
    sheet.write("A2", "Per 30 September 2022")
    sheet.write_row("A4", ("No", *HEADS, "Omzet", "Tgl Lahir"), bold)
    for number in range(5):
        faults = {
            0: {"nik": 9901014107909010}, 1: {"nik": 9901030210789000, "phone": "tidak punya"},
            2: {"phone": "0811111111"}, 3: {"name": "-", "nik": "", "phone": "", "firm": ""},
        }.get(number, {}) if bad else {}  # fmt: skip
        row = PERSON(number, **faults)
        sheet.write(4 + number, 0, number + 1)
        for place, cell in enumerate(row, 1):
            (sheet.write_string if isinstance(cell, str) else sheet.write)(4 + number, place, cell)
        sheet.write_number(4 + number, 7, 1_500_000.25 + number, money)
        sheet.write_datetime(4 + number, 8, dt.datetime(1990, 7, 1), day)  # noqa: DTZ001
    sheet.write("A10", "Jumlah", bold)
    sheet.write_formula("F10", "=SUM(F5:F9)", bold, 15)
    sheet.write_formula("H10", '=IF(F10>0,"ada & cukup","tidak")', None, "ada & cukup")
    sheet.write_rich_string("J4", "tebal ", bold, "dan", " biasa")
    sheet.write_comment("D7", "Tolong ditanyakan lagi", {"author": "Ketua"})
    sheet.write_url("J5", "https://contoh.example/daftar")
    sheet.set_column("B:B", 31.5)
    sheet.set_column("H:H", None, None, {"hidden": True})
    sheet.set_row(1, 33)
    sheet.freeze_panes(4, 2)
    sheet.autofilter("A4:I9")
    sheet.data_validation("G5:G200", {"validate": "list", "source": ["Kota Bandung", "Kota Cimahi"]})
    sheet.conditional_format("F5:F9", {"type": "cell", "criteria": ">", "value": 5, "format": bold})
    sheet.set_landscape()
    lists.write_formula("A1", "=Anggota!F10*2", None, 30)
    lists.protect()
    hidden.write("A1", "hanya untuk kami")
    hidden.hide()
    book.define_name("Jumlah", "=Anggota!$F$10")
    if chart:
        drawn = book.add_chart({"type": "column"})
        drawn.add_series({"values": "=Anggota!$F$5:$F$9"})
        sheet.insert_chart("L4", drawn)
    if picture:
        sheet.insert_image("L4", "logo.png", {"image_data": io.BytesIO(picture)})
    book.close()
    return out.getvalue()
