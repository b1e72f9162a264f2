"""Students of pesantren with a business."""

from __future__ import annotations

from tests.adapters.samples_a.rows import one, row

# fmt: off

PESANTREN_SANTRI = [
    row(
        "Nama Santri", "Tempat, Tanggal Lahir", "Jenis Kelamin (L/P)", "No. HP", "NIK", "Nama Pesantren", "NSPP",
        "Kab/Kota", "Jenis Usaha", "Tenaga Kerja", "NIB", "Tahun",
    ),
    row(
        "Ahmad Contoh", "Garut, 17 Agustus 1999", "L", "08003000231", "9901151708999231", "Ponpes Ma’had Contoh",
        "510032050001", "Kab. Garut", "Ternak Lele", 2, "", 2021,
        says=one(
            {
                "name": "Ahmad Contoh", "born": "1999-08-17", "sex": "M", "phones": ["+628003000231"],
                "nik": "9901151708999231", "region": "32.05",
            },
            {"name": "Ternak Lele"}, "2021", jobs={"total": 2},
        ),
    ),
    row(
        "Zahra Contoh", "Tasikmalaya, 23-04-2001", "P", "0800-3000-232", "9901166304019232", "Ponpes Ma’had Contoh",
        "510032050001", "Kab. Tasikmalaya", "Konveksi", "3 orang", "9120000001112", 2021,
        says=one(
            {
                "name": "Zahra Contoh", "born": "2001-04-23", "sex": "F", "phones": ["+628003000232"],
                "nik": "9901166304019232", "region": "32.06",
            },
            {"name": "Konveksi", "nib": "9120000001112"}, "2021", jobs={"total": 3}, permits=["NIB"],
        ),
    ),
    row(
        "Sulaiman Contoh", "Garut, 19-09-1997", "L", "0800-3000-233", "0000000000000000", "Ponpes Ma’had Contoh",
        "510032050001", "Kab. Garut", "Warung", "-", "", 2021,
        says=one(
            {
                "name": "Sulaiman Contoh", "born": "1997-09-19", "sex": "M", "phones": ["+628003000233"],
                "region": "32.05",
            },
            {"name": "Warung"}, "2021",
        ),
    ),
    row(
        "Hasan Contoh", "Ciamis, 1998", "L", "0800-3000-233 / 0800-3000-234", "", "Ponpes Ma’had Contoh", "51003205",
        "Kab. Ciamis", "", "", "", 2021,
        says=one(
            {
                "name": "Hasan Contoh", "born": "1998", "sex": "M", "phones": ["+628003000233", "+628003000234"],
                "region": "32.07",
            },
            None, "2021",
        ),
    ),
    row(
        "Maryam Contoh", "Cirebon", "Pr", "08003000235", "99011663040192", "Ponpes Contoh II", "-", "Cirebon", "Jamu",
        "dua", "-", "2021",  # a place without a date; Cirebon is two places; "dua" is no number
        says=one(
            {"name": "Maryam Contoh", "sex": "F", "phones": ["+628003000235"]}, {"name": "Jamu"}, "2021",
        ),
    ),
    row("", "", "", "", "", "", "", "", "", "", "", ""),
    row("Jumlah", "", "", "", "", "", "", "", "", 5, "", ""),
]
