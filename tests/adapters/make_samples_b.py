"""Write the workbooks among the samples of local government, OSS, communities and companies; the same bytes every time.

Run it as ``python -m tests.adapters.make_samples_b``. The people in them are invented: their NIKs begin with 99, a
province that does not exist, and their phone numbers with 0800.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from tests.adapters.samples_b.government import BINAAN, KOPERASI, PELATIHAN

SAMPLES = Path(__file__).parent / "samples"


def _lettered(cells: dict[str, Any]) -> tuple[Any, ...]:
    """A row by the letters of its columns, A to AK."""
    letters = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", *(f"A{letter}" for letter in "ABCDEFGHIJK")]
    return tuple(cells.get(letter) for letter in letters)


POSISI = (
    ("DATA UMKM BINAAN",),
    _lettered({"A": 1, "B": "Rengginang Mawar", "C": "Jl. Contoh 1", "D": "Mawar Indah", "E": "9901016105839601",
               "F": "08001600601", "J": "503/SIUP/12", "S": 2017, "AF": "Rengginang", "AK": "Lokal"}),
    _lettered({"A": 2, "B": "-", "C": "Jl. Contoh 2", "D": "Slamet", "E": "9901010102809602", "F": "08001600602"}),
    _lettered({"A": 3, "B": "Mawar Catering", "C": "Jl. Contoh 1", "D": "MAWAR INDAH", "F": "0800-1600-601", "J": "-",
               "S": 2018, "AK": "Regional"}),
    (),
    # The NIK and the telephone number are numbers here, as a spreadsheet keeps them.
    _lettered({"A": 4, "B": "Sale Pisang Ujang", "D": "Ujang Komar", "E": 9901010911689603, "F": 8001600603,
               "S": "2019", "AF": "Sale pisang"}),
    _lettered({"A": 5, "B": "Toko Tanpa Pemilik", "C": "Jl. Contoh 5", "S": 2019, "AK": "Lokal"}),
    _lettered({"B": "Jumlah"}),
)  # fmt: skip

_OSS = (
    "id_proyek", "nib", "nama_perusahaan", "npwp_perusahaan", "kbli", "judul_kbli", "nama_proyek",
    "uraian_skala_usaha", "day_of_tanggal_pengajuan_proyek", "tanggal_terbit_oss", "jumlah_investasi", "tki", "tka",
    "nama_user", "nomor_identitas_user", "email", "nomor_telp", "alamat_usaha", "kab_kota_usaha", "provinsi_usaha",
)  # fmt: skip


def _project(
    project: str, nib: str | None, name: str | None, npwp: str, kbli: str, issued: str, tki: Any, place: str
) -> tuple[Any, ...]:
    return (
        project, nib, name, npwp, kbli, "Contoh", "Proyek contoh", "Usaha Mikro", "2022-01-01", issued, "5000000", tki,
        0, "Biro Jasa Contoh", "9901010101809099", "biro@example.com", "08001699999", "Jl. Contoh", place, "Jawa Timur",
    )  # fmt: skip


_RASA = ("9120600000011", "CV MAJU RASA", "01.234.567.4-909.000")
PROYEK = (
    _OSS,
    _project("P-001", *_RASA, "56101", "2021-05-17", 4, "Kab. Malang"),
    _project("P-002", *_RASA, "47111", "2021-05-17", 2, "Kab. Malang"),
    _project("P-002", *_RASA, "47111", "2021-05-17", 2, "Kab. Malang"),  # exported twice
    _project("P-003", "9120600000022", "SITI AMALIA", "-", "10794", "2022-01-10", 0, "Kota Malang"),
    _project("P-004", "9120600000033", "UD TENTREM", "-", "16292", "2020-02-02", "-", "Kab. Gresik"),
    _project("P-005", "9120600000033", "UD TENTREM", "-", "31001", "2020-02-02", 3, "Kab. Gresik"),
    _project("P-006", "1111111111111", "TOKO CONTOH", "-", "47111", "-", 1, "Malang"),
    _project("P-007", None, None, "-", "47111", "-", 5, "Kota Kediri"),
)

HADIR = (
    ("DAFTAR HADIR SOSIALISASI KEWIRAUSAHAAN",),
    ("Hari/Tanggal: Sabtu, 16 April 2022",),
    ("Tempat: Aula Kecamatan Contoh",),
    (),
    ("No", "Nama", "L/P", "Komunitas", "No. HP", "Email", "Kehadiran", "Tanda Tangan"),
    (1, "Siti Nurjanah", "P", "Contoh", "08002100001", "siti.n@example.org", "Hadir", "ttd"),
    (2, "Bambang Irawan", "L", "Contoh", 8002100002, None, "Hadir", None),
    (3, "Rini Astuti", "P", "Contoh", "08002100003", None, "Tidak hadir", None),
    (4, "Siti Nurjanah, S.Pd", "P", "Contoh", "0800-2100-001", None, "Hadir", "ttd"),
    (5, None, None, None, None, None, None, None),
    (6, "Andi Wijaya", "L", "-", "-", "andi@example.com", "Hadir", "ttd"),
    (),
    (None, None, None, None, None, "Mengetahui,"),
    (None, None, None, None, None, "Ketua Panitia"),
    (None, None, None, None, None, "(Contoh)"),
)

SEBELUM_SESUDAH = (
    ("DATA MITRA BINAAN PT CONTOH",),
    (),
    ("No", "Nama Mitra Binaan", "Nama Usaha", "Sektor", "Alamat", "No. HP", "Jumlah Pinjaman", "Tanggal Akad",
     "Jumlah Tenaga Kerja Sebelum", "Jumlah Tenaga Kerja Sesudah", "Omzet Sebelum", "Omzet Sesudah"),
    (1, "Kartini Rahayu", "Tenun Kartini", "Kerajinan", "Jl. A 1", "08002400001", "Rp 25.000.000",
     dt.date(2021, 3, 15), 2, 5, 3000000, 7000000),
    (2, "Supardi", "Ternak Supardi", "Peternakan", "Jl. A 2", 8002400002, "10 jt", "Agustus 2020", "1 orang", "2-3",
     "5 jt", "6 jt"),
    (3, "Endah Lestari", "Salon Endah", "Jasa", "Jl. A 3", "0800-2400-003", "-", None, "-", 1, "-", "2 jt"),
    (4, "Supardi", "Ternak Supardi", "Peternakan", "Jl. A 2", "08002400002", "15 jt", dt.date(2022, 1, 10), 2, 3,
     "6 jt", "9 jt"),
    (5, "Wati Sumarni", "-", "-", "-", "08002400005", "-", "-", "-", "-", "-", "-"),
    (6, "-", "Toko Tanpa Nama", "Dagang", "-", "-", "5 jt", "01-02-2022", 1, 1, "-", "-"),
    (None, "Total", None, None, None, None, "Rp 50.000.000", None, 6, 13),
)  # fmt: skip

BOOKS = {
    "dinas-binaan/binaan.xlsx": ("DATA BINAAN", BINAAN),
    "dinas-pelatihan/alumni.xlsx": ("UMKM", PELATIHAN),
    "dinas-koperasi/alumni-koperasi.xlsx": ("KOPERASI", KOPERASI),
    "dinas-posisi/umkm.xlsx": ("Data", POSISI),
    "oss-proyek/proyek.xlsx": ("proyek", PROYEK),
    "komunitas-daftar-hadir/hadir.xlsx": ("Hadir", HADIR),
    "csr-sebelum-sesudah/mitra-binaan.xlsx": ("Mitra Binaan", SEBELUM_SESUDAH),
}
"""The sheet and rows of each workbook, by its place among the samples."""


def write(path: Path, name: str, rows: Sequence[Sequence[Any]]) -> None:
    """Write a workbook of one sheet; nothing in it depends on the day it is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": "Contoh okoce", "created": dt.datetime(2022, 10, 5, 8, 0, 0)})  # noqa: DTZ001
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), day)
                elif isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write_number(row, column, cell)


if __name__ == "__main__":
    for place, (name, rows) in BOOKS.items():
        write(SAMPLES / place, name, rows)
