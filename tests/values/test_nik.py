from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lokal import parse_nik

from okoce_core.values import Rejected, nik

GOOD = "9901014107909001"  # province 99 was never issued: nobody's number


@pytest.mark.parametrize(
    "cell",
    [
        GOOD,
        " 9901014107909001 ",
        "99.01.01.410790.9001",
        "99-01-01 410790 9001",
        "'9901014107909001",
        GOOD + ".0",
        int(GOOD),
    ],
)
def test_separators_and_cell_types_make_no_difference(cell):
    assert nik.parse(cell) == GOOD


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("990101410790900", "nik-length"),
        ("99010141079090011", "nik-length"),
        ("990101410790900A", "nik-digits"),
        ("٩٩01014107909001", "nik-digits"),
        (True, "nik-digits"),
        (dt.date(2022, 1, 1), "nik-digits"),
        (-9901014107909001, "nik-digits"),
        ("9901013207909001", "nik-date"),  # day 32: neither a man's (to 31) nor a woman's (from 41)
        ("9901018107909001", "nik-date"),  # day 81, which python-stdnum takes
        ("9901014113909001", "nik-date"),  # month 13
        ("9901013106909001", "nik-date"),  # 31 June
        ("9901012902019001", "nik-date"),  # 29 February 1901 or 2001: neither is a leap year
        ("9701014107909001", "nik-region"),
        ("0901014107909001", "nik-region"),
        ("9900014107909001", "nik-region"),
        ("9901004107909001", "nik-region"),
        ("9901014107900000", "nik-damaged"),
        ("9.90101E+15", "nik-damaged"),
        ("9,90E+15", "nik-damaged"),
        (3175064107909000.0, "nik-damaged"),  # 16 digits ending in 0: the sixteenth may be lost
        ("3175064107909000.0", "nik-damaged"),
        (9901014107909001.0, "nik-damaged"),  # above 2**53 = 9,007,199,254,740,992 neighbours are one float
        ("1111111111111111", "nik-placeholder"),
        ("1234567890123456", "nik-placeholder"),
        ("0000000000000000", "nik-placeholder"),
        ("0", "nik-placeholder"),
    ],
)
def test_what_is_no_number_of_a_person_is_refused_by_its_reason(cell, code):
    assert nik.parse(cell).code == code


def test_a_leap_day_needs_a_leap_year_in_one_of_two_centuries():
    # 1900 was none but 2000 was; 1904 and 2004 both were.
    assert nik.parse("9901012902009001") == "9901012902009001"
    assert nik.parse("9901016902049001") == "9901016902049001"


def test_a_float_below_the_limit_that_does_not_end_in_nought_is_exact():
    assert nik.parse(3175064107909001.0) == "3175064107909001"


def test_text_that_ends_in_nought_is_a_good_number():
    assert nik.parse("9901014107909010") == "9901014107909010"


def test_sex_and_birth_are_read_from_the_day():
    # 41 = 1 + 40, a woman born on the first; 17 a man.
    woman, man = nik.facts("9901014107909001"), nik.facts("9901021708559001")
    assert (woman.sex, woman.day, woman.month, woman.year2, woman.district) == ("F", 1, 7, 90, "99.01.01")
    assert (man.sex, man.day, man.month, man.year2, man.district) == ("M", 17, 8, 55, "99.01.02")


PROVINCES = [*range(11, 20), 21, *range(31, 37), 51, 52, 53, *range(61, 66), *range(71, 77), 81, 82, *range(91, 97)]


def test_lokal_id_gives_the_same_answer_for_thousands_of_numbers():
    # Where both are defined: provinces that exist, and no filler, which lokal-id does not know. Serials of 9000 and
    # over, or the impossible 0000.
    dice = random.Random(20220930)
    for _ in range(5000):
        number = (
            f"{dice.choice(PROVINCES)}{dice.randint(0, 99):02d}{dice.randint(0, 9):02d}{dice.randint(0, 75):02d}"
            f"{dice.randint(0, 13):02d}{dice.randint(0, 99):02d}{dice.choice([0, *range(9000, 9010)]):04d}"
        )
        theirs = parse_nik(number, reference_date=dt.date(2024, 1, 1))
        ours = nik.parse(number)
        assert isinstance(ours, str) == theirs.valid
        if isinstance(ours, str):
            facts = nik.facts(ours)
            assert {"F": "P", "M": "L"}[facts.sex] == theirs.gender
            assert theirs.birth_date[2:] == f"{facts.year2:02d}-{facts.month:02d}-{facts.day:02d}"
            assert facts.district == theirs.district_code


@given(st.dates(dt.date(1950, 1, 1), dt.date(2020, 1, 1)), st.booleans(), st.integers(9000, 9998))
def test_every_birthday_makes_a_good_number_and_comes_back(born, woman, serial):
    number = f"990101{born.day + 40 * woman:02d}{born:%m%y}{serial}"
    facts = nik.facts(nik.parse(number))
    assert (facts.day, facts.month, facts.year2) == (born.day, born.month, born.year % 100)
    assert facts.sex == ("F" if woman else "M")


@given(st.integers(11, 96), st.integers(0, 9))
def test_a_number_is_never_repaired(province, digit):
    short = f"{province}0101410790900"
    assert isinstance(nik.parse(short), Rejected)
    assert nik.parse(short + str(digit)) in (short + str(digit), nik.parse("9901014107900000"))
