from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lokal import parse_npwp

from okoce_core.values import npwp


def test_old_and_new_forms_of_one_number_are_one():
    assert npwp.parse("01.234.567.4-909.000") == npwp.parse("0012345674909000") == "0012345674909000"


def test_sixteen_digits_that_do_not_begin_with_nought_are_a_persons_nik():
    assert npwp.parse("9901014107909001") == "9901014107909001"
    assert npwp.parse("9901019907909001").code == "npwp-check"  # day 99


def test_the_number_of_those_who_have_none_says_nothing():
    assert npwp.parse("00.000.000.0-000.000") is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("01.234.567.4-901", "npwp-length"),
        ("01.234.567.4-901.00X", "npwp-digits"),
        (12345674909000.0, "npwp-damaged"),  # 14 digits in a numeric cell: the leading nought is lost
        ("9901014107900000", "npwp-damaged"),
        ("1.23457E+14", "npwp-damaged"),
    ],
)
def test_what_is_no_tax_number_is_refused_by_its_reason(cell, code):
    assert npwp.parse(cell).code == code


def test_a_wrong_check_digit_is_told_and_not_refused():
    # 0 1 2 3 4 5 6 7 c, every second from the right doubled: 7 -> 14 -> 5, 5 -> 10 -> 1, 3 -> 6, 1 -> 2 make 14;
    # 6 + 4 + 2 + 0 make 12; 26 + c is a multiple of ten for c = 4 only.
    failing = [digit for digit in range(10) if npwp.check_digit_fails(npwp.parse(f"01.234.567.{digit}-901.000"))]
    assert failing == [0, 1, 2, 3, 5, 6, 7, 8, 9]


def test_the_check_digit_of_a_published_worked_example_holds():
    # 653891127: 2 -> 4, 1 -> 2, 8 -> 16 -> 7, 5 -> 10 -> 1 make 14; 7 + 1 + 9 + 3 + 6 make 26; 40 is a multiple of ten.
    assert not npwp.check_digit_fails("0653891127000000")


def test_a_nik_has_no_check_digit():
    assert not npwp.check_digit_fails("9901014107909001")


@given(st.text("0123456789", min_size=15, max_size=15).filter(lambda digits: digits.strip("0")))
def test_lokal_id_gives_the_same_sixteen_digits(digits):
    assert npwp.parse(digits) == parse_npwp(digits).npwp16
