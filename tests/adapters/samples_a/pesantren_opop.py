"""Pesantren in OPOP, each with a representative."""

from __future__ import annotations

from tests.adapters.samples_a.rows import one, row

# fmt: off

PESANTREN_OPOP = [
    row("DAFTAR PESANTREN PESERTA OPOP"),
    row("PROVINSI JAWA BARAT TAHUN 2022"),
    row(),
    row(
        "No", "Nama Pesantren", "NSPP", "Nama Yayasan", "Alamat", "Kab/Kota", "Nama Perwakilan", "NIK Perwakilan",
        "Usia",
        "No. HP Perwakilan", "Kategori", "Produk Unggulan", "NIB", "NPWP Yayasan", "No. Rekening Yayasan", "Tahun",
    ),
    row(
        1, "Ponpes Al-Contoh", "510032059001", "Yayasan Contoh", "Kp. Contoh", "Kab. Garut", "Ust. Yahya Contoh",
        "9901011205909241", 32, "0800-3000-241", "Start Up", "Kopi", "9120000001123", "01.234.567.4-909.000", "-", 2022,
        says=one(
            {"name": "Ust. Yahya Contoh", "nik": "9901011205909241", "phones": ["+628003000241"]},
            {
                "name": "Ponpes Al-Contoh", "institution": {"scheme": "NSPP", "number": "510032059001"},
                "nib": "9120000001123", "region": "32.05",
            },
            "2022", permits=["NIB"], owns=False,
        ),
    ),
    # The same foundation, name and regency; only the NSPP tells the two apart.
    row(
        2, "Ponpes Al-Contoh", "510032059002", "Yayasan Contoh", "Kp. Contoh II", "Kab. Garut", "Hj. Romlah Contoh",
        "990101650175924", 47, "08003000242 / 08003000243", "Scale Up", "Roti", None, "01.234.567.4-909.000", "-", 2022,
        says=one(
            {"name": "Hj. Romlah Contoh", "phones": ["+628003000242", "+628003000243"]},
            {
                "name": "Ponpes Al-Contoh", "institution": {"scheme": "NSPP", "number": "510032059002"},
                "region": "32.05",
            },
            "2022", owns=False,
        ),
    ),
    row(
        3, "Ponpes Tanpa Nomor", "-", "-", "-", "Bandung", "Kang Ujang Contoh", None, 20, 8003000244, "Start Up",
        "Sabun", "proses", None, None, 2022,  # Bandung is two places; a NIB that is asked for is no number
        says=one(
            {"name": "Kang Ujang Contoh", "phones": ["+628003000244"]}, {"name": "Ponpes Tanpa Nomor"}, "2022",
            owns=False,
        ),
    ),
    row(
        4, "Ponpes Lama", "51003205901", "-", "-", "Kota Cimahi", "Teh Imas Contoh", "9901014101999244", 23, "-",
        "Start Up", "Batik", "-", None, None, 2022,  # eleven digits
        says=one(
            {"name": "Teh Imas Contoh", "nik": "9901014101999244"}, {"name": "Ponpes Lama", "region": "32.77"}, "2022",
            owns=False,
        ),
    ),
    row(),
    row(
        5, "Ponpes Tanpa Wakil", "510032059005", "-", "-", "Kab. Ciamis", None, None, None, None, "Start Up", "Madu",
        None, None, None, 2022,  # nobody: rejected
    ),
    row("Jumlah", 5),
    row(None, None, None, None, None, None, None, None, None, None, None, "Mengetahui,"),
    row(None, None, None, None, None, None, None, None, None, None, None, "Kepala Bidang"),
]
