"""The business database of a HIPMI branch, as its API gives it."""

from __future__ import annotations

from typing import Any

from tests.adapters.samples_a.rows import Said, one, row

# fmt: off

def _company(number: int, **said: Any) -> Said:
    """A record of the business database; the keys that hold links are only there where there is a file."""
    return {
        "id": number, "nama_perusahaan": None, "nama_owner": None, "nik": None, "company_profile": None,
        "berkas_badan_hukum": None, "nib": None, "alamat_kantor": "Jl. Contoh 9", "bidang_usaha": "JASA",
        "foto_produk": None, "logo_perusahaan": None, "nohp_owner": None, "nohp_perusahaan": "0800-3000-999",
        "created_at": "2026-06-25T03:14:15.000000Z", "updated_at": "2026-06-25T03:14:15.000000Z", "deskripsi": None,
        **said,
    }


HIPMI_PERUSAHAAN = [
    row(
        _company(
            1, nama_perusahaan="PT ANDALAN CONTOH", nama_owner="Putra Wijayakusuma", nik="9901011706839131",
            nib="9120000001034", nohp_owner="0800-3000-131", logo_perusahaan="perusahaan/logo/1.png",
            logo_perusahaan_url="/storage/perusahaan/logo/1.png", foto_produk=["perusahaan/a.jpg", "perusahaan/b.jpg"],
            foto_produk_urls=["/storage/perusahaan/a.jpg", "/storage/perusahaan/b.jpg"],
        ),
        says=one(
            {"name": "Putra Wijayakusuma", "nik": "9901011706839131", "phones": ["+628003000131"]},
            {"name": "PT ANDALAN CONTOH", "nib": "9120000001034"}, date="2026-06-25", permits=["NIB"],
        ),
    ),
    row(
        _company(
            2, nama_perusahaan="CV SEMESTA RASA", nama_owner="Kinanti Larasati", nik="99 01 01 560287 9132", nib="",
            nohp_owner="08003000132 / 08003000133",
        ),
        says=one(
            {"name": "Kinanti Larasati", "nik": "9901015602879132", "phones": ["+628003000132", "+628003000133"]},
            {"name": "CV SEMESTA RASA"}, date="2026-06-25",
        ),
    ),
    row(
        _company(
            3, nama_perusahaan="CV SEMESTA RASA", nama_owner="Galang Aditya", nik="0000000000000000",
            nib="NIB menyusul", nohp_owner="+62 800 3000 134", created_at="2026-07-01T01:00:00.000000Z",
        ),
        says=one(
            {"name": "Galang Aditya", "phones": ["+628003000134"]}, {"name": "CV SEMESTA RASA"}, date="2026-07-01"
        ),
    ),
    row(_company(4, nama_perusahaan="UD TANPA NAMA", nohp_perusahaan="08003000998")),  # nobody: rejected
    row(
        _company(
            5, nama_perusahaan="-", nama_owner="Hesti Purnama", nik=None, nohp_owner=8003000135, created_at=None,
            company_profile="perusahaan/company_profile/5.pdf",
            company_profile_url="/storage/perusahaan/company_profile/5.pdf",
        ),
        says=one({"name": "Hesti Purnama", "phones": ["+628003000135"]}),
    ),
    row(
        _company(
            6, nama_perusahaan="PT BAHARI MULIA", nama_owner="Damar Prayoga", nik="9901010101859136",
            nib="9120000001045", nohp_owner="0800300", created_at="2026-07-02T01:00:00.000000Z",
        ),
        says=one(
            {"name": "Damar Prayoga", "nik": "9901010101859136"},
            {"name": "PT BAHARI MULIA", "nib": "9120000001045"}, date="2026-07-02", permits=["NIB"],
        ),
    ),
]
