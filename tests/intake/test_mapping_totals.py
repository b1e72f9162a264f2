"""Statistics of areas become totals or are refused with a reason; never people, and years are never added."""

from __future__ import annotations

import pytest

import okoce_core as okoce
from okoce_core.adapter import Adapter, Column, Partner
from okoce_core.evidence import Ledger
from okoce_core.plugins import Registry
from tests.laws.partner_files import as_csv, cells, expanded, form, headings, read, row, table

TANGSEL = b"""\xef\xbb\xbfDATA UMKM REKAAN - TANGERANG SELATAN\r\r
Tanggal: 2025-06-23\r\r
Kecamatan;Mikro;Kecil\r\r
Ciputat;6;2\r\r
Ciputat Timur;9;3\r\r
Pamulang;8;3\r\r
"""
TANGSEL_2023 = b"""Jumlah UMKM Bidang Rekaan Menurut Kecamatan di Kota Tangerang Selatan Tahun 2023;;
;;
Kecamatan;Mikro;Kecil
Serpong;1.100;6
Setu;0;4
JUMLAH;1.100;10
"""
PROJECTED = b"""Nama Kabupaten / Kota,Proyeksi Jumlah UMKM,Tahun
KABUPATEN BOGOR,375048,2016
KABUPATEN BOGOR,398000,2017
"""
BY_FIELD = b"""id,kode_provinsi,nama_provinsi,kode_kabupaten_kota,nama_kabupaten_kota,kategori_usaha,jumlah_umkm,\
satuan,tahun
1,32,JAWA BARAT,3201,KABUPATEN BOGOR,AKSESORIS,927,UNIT,2017
2,32,JAWA BARAT,3201,KABUPATEN BOGOR,BATIK,927,UNIT,2017
"""
NOBODY = ("people", "enterprises", "participations", "ownerships", "permits", "headcounts", "employments")


def sizes(file):
    return {len(getattr(file.records, kind)) for kind in NOBODY}


@pytest.mark.parametrize(
    ("data", "total", "first", "ledger"),
    [
        # (6 + 2) + (9 + 3) + (8 + 3) = 31, of rows 4 to 6
        (TANGSEL, 31, 4, Ledger(6, recorded=3, skipped=3)),
        # (1100 + 6) + (0 + 4) = 1110, of rows 4 and 5; the total row is not added to itself
        (TANGSEL_2023, 1110, 4, Ledger(6, recorded=2, blank=1, skipped=3)),
    ],
)
def test_businesses_of_a_city_become_one_total_of_context(data, total, first, ledger):
    (file,) = read(data).files
    assert (file.state, file.adapter) == ("read", "opendata-tangsel/kecamatan")
    ((said, number),) = file.records.totals
    assert (said.partner, said.measure, said.value, said.unit) == ("opendata-tangsel", "context", total, "rows")
    assert file.records.place("f", number).row == first
    assert (sizes(file), file.ledger) == ({0}, ledger)


def test_a_total_of_context_moves_no_figure():
    people = as_csv(table(form("hipmi/anggota"), [cells(1)]))
    for book in ("okoce-claim@1", "okoce-reach@1", "okoce-p4@1"):
        alone, beside = (
            okoce.count(okoce.resolve(read(*inputs)), book, as_of="2026-12-31").as_json()
            for inputs in ((people,), (people, TANGSEL, PROJECTED, BY_FIELD))
        )
        assert alone == beside


@pytest.mark.parametrize(
    ("data", "name"), [(PROJECTED, "opendata-jabar/proyeksi"), (BY_FIELD, "opendata-jabar/kategori")]
)
def test_a_projection_is_refused_with_its_reason_and_its_rows_are_accounted_for(data, name):
    (file,) = read(data).files
    (problem,) = file.problems
    assert (problem.code, problem.severity) == ("aggregate-refused", "error")
    assert problem.expected == form(name).refused
    assert (file.adapter, file.records.totals, sizes(file)) == (name, [], {0})
    assert file.ledger == Ledger(3, skipped=3)


def statistic(measure="context"):
    registry = Registry()
    columns = (
        Column("Jumlah", f"total.{measure}", required=True),
        Column("Tahun", "total.as_of"),
        Column("Kota", "person.region"),
    )
    registry.add(
        Adapter(
            name="uji/statistik",
            partner=Partner("uji", "Uji", "government"),
            title="",
            unit="an area",
            why="",
            columns=columns,
        )
    )
    return registry


