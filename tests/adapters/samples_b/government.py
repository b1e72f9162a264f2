"""The coached, the trained and the cooperatives of a made-up office: the rows of three workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["BINAAN", "KOPERASI", "PELATIHAN"]

_BINAAN = (
    "ID_DT_BINAAN_EXCEL", "KAB_KOTA", "KECAMATAN", "JENIS_KEGIATAN", "NAMA_PEMILIK", "NAMA_USAHA", "JENIS_KELAMIN",
    "PENDIDIKAN", "STATUS_USAHA", "JENIS_LAPANGAN_USAHA", "SERTIFIKasI", "KLasIFIKasI_USAHA", "DAPAT_KREDIT",
    "PERLU_PINJAMAN_PIHAK_LUAR", "INSTANSI_PEMBINAAN", "TAHUN_MULAI_USAHA", "UMUR", "JML_TENAGA_KERJA_2019",
    "JML_TENAGA_KERJA_2020", "JML_TENAGA_KERJA_2021", "OMSET_2021", "BIAYA_PRODUKSI_2021", "GAJI_KARYAWAN_2021",
    "score", "row_num",
)  # fmt: skip


def _coached(
    number: int, place: str, owner: str, business: str, sex: str, status: str, certificates: str, since: Any,
    workers: Sequence[Any], rank: int = 1,
) -> tuple[Any, ...]:  # fmt: skip
    return (
        number, place, "CONTOH", "PRODUKSI", owner, business, sex, "SMA", status, "INDUSTRI", certificates, "MIKRO",
        "TIDAK", "TIDAK", "-", since, 45, *workers, 60000000, 20000000, "-", 0.9, rank,
    )  # fmt: skip


BINAAN = (
    _BINAAN,
    _coached(1, "KAB. MALANG", "SUMARNI", "KERIPIK TEMPE BAROKAH", "P", "IUMK", "HALAL, PIRT", 2012, (2, 3, 5)),
    _coached(2, "KOTA SURABAYA", "SLAMET RIYADI", "MEBEL JATI SLAMET", "L", "PERSEORANGAN", "-", "2008", (0, 0, 1)),
    _coached(3, "KAB. SIDOARJO", "TITIK WULANDARI", "KOPERASI WANITA MELATI", "P", "KOPERASI", "Tidak ada", 2015,
             ("-", 12, "15 orang")),
    _coached(4, "MALANG", "BUDI HARTONO", "BENGKEL BUDI", "L", "UD", "MERK, HALAL, NUTRITION FACT/ UJI PRODUK", 2010,
             (None, 2, "2-3")),
    _coached(5, "KAB. GRESIK", "SUMARNI", "SONGKOK SUMARNI", "P", "IUMK", "0", "-", (4, 4, 4)),
    _coached(6, "KAB. MALANG", "SUMARNI", "KERIPIK TEMPE BAROKAH", "P", "IUMK", "HALAL, PIRT", 2012, (2, 3, 5), 2),
    _coached(7, "KOTA KEDIRI", "NUR AINI", "TAHU TAKWA NUR", "P", "CV", "BELUM ADA", 2018, (-1, 6, 6)),
    ("JUMLAH", *[None] * 16, 8, 30, 39),
)  # fmt: skip

_ALUMNI = (
    "NO. URUT", "JUDUL AKTIFITAS", "LOKASI AKTIFITAS", "TANGGAL AKTIFITAS", "NAMA PESERTA", "TEMPAT LAHIR",
    "TANGGAL LAHIR", "JENIS KELAMIN", "STATUS PERKAWINAN", "PENDIDIKAN TERAKHIR", "AGAMA", "ALAMAT", "RT", "RW",
    "KELURAHAN", "KECAMATAN", "KABUPATEN", "PROVINSI", "APAKAH ANDA PENYANDANG DISABILITAS",
    "PRIZINAN USAHA YANG DIMIKI", "PERMSALAHAN YANG DIHADAPI", "KEBUTUHAN DIKLAT/PELATIHAN", "NO. NIB", "NAMA USAHA",
    "STATUS USAHA", "SERTIFIKASI USAHA", "SEKTOR USAHA", "BIDANG USAHA", "ALAMAT USAHA", "RT USAHA", "RW USAHA",
    "KELURAHAN USAHA", "KECAMATAN USAHA", "KABUPATEN USAHA", "KODEPOS USAHA", "MODAL USAHA PER TAHUN",
    "NILAI MODAL USAHA PER TAHUN", "OMZET USAHA PER TAHUN", "NILAI OMZET USAHA PER TAHUN", "JUMLAH KARYAWAN LAKI-LAKI",
    "JUMLAH KARYAWAN PEREMPUAN", "WILAYAH PEMASARAN", "LOKASI PEMASARAN", "JABATAN PESERTA DI USAHA",
)  # fmt: skip


def _trained(
    number: int, when: str, who: tuple[str, Any, str], home: str, disabled: str, permits: str, nib: str, business: str,
    certificates: str, place: str, men: Any, women: Any, role: str,
) -> tuple[Any, ...]:  # fmt: skip
    name, born, sex = who
    return (
        number, "PELATIHAN CONTOH", "MALANG", when, name, "CONTOH", born, sex, "KAWIN", "SMA", "-",
        f"JL. CONTOH {number}", "01", "02", "CONTOH", "CONTOH", home, "JAWA TIMUR", disabled, permits, "PEMASARAN",
        "DIGITAL", nib, business,
        "PERSEORANGAN (BELUM ADA LEGALITAS)", certificates, "PRODUKSI", "Makanan/Minuman", "JL. USAHA", "03", "04",
        "CONTOH", "CONTOH", place, "65163", "< 1M", "Rp. 5.000.000", "< 2M", "Rp. 60.000.000", men, women, "LOKAL",
        "PASAR", role,
    )  # fmt: skip


_ROHMAH = ("SITI ROHMAH", "05-05-1988", "PEREMPUAN")
_MARCH, _MAY, _JUNE = "12-14 Maret 2024", "20 Mei s.d 22 Mei 2024", "05 Juni 2024"
PELATIHAN = (
    _ALUMNI,
    _trained(1, _MARCH, _ROHMAH, "KABUPATEN MALANG", "TIDAK", "NIB, PIRT, HALAL", "9120200000011", "DAPUR ROHMAH",
             "PIRT", "KABUPATEN MALANG", "1", "2", "PEMILIK"),
    # A birth date that Excel took for a date and wrote as its number of days.
    _trained(2, _MARCH, ("AHMAD FAUZI", 31245, "LAKI-LAKI"), "KOTA SURABAYA", "YA", "NIB", "-", "BENGKEL FAUZI", "-",
             "KOTA SURABAYA", "2", "0", "PEMILIK"),
    _trained(3, _MARCH, ("DEWI KARTIKA", "20-11--1995", "PEREMPUAN"), "KABUPATEN SIDOARJO", "TIDAK", "-",
             "9120200000033", "KATERING BAROKAH", "-", "KABUPATEN SIDOARJO", "3", "5", "KARYAWAN"),
    _trained(4, _MAY, ("RUDI SETIAWAN", "01-02-1990", "LAKI-LAKI"), "KOTA KEDIRI", "TIDAK", "BELUM ADA", "0", "-", "-",
             "-", "-", "-", "TIDAK PUNYA USAHA"),
    _trained(5, _MAY, _ROHMAH, "KABUPATEN MALANG", "TIDAK", "NIB", "9120200000011", "DAPUR ROHMAH", "-",
             "KABUPATEN MALANG", "1", "-", "PEMILIK"),
    _trained(6, _JUNE, ("NUNUNG HIDAYAH", None, "PEREMPUAN"), "MALANG", "-", "-", "9120200000044", "JAMU NUNUNG", "-",
             "KABUPATEN GRESIK", "0", "1", "-"),
    _trained(7, _JUNE, ("HERU PRASETYO", "15-08-1979", "LAKI-LAKI"), "KOTA KEDIRI", "TIDAK", "PIRT", "912020000005512",
             "TAHU HERU", "-", "KOTA KEDIRI", "-9", "2", "PEMILIK"),
)  # fmt: skip

_COOPERATIVE = (
    "NO. URUT", "NO. KTP", "NAMA PESERTA", "TEMPAT LAHIR", "TANGGAL LAHIR", "JENIS KELAMIN", "ALAMAT", "KABUPATEN",
    "PROVINSI", "NO. TELP", "APAKAH ANDA PENYANDANG DISABILITAS", "PRIZINAN USAHA YANG DIMIKI", "NIK KOPERASI",
    "NIB KOPERASI", "NAMA KOPERASI", "NOMOR BADAN HUKUM", "TANGGAL BADAN HUKUM", "KABUPATEN KOPERASI",
    "JUMLAH ANGGOTA LAKI-LAKI", "JUMLAH ANGGOTA PEREMPUAN", "JUMLAH CALON ANGGOTA", "JUMLAH KARYAWAN / PENGELOLA",
    "JABATAN PESERTA DI KOPERASI",
)  # fmt: skip
KOPERASI = (
    _COOPERATIVE,
    (1, "9901014505709301", "SRI WAHYUNI", "MALANG", "05-05-1970", "PEREMPUAN", "JL. A 1", "KABUPATEN MALANG",
     "JAWA TIMUR", "08001300301", "TIDAK", "-", "3507010010001", "9120300000011", "KOPWAN MELATI", "518/BH/1",
     "17-08-2005", "KABUPATEN MALANG", "0", "55", "3", "4", "KETUA"),
    (2, None, "JOKO PURWANTO", "SURABAYA", "12-12-1975", "LAKI-LAKI", "-", "KOTA SURABAYA", "JAWA TIMUR",
     "08001300302 / 08001300312", "TIDAK", "-", None, "-", "KSP SEJAHTERA", "-", "17-08--1998", "KOTA SURABAYA", "20",
     "10", "-", "-", "MANAJER"),
    (3, "9901015212899303", "LINA MARDIANA", "MALANG", "12-12-1989", "PEREMPUAN", "JL. A 3", "KABUPATEN MALANG",
     "JAWA TIMUR", "0800-1300-303", "-", "-", "3507010010001", "9120300000011", "KOPWAN MELATI", "518/BH/1",
     "17-08-2005", "KABUPATEN MALANG", "0", "55", "3", "4", "KARYAWAN"),
    # The cooperative's number where the person's should stand.
    (4, "3507010010045", "AGUS SALIM", "MALANG", "01-06-1965", "LAKI-LAKI", "JL. A 4", "KABUPATEN MALANG",
     "JAWA TIMUR", "08001300304", "TIDAK", "NIB, SIUP", "3507010010045", "9120300000022", "KUD TANI MAKMUR",
     "518/BH/9", 29221, "KABUPATEN MALANG", "120", "80", "-", "12 orang", "ANGGOTA"),
    (5, None, "-", None, None, None, None, None, None, "-", None, "-", "3507010010077", "-", "KSU TANPA WAKIL", "-",
     "-", "KOTA KEDIRI", "9", "9", "-", "1", "-"),
    (6, None, "WARSITO", "KEDIRI", "-", "LAKI-LAKI", "-", "KOTA KEDIRI", "JAWA TIMUR", "08001300306", "TIDAK", "-",
     "-", "-", "-", "-", "-", "-", "-", "-", "-", "-", "PENGURUS"),
)  # fmt: skip
