"""Participants of Wirausaha Merdeka."""

from __future__ import annotations

from tests.adapters.samples_a.rows import one, row

# fmt: off

KAMPUS_WMK = [
    row("DAFTAR PESERTA WIRAUSAHA MERDEKA ANGKATAN 1"),
    row(
        "No", "NIM", "Nama Peserta", "L/P", "Tanggal Lahir", "Perguruan Tinggi Asal", "Perguruan Tinggi Pelaksana",
        "Program Studi", "No. WA", "Email", "Kelompok", "Rintisan Usaha", "Nilai", "Status", "Tahun",
    ),
    row(
        1, "1900201", "Farah Diba", "P", "12-10-2001", "Universitas Asal", "Universitas Contoh", "Manajemen",
        "0800-3000-201", "farah@example.com", "A", "Farah Bakery", "A", "Lulus", 2022,
        says=one(
            {
                "name": "Farah Diba", "sex": "F", "born": "2001-10-12", "phones": ["+628003000201"],
                "email": "farah@example.com",
            },
            {"name": "Farah Bakery"}, "2022", stage="trained",
        ),
    ),
    row(
        2, "1900202", "Gading Saputra", "L", "30 Pebruari 2001", "Politeknik Asal", "Universitas Contoh", "Akuntansi",
        "08003000202 atau 08003000203", "gading@example.com", "A", "Farah Bakery", "B", "Lulus", 2022,  # no such day
        says=one(
            {
                "name": "Gading Saputra", "sex": "M", "phones": ["+628003000202", "+628003000203"],
                "email": "gading@example.com",
            },
            {"name": "Farah Bakery"}, "2022", stage="trained",
        ),
    ),
    row(
        3, "1900204", "Hanum Salsabila", "P", "05-05-2002", "Universitas Asal", "Universitas Contoh", "Hukum",
        "08003000204", "hanum@example.com", "B", "-", "-", "Mengundurkan Diri", 2022,
    ),
    row(
        4, "1900205", "Irfan Hakim Contoh", "L", "01-02-2000", "Universitas Contoh", "Universitas Contoh", "Kimia", "-",
        "irfan@example.com", "B", "-", "C", "Tidak Lulus", 2022,
        says=one(
            {"name": "Irfan Hakim Contoh", "sex": "M", "born": "2000-02-01", "email": "irfan@example.com"}, None,
            "2022", stage="trained",
        ),
    ),
    row("5", "", "", "", "", "", "", "", "", "", "", "", "", "", ""),
    row("Keterangan: nilai menyusul"),
]