def test_years_are_never_added_to_one_another():
    rows = [
        ["Kota", "Jumlah", "Tahun"],
        ["Bogor", "10", "2016"],
        ["Bogor", "20", "2017"],
        ["Kota Depok", "5", "2016"],
        ["Kota Depok", "7", ""],
    ]
    (file,) = read(as_csv(rows), registry=statistic()).files
    # 2016: 10 + 5. 2017: 20. No year: 7. Each with the first row it was read from.
    assert {(str(total.as_of), total.value, number) for total, number in file.records.totals} == {
        ("2016", 15, 2),
        ("2017", 20, 3),
        ("None", 7, 5),
    }
    assert file.ledger == Ledger(5, recorded=4, skipped=1)


def test_the_town_of_a_statistic_that_is_no_known_place_costs_nothing_of_its_number():
    rows = [["Kota", "Jumlah", "Tahun"], ["Negeri Antah", "10", "2016"]]
    (file,) = read(as_csv(rows), registry=statistic()).files
    assert [total.value for total, _ in file.records.totals] == [10]
    assert [(code, cell) for code, _, _, cell, _ in expanded(file.problems)] == [("region-unknown", "A2")]


def test_a_number_that_cannot_be_read_is_a_problem_and_its_row_is_rejected():
    rows = [
        ["Kota", "Jumlah", "Tahun"],
        ["Bogor", "banyak", "2016"],
        ["Kota Depok", "-", "2016"],
        ["Kota Bogor", "5", "2016"],
    ]
    (file,) = read(as_csv(rows), registry=statistic()).files
    assert file.ledger == Ledger(4, recorded=1, rejected=2, skipped=1)
    assert ("count-format", "", 2, "B2", "total.context") in expanded(file.problems)
    assert [total.value for total, _ in file.records.totals] == [5]


def test_a_year_that_cannot_be_read_does_not_make_its_number_one_of_the_files_day():
    # Of which year the 9 is nobody knows: it must not be told as the number of a year, nor added to one.
    rows = [["Jumlah", "Tahun", "Kota"], ["10", "2016", ""], ["9", "entah", ""]]
    (file,) = read(as_csv(rows), registry=statistic()).files
    assert {(str(total.as_of), total.value) for total, _ in file.records.totals} == {("2016", 10)}
    assert file.ledger.rejected == 1
    assert [(code, cell) for code, _, _, cell, _ in expanded(file.problems)] == [("date-format", "B3")]


@pytest.mark.parametrize(("cell", "value"), [("1.469.937", 1469937), ("0", 0), ("12 orang", 12)])
def test_the_numbers_of_a_statistic_are_written_as_people_write_them(cell, value):
    (file,) = read(as_csv([["Jumlah", "Tahun"], [cell, "2016"]]), registry=statistic()).files
    assert [total.value for total, _ in file.records.totals] == [value]


def test_a_range_in_a_statistic_is_not_taken_for_its_lower_end():
    # "2-3" is neither 2 nor 3; a total has one number, so the row is refused or the cell a problem.
    (file,) = read(as_csv([["Jumlah", "Tahun"], ["2-3", "2016"], ["5", "2016"]]), registry=statistic()).files
    assert [total.value for total, _ in file.records.totals] == [5]
    assert len(file.problems) > 0


def test_a_partner_that_gave_only_a_number_of_participants_widens_the_figure():
    rows = [["Jumlah", "Tahun"], ["120", "2016"]]
    figure = okoce.count(
        okoce.resolve(read(as_csv(rows), registry=statistic("participants"))), "okoce-reach@1", as_of="2022-12-31"
    ).participants
    # A number of rows bounds from above only: a person may stand in several.
    assert (figure.low, figure.value, figure.high) == (0, 0, 120)


@pytest.mark.parametrize("name", ["opendata-tangsel/kecamatan", "opendata-jabar/proyeksi", "opendata-jabar/kategori"])
def test_statistics_and_lists_of_people_are_told_apart(name):
    (file,) = read(as_csv([headings(form(name)), row(form(name), cells(1))])).files
    assert file.adapter == name
    assert form(name).is_aggregate
