"""TDA: the chapter list, and memberships with their active period."""

from __future__ import annotations

from tests.adapters.samples_a.rows import one, row

# fmt: off


def _number(number: str) -> list[dict[str, str]]:
    return [{"issuer": "tda", "number": number}]


TDA_ANGGOTA = [
    row("DAFTAR ANGGOTA TDA WILAYAH CONTOH"),
    row("nama", "hp", "kota", "usaha", "jml_karyawan", "no_ktp", "tgl_lahir", "nib", "tahun"),
    row(
        "Hj. Yuni Astuti", "08003000151", "Kota Depok", "Yuni Katering", 4, "", "", "", 2020,
        says=one(
            {"name": "Hj. Yuni Astuti", "phones": ["+628003000151"], "region": "32.76"},
            {"name": "Yuni Katering"}, "2020", jobs={"total": 4},
        ),
    ),
    row(
        "Prima Nugraha", "+62 800-3000-152", "Kab. Bekasi", "Prima Sablon", "2-3 orang", "3.17405E+15", "30-06-1983",
        "9120000001056", 2021,
        says=one(
            {"name": "Prima Nugraha", "phones": ["+628003000152"], "region": "32.16", "born": "1983-06-30"},
            {"name": "Prima Sablon", "nib": "9120000001056"}, "2021", permits=["NIB"],
            jobs={"total": 2, "total_high": 3},
        ),
    ),
    row(
        "Melani K.", "0800 3000 153 / 0800 3000 154", "Cimahi", "Melani Craft", 1, "9901014503949153", "5 Maret 1994",
        "", 2021,
        says=one(
            {
                "name": "Melani K.", "phones": ["+628003000153", "+628003000154"], "region": "32.77",
                "nik": "9901014503949153", "born": "1994-03-05",
            },
            {"name": "Melani Craft"}, "2021", jobs={"total": 1},
        ),
    ),
    row(
        "Doni", "-", "Bogor", "-", 0, "-", "-", "-", 2021,  # a bare 0 proves no business; Bogor is two places
        says=one({"name": "Doni"}, None, "2021"),
    ),
    row(
        "", "08003000155", "", "Warung Tanpa Nama", "", "", "", "1111111111111", "",
        says=one({"phones": ["+628003000155"]}, {"name": "Warung Tanpa Nama"}),
    ),
    row("", "", "", "Nobody's", 5, "", "", "", 2021),  # nobody: rejected
    row("Jumlah", "", "", "", 12, "", "", "", ""),
]

TDA_KEANGGOTAAN = [
    row("DATA KEANGGOTAAN TDA DAERAH CONTOH"),
    row("Diunduh: 30 September 2022"),
    row(
        "No", "No. Anggota", "Nama Lengkap", "Email", "No. HP", "Kota", "Wilayah", "Nama Usaha", "Bidang Usaha",
        "Kartu", "Tanggal Daftar", "Berlaku s.d.", "Konfirmasi",
    ),
    row(
        1, "TDA-0001", "Wawan Hermawan", "wawan@example.org", "0800-3000-161", "Kota Surabaya", "Jatim",
        "Wawan Konveksi", "Fashion", "Biru", "02 Juni 2021", "02 Juni 2023", "Sudah",
        says=one(
            {
                "name": "Wawan Hermawan", "email": "wawan@example.org", "phones": ["+628003000161"], "region": "35.78",
                "memberships": _number("TDA0001"),
            },
            {"name": "Wawan Konveksi"}, date="2021-06-02",
        ),
    ),
    # Over on 30 September 2022. The file alone does not say which day it describes, so without a kiriman.toml it stays.
    row(
        2, "tda 0002", "Endah Sulastri", "endah@example.org", "08003000162", "Sidoarjo", "Jatim", "Endah Bordir",
        "Fashion", "Abu-abu", "17-08-2019", "17-08-2021", "sudah",
        says=one(
            {
                "name": "Endah Sulastri", "email": "endah@example.org", "phones": ["+628003000162"], "region": "35.15",
                "memberships": _number("TDA0002"),
            },
            {"name": "Endah Bordir"}, date="2019-08-17",
        ),
    ),
    row(
        3, "TDA-0003", "Rudi Hartanto", "rudi@example.org", "08003000163", "Gresik", "Jatim", "Rudi Las", "Jasa", "BNI",
        "2022-01-05", "2024-01-05", "Belum",
    ),
    row(
        4, "menyusul", "Ningsih", "", "8003000164 / 0800-3000-165", "Malang", "Jatim", "-", "", "", "2022", "2024",
        "SUDAH",
        says=one({"name": "Ningsih", "phones": ["+628003000164", "+628003000165"]}, date="2022"),
        # which Malang? and no number yet
    ),
    row(
        5, "TDA-0005", "Imam Syafii", "imam@example", "08003000166", "Kota Batu", "Jatim", "Imam Apel", "Agro", "Biru",
        "31-02-2022", "2024-02-28", "Sudah Konfirmasi",  # no such day, no such host
        says=one(
            {
                "name": "Imam Syafii", "phones": ["+628003000166"], "region": "35.79",
                "memberships": _number("TDA0005"),
            },
            {"name": "Imam Apel"},
        ),
    ),
    row(
        6, "TDA-0006", "Lilis Karlina", "lilis@example.org", "-", "Kota Kediri", "Jatim", "Lilis Tahu", "Kuliner",
        "Biru", "1 Maret 2022", "", "", # nobody confirmed it
    ),
    row("Total", 6, "", "", "", "", "", "", "", "", "", "", ""),
]
