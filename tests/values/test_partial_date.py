from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.values import PartialDate, partial_date
from okoce_core.values.partial_date import is_day_month_doubtful, parse, parse_after_place

DAY = PartialDate(2022, 8, 17)


@pytest.mark.parametrize(
    "cell",
    [
        "17 Agustus 2022", "17 AGUSTUS 2022", "17 Agt 2022", "17 Ags 2022", "17 Agust 2022", "17 Agst 2022",
        "17 Agu 2022",
        "17-Agustus-2022", "17Agustus2022", "17 August 2022", "August 17, 2022", "Rabu, 17 Agustus 2022",
        "17 Agustus 22",
        "17/08/2022", "17-08-2022", "17.08.2022", "17/8/22", "17-08--2022", "17 / 08 / 2022", "2022-08-17",
        "2022/08/17",
        "2022-08-17T00:00:00", "2022-08-17 00:00:00", "17/08/2022 10:15 WIB", "17082022", "20220817", 17082022,
        dt.date(2022, 8, 17), dt.datetime.combine(dt.date(2022, 8, 17), dt.time(23, 59)), " 17\u00a0Agustus 2022 ",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_usual_form(cell):
    assert parse(cell) == DAY


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("Januari", 1), ("Peb", 2), ("Pebruari", 2), ("Februari", 2), ("Maret", 3), ("Apr", 4), ("Mei", 5),
        ("May", 5), ("Juni", 6),
        ("Juli", 7), ("Sept", 9), ("Okto", 10), ("Okt", 10), ("October", 10), ("Nop", 11), ("Nopember", 11),
        ("Des", 12),
        ("December", 12),
    ],
)  # fmt: skip
def test_months_are_known_by_old_new_and_english_names(name, month):
    assert parse(f"2 {name} 2020") == PartialDate(2020, month, 2)


@pytest.mark.parametrize("weekday", ["Jum'at", "Jumat", "JUM’AT", "Senin", "Ahad", "Friday"])
def test_the_weekday_before_a_date_is_passed_over(weekday):
    assert parse(f"{weekday}, 17 Agustus 2022") == DAY


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2022", PartialDate(2022)), (2022, PartialDate(2022)), (2022.0, PartialDate(2022)),
        ("2022-03", PartialDate(2022, 3)),
        ("03/2022", PartialDate(2022, 3)), ("Agustus 2020", PartialDate(2020, 8)), ("Agt-2020", PartialDate(2020, 8)),
        ("12-14 Agustus 2022", PartialDate(2022, 8)), ("12 s.d 14 Agustus 2022", PartialDate(2022, 8)),
        ("1 Agustus s/d 14 Agustus 2022", PartialDate(2022, 8)),
    ],
)  # fmt: skip
def test_what_is_known_to_the_month_or_year_is_not_made_a_day(cell, expected):
    assert parse(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        # 25569 is 1 January 1970. 44060 is 18491 days later: 50 years with 12 leap days are 18262, and the 230th day of
        # 2020 is the 17th after the 213 days of January to July.
        (25569, PartialDate(1970, 1, 1)), ("25569", PartialDate(1970, 1, 1)), (44060, PartialDate(2020, 8, 17)),
        (44060.75, PartialDate(2020, 8, 17)), ("44060.75", PartialDate(2020, 8, 17)),
        ("44060,5", PartialDate(2020, 8, 17)),
    ],
)  # fmt: skip
def test_day_numbers_of_a_spreadsheet_are_dates_without_their_time(cell, expected):
    assert parse(cell) == expected


def test_two_digits_are_the_latest_year_not_after_the_given_one():
    assert parse("02-Jun-24") == PartialDate(2024, 6, 2)
    assert parse("02-Jun-49") == PartialDate(2049, 6, 2)
    assert parse("02-Jun-50") == PartialDate(1950, 6, 2)
    assert parse("02-Jun-24", not_after=2022) == PartialDate(1924, 6, 2)
    assert parse("02-Jun-22", not_after=2022) == PartialDate(2022, 6, 2)


