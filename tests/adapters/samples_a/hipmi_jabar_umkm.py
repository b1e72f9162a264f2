"""HIPMI Jabar's register of small businesses."""

from __future__ import annotations

from typing import Any

from tests.adapters.samples_a.rows import one, row

# fmt: off

_JABAR_UMKM = [
    "id", "anggota_id", "nama_usaha", "bidang_usaha", "status_legalitas", "jenis_legalitas", "tahun_berdiri",
    "nama_lengkap", "jenis_kelamin", "tanggal_lahir", "nomor_hp", "email", "alamat_domisili", "platform_digital",
    "platform", "pendapatan", "pembiayaan", "sumber_pembiayaan", "tujuan", "pelatihan", "status", "rejection_reason",
    "verified_at", "verified_by", "created_at", "updated_at",
]


def _umkm(number: int, *, held: str, kind: str = "NULL", **said: Any) -> list[Any]:
    usual = {
        "id": number, "anggota_id": 11, "bidang_usaha": "Makanan & Minuman", "platform_digital": "Ya",
        "status_legalitas": held, "jenis_legalitas": kind, "platform": '["Instagram","Shopee"]',
        "pendapatan": "1 juta s/d 10 juta", "tujuan": "Lainnya", "pelatihan": "pemasaran", "status": "approved",
        "created_at": "2023-04-01 08:00:00", "updated_at": "2023-04-10 08:00:00",
    }
    return [{**usual, **said}.get(key, "NULL") for key in _JABAR_UMKM]


HIPMI_JABAR_UMKM = [
    row(*_JABAR_UMKM),
    row(
        *_umkm(
            1, held="Sudah Berizin", kind="NIB", nama_usaha="Dodol Sari", tahun_berdiri=2019,
            nama_lengkap="Sari Handayani",
            jenis_kelamin="Perempuan", tanggal_lahir="1986-10-12", nomor_hp="08003000121", email="sari.h@example.com",
            alamat_domisili="Jl. Contoh 3", verified_at="2023-04-10 13:00:00",
        ),
        says=one(
            {
                "name": "Sari Handayani", "sex": "F", "born": "1986-10-12", "phones": ["+628003000121"],
                "email": "sari.h@example.com", "address": "Jl. Contoh 3",
            },
            {"name": "Dodol Sari", "started": "2019"}, date="2023-04-10", permits=["NIB"],
        ),
    ),
    row(
        *_umkm(
            2, held="Belum Berizin", nama_usaha="Cilok Bang Udin", tahun_berdiri=2022, nama_lengkap="Udin Saefudin",
            jenis_kelamin="Laki-laki", tanggal_lahir="1991-03-03", nomor_hp="08003000122", email="udin@example.com",
            alamat_domisili="-", verified_at="2023-04-10 13:05:00",
        ),
        says=one(
            {
                "name": "Udin Saefudin", "sex": "M", "born": "1991-03-03", "phones": ["+628003000122"],
                "email": "udin@example.com",
            },
            {"name": "Cilok Bang Udin", "started": "2022"}, date="2023-04-10",
        ),
    ),
    # The form keeps the kind that was chosen before the owner said that there is none.
    row(
        *_umkm(
            3, held="Belum Berizin", kind="NIB", nama_usaha="Rajut Nining", tahun_berdiri="2020", nama_lengkap="Nining",
            jenis_kelamin="Perempuan", tanggal_lahir="1979-06-15", nomor_hp="8003000123", email="nining@example.com",
            alamat_domisili="Jl. Contoh 4", verified_at="2023-04-11",
        ),
        says=one(
            {
                "name": "Nining", "sex": "F", "born": "1979-06-15", "phones": ["+628003000123"],
                "email": "nining@example.com", "address": "Jl. Contoh 4",
            },
            {"name": "Rajut Nining", "started": "2020"}, date="2023-04-11",
        ),
    ),
    row(
        *_umkm(
            4, held="Sudah Berizin", kind="Halal", nama_usaha="Abon Ibu Tuti", tahun_berdiri=2015, nama_lengkap="Tuti",
            jenis_kelamin="Perempuan", tanggal_lahir="31-04-1975", nomor_hp="0800300012", email="tuti@example.com",
            alamat_domisili="Jl. Contoh 5", verified_at="2023-04-12 07:30:00",  # 31 April
        ),
        says=one(
            {
                "name": "Tuti", "sex": "F", "phones": ["+62800300012"], "email": "tuti@example.com",
                "address": "Jl. Contoh 5",
            },
            {"name": "Abon Ibu Tuti", "started": "2015"}, date="2023-04-12", permits=["HALAL"],
        ),
    ),
    row(
        *_umkm(
            5, held="Sudah Berizin", kind="Lainnya", nama_usaha="Bengkel Asep", tahun_berdiri=2010, nama_lengkap="Asep",
            jenis_kelamin="Laki-laki", tanggal_lahir="1980-02-29", nomor_hp="08003000125", email="asep@example.com",
            alamat_domisili="Jl. Contoh 6", verified_at="2023-04-12 07:31:00",
        ),
        says=one(
            {
                "name": "Asep", "sex": "M", "born": "1980-02-29", "phones": ["+628003000125"],
                "email": "asep@example.com", "address": "Jl. Contoh 6",
            },
            {"name": "Bengkel Asep", "started": "2010"}, date="2023-04-12",
        ),
    ),
    row(
        *_umkm(
            6, held="Sudah Berizin", kind="PIRT", nama_usaha="Keripik Eka", tahun_berdiri=2021, nama_lengkap="Eka",
            jenis_kelamin="Perempuan", tanggal_lahir="1999-01-01", nomor_hp="08003000126", status="pending",
        )
    ),
]
