"""Two small inputs made by hand, and the command run inside the test's own process."""

import json

import pytest

from okoce_core.cli import main

RECORDS = [
    {"type": "header", "format": "okoce-records/1", "ids": "local"},
    {"type": "person", "id": "P1", "name": "Melati Contoh", "sex": "F", "region": "31.75"},
    {"type": "person", "id": "P2", "name": "Bagas Contoh", "sex": "M"},
    {"type": "person", "id": "P3", "name": "Sekar Contoh", "sex": "F"},
    {"type": "enterprise", "id": "E1", "name": "Kedai Contoh", "region": "31.75"},
    {"type": "participation", "partner": "A", "person": "P1", "date": "2022-01-10", "stage": "registered"},
    {"type": "participation", "partner": "B", "person": "P1", "date": "2022-02-01", "stage": "registered"},
    {"type": "participation", "partner": "A", "person": "P2", "date": "2022-03-01", "stage": "registered"},
    {"type": "participation", "partner": "A", "person": "P3", "date": "2023-01-05", "stage": "registered"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2021-01-01"},
    {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2022-03-01"},
    {
        "type": "headcount",
        "partner": "A",
        "enterprise": "E1",
        "date": "2022-06-30",
        "full_time": 5,
        "owners_included": False,
    },
]
"""By hand, as of 2022-09-30:
claim: 4 participation lines, 2 of them of an owner (P1), 5 heads.
reach: P1 and P2 took part by then, P3 not yet: 2. Entrepreneurs are not asked for: 0. Jobs: not asked.
p4: 2 participants; P1 owns E1, which has a NIB: 1 entrepreneur; 5 jobs.
Equal shares of the participants: P1 half A, half B; P2 all A: A 3/2, B 1/2. Of the jobs (by P1): A 5/2, B 5/2.
"""

LIST = """nama;hp;kota;usaha;jml_karyawan;no_ktp;tgl_lahir;nib;tahun
Melati Contoh;0800-111-2201;Kota Bogor;Kedai Contoh;3;12345;;;2021
Bagas Contoh;0800-111-2202;Kota Bogor;Warung Contoh;2;;;;2021
;;;;7;;;;2021
"""
"""Row 2 has a NIK of five digits (nik-length, a warning); row 4 names nobody (person-missing, an error)."""


@pytest.fixture(autouse=True)
def terminal_that_draws(monkeypatch):
    """Whatever the terminal is that the tests are started from."""
    monkeypatch.delenv("TERM", raising=False)


@pytest.fixture
def records(tmp_path):
    """A file of canonical records."""
    path = tmp_path / "data.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in RECORDS), "utf-8")
    return path


@pytest.fixture
def members(tmp_path):
    """A partner's list with two faults."""
    path = tmp_path / "anggota.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def okoce(capsys, monkeypatch):
    """Runs the command and gives its exit status, what it wrote and what it complained of."""
    for name in ("OKOCE_BAHASA", "OKOCE_DEBUG", "OKOCE_KEY", "OKOCE_PLUGINS", "OKOCE_STRICT_PLUGINS"):
        monkeypatch.delenv(name, raising=False)

    def run(*words):
        status = main([str(word) for word in words])
        written = capsys.readouterr()
        return status, written.out, written.err

    return run
