"""Law 8 at the rim: no text of a cell or header in any output of the command but ``convert``'s file."""

import json
import random
from itertools import product

import pytest

MARK = "RAHASIA7731"
HEADINGS = ["nama", "hp", "kota", "usaha", "jml_karyawan", "no_ktp", "tgl_lahir", "nib", "tahun"]
COMMANDS = [
    ("count",),
    ("count", "--json"),
    ("count", "--by", "sex,district", "--attribution", "equal"),
    ("compare",),
    ("compare", "--json"),
    ("explain", "--rulebook", "okoce-p4@1"),
    ("explain", "--rulebook", "okoce-p4@1", "--measure", "jobs", "--json"),
    ("read",),
    ("read", "--json"),
]


def known(tmp_path):
    """A form that is recognised, a further heading with the mark, and the mark in every cell."""
    rows = [[f"{MARK}{row}{column}" for column in range(10)] for row in range(20)]
    lines = [";".join(row) for row in ([*HEADINGS, MARK], *rows, [MARK], [MARK] * 12)]
    (tmp_path / "dikenal.csv").write_text("\n".join(lines), "utf-8")


def unknown(tmp_path):
    """A form nobody knows, with the mark in headings and cells."""
    (tmp_path / "asing.csv").write_text(f"{MARK}a;{MARK}b\n{MARK}c;{MARK}d\n" * 3, "utf-8")
    (tmp_path / "asing.json").write_text(json.dumps([{f"{MARK}x": f"{MARK}y"}] * 3), "utf-8")
    (tmp_path / "rusak.json").write_text(f'[{{"nama": "{MARK}', "utf-8")


def records(tmp_path):
    """Canonical records with the mark in every value that is a person's or an enterprise's, and in unknown keys."""
    person = dict.fromkeys(["id", "name", "nik", "email", "born", "sex", "region", "address", MARK], MARK)
    said = [
        {"type": "header", "format": "okoce-records/1", "ids": "local"},
        {"type": "person", **person, "phones": [MARK]},
        {"type": "enterprise", "id": MARK, "name": MARK, "nib": MARK, "npwp": MARK, "started": MARK},
        {"type": "participation", "partner": "A", "person": MARK, "date": MARK, "stage": MARK, "role": MARK},
        {"type": "ownership", "enterprise": MARK, "person": MARK, "from": MARK},
        {"type": MARK},
    ]
    lines = [*map(json.dumps, said), MARK]
    (tmp_path / "rekaman.jsonl").write_text("\n".join(lines), "utf-8")


@pytest.mark.parametrize(("content", "words"), list(product([known, unknown, records], COMMANDS)))
def test_no_output_holds_the_text_of_a_cell_or_heading(okoce, tmp_path, content, words):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    content(folder)
    for language in ("id", "en"):
        status, out, err = okoce(words[0], folder, *words[1:], "--bahasa", language)
        assert status in {0, 3}
        assert MARK not in (out + err).upper()


@pytest.mark.parametrize("content", [known, unknown, records])
def test_the_report_of_problems_holds_no_text_of_a_cell_or_heading(okoce, tmp_path, content):
    folder, report = tmp_path / "kiriman", tmp_path / "masalah.csv"
    folder.mkdir()
    content(folder)
    okoce("read", folder, "--report", report)
    assert len(report.read_text("utf-8-sig").splitlines()) > 1
    assert MARK not in report.read_text("utf-8-sig").upper()


def test_what_convert_says_holds_no_text_of_a_cell(okoce, tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    known(folder)
    _, out, err = okoce("convert", folder, "--out", tmp_path / "semua.jsonl")
    assert MARK not in (out + err).upper()


def test_bytes_that_are_nothing_at_all_still_end_in_a_documented_status(okoce, tmp_path):
    chance = random.Random(7)
    for number in range(20):
        (tmp_path / f"acak{number}.csv").write_bytes(chance.randbytes(number * 37))
    assert okoce("count", tmp_path)[0] in {0, 3}
