from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.values.rupiah import Amount, parse

MILIAR = 10**9


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("Rp. 1.000.000.000", MILIAR), ("Rp1.500.000", 1_500_000), ("Rp. 1.500.000,-", 1_500_000),
        ("Rp 1.500.000,00", 1_500_000),
        ("1500000", 1_500_000), (1500000, 1_500_000), (1500000.0, 1_500_000), ("1,500,000", 1_500_000),
        ("1 500 000", 1_500_000),
        ("5 juta", 5_000_000), ("5jt", 5_000_000), ("2,5 juta", 2_500_000), ("1jt 500rb", 1_500_000), ("1M", MILIAR),
        ("Rp 1,5 M", 1_500_000_000),
        ("2 miliar", 2 * MILIAR), ("500 ribu", 500_000), ("lima ratus ribu", 500_000), ("± 5 juta", 5_000_000),
        ("Rp. 0", 0), ("0", 0),
        (1333333.33, 1_333_333), ("Rp 1.333.333,33", 1_333_333),
    ],
)  # fmt: skip
def test_one_amount_is_read(cell, amount):
    assert parse(cell) == Amount(amount, amount)


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("< 1M", None, MILIAR), ("<1M", None, MILIAR), ("kurang dari 1 miliar", None, MILIAR),
        ("maks. 300 juta", None, 300_000_000),
        ("di bawah 5 juta", None, 5_000_000), ("s/d 5 juta", None, 5_000_000),
        ("> Rp. 4.000.000.000", 4 * MILIAR, None),
        (">= 15M", 15 * MILIAR, None), ("lebih dari 5 juta", 5_000_000, None), ("1M-5M", MILIAR, 5 * MILIAR),
        ("2M - 15M", 2 * MILIAR, 15 * MILIAR), ("1-5M", MILIAR, 5 * MILIAR), ("3-4 juta", 3_000_000, 4_000_000),
        ("Rp. 1.000.000.000 - Rp. 4.000.000.000", MILIAR, 4 * MILIAR), ("1 juta s/d 5 juta", 1_000_000, 5_000_000),
        ("500.000 - 1 juta", 500_000, 1_000_000), ("500rb-1jt", 500_000, 1_000_000),
        ("1 sampai 5 juta", 1_000_000, 5_000_000),
    ],
)  # fmt: skip
def test_a_band_keeps_its_bounds_as_written(cell, low, high):
    assert parse(cell) == Amount(low, high)


@pytest.mark.parametrize("cell", [-1, -0.5, "-500.000", "Rp -500.000", "- Rp 500.000", "(500.000)"])
def test_a_negative_amount_is_refused(cell):
    assert parse(cell).code == "rupiah-negative"


@pytest.mark.parametrize(
    "cell",
    [
        "3 juta 4 juta",  # lokal-id adds them up: 7,000,000
        "1.000.000 2.000.000",
        "5 juta / bulan",
        "500rb 1jt",
        "1 jt 500",
        "5 juta - 3 juta",
        "100 - 1 juta",  # a hundred rupiah, or a hundred thousand?
        "1M-2M-5M",
        "1,5",
        1.5,
        "1.46.9937",
        "1e6",
        "banyak",
        "Rp",
        "< banyak",
        "banyak - 5 juta",
        dt.date(2022, 1, 1),
        True,
        float("inf"),
        10**16,
        "2020-01-01",
    ],
)
def test_what_is_not_one_amount_or_band_is_refused(cell):
    assert parse(cell).code == "rupiah-format"


@pytest.mark.parametrize("cell", [None, "", "-", "Tidak ada"])
def test_what_says_nothing_is_not_nought(cell):
    assert parse(cell) is None


@given(st.integers(0, 10**14))
def test_every_amount_comes_back_from_each_of_its_forms(amount):
    grouped = f"{amount:,}".replace(",", ".")
    forms = (amount, str(amount), f"Rp. {grouped}", f"Rp{grouped},-", f"Rp {grouped},00")
    assert {parse(form) for form in forms} == {Amount(amount, amount)}


@given(st.integers(1000, 10**12), st.integers(1000, 10**12))
def test_a_band_is_read_exactly_where_it_runs_upwards(low, high):
    answer = parse(f"Rp. {low:,} - Rp. {high:,}".replace(",", "."))
    assert (answer == Amount(low, high)) == (low <= high)
