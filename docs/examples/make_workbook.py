"""Write ``2022-09/hipmi.xlsx``, the only sample file that cannot be typed by hand; the same bytes every time.

Run it as ``python docs/examples/make_workbook.py``. The people in it are invented: their NIKs begin with 99, a province
that does not exist, and their phone numbers with 0800.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import xlsxwriter

HEADER = (
    "No", "Nama Lengkap", "No. KTP (NIK)", "Tgl Lahir", "L/P", "No HP/WA", "Email", "Nama Perusahaan", "Bentuk Usaha",
    "NIB", "Jumlah Karyawan", "Kab/Kota", "Tahun Data", "Jabatan",
)  # fmt: skip

ROWS: tuple[tuple[Any, ...], ...] = (
    ("DATA ANGGOTA BPC HIPMI KOTA CONTOH",),
    ("Per 30 September 2022",),
    (),
    HEADER,
    (1, "Sekar Ayuningtyas, S.E.", "9901014107909001", dt.date(1990, 7, 1), "P", "0800-1000-001 / 0800-1000-002",
     "sekar.a@example.com", "CV Dapur Sekar", "CV", "9120000000011", 4, "Kota Bandung", 2021, "Direktur"),
    (2, "Bagus Prakoso", "9901021503859002", "15 Maret 1985", "L", "08001000003", "bagus@example.com", "CV Dapur Sekar",
     "CV", "9120000000011", 4, "Kota Bandung", 2021, "Komisaris"),
    # The NIK is a number here, as a spreadsheet keeps it: its last digit is lost. So is the 0 of the phone number.
    (3, "Rangga Wijaya", 9901030210789003, 28765, "L", 8001000004, "-", "PT Rangga Jaya", "PT", "9120000000022",
     "2-3 orang", "Bandung", 2021, "Direktur"),
    (4, "Melati Kusumaningrum", "1234567890123456", "25/05/1992", "P", "08001000005", "melati@example.com",
     "Melati Craft", "UD", "-", -3, "Kota Cimahi", 2021, "Pemilik"),
    (5, "Hendra Gunadi", "990104250888905", "1988-08-25", "L", "08001000006", None, "Hendra Motor", "UD",
     "9120000000033", 6, "Kab. Bandung Barat", 2022, "Pemilik"),
    (),
    (6, "Wulan Kartika", "9901056211959006", "22-Nov-95", "P", "08001000007", "wulan@example.com", "-", "-", "-", "-",
     "Kota Bandung", 2020, "-"),
    # He gave his wife's NIK, the one of the first row.
    (7, "Yusuf Hamdani", "9901014107909001", "23 Januari 1988", "L", "08001000008", None, "Toko Yusuf", "UD",
     "9120000000044", "tidak ada", "Kota Bandung", 2021, "Pemilik"),
    (8, "-", "-", None, None, "-", None, "Toko Tanpa Nama", "UD", None, 5, "Kota Bandung", 2021, None),
    ("Jumlah", None, None, None, None, None, None, None, None, None, 19),
    (),
    (None,) * 9 + ("Mengetahui,",),
    (None,) * 9 + ("Ketua Umum BPC",),
    (),
    (None,) * 9 + ("Ratna Contoh",),
)  # fmt: skip


def write(path: Path) -> None:
    """Write the workbook; nothing in it depends on the day it is made."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": "Contoh okoce", "created": dt.datetime(2022, 10, 5, 8, 0, 0)})  # noqa: DTZ001
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Anggota")
        for row, cells in enumerate(ROWS):
            for column, cell in enumerate(cells):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), day)
                elif isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write_number(row, column, cell)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "2022-09" / "hipmi.xlsx")
