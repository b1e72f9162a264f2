from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lokal import normalize_phone

from okoce_core.values import phone

ONE = "+628001234567"  # 0800: no mobile block


@pytest.mark.parametrize(
    "cell",
    [
        "08001234567", "0800-1234-567", "0800 1234 567", "0800.1234.567", "628001234567", "+628001234567",
        "+62 800-1234-567",
        "+6208001234567", "(+62) 8001234567", "(0800) 1234567", "8001234567", 8001234567, 8001234567.0, "8001234567.0",
        "8001234567.0 ", "\u202a+62 800\u20111234\u2011567\u202c", "00628001234567", "'08001234567",
    ],
)  # fmt: skip
def test_every_way_of_writing_a_number_is_the_same_number(cell):
    assert phone.parse(cell) == (ONE,)


@pytest.mark.parametrize("between", ["/", " / ", ",", "; ", " atau ", " dan ", " & ", "\n"])
def test_two_numbers_in_a_cell_are_two_numbers(between):
    assert phone.parse(f"08001234567{between}08007654321") == (ONE, "+628007654321")


def test_the_good_one_of_two_is_kept_and_the_same_one_twice_is_one():
    assert phone.parse("08001234567 / 12") == (ONE,)
    assert phone.parse("tidak ada / 08001234567") == (ONE,)
    assert phone.parse("08001234567 / +628001234567") == (ONE,)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("0800123", "phone-length"),
        ("08001234567890", "phone-length"),
        ("0800123456x", "phone-format"),
        ("+60123456789", "phone-format"),
        ("12 / 13", "phone-format"),
        (dt.date(2022, 1, 1), "phone-format"),
        (8001234567.5, "phone-format"),
        ("8.12346E+11", "phone-damaged"),
        ("6,28E+12", "phone-damaged"),
        ("08111111111", "phone-placeholder"),
        ("0888888888", "phone-placeholder"),
        ("08123456789", "phone-placeholder"),
        ("081234567890", "phone-placeholder"),
        ("+62 812-3456-7890", "phone-placeholder"),
        ("000000000", "phone-placeholder"),
        ("0", "phone-placeholder"),
    ],
)
def test_what_is_no_number_is_refused_by_its_reason(cell, code):
    assert phone.parse(cell).code == code


def test_a_land_line_is_a_number_too():
    assert phone.parse("(021) 8001234") == ("+62218001234",)


def test_a_mobile_number_after_062_is_not_a_land_line_of_kabanjahe():
    # 062 899 1234 567 is +62 899 1234 567 with a nought before it; 0628-20123 is a land line of that town.
    assert phone.parse("0628991234567") == ("+628991234567",)
    assert phone.parse("062820123") == ("+6262820123",)


WRITTEN = ["0", "62", "+62", "+62 ", "(+62)", "+620", ""]


def test_lokal_id_gives_the_same_answer_for_thousands_of_numbers():
    dice = random.Random(686807)
    for _ in range(5000):
        start = dice.choice(["8", "80", "81", "85", "89", "21", "361", "274", "7", "9", "1"])
        rest = start + "".join(dice.choice("123456789") for _ in range(dice.randint(3, 12)))
        before = dice.choice(WRITTEN)
        written = before + rest if dice.random() < 0.5 else f"{before}{rest[:3]}-{rest[3:6]} {rest[6:]}"
        ours, theirs = phone.parse(written), normalize_phone(written)
        if not isinstance(ours, tuple) and ours.code == "phone-placeholder":
            continue
        assert (ours[0] if isinstance(ours, tuple) else None) == theirs, f"form {WRITTEN.index(before)} of a number"


@given(st.from_regex(r"0800[0-9]{6,9}", fullmatch=True).filter(lambda number: set(number[2:]) != {"0"}))
def test_the_invented_numbers_of_our_tests_pass_and_come_back_the_same(number):
    answer = phone.parse(number)
    assert answer == ("+62" + number[1:],)
    assert phone.parse(answer[0]) == answer
