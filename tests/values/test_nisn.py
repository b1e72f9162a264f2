from __future__ import annotations

import pytest

from okoce_core.values import nisn


@pytest.mark.parametrize("cell", ["0990000001", "099-000-0001", "'0990000001"])
def test_ten_digits_are_read_and_keep_their_leading_nought(cell):
    assert nisn.parse(cell) == "0990000001"


def test_a_numeric_cell_of_ten_digits_is_exact():
    assert nisn.parse(9990000001.0) == nisn.parse(9990000001) == "9990000001"


@pytest.mark.parametrize("cell", ["", "-", "belum ada", None])
def test_a_cell_that_says_nothing_is_no_number(cell):
    assert nisn.parse(cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("990000001", "nisn-length"),
        ("09900000011", "nisn-length"),
        (12, "nisn-length"),
        ("sedang diurus", "nisn-digits"),
        ("099000000A", "nisn-digits"),
        (990000001, "nisn-damaged"),  # a leading nought is lost
        (9000001.0, "nisn-damaged"),  # three of them: a pupil born in 2000
        ("9.9E+08", "nisn-damaged"),
        ("0000000000", "nisn-placeholder"),
        ("1111111111", "nisn-placeholder"),
        ("1234567890", "nisn-placeholder"),
        ("0", "nisn-placeholder"),
    ],
)
def test_what_is_no_number_of_a_pupil_is_refused_by_its_reason(cell, code):
    assert nisn.parse(cell).code == code
