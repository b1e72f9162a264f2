"""Tenants of a campus incubator, as its registration service gives them."""

from __future__ import annotations

from typing import Any

from tests.adapters.samples_a.rows import Said, one, row

# fmt: off

def _tenant(identity: str, documents: Said | None, **said: Any) -> Said:
    return {
        "id": identity, "user_id": f"u-{identity}", "nama_bisnis": None, "nama_ketua_tim": None, "nim_nidn_ketua": "0",
        "nama_anggota_tim": '["Anggota Satu", "Anggota Dua"]', "nim_nidn_anggota": '["41520002", "41520003"]',
        "fakultas": "Teknik", "prodi": "Informatika", "kategori_bisnis": "Kuliner & F&B", "jenis_usaha": "Offline",
        "alamat_usaha": "Jl. Contoh 7", "nomor_telepon": None, "lama_usaha": 6, "omzet": "15000000.00",
        "status": "approved", "created_at": "2026-01-05T08:30:00", "updated_at": "2026-01-06T08:30:00",
        "rejection_reason": None, "business_documents": documents, **said,
    }


_PAPERS = {
    "id": 1, "tenant_id": "TN01", "logo_url": "https://files.example.com/1.png", "akun_medsos": "{}",
    "sertifikat_nib_url": "https://files.example.com/nib.pdf", "proposal_url": None, "bmc_url": None, "rab_url": None,
    "laporan_keuangan_url": None, "foto_produk_urls": "[]", "created_at": "2026-01-05T08:31:00",
    "updated_at": "2026-01-05T08:31:00",
}

KAMPUS_INKUBATOR = [
    row(
        _tenant("TN01", _PAPERS, nama_bisnis="Warung Awan", nama_ketua_tim="Bima Contoh", nomor_telepon="08003000211"),
        says=one({"name": "Bima Contoh", "phones": ["+628003000211"]}, {"name": "Warung Awan"}, date="2026-01-05"),
    ),
    row(
        _tenant(
            "TN02", None, nama_bisnis="Agro Contoh", nama_ketua_tim="Dr. Nia Contoh, M.T.",  # a lecturer heads this one
            nomor_telepon="0800-3000-212", created_at="2026-01-07T09:00:00",
        ),
        says=one(
            {"name": "Dr. Nia Contoh, M.T.", "phones": ["+628003000212"]}, {"name": "Agro Contoh"}, date="2026-01-07"
        ),
    ),
    row(
        _tenant(
            "TN03", None, nama_bisnis="Menunggu", nama_ketua_tim="Oka Contoh", nomor_telepon="08003000213",
            status="pending",
        )
    ),
    row(
        _tenant(
            "TN04", None, nama_bisnis="Ditolak", nama_ketua_tim="Pia Contoh", nomor_telepon="08003000214",
            status="rejected", rejection_reason="Proposal tidak lengkap",
        )
    ),
    row(
        _tenant(
            "TN05", None, nama_bisnis="Edu Contoh", nama_ketua_tim="Rama Contoh", nomor_telepon="tidak ada",
            created_at="2026-01-32T00:00:00",  # no such day
        ),
        says=one({"name": "Rama Contoh"}, {"name": "Edu Contoh"}),
    ),
    row(_tenant("TN06", None, nama_bisnis="Tanpa Ketua", nama_ketua_tim="", nomor_telepon="")),  # nobody: rejected
]
