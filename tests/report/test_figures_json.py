"""okoce-figures/1 as a function of figures and a reading."""

import datetime as dt
import json

import okoce_core as okoce
from okoce_core.intake import Reading
from okoce_core.report.figures_json import document, problems_in_order, reading_document

LIST = b"""nama;hp;kota;usaha;jml_karyawan;no_ktp;tgl_lahir;nib;tahun
Melati Contoh;0800-111-2201;;Kedai Contoh;;123;;;2021
;;;;;;;;
Sekar Contoh;0800-111-2203;;Toko Contoh;;456;;;2021
"""


def counted(*inputs):
    reading = okoce.read(*inputs)
    return okoce.compare(okoce.resolve(reading), ["okoce-reach@1"], as_of="2022-12-31"), reading


def test_figures_of_nothing_have_no_day_and_are_whole_all_the_same():
    said = document([], Reading())
    assert said["identity"] == "full"  # as of resolve, where nothing else is asked for
    assert (said["as_of"], said["figures"], said["files"], said["problems"]) == (None, [], [], [])
    assert said["contradictions"] == []
    assert said["ledger"] == {"seen": 0, "recorded": 0, "rejected": 0, "blank": 0, "skipped": 0}


def test_days_are_iso_and_identity_is_named():
    figures, reading = counted(LIST)
    said = document(figures, reading, dt.date(2022, 10, 5), identity="exact")
    assert (said["as_of"], said["known_at"], said["identity"]) == ("2022-12-31", "2022-10-05", "exact")
    assert said["inputs"] == reading.inputs
    assert said["figures"][0]["participants"]["value"] == "2"


def test_it_can_be_written_as_json_twice_the_same():
    first, second = (json.dumps(document(*counted(LIST))) for _ in range(2))
    assert first == second


def test_rows_are_as_the_partner_sees_them_and_the_problems_by_place():
    _, reading = counted(LIST)
    assert [(p["code"], p["cell"], p["row"]) for p in reading_document(reading)["problems"]] == [
        ("nik-length", "F2", 2), ("nik-length", "F4", 4),
    ]  # fmt: skip
    assert [str(p.place) for p in problems_in_order(reading)] == ["bytes-1: F2", "bytes-1: F4"]
