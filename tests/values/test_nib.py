from __future__ import annotations

import pytest

from okoce_core.values import nib


@pytest.mark.parametrize("cell", ["0220101090012", "0220-1010-90012", "'0220101090012"])
def test_thirteen_digits_are_read_and_keep_their_leading_nought(cell):
    assert nib.parse(cell) == "0220101090012"


def test_a_numeric_cell_of_thirteen_digits_is_exact():
    assert nib.parse(9120101090012.0) == nib.parse(9120101090012) == "9120101090012"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("912010109001", "nib-length"),
        ("91201010900123", "nib-length"),
        ("sudah ada", "nib-digits"),
        ("9", "nib-length"),
        (220101090012.0, "nib-damaged"),  # 12 digits in a numeric cell: a leading nought is lost
        ("9.1201E+12", "nib-damaged"),
        ("9999999999999", "nib-placeholder"),
        ("1234567890123", "nib-placeholder"),
        ("0", "nib-placeholder"),
    ],
)
def test_what_is_no_business_number_is_refused_by_its_reason(cell, code):
    assert nib.parse(cell).code == code
