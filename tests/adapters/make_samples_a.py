"""Write the samples of HIPMI, TDA, campuses, schools and pesantren, and the records that must come of each.

Run it as ``python -m tests.adapters.make_samples_a``; the same bytes every time. It does not import okoce. The people
are invented: province 99 does not exist, nor do telephone numbers that begin with 0800.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.adapters.samples_a.campus import KAMPUS_MAHASISWA
from tests.adapters.samples_a.campus_p2mw import KAMPUS_P2MW
from tests.adapters.samples_a.campus_tenants import KAMPUS_INKUBATOR
from tests.adapters.samples_a.campus_wmk import KAMPUS_WMK
from tests.adapters.samples_a.hipmi import HIPMI_ANGGOTA
from tests.adapters.samples_a.hipmi_companies import HIPMI_PERUSAHAAN
from tests.adapters.samples_a.hipmi_jabar import HIPMI_JABAR_ANGGOTA
from tests.adapters.samples_a.hipmi_jabar_umkm import HIPMI_JABAR_UMKM
from tests.adapters.samples_a.hipmi_pt import HIPMI_PT_ANGGOTA
from tests.adapters.samples_a.pesantren_emis import PESANTREN_EMIS
from tests.adapters.samples_a.pesantren_opop import PESANTREN_OPOP
from tests.adapters.samples_a.pesantren_santri import PESANTREN_SANTRI
from tests.adapters.samples_a.rows import Row, Said, as_csv, as_json, as_xlsx, expected
from tests.adapters.samples_a.school import SEKOLAH_SPW
from tests.adapters.samples_a.tda import TDA_ANGGOTA, TDA_KEANGGOTAAN

SAMPLES = Path(__file__).with_name("samples")

HIPMI = {"id": "hipmi", "name": "HIPMI", "kind": "association"}
JABAR = {"id": "hipmi-jabar", "name": "HIPMI Jawa Barat", "kind": "association"}
HIPMI_PT = {"id": "hipmi-pt", "name": "HIPMI Perguruan Tinggi", "kind": "campus"}
TDA = {"id": "tda", "name": "Tangan Di Atas", "kind": "community"}
CAMPUS = {"id": "kampus", "name": "Perguruan tinggi mitra", "kind": "campus"}
SCHOOL = {"id": "sekolah", "name": "Sekolah mitra", "kind": "school"}
PESANTREN = {"id": "pesantren", "name": "Pesantren mitra", "kind": "pesantren"}
OPOP = {"id": "opop", "name": "OPOP Jawa Barat", "kind": "pesantren"}
EMIS = {"id": "emis", "name": "EMIS Kementerian Agama", "kind": "pesantren"}


def _api(records: list[Any]) -> Said:
    return {"status": "success", "message": "Data retrieved successfully.", "data": records}


FILES: tuple[tuple[str, Sequence[Row], bytes, Said, str], ...] = (
    ("hipmi-anggota/anggota.xlsx", HIPMI_ANGGOTA, as_xlsx(HIPMI_ANGGOTA, "Anggota"), HIPMI, "Anggota"),
    ("hipmi-jabar-anggota/anggota.csv", HIPMI_JABAR_ANGGOTA, as_csv(HIPMI_JABAR_ANGGOTA), JABAR, ""),
    ("hipmi-jabar-umkm/umkms.csv", HIPMI_JABAR_UMKM, as_csv(HIPMI_JABAR_UMKM), JABAR, ""),
    ("hipmi-perusahaan/perusahaan.json", HIPMI_PERUSAHAAN, as_json(HIPMI_PERUSAHAAN, _api), HIPMI, "data"),
    ("hipmi-pt-anggota/entrepreneurs.csv", HIPMI_PT_ANGGOTA, as_csv(HIPMI_PT_ANGGOTA), HIPMI_PT, ""),
    ("tda-anggota/anggota.csv", TDA_ANGGOTA, as_csv(TDA_ANGGOTA, ";", "\ufeff"), TDA, ""),
    ("tda-keanggotaan/keanggotaan.csv", TDA_KEANGGOTAAN, as_csv(TDA_KEANGGOTAAN, ";"), TDA, ""),
    ("kampus-mahasiswa/mahasiswa.csv", KAMPUS_MAHASISWA, as_csv(KAMPUS_MAHASISWA), CAMPUS, ""),
    ("kampus-p2mw/kelompok.xlsx", KAMPUS_P2MW, as_xlsx(KAMPUS_P2MW, "Rekap"), CAMPUS, "Rekap"),
    ("kampus-wmk/peserta.csv", KAMPUS_WMK, as_csv(KAMPUS_WMK), CAMPUS, ""),
    ("kampus-inkubator/tenant.json", KAMPUS_INKUBATOR, as_json(KAMPUS_INKUBATOR, _api), CAMPUS, "data"),
    ("sekolah-spw/siswa.xlsx", SEKOLAH_SPW, as_xlsx(SEKOLAH_SPW, "SPW"), SCHOOL, "SPW"),
    ("pesantren-santri/santri.csv", PESANTREN_SANTRI, as_csv(PESANTREN_SANTRI), PESANTREN, ""),
    ("pesantren-opop/opop.xlsx", PESANTREN_OPOP, as_xlsx(PESANTREN_OPOP, "OPOP"), OPOP, "OPOP"),
    ("pesantren-emis/3205.json", PESANTREN_EMIS, as_json(PESANTREN_EMIS), EMIS, ""),
)
"""Of each sample its path, its rows, its bytes, its partner and its sheet."""


def write() -> None:
    """Write every sample with its expected records."""
    for path, rows, data, partner, sheet in FILES:
        sample = SAMPLES / path
        sample.parent.mkdir(parents=True, exist_ok=True)
        sample.write_bytes(data)
        place = {"file": sample.name, "sheet": sheet} if sheet else {"file": sample.name}
        lines = (json.dumps(line, ensure_ascii=False, separators=(",", ":")) for line in expected(rows, partner, place))
        sample.with_name(sample.name + ".expected.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")


if __name__ == "__main__":
    write()
