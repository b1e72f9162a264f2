"""To Python True is the number 1. A column that holds both must be read alike whichever comes first (law 6)."""

from __future__ import annotations

import json

import pytest

import okoce_core as okoce
from tests.laws.partner_files import as_xlsx

HEADS = ["nama", "hp", "usaha", "no_ktp", "jml_karyawan", "tahun"]
ONE = ["Sari Karangan", "08001000001", "Kedai Sari", "", 1, 2021]
TRUE = ["Budi Karangan", "08001000002", "Kedai Budi", "", True, 2021]


def heads_and_codes(data):
    (file,) = okoce.read(data).files
    return sorted(fact.total for fact in file.records.headcounts.facts), sorted(file.problems.totals())


@pytest.mark.parametrize("rows", [[ONE, TRUE], [TRUE, ONE]])
def test_a_one_beside_a_true_is_a_one_in_a_workbook(rows):
    # The 1 is one worker; TRUE is no number of workers.
    assert heads_and_codes(as_xlsx({"Anggota": [HEADS, *rows]})) == ([1], ["column-missing", "count-format"])


@pytest.mark.parametrize("rows", [[ONE, TRUE], [TRUE, ONE]])
def test_a_one_beside_a_true_is_a_one_in_json(rows):
    data = json.dumps([dict(zip(HEADS, row, strict=True)) for row in rows]).encode()
    assert heads_and_codes(data) == ([1], ["column-missing", "count-format"])
