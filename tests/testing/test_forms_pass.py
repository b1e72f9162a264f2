"""Forms of every sort that a mapping may describe pass the kit."""

from __future__ import annotations

import pytest

from okoce_core.adapter import FIELDS
from okoce_core.adapter.mapping import load_mapping
from okoce_core.testing import check_adapter
from okoce_core.testing.kit.made_cells import _cells
from okoce_core.testing.kit.made_form import Form
from tests.testing.peserta import FORMS


def failed(adapter):
    return {outcome.check: outcome.what for outcome in check_adapter(adapter) if outcome.state == "failed"}


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_passes(path):
    assert failed(path) == {}


def test_there_is_a_made_cell_for_every_field():
    assert set(_cells(0)) == set(FIELDS)


def table(stem, count=1):
    return Form.of(load_mapping(next(path for path in FORMS if path.stem == stem))).table(count)


def test_headings_of_two_rows_stand_above_each_other_the_upper_one_once():
    assert table("two-rows")[:2] == [
        ["No", "Nama Binaan Dinas", "NIK", "Nama Usaha", "Tenaga Kerja", "", "Alamat Usaha"],
        ["", "", "", "", "L", "P", "Kota"],
    ]


def test_a_form_without_headings_has_its_columns_at_their_letters_and_its_data_at_their_row():
    # first_row = 3, so two rows above; nothing is declared for A and D.
    assert table("letters") == [
        ["DAFTAR REKAAN"], ["DAFTAR REKAAN"], ["", "Anindya Contohwati", "08001000000", "", "Kota Bogor"],
    ]  # fmt: skip


def test_several_persons_of_a_row_are_different_people_with_one_enterprise():
    header, row = table("team")
    assert header == [
        "Program Studi", "Nama Ketua", "Nama Anggota 1", "Nama Anggota 2", "HP Ketua", "HP Anggota 1", "HP Anggota 2",
        "NIM Ketua", "NIM Anggota 1", "NIM Anggota 2", "Nama Usaha Tim", "Omzet", "Tahun",
    ]  # fmt: skip
    assert len(set(row[1:10])) == 9
    assert row[10] == "Kedai Rekaan 1"


def test_odd_cells_are_made_as_the_mapping_takes_them_apart():
    said = dict(zip(*table("odd-cells"), strict=True))
    # A word of the lookup, both takes in one cell, the date in its three parts, and no row left out by the skips.
    assert said["Jenis Kelamin"] == "Pria"
    assert said["NIB / Tahun"].startswith("9120000000000")
    assert said["NIB / Tahun"].endswith("2021")
    assert (said["Tgl"], said["Bln"], said["Thn"]) == ("01", "01", "2021")
    assert (said["Status Berkas"], said["Keluar"]) == ("disetujui", "")
