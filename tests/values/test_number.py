from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.values.number import Count, parse


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("12", 12), (12, 12), (12.0, 12), ("12,0", 12), ("12.0", 12), ("5 orang", 5), ("5 Org.", 5), ("5orang", 5),
        ("±10", 10),
        ("± 10 orang", 10), ("sekitar 10", 10), ("5 (lima) orang", 5), ("1.469.937", 1469937), ("1,469,937", 1469937),
        ("1.500", 1500), ("1.500 orang", 1500), ("1.500,00", 1500), ("1 500", 1500), ("0", 0), (0, 0), ("007", 7),
        ("1000000000", 10**9), ("orang: 7", 7),
    ],
)  # fmt: skip
def test_one_number_is_read(cell, count):
    assert parse(cell) == Count(count, count)


@pytest.mark.parametrize(
    "cell",
    ["2-3", "2-3 orang", "2 - 3", "2–3", "2 s/d 3", "2 s.d. 3 orang", "2 sampai 3", "2 orang - 3 orang", "2 to 3"],
)
def test_a_range_keeps_both_ends(cell):
    assert parse(cell) == Count(2, 3)


@pytest.mark.parametrize("cell", ["tidak ada", "Tidak Ada", "nihil", "nol", "tidak ada karyawan", "None"])
def test_a_stated_none_is_nought(cell):
    assert parse(cell) == Count(0, 0)


@pytest.mark.parametrize("cell", ["-", "", "belum ada", "n/a", "kosong", None, float("nan")])
def test_what_says_nothing_is_not_nought(cell):
    assert parse(cell) is None


@pytest.mark.parametrize("cell", [-9, -9.0, "-9", "- 9", "−9", "-9 orang", float("-inf")])
def test_a_negative_count_is_refused(cell):
    assert parse(cell).code == "count-negative"


@pytest.mark.parametrize(
    "cell",
    [2.5, "2,5", "2.5", 1.5, "1,500", "1.46.9937", "lebih dari 10", "> 10", "10+", "10an", "3-2", "2-3-4", "2 ribu",
     "banyak", "02-Mar", dt.date(2022, 3, 2), dt.datetime.combine(dt.date(2022, 3, 2), dt.time()), dt.timedelta(2),
     True, False, float("inf"), 10**9 + 1,
     "1000000001",
     "1e3", "٣", "2-", "orang"],
)  # fmt: skip
def test_what_is_no_count_of_people_is_refused(cell):
    assert parse(cell).code == "count-format"


@given(st.integers(0, 10**9))
def test_every_count_comes_back_from_each_of_its_forms(count):
    grouped = f"{count:,}".replace(",", ".")
    assert {parse(form) for form in (count, float(count), str(count), grouped, f"{grouped} orang")} == {
        Count(count, count)
    }


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_range_is_read_exactly_where_it_runs_upwards(low, high):
    answer = parse(f"{low}-{high} orang")
    assert (answer == Count(low, high)) == (low <= high)
