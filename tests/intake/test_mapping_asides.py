"""Rows that are not data. Only rows that name nobody for certain are asked about."""

from __future__ import annotations

import pytest

from okoce_core.intake.mapping.asides import Asides

NAME, PHONE = 1, 2
"""Where name and telephone stand: columns B and C of five."""


def kinds(*rows):
    asides = Asides([NAME, PHONE])
    return [asides.kind([*row, *[""] * (5 - len(row))]) for row in rows]


@pytest.mark.parametrize("row", [[], ["", "", ""], [None, "", None], ["  ", "\u00a0", "\t"], ["..", " . "]])
def test_a_row_with_nothing_in_it_is_blank(row):
    assert kinds(row) == ["blank"]


@pytest.mark.parametrize(
    "row",
    [
        ["JUMLAH", "", "", "", "12"], ["", "Jumlah", "", "", 12], ["Total:", "", "", "", "1.234"],
        ["TOTAL", "12", "13", "14", "15"],
        ["Sub Total", "", "", "", "Rp 1.000"], ["Grand Total"], ["Jml"], ["Rata-rata", "", "", "", "2,5"],
        ["Jumlah Total", "", "", "3"], ["TOTAL KESELURUHAN", "", "", "", "9"],
    ],
)  # fmt: skip
def test_a_total_is_skipped(row):
    assert kinds(row) == ["skipped"]


@pytest.mark.parametrize(
    "row",
    [
        ["Catatan: data per 30 September"], ["Sumber: Dinas Rekaan"], ["*) sementara"],
        ["Keterangan", ":", "lihat lampiran"],
        ["Dicetak 31/12/2022"], ["Halaman 1"], ["KECAMATAN REKAAN"], ["", "", "", "Wilayah Timur"],
    ],
)  # fmt: skip
def test_a_note_or_a_group_heading_is_skipped(row):
    assert kinds(row) == ["skipped"]


def test_a_signature_block_is_skipped_to_its_end():
    block = [
        ["", "", "", "Mengetahui,"],
        ["", "", "", "Kepala Dinas"],
        [],
        ["", "Sari Karangan"],
        ["", "NIP 19900101 201501 2 001"],
    ]
    assert kinds(*block) == ["skipped", "skipped", "blank", "skipped", "skipped"]


def test_a_signature_block_ends_where_a_row_is_full_again():
    full = ["1", "Sari Karangan", "", "Kedai", "3"]
    assert kinds(["Mengetahui,"], full, ["", "Budi Rekaan"]) == ["skipped", "data", "data"]


@pytest.mark.parametrize(
    "line",
    [
        "Jakarta, 30 September 2022", "Kab. Bogor, 1 Maret 2022", "Ketua", "Ketua,", "Sekretaris", "Bendahara",
        "(Fulan Rekaan)", "Hal 1 dari 3", "Halaman 2", "Ditandatangani oleh", "Mengetahui",
    ],
)  # fmt: skip
def test_a_line_of_a_signature_block_is_nobody_where_the_names_stand(line):
    assert kinds([], ["", line]) == ["blank", "skipped"]


@pytest.mark.parametrize("begins", ["Jakarta, 30 September 2022", "Ketua", "Ditandatangani oleh"])
def test_who_signs_is_nobody_of_the_list(begins):
    assert kinds([], ["", begins], [], ["", "Fulan Rekaan, S.E."]) == ["blank", "skipped", "blank", "skipped"]


def test_offices_side_by_side_are_signed_side_by_side():
    assert kinds(["", "Ketua", "", "Sekretaris"], ["", "(Fulan)", "", "(Fulana)"]) == ["skipped", "skipped"]


@pytest.mark.parametrize("row", [["", "Sari Karangan", "", "Ketua"], ["", "Sari", "", "Bogor, 17 Agustus 1999"]])
def test_what_somebody_is_and_when_he_was_born_are_no_signature(row):
    assert kinds(row, ["", "Budi Rekaan"]) == ["data", "data"]


def test_a_numbered_list_goes_on_below_an_office():
    assert kinds(["", "Ketua"], ["1", "Sari"], ["", "Sekretaris"], ["2", "Budi"]) == [
        "skipped", "data", "skipped", "data",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row", [["1", "2", "3", "4", "5"], ["(1)", "(2)", "(3)", "(4)", "(5)"], [1, 2, 3, 4, 5], ["", "2", "3", "4", "5"]]
)
def test_the_numbers_of_columns_are_skipped(row):
    assert kinds(row) == ["skipped"]


@pytest.mark.parametrize(
    "row",
    [
        ["", "Sari Karangan"], ["1", "Sari Karangan", "", "", "3"], ["7"], ["", "", "08001000001"],
        ["", "Totalindo Rekaan"],
        ["1", "Jumlahwati", "", "", "2"], ["", "Nipah Rekaan", "", "Kedai", ""], ["", "Notowidigdo"],
        ["", "Kedai Total", "", "", "x"],
        ["1", "3", "2", "", ""], ["1", "2"], ["", "", "", "Kedai Sari", "3"],
    ],
)  # fmt: skip
def test_what_may_be_somebody_is_data(row):
    assert kinds(row) == ["data"]
