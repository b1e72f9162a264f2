"""Students of a campus in a programme."""

from __future__ import annotations

from tests.adapters.samples_a.rows import one, row

# fmt: off

KAMPUS_MAHASISWA = [
    row("REKAP PESERTA PROGRAM WIRAUSAHA KAMPUS CONTOH"),
    row(
        "NIM", "NAMA MAHASISWA", "PROGRAM STUDI", "TANGGAL LAHIR", "JENIS KELAMIN", "NO TELP", "EMAIL", "NIK",
        "DOMISILI", "PROGRAM", "NAMA USAHA", "JUMLAH TENAGA KERJA", "NIB", "TAHUN",
    ),
    row(
        "21000171", "Anindita Rahma", "Gizi", "25-09-2001", "PEREMPUAN", "08003000171", "anindita@example.com",
        "9901016509019171", "Kota Yogyakarta", "WMK", "Keripik Anin", 3, "", 2021,
        says=one(
            {
                "name": "Anindita Rahma", "born": "2001-09-25", "sex": "F", "phones": ["+628003000171"],
                "email": "anindita@example.com", "nik": "9901016509019171", "region": "34.71",
            },
            {"name": "Keripik Anin"}, "2021", jobs={"total": 3}, stage="trained",
        ),
    ),
    # The same NIM at another campus, another person with the same telephone: only the NIK would tell.
    row(
        "21000171", "Bramantyo", "Teknik", "1 Januari 2000", "LAKI-LAKI", "0800-3000-172", "-", "9901010101009172",
        "Kab. Sleman", "P2MW", "Bram Print", "1", "9120000001067", 2021,
        says=one(
            {
                "name": "Bramantyo", "born": "2000-01-01", "sex": "M", "phones": ["+628003000172"],
                "nik": "9901010101009172", "region": "34.04",
            },
            {"name": "Bram Print", "nib": "9120000001067"}, "2021", jobs={"total": 1}, permits=["NIB"], stage="trained",
        ),
    ),
    row(
        "21000173", "Citra Ayu", "Hukum", "02/25/2001", "P", "08003000173", "citra@example.com", "99010165090191",
        "Kota Jogja", "INKUBATOR", "-", 0, "-", 2022,  # month first; a NIK of 14 digits
        says=one(
            {
                "name": "Citra Ayu", "sex": "F", "phones": ["+628003000173"], "email": "citra@example.com",
                "region": "34.71",
            },
            None, "2022", stage="trained",
        ),
    ),
    row(
        "", "Danang Wibisono", "", "", "", "08003000174 / 08003000175", "", "", "", "", "Danang Digital", "lima", "",
        "",
        says=one(
            {"name": "Danang Wibisono", "phones": ["+628003000174", "+628003000175"]}, {"name": "Danang Digital"},
            stage="trained",
        ),
    ),
    row(
        "21000176", "", "Gizi", "", "P", "", "", "", "", "WMK", "Usaha Tanpa Orang", 2, "", 2021,  # nobody: rejected
    ),
    row("Catatan: data sementara"),
]
