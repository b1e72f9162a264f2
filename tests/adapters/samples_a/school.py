"""Pupils with a business; the same telephone twice is a parent's."""

from __future__ import annotations

import datetime as dt

from tests.adapters.samples_a.rows import one, row

# fmt: off


def _nisn(number: str) -> list[dict[str, str]]:
    return [{"issuer": "NISN", "number": number}]


SEKOLAH_SPW = [
    row("DATA SISWA SEKOLAH PENCETAK WIRAUSAHA (SPW)"),
    row("SMK NEGERI CONTOH, TAHUN PELAJARAN 2022/2023"),
    row(),
    row(
        "No", "NPSN", "Nama Sekolah", "NISN", "Nama Siswa", "L/P", "Tanggal Lahir", "Kelas", "Kompetensi Keahlian",
        "No. HP", "Nama Usaha", "Produk", "Omzet per Bulan", "Guru Pembimbing", "NIB", "Tahun",
    ),
    row(
        1, "99000001", "SMK Negeri Contoh", "0990000001", "Alif Contoh", "L", "14-02-2005", "XII", "Tata Boga",
        "0800-3000-221", "Donat Alif", "donat", "Rp500.000", "Bu Contoh", None, 2022,
        says=one(
            {"name": "Alif Contoh", "sex": "M", "born": "2005-02-14", "memberships": _nisn("0990000001")},
            {"name": "Donat Alif"}, "2022",
        ),
    ),
    # His sister: the same telephone, a parent's.
    row(
        2, "99000001", "SMK Negeri Contoh", "099 0000 002", "Bilqis Contoh", "P", "3 Maret 2007", "X", "Tata Busana",
        "0800-3000-221", "Bilqis Hijab", "jilbab", "-", "Bu Contoh", None, 2022,
        says=one(
            {"name": "Bilqis Contoh", "sex": "F", "born": "2007-03-03", "memberships": _nisn("0990000002")},
            {"name": "Bilqis Hijab"}, "2022",
        ),
    ),
    row(
        3, "99000001", "SMK Negeri Contoh", 990000003, "Cahya Contoh", "L", dt.date(2005, 12, 31), "XII", "Tata Boga",
        "-", "-", "-", 0, "Bu Contoh", "-", 2022,  # the NISN has lost its noughts
        says=one({"name": "Cahya Contoh", "sex": "M", "born": "2005-12-31"}, None, "2022"),
    ),
    row(),
    row(
        4, "99000001", "SMK Negeri Contoh", "0990000004", "Dewi Contoh", "P", "31-11-2006", "XI", "Multimedia",
        "08003000224 / 08003000225", "Dewi Studio", "foto", "Rp1 jt", "Pak Contoh", "9120000001089", "2022",
        # no such day
        says=one(
            {"name": "Dewi Contoh", "sex": "F", "memberships": _nisn("0990000004")},
            {"name": "Dewi Studio", "nib": "9120000001089"}, "2022",
            permits=["NIB"],
        ),
    ),
    row(
        5, "99000001", "SMK Negeri Contoh", "1234567890", "Erlangga Contoh", "1", None, "XI", "Multimedia", None,
        "Erlangga Game", "gim", None, "Pak Contoh", "912000000109", None,
        # a filler for a NISN; which sex is 1? twelve digits are no NIB
        says=one({"name": "Erlangga Contoh"}, {"name": "Erlangga Game"}),
    ),
    row("Jumlah Siswa", 5),
    row(None, None, None, None, None, None, None, None, None, None, None, None, "Kepala Sekolah,"),
    row(None, None, None, None, None, None, None, None, None, None, None, None, "NIP. -"),
]
