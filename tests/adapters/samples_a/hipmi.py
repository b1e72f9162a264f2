"""The member sheet of a HIPMI branch."""

from __future__ import annotations

import datetime as dt

from tests.adapters.samples_a.rows import one, row

# fmt: off

HIPMI_ANGGOTA = [
    row("DATA ANGGOTA BPC HIPMI KABUPATEN CONTOH"),
    row("Per 30 September 2022"),
    row(),
    row(
        "No", "Nama Lengkap", "No. KTP (NIK)", "Tgl Lahir", "L/P", "No HP/WA", "Email", "Nama Perusahaan",
        "Bentuk Usaha", "NIB", "Jumlah Karyawan", "Kab/Kota", "Tahun Data",
    ),
    row(
        1, "Ratna Dewanti, S.E.", "9901014403859101", dt.date(1985, 3, 4), "P", "0800-3000-101 / 0800-3000-102",
        "ratna.d@example.com", "CV Ratna Boga", "CV", "9120000001012", 5, "Kab. Garut", 2021,
        says=one(
            {
                "name": "Ratna Dewanti, S.E.", "nik": "9901014403859101", "born": "1985-03-04", "sex": "F",
                "phones": ["+628003000101", "+628003000102"], "email": "ratna.d@example.com", "region": "32.05",
            },
            {"name": "CV Ratna Boga", "nib": "9120000001012"}, "2021", permits=["NIB"], jobs={"total": 5},
        ),
    ),
    row(
        2, "Yoga Prasetya", "9901011507829102", "15 Juli 1982", "L", "08003000103", "yoga@example.com", "CV Ratna Boga",
        "CV", "9120000001012", 5, "Kab. Garut", 2021,
        says=one(
            {
                "name": "Yoga Prasetya", "nik": "9901011507829102", "born": "1982-07-15", "sex": "M",
                "phones": ["+628003000103"], "email": "yoga@example.com", "region": "32.05",
            },
            {"name": "CV Ratna Boga", "nib": "9120000001012"}, "2021", permits=["NIB"], jobs={"total": 5},
        ),
    ),
    # The NIK is a number here, as a spreadsheet keeps it: its last digit is lost. So is the 0 of the phone number.
    row(
        3, "Dian Anggraini", 9901015209919100, "12/09/1991", "P", 8003000104, "-", "Dian Rajut", "UD", "-", "2-3 orang",
        "Kab. Sumedang", 2021,
        says=one(
            {
                "name": "Dian Anggraini", "born": "1991-09-12", "sex": "F", "phones": ["+628003000104"],
                "region": "32.11",
            },
            {"name": "Dian Rajut"}, "2021", jobs={"total": 2, "total_high": 3},
        ),
    ),
    row(
        4, "Fajar Nugroho", "1234567890123456", "25-02-1979", "L", "0800 3000 105", "-", "PT Fajar Teknik", "PT",
        "9120000001023", -3, "Kota Bandung", 2022,
        says=one(
            {"name": "Fajar Nugroho", "born": "1979-02-25", "sex": "M", "phones": ["+628003000105"], "region": "32.73"},
            {"name": "PT Fajar Teknik", "nib": "9120000001023"}, "2022", permits=["NIB"],
        ),
    ),
    row(),
    row(
        5, "Wulandari", "9901016811889106", "28-Nov-88", "P", "08003000106", None, "-", "-", "-", "-", "Kota Cimahi",
        2020,
        says=one(
            {
                "name": "Wulandari", "nik": "9901016811889106", "born": "1988-11-28", "sex": "F",
                "phones": ["+628003000106"], "region": "32.77",
            },
            None, "2020",
        ),
    ),
    row(
        6, "Bayu Setiaji", "990101030577910", "3 Mei 1977", "L", "08003000107", "bayu@example.com", "Bayu Kopi", "UD",
        None, "tidak ada", "Bandung", 2021,  # fifteen digits; "Bandung" alone is a regency and a city
        says=one(
            {
                "name": "Bayu Setiaji", "born": "1977-05-03", "sex": "M", "phones": ["+628003000107"],
                "email": "bayu@example.com",
            },
            {"name": "Bayu Kopi"}, "2021", jobs={"total": 0},
        ),
    ),
    row("Jumlah", None, None, None, None, None, None, None, None, None, 12),
    row(),
    row(None, None, None, None, None, None, None, None, None, "Mengetahui,"),
    row(None, None, None, None, None, None, None, None, None, "Ketua Umum"),
]
