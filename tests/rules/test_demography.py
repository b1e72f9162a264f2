"""Births, deaths and survival of one enterprise, by Eurostat-OECD business demography."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.model.life import Life
from okoce_core.rules.demography import Range, Vitals, fate, vitals
from okoce_core.rules.standing import Clock
from okoce_core.values import PartialDate
from tests.rules.vectors import vector

ZERO, MAYBE, ONE = Range(0, 0), Range(0, 1), Range(1, 1)


def day(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.from_iso(text)


def clock(text: str, known_at: str | None = None) -> Clock:
    return Clock(PartialDate.from_iso(text).last, None if known_at is None else PartialDate.from_iso(known_at).last)


def life(
    started: str | None = None,
    closed: str | None = None,
    reactivated: list[str] | str = (),
    taken_over: str | None = None,
    received: str | None = None,
) -> Life:
    again = [reactivated] if isinstance(reactivated, str) else reactivated
    return Life(
        started=day(started),
        closed=day(closed),
        reactivated=tuple(PartialDate.from_iso(text) for text in again),
        taken_over=day(taken_over),
        received=day(received),
    )


def told(of: Life, as_of: str = "2022-09-30", **asked: int) -> Vitals:
    return vitals(of, clock(as_of), **asked)


# --- the vectors ------------------------------------------------------------------------------------------------------


def test_v22_a_dormancy_of_20_months_is_one_life_and_one_of_26_months_is_two() -> None:
    said = vector("V22")
    found = [
        told(life(**{k: v for k, v in one.items() if k != "id"}), max_dormancy_months=said["max_dormancy_months"])
        for one in said["enterprises"]
    ]
    assert {
        "births": sum(r.low for one in found for r in one.births.values()),
        "deaths": sum(r.low for one in found for r in one.deaths.values()),
        "active_as_of": sum(one.alive.low for one in found),
    } == said["expect"]


@pytest.mark.parametrize(
    ("name", "after", "rule"),
    [
        ("eurostat_t1", 1, "calendar_year"),
        ("eurostat_t2", 2, "calendar_year"),
        ("twelve_months", 1, "twelve_months"),
    ],
)
def test_v23_a_december_start_survives_one_year_by_the_calendar_and_not_by_twelve_months(
    name: str, after: int, rule: str
) -> None:
    said = vector("V23")
    fates = [
        fate(life(**{k: v for k, v in one.items() if k != "id"}), said["cohort_year"], after, rule, clock("2022-09-30"))
        for one in said["enterprises"]
    ]
    members, survived = (sum(getattr(one, part).low for one in fates) for part in ("members", "survived"))
    assert f"{survived}/{members}" == said["expect"][name]


# --- births and deaths ------------------------------------------------------------------------------------------------


def test_before_its_start_an_enterprise_is_neither_born_nor_alive() -> None:
    assert told(life("2022-10-01")) == Vitals({}, {}, {}, ZERO)


def test_who_has_no_start_told_is_alive_and_its_birth_is_in_no_year() -> None:
    assert told(Life()) == Vitals({None: ONE}, {}, {}, ONE)


def test_a_closing_kills_in_its_year() -> None:
    # 30 June 2020 to 30 September 2022 is 27 months: no reactivation can undo it any more.
    assert told(life("2018-05-01", "2020-06-30")) == Vitals({2018: ONE}, {2020: ONE}, {}, ZERO)


def test_a_closing_after_the_day_asked_for_has_not_happened() -> None:
    assert told(life("2018-05-01", "2022-10-01")) == Vitals({2018: ONE}, {}, {}, ONE)


@pytest.mark.parametrize(
    ("as_of", "provisional"),
    [("2020-03-31", {2020: ONE}), ("2022-04-29", {2020: ONE}), ("2022-04-30", {})],
)
def test_a_death_is_provisional_for_24_months(as_of: str, provisional: dict[int, Range]) -> None:
    # Closed on 30 March 2020: 24 months are complete on 30 March 2022 and the 25th on 30 April 2022.
    found = told(life("2018-01-01", "2020-03-30"), as_of)
    assert (found.deaths, found.provisional) == ({2020: ONE}, provisional)


@pytest.mark.parametrize(
    ("reactivated", "months", "deaths"),
    [
        ("2022-03-31", 24, 0),  # 24 whole months
        ("2022-04-29", 24, 0),  # still 24: the 25th is complete on the 30th
        ("2022-04-30", 24, 1),  # 25
        ("2022-04-30", 25, 0),
        ("2020-04-01", 0, 0),  # no whole month
    ],
)
def test_the_limit_of_dormancy_is_in_completed_months_and_included(reactivated: str, months: int, deaths: int) -> None:
    found = told(life("2018-01-01", "2020-03-30", reactivated), max_dormancy_months=months)
    assert (len(found.deaths), len(found.births)) == (deaths, 1 + deaths)
    assert found.alive == ONE


def test_a_reactivation_after_the_day_asked_for_undoes_nothing_yet() -> None:
    found = told(life("2018-01-01", "2022-03-31", "2022-12-01"))
    assert (found.deaths, found.provisional, found.alive) == ({2022: ONE}, {2022: ONE}, ZERO)


def test_of_several_reactivations_the_first_after_the_closing_ends_the_dormancy() -> None:
    # That of 2019 undid a closing nobody told; that of 2021-12 comes 20 months after the one of 2020.
    found = told(life("2018-01-01", "2020-03-31", ["2022-06-01", "2021-12-01", "2019-05-01"]))
    assert found == Vitals({2018: ONE}, {}, {}, ONE)


def test_a_reactivation_without_a_closing_is_no_birth() -> None:
    assert told(life("2018-01-01", None, "2022-06-01")) == Vitals({2018: ONE}, {}, {}, ONE)


def test_what_was_taken_over_has_not_died_and_lives_on() -> None:
    assert told(life("2018-01-01", "2020-03-31", (), "2020-04-01")) == Vitals({2018: ONE}, {}, {}, ONE)


def test_a_take_over_after_the_day_asked_for_has_not_happened() -> None:
    assert told(life("2018-01-01", "2022-03-31", (), "2022-10-01")).deaths == {2022: ONE}


def test_a_closing_from_before_the_start_is_on_its_day() -> None:
    assert told(life("2020-01-01", "2019-01-01")) == Vitals({2020: ONE}, {2020: ONE}, {}, ZERO)
    assert told(life("2020-01-01", "2019-01-01"), "2019-06-30") == Vitals({}, {}, {}, ZERO)


def test_what_became_known_later_is_not_known_yet() -> None:
    late = life("2018-01-01", "2020-03-31", received="2022-10-05")
    assert vitals(late, clock("2022-09-30", known_at="2022-10-04")) == told(Life())
    assert vitals(late, clock("2022-09-30", known_at="2022-10-05")).deaths == {2020: ONE}


# --- partial dates ----------------------------------------------------------------------------------------------------


def test_a_start_in_the_year_asked_for_may_not_have_happened() -> None:
    assert told(life("2022")) == Vitals({2022: MAYBE}, {}, {}, MAYBE)
    assert told(life("2021")) == Vitals({2021: ONE}, {}, {}, ONE)


def test_a_closing_known_to_the_year_leaves_the_length_of_a_dormancy_open() -> None:
    # Closed some day of 2020, open again on 1 September 2022: 20 months from 31 December, 32 from 1 January.
    found = told(life("2018-01-01", "2020", "2022-09-01"))
    assert found == Vitals({2018: ONE, 2022: MAYBE}, {2020: MAYBE}, {}, ONE)


def test_a_reactivation_in_this_year_may_be_a_birth_although_its_first_and_last_day_are_none() -> None:
    # On 1 January 2022 24 months have passed (one life), on 31 December 2022 it has not happened by 30 September.
    found = told(life("2018-01-01", "2020-01-01", "2022"))
    assert found == Vitals({2018: ONE, 2022: MAYBE}, {2020: MAYBE}, {}, MAYBE)


DATES = st.dates(dt.date(2021, 1, 1), dt.date(2021, 4, 30))


@st.composite
def partial_days(draw: st.DrawFn) -> tuple[list[str | None], str]:
    """A start, a closing and a reactivation in this order, two of them perhaps known to the month; a day asked for."""
    texts: list[str | None] = [str(one) for one in sorted(draw(st.tuples(DATES, DATES, DATES)))]
    for place in draw(st.sets(st.integers(0, 2), max_size=2)):
        texts[place] = str(texts[place])[:7]
    told_of = draw(st.integers(1, 3))
    return [*texts[:told_of], *[None] * (3 - told_of)], str(draw(DATES))


def course(started: int, closed: int | None, again: int | None, as_of: int, limit: int) -> list[int]:
    """Births, deaths and alive by going through the mornings and evenings: a unit opens in one and closes in the other.

    A gap that is short enough is filled.
    """
    spells: list[list[int]] = []
    for half in range(2 * started, 2 * as_of + 2):
        if closed is not None and 2 * closed < half and not (again is not None and half >= 2 * again):
            continue
        if not spells or (half - spells[-1][1] > 1 and whole_months(spells[-1][1] // 2, half // 2) > limit):
            spells.append([half, half])
        spells[-1][1] = half
    alive = bool(spells) and spells[-1][1] == 2 * as_of + 1
    return [len(spells), len(spells) - alive, int(alive)]


def whole_months(start: int, end: int) -> int:
    """By counting the days on which another month is complete."""
    first = dt.date.fromordinal(start)
    days = [dt.date.fromordinal(one) for one in range(start + 1, end + 1)]
    # A month without such a day is complete on the first of the next one.
    return sum(
        one.day == first.day or (one.day == 1 and (one - dt.timedelta(1)).day < first.day and one.month != first.month)
        for one in days
        if (one.year, one.month) != (first.year, first.month)
    )


def meanings(text: str | None) -> list[int | None]:
    if text is None:
        return [None]
    date = PartialDate.from_iso(text)
    return list(range(date.first, date.last + 1))


@given(partial_days(), st.integers(0, 2))
def test_the_ends_are_those_of_every_day_a_partial_date_may_mean(
    dates: tuple[list[str | None], str], limit: int
) -> None:
    (started, closed, again), as_of = dates
    every = [
        course(*days, PartialDate.from_iso(as_of).first, limit)
        for days in product(*map(meanings, dates[0]))
        if (known := [one for one in days if one is not None]) == sorted(known)
    ]
    found = told(life(started, closed, again or ()), as_of, max_dormancy_months=limit)
    sums = [
        Range(sum(r.low for r in events.values()), sum(r.high for r in events.values()))
        for events in (found.births, found.deaths)
    ]
    assert [*sums, found.alive] == [Range(min(ends), max(ends)) for ends in zip(*every, strict=True)]


# --- survival ---------------------------------------------------------------------------------------------------------


def survived(of: Life, after: int = 1, rule: str = "calendar_year", as_of: str = "2022-09-30", year: int = 2020) -> str:
    found = fate(of, year, after, rule, clock(as_of))
    if found.members == ZERO:
        return "no member"
    return {(ONE, ZERO): "yes", (ZERO, ONE): "no"}.get((found.survived, found.lost), "open")


def test_only_who_was_born_in_the_year_is_of_its_cohort() -> None:
    assert survived(life("2019-12-31")) == "no member"
    assert survived(Life()) == "no member"
    assert survived(life("2020")) == "yes"


def test_who_is_born_again_is_of_the_cohort_of_that_year() -> None:
    # Closed for 26 months: a second birth in 2022, and the first cohort has lost it.
    twice = life("2018-01-01", "2020-03-31", "2022-06-01")
    assert (survived(twice, 3, year=2018), survived(twice, 2, year=2018)) == ("no", "yes")
    assert survived(twice, 0, year=2022) == "yes"


def test_a_short_dormancy_does_not_end_a_life() -> None:
    # Closed all of 2021 and open again after 19 months.
    assert survived(life("2020-02-01", "2020-11-01", "2022-06-01")) == "yes"


def test_a_closing_on_the_first_day_of_the_year_is_activity_in_it() -> None:
    assert survived(life("2020-02-01", "2021-01-01")) == "yes"
    assert survived(life("2020-02-01", "2020-12-31")) == "no"


def test_before_the_year_has_begun_it_is_too_early_to_say() -> None:
    assert survived(life("2020-02-01"), 3) == "open"
    assert survived(life("2020-02-01", "2021-05-01"), 3) == "no"
    assert survived(life("2020-02-01"), 3, as_of="2023-01-01") == "yes"


@pytest.mark.parametrize(("as_of", "said"), [("2021-01-30", "open"), ("2021-01-31", "yes")])
def test_twelve_months_are_complete_on_the_same_day_of_the_month(as_of: str, said: str) -> None:
    assert survived(life("2020-01-31"), 1, "twelve_months", as_of) == said


def test_twelve_months_from_a_year_alone_are_open() -> None:
    # Closed on 1 June 2021: 17 months after 1 January 2020, five after 31 December.
    assert survived(life("2020", "2021-06-01"), 1, "twelve_months") == "open"
    assert survived(life("2020", "2020-11-30"), 1, "twelve_months") == "no"


def test_what_was_taken_over_survives_its_closing() -> None:
    taken = life("2020-03-01", "2020-09-01", (), "2020-09-01")
    assert [survived(taken, 1, rule) for rule in ("calendar_year", "twelve_months")] == ["yes", "yes"]
