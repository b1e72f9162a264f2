"""Groups of students in P2MW, one a row."""

from __future__ import annotations

from tests.adapters.samples_a.rows import row

# fmt: off

KAMPUS_P2MW = [
    row("REKAPITULASI KELOMPOK P2MW UNIVERSITAS CONTOH"),
    row("Tahun Anggaran 2022"),
    row(),
    row(
        "No", "Nama Kelompok", "Perguruan Tinggi", "Kode PT", "Nama Ketua", "NIM Ketua", "No. HP Ketua", "Email Ketua",
        "Program Studi", "Nama Anggota 1", "NIM Anggota 1", "Nama Anggota 2", "NIM Anggota 2", "Nama Anggota 3",
        "NIM Anggota 3", "Nama Anggota 4", "NIM Anggota 4", "Dosen Pendamping", "Nama Usaha", "Kategori", "Tahapan",
        "Dana Diusulkan", "Dana Disetujui", "NIB", "Tahun",
    ),
    row(
        1, "Tim Rempah", "Universitas Contoh", "999001", "Salma Nabila", "20000181", "0800-3000-181",
        "salma@example.com",
        "Teknologi Pangan", "Haikal Ramdani", "20000182", "Aulia Rahman", "20000183", "-", "-", None, None,
        "Dr. Contoh, M.Si.", "Rempahku", "Makanan & Minuman", "Awal", "Rp20.000.000", "Rp12.000.000", None, 2022,
        says={
            "people": [
                {"name": "Salma Nabila", "phones": ["+628003000181"], "email": "salma@example.com"},
                {"name": "Haikal Ramdani"}, {"name": "Aulia Rahman"},
            ],
            "enterprise": {"name": "Rempahku"}, "date": "2022", "observed": "2022",
        },
    ),
    row(
        2, "Tim Daur", "Universitas Contoh", "999001", "Iqbal Maulana", "20000184", "8003000184", "-", "Teknik",
        "Nurul Fadilah",
        "20000185", "Tika Amalia", "20000186", "Vino Bastian", "20000187", "Yusril Ihza", "20000188",
        "Contoh, S.E., M.M.", "Daur.id", "Industri Kreatif", "Bertumbuh", "Rp25.000.000", "-", "9120000001078", 2022,
        says={
            "people": [
                {"name": "Iqbal Maulana", "phones": ["+628003000184"]}, {"name": "Nurul Fadilah"},
                {"name": "Tika Amalia"}, {"name": "Vino Bastian"}, {"name": "Yusril Ihza"},
            ],
            "enterprise": {"name": "Daur.id", "nib": "9120000001078"}, "date": "2022", "observed": "2022",
            "permits": ["NIB"],
        },
    ),
    row(),
    # Two numbers in the cell, no second member, a business without a name yet.
    row(
        3, "Tim Awan", "Universitas Contoh", "999001", "Kevin Contoh", "20000189", "0800-3000-189, 0800-3000-190", None,
        "Informatika", "Laila Contoh", "20000191", None, None, "Mira Contoh", "20000192", None, None, "-", "belum ada",
        "Bisnis Digital", "Awal", "Rp10.000.000", "Rp0", None, 2022,
        says={
            "people": [
                {"name": "Kevin Contoh", "phones": ["+628003000189", "+628003000190"]}, {"name": "Laila Contoh"},
                {"name": "Mira Contoh"},
            ],
            "date": "2022", "observed": "2022",
        },
    ),
    row("Jumlah", 3),
    row(None, None, None, None, None, None, None, None, None, None, None, "Mengetahui,"),
    row(None, None, None, None, None, None, None, None, None, None, None, "Wakil Rektor"),
]
