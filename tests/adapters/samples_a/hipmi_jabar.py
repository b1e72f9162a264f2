"""HIPMI Jabar's register of members, as phpMyAdmin exports it."""

from __future__ import annotations

from typing import Any

from tests.adapters.samples_a.rows import one, row

# fmt: off

_JABAR_ANGGOTA = [
    "id", "nama_usaha", "jenis_kelamin", "tempat_lahir", "tanggal_lahir", "agama", "nomor_telepon", "domisili",
    "alamat_domisili", "kode_pos", "email", "nomor_ktp", "foto_ktp", "foto_diri", "nama_usaha_perusahaan",
    "legalitas_usaha", "jabatan_usaha", "alamat_kantor", "bidang_usaha", "brand_usaha", "jumlah_karyawan",
    "nomor_ktp_perusahaan", "usia_perusahaan", "omset_perusahaan", "npwp_perusahaan", "no_nota_pendirian",
    "profile_perusahaan", "logo_perusahaan", "sfc_hipmi", "referensi_hipmi", "organisasi_lain", "status",
    "rejection_reason", "approved_at", "approved_by", "created_at", "updated_at",
]


def _member(number: int, **said: Any) -> list[Any]:
    """A row of the register, as phpMyAdmin exports it: what is empty is the word NULL."""
    usual = {
        "id": number, "tempat_lahir": "Contoh", "agama": "-", "kode_pos": "40000",
        "foto_ktp": f"anggota/ktp/{number}.jpg",
        "legalitas_usaha": "PT", "jabatan_usaha": "Direktur", "alamat_kantor": "Jl. Contoh 1", "bidang_usaha": "Jasa",
        "nomor_ktp_perusahaan": "9901014403859999", "usia_perusahaan": "2-5 Tahun", "sfc_hipmi": "-",
        "omset_perusahaan": "< Rp. 1.000.000.000", "referensi_hipmi": "Ya", "organisasi_lain": "Tidak",
        "status": "approved", "created_at": "2023-01-09 08:00:00", "updated_at": "2023-03-01 08:00:00",
    }
    return [{**usual, **said}.get(key, "NULL") for key in _JABAR_ANGGOTA]


HIPMI_JABAR_ANGGOTA = [
    row(*_JABAR_ANGGOTA),
    row(
        *_member(
            11, nama_usaha="Laras Puspita", jenis_kelamin="Perempuan", tanggal_lahir="1990-05-21", domisili="Bandung",
            nomor_telepon="08003000111", alamat_domisili="Kp. Contoh RT 01/02", email="Laras@example.com",
            nomor_ktp="9901016105909111", nama_usaha_perusahaan="PT Laras Kriya", brand_usaha="Laraskriya",
            jumlah_karyawan=7, npwp_perusahaan="01.234.567.4-909.000", approved_at="2023-02-14 09:12:44",
        ),
        says=one(
            {
                "name": "Laras Puspita", "nik": "9901016105909111", "born": "1990-05-21", "sex": "F", "region": "32.04",
                "phones": ["+628003000111"], "address": "Kp. Contoh RT 01/02", "email": "laras@example.com",
            },
            {"name": "PT Laras Kriya", "npwp": "0012345674909000", "brand": True},
            date="2023-02-14", jobs={"total": 7},
        ),
    ),
    row(
        *_member(
            12, nama_usaha="Rendra Wicaksana", jenis_kelamin="Laki-laki", tanggal_lahir="1988-01-30",
            domisili="Kota Bandung", nomor_telepon="0800-3000-112/0800-3000-113", alamat_domisili="Jl. Contoh 2",
            email="rendra@example.com", nomor_ktp="9901013001889112", nama_usaha_perusahaan="PT Laras Kriya",
            brand_usaha="Laraskriya", jumlah_karyawan=7, npwp_perusahaan="01.234.567.4-909.000",
            approved_at="2023-02-14 09:15:02", jabatan_usaha="Komisaris",
        ),
        says=one(
            {
                "name": "Rendra Wicaksana", "nik": "9901013001889112", "born": "1988-01-30", "sex": "M",
                "region": "32.73",
                "phones": ["+628003000112", "+628003000113"], "address": "Jl. Contoh 2", "email": "rendra@example.com",
            },
            {"name": "PT Laras Kriya", "npwp": "0012345674909000", "brand": True},
            date="2023-02-14", jobs={"total": 7},
        ),
    ),
    row(
        *_member(
            13, nama_usaha="Tegar Maulana", jenis_kelamin="Laki-laki", tanggal_lahir="1995-11-02", domisili="Garut",
            nomor_telepon="08003000114", email="tegar@example.com", nomor_ktp="9901010211959113",
            nama_usaha_perusahaan="Tegar Leather", brand_usaha="Tegar", jumlah_karyawan=3, status="pending",
        )
    ),
    row(
        *_member(
            14, nama_usaha="Mega Lestari", jenis_kelamin="Perempuan", tanggal_lahir="1993-07-07", domisili="Bogor",
            nomor_telepon="08003000115", email="mega@example.com", nomor_ktp="9901014707939114",
            nama_usaha_perusahaan="Mega Tani", brand_usaha="Mega", jumlah_karyawan=2, status="rejected",
            rejection_reason="KTP tidak terbaca",
        )
    ),
    row(
        *_member(
            15, nama_usaha="Gita Ramadhani", jenis_kelamin="Perempuan", tanggal_lahir="1992-12-09", domisili="Bogor",
            nomor_telepon="628003000116", alamat_domisili="-", email="gita@example.com", nomor_ktp="990101491292911",
            nama_usaha_perusahaan="Gita Florist", brand_usaha="-", jumlah_karyawan=0, npwp_perusahaan="belum ada",
            approved_at="2023-03-01 10:00:00",
        ),
        says=one(
            {
                "name": "Gita Ramadhani", "born": "1992-12-09", "sex": "F", "phones": ["+628003000116"],
                "email": "gita@example.com", "region": "32.01",
            },
            {"name": "Gita Florist"}, date="2023-03-01", jobs={"total": 0},
        ),
    ),
    row(
        *_member(
            16, nama_usaha="Arya Kusuma", jenis_kelamin="Laki-laki", tanggal_lahir="0000-00-00", domisili="Garut",
            nomor_telepon="08003000117", email="arya@", nomor_ktp="9901010908869116",
            nama_usaha_perusahaan="CV Arya Logam", brand_usaha="ARYA", jumlah_karyawan=12,
            approved_at="2023-03-01 10:02:00",
        ),
        says=one(
            {
                "name": "Arya Kusuma", "nik": "9901010908869116", "sex": "M", "phones": ["+628003000117"],
                "region": "32.05",
            },
            {"name": "CV Arya Logam", "brand": True}, date="2023-03-01", jobs={"total": 12},
        ),
    ),
]