def test_numbers_are_read_day_first():
    assert parse("02/06/2024") == PartialDate(2024, 6, 2)
    assert parse("02-06--2024") == PartialDate(2024, 6, 2)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("02/25/2020", "date-month-first"),
        ("31-06-2022", "date-impossible"),
        ("30 Februari 2022", "date-impossible"),
        ("29-02-2023", "date-impossible"),
        ("32/13/2022", "date-impossible"),
        ("2022-17-08", "date-impossible"),
        ("2022-13", "date-impossible"),
        ("00-08-2022", "date-impossible"),
        ("1850", "date-range"),
        ("17-08-2222", "date-range"),
        (dt.date(1066, 10, 14), "date-range"),
        ("17 Agustus", "date-format"),
        ("Jun-24", "date-format"),
        ("12-22", "date-format"),
        ("17 Agustusan 2022", "date-format"),
        ("28 Juli - 2 Agustus 2022", "date-format"),
        ("14-12 Agustus 2022", "date-format"),
        ("99999999", "date-format"),
        ("61000", "date-format"),
        ("kemarin", "date-format"),
        (0, "date-format"),
        (-44060, "date-format"),
        (1e300, "date-format"),
        (True, "date-format"),
        (dt.time(7, 0), "date-format"),
        ("2022-08-17-01", "date-format"),
        ("2-3", "date-format"),
    ],
)
def test_what_is_no_date_is_refused_by_its_reason(cell, code):
    assert parse(cell).code == code


def test_the_noughts_of_a_database_say_nothing():
    assert parse("0000-00-00") is None
    assert parse("00/00/0000") is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Bogor, 17 Agustus 2022", DAY), ("BOGOR,17-08-2022", DAY), ("Kab. Bogor, Jawa Barat, 17/08/2022", DAY),
        ("Bogor 17 Agustus 2022", DAY), ("Bogor / 17-08-2022", DAY), ("17-08-2022", DAY), ("August 17, 2022", DAY),
        (dt.date(2022, 8, 17), DAY), ("Bogor", None), ("Bogor,", None), ("Bogor, -", None),
        ("Bogor, 2022", PartialDate(2022)),
    ],
)  # fmt: skip
def test_the_date_after_a_place_is_read(cell, expected):
    assert parse_after_place(cell) == expected


def test_a_wrong_date_after_a_place_is_refused():
    assert parse_after_place("Bogor, 31-06-2022").code == "date-impossible"
    assert parse_after_place("Bogor, 02-Jun-24", not_after=2022) == PartialDate(1924, 6, 2)


def test_a_numeric_date_is_in_doubt_where_day_and_month_could_be_exchanged():
    assert is_day_month_doubtful("02/06/2024")
    assert is_day_month_doubtful("2-6-24")
    for clear in (
        "06/06/2024",
        "13/06/2024",
        "02/13/2024",
        "2024-02-06",
        "2 Juni 2024",
        "02062024",
        45000,
        None,
        dt.date(2024, 6, 2),
    ):
        assert not is_day_month_doubtful(clear)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_every_day_comes_back_from_each_of_its_forms(day):
    months = (
        "Januari",
        "Peb",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "Sept",
        "Oktober",
        "Nopember",
        "Des",
    )
    forms = (
        str(PartialDate.of(day)), day.strftime("%d/%m/%Y"), day.strftime("%d%m%Y"),
        f"{day.day} {months[day.month - 1]} {day.year}",
        f"Bandung, {day.day}-{day.month}-{day.year}",
    )  # fmt: skip
    assert {parse_after_place(form) for form in forms} == {PartialDate.of(day)}


@given(st.integers(10_000, 60_000))
def test_day_numbers_run_without_a_gap(serial):
    assert parse(serial).first + 1 == (parse(serial + 1).first if serial < 60_000 else parse(serial).first + 1)


@given(st.integers(0, 99), st.integers(1999, 2100))
def test_a_two_digit_year_lies_in_the_century_that_ends_with_the_limit(two, limit):
    year = parse(f"1-1-{two:02d}", not_after=limit).year
    assert year % 100 == two
    assert limit - 100 < year <= limit


def test_an_interval_spans_its_days():
    # 2022-02 has 28 days; a year 365.
    assert PartialDate(2022, 2).last - PartialDate(2022, 2).first == 27
    assert PartialDate(2022).last - PartialDate(2022).first == 364
    assert PartialDate(2022, 12).last == dt.date(2022, 12, 31).toordinal()


@pytest.mark.parametrize("written", ["22", "2022-3", "2022-13", "2022-02-30", "17-08-2022", "２０２２", ""])
def test_the_strict_reader_takes_iso_only_and_does_not_repeat_it(written):
    with pytest.raises(ValueError, match="expected YYYY, YYYY-MM or YYYY-MM-DD") as caught:
        partial_date.PartialDate.from_iso(written)
    assert str(caught.value) == "expected YYYY, YYYY-MM or YYYY-MM-DD"


def test_the_strict_reader_reads_what_is_written_back():
    for value in (PartialDate(2022), PartialDate(2022, 3), PartialDate(2022, 3, 17)):
        assert PartialDate.from_iso(str(value)) == value
