"""The further measures of a population: demography, Perpres 2/2022, status in employment, distinct persons."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.measures.demography import Count, Demography, Survival, Year, demography, survival
from okoce_core.counting.measures.icse18 import Icse18, icse18
from okoce_core.counting.measures.perpres2 import Perpres2, perpres2
from okoce_core.counting.standings import People, Standings
from okoce_core.counting.summing import sum_jobs, sum_units
from okoce_core.rules.standing import Clock
from okoce_core.values import PartialDate
from tests.counting.records_of_vector import Line, as_bytes, records_of_vector
from tests.counting.strategies import DAYS, facts
from tests.rules.vectors import vector

thorough = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])

EUROSTAT, PERPRES, ILO = "eurostat-bd@1", "perpres2-2022@1", "ilo-icse18@1"


def standings(
    lines: Iterable[Line], name: str, as_of: str = "2022-09-30", known_at: str | None = None, **changed: Any
) -> Standings:
    population = okoce.resolve(okoce.read(as_bytes(lines)))
    fields = {field.replace("__", "."): value for field, value in changed.items()}
    book = okoce.with_fields(okoce.preset(name), fields)
    days = [None if day is None else PartialDate.from_iso(day).last for day in (as_of, known_at)]
    clock = Clock(days[0] or 0, days[1])
    return Standings(population, book, clock, People(population, book.participant, clock))


def owned(enterprise: str, person: str = "P1", owns: dict[str, Any] | None = None, **said: Any) -> list[Line]:
    """An enterprise with its owner, who takes part."""
    life = {**said, "reactivated": [said["reactivated"]]} if isinstance(said.get("reactivated"), str) else said
    return [
        {"type": "participation", "partner": "A", "person": person, "date": "2017-01-01"},
        {"type": "enterprise", "id": enterprise, **life},
        {"type": "ownership", "enterprise": enterprise, "person": person, "from": "2017-06-01", **(owns or {})},
    ]


def of_vector(name: str) -> list[Line]:
    """The enterprises of a vector, all of one owner."""
    told = [(one["id"], {k: v for k, v in one.items() if k != "id"}) for one in vector(name)["enterprises"]]
    return [line for ident, life in told for line in owned(ident, **life)]


# --- demography -------------------------------------------------------------------------------------------------------


def test_v22_births_and_deaths_of_two_dormancies() -> None:
    said = vector("V22")
    found = demography(standings(of_vector("V22"), EUROSTAT), said["max_dormancy_months"])
    assert {
        "births": found.births.value, "deaths": found.deaths.value, "active_as_of": found.alive.value,
    } == said["expect"]  # fmt: skip
    one, two = Count(1, 1, 1), Count(2, 2, 2)
    assert found == Demography(
        Count(3, 3, 3), one, Count(), two, 0,
        {2018: Year(births=two), 2020: Year(deaths=one), 2022: Year(births=one)},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "after", "rule"),
    [
        ("eurostat_t1", 1, "calendar_year"),
        ("eurostat_t2", 2, "calendar_year"),
        ("twelve_months", 1, "twelve_months"),
    ],
)
def test_v23_the_dead_are_of_their_cohort_though_the_rulebook_asks_for_the_living(
    name: str, after: int, rule: Any
) -> None:
    said = vector("V23")
    judged = standings(of_vector("V23"), EUROSTAT)
    assert sum_units("enterprises", judged.enterprise, judged.threshold, 0).value == 2
    assert str(survival(judged, said["cohort_year"], after, rule)) == said["expect"][name]


def test_a_change_of_owner_is_neither_a_birth_nor_a_death() -> None:
    # P1 sells to P2 in 2021: two ownerships, one enterprise. P3, who takes part in nothing, buys E2.
    lines = [
        *owned("E1", "P1", {"to": "2021-05-01"}, started="2018-01-01"),
        *owned("E1", "P2", {"from": "2021-05-01"}),
        *owned("E2", "P1", {"to": "2021-05-01"}, started="2018-01-01"),
        {"type": "ownership", "enterprise": "E2", "person": "P3", "from": "2021-05-01"},
    ]
    found = demography(standings(lines, EUROSTAT))
    assert [t.value for t in (found.births, found.deaths, found.alive)] == [2, 0, 2]


def test_enterprises_that_nobody_counted_owns_are_not_counted() -> None:
    lines = [
        {"type": "enterprise", "id": "E1", "started": "2018-01-01"},
        {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2018-01-01"},
        {"type": "enterprise", "id": "E2", "started": "2018-01-01"},
    ]
    assert demography(standings(lines, EUROSTAT)) == Demography(*[Count()] * 4, unknown=0, by_year={})


def test_a_birth_of_which_nobody_told_the_day_is_unknown_and_not_nought() -> None:
    found = demography(standings([*owned("E1"), *owned("E2", started="2020")], EUROSTAT))
    assert (found.births, found.unknown, found.alive) == (Count(1, 1, 2), 1, Count(2, 2, 2))
    assert found.by_year == {2020: Year(births=Count(1, 1, 1))}


def test_partial_dates_count_in_value_as_the_rulebook_says_and_always_in_the_ends() -> None:
    # Of two starts that may lie after the day asked for, and one enterprise whose owner perhaps came later.
    lines = [
        *owned("E1", started="2022"),
        *owned("E2", started="2020-01-01"),
        *owned("E3", owns={"from": "2022"}, started="2020-01-01"),
    ]
    certain, possible = (demography(standings(lines, EUROSTAT, dates=dates)) for dates in ("certain", "possible"))
    assert (certain.births, possible.births) == (Count(1, 1, 3), Count(3, 1, 3))


def test_recent_deaths_are_provisional() -> None:
    lines = [
        *owned("E1", started="2018-01-01", closed="2022-01-31"),
        *owned("E2", started="2018-01-01", closed="2019-01-31"),
    ]
    found = demography(standings(lines, EUROSTAT))
    assert (found.deaths.value, found.provisional.value) == (2, 1)
    assert (found.by_year[2022].provisional.value, found.by_year[2019].provisional.value) == (1, 0)


def test_a_longer_dormancy_may_be_asked_for() -> None:
    assert demography(standings(of_vector("V22"), EUROSTAT), 30).deaths.value == 0


def test_of_whom_it_is_too_early_to_say_are_unknown() -> None:
    lines = [
        *owned("E1", started="2022-01-15"),
        *owned("E2", started="2022-02-01", closed="2022-03-01"),
        *owned("E3", started="2021-02-01"),
    ]
    judged = standings(lines, EUROSTAT)
    found = survival(judged, 2022, 1)
    assert found == Survival(2022, 1, "calendar_year", survived=0, of=1, unknown=1)
    assert survival(judged, 2021, 1).share == 1
    assert survival(judged, 2019, 1).share is None
    assert survival(judged, 2022, 0).share == Fraction(2, 2)


def test_a_cohort_known_to_the_year_alone_may_have_survived_where_possible_dates_count() -> None:
    # From 2020 to 1 June 2021 it is five to seventeen months.
    lines = owned("E1", started="2020", closed="2021-06-01")
    found = [
        survival(standings(lines, EUROSTAT, dates=dates), 2020, 1, "twelve_months") for dates in ("certain", "possible")
    ]
    assert [(one.survived, one.of, one.unknown) for one in found] == [(0, 0, 1), (1, 1, 0)]


def test_wrong_questions_about_survival_are_wrong_use() -> None:
    judged = standings([], EUROSTAT)
    for after, rule, code in ((1, "calender_year", "survival-rule"), (-1, "calendar_year", "survival-years")):
        with pytest.raises(okoce.Misuse) as wrong:
            survival(judged, 2020, after, rule)  # type: ignore[arg-type]
        assert wrong.value.code == code


@thorough
@given(lines=facts(), as_of=st.sampled_from(DAYS), shuffled=st.randoms(use_true_random=False))
def test_the_living_are_the_births_less_the_deaths(lines: list[Line], as_of: str, shuffled: Any) -> None:
    dated = [
        {**line, "started": line.get("started") or "2019-01-01"} if line["type"] == "enterprise" else line
        for line in lines
    ]
    named = {line["id"] for line in dated if line["type"] == "enterprise"}
    dated += [
        {"type": "enterprise", "id": ident, "started": "2019-01-01"}
        for ident in sorted({line["enterprise"] for line in dated if "enterprise" in line} - named)
    ]
    found = demography(standings(dated, EUROSTAT, as_of))
    assert found.unknown == 0
    for tally in (found.births, found.deaths, found.provisional, found.alive):
        assert 0 <= tally.low <= tally.value <= tally.high
    assert found.births.low - found.deaths.high <= found.alive.low <= found.alive.high
    assert found.alive.high <= found.births.high - found.deaths.low
    for name in ("births", "deaths", "provisional"):
        assert sum((getattr(year, name) for year in found.by_year.values()), Count()) == getattr(found, name)
    shuffled.shuffle(dated)
    assert demography(standings(dated, EUROSTAT, as_of)) == found


@thorough
@given(lines=facts(), as_of=st.sampled_from(DAYS), rule=st.sampled_from(["calendar_year", "twelve_months"]))
def test_a_cohort_is_the_births_of_its_year_and_never_grows(lines: list[Line], as_of: str, rule: Any) -> None:
    judged = standings(lines, EUROSTAT, as_of)
    for year, born in demography(judged).by_year.items():
        courses = [survival(judged, year, after, rule) for after in range(4)]
        assert {one.of + one.unknown for one in courses} == {born.births.value}
        assert all(0 <= one.survived <= one.of and one.unknown >= 0 for one in courses)
        assert [one.survived for one in courses] == sorted((one.survived for one in courses), reverse=True)


# --- pemula and mapan -------------------------------------------------------------------------------------------------


def head(enterprise: str, **said: Any) -> Line:
    return {"type": "headcount", "partner": "A", "enterprise": enterprise, "date": "2022-06-30", **said}


def test_v36_pemula_mapan_and_their_ratios() -> None:
    said = vector("V36")
    lines = [
        line
        for number, one in enumerate(said["owners"])
        for line in [
            *owned(f"E{number}", one["person"]),
            head(f"E{number}", full_time=one["ft"], casual=one["casual"], unpaid_hours=[14] * one["unpaid"]),
        ]
    ]
    found = perpres2(standings(lines, PERPRES), said["labour_force"])
    assert (found.pemula, found.mapan, found.unknown) == (said["expect"]["pemula"], said["expect"]["mapan"], 0)
    assert (found.ratio_pemula, found.ratio_mapan) == (
        Fraction(said["expect"]["ratio_pemula_pct"]), Fraction(said["expect"]["ratio_mapan_pct"]),
    )  # fmt: skip


def test_an_owner_of_several_enterprises_is_one_entrepreneur() -> None:
    lines = [
        *owned("E1", "P1"), head("E1", full_time=0),
        *owned("E2", "P1"), head("E2", part_time=1),
        *owned("E3", "P2"), head("E3", casual=0),
        *owned("E4", "P2"), head("E4", total=2),
        # P3 owns E2 as well, and E5, which has closed: that does not count.
        *owned("E2", "P3"), *owned("E5", "P3", closed="2021-01-01"), head("E5", total=2),
    ]  # fmt: skip
    assert perpres2(standings(lines, PERPRES)) == Perpres2(pemula=0, mapan=2, unknown=1)


def test_entrepreneurs_without_a_headcount_are_unknown() -> None:
    found = perpres2(standings(owned("E1"), PERPRES))
    assert (found.pemula, found.mapan, found.unknown, found.ratio_mapan, found.ratio_pemula) == (0, 0, 1, None, None)


def test_a_labour_force_that_is_none_is_wrong_use_at_once() -> None:
    with pytest.raises(okoce.Misuse, match="labour_force"):
        perpres2(standings([], PERPRES), labour_force=0)


@thorough
@given(lines=facts(), as_of=st.sampled_from(DAYS), dates=st.sampled_from(["certain", "possible"]))
def test_the_classes_are_all_counted_entrepreneurs(lines: list[Line], as_of: str, dates: str) -> None:
    judged = standings(lines, PERPRES, as_of, dates=dates)
    found = perpres2(judged)
    entrepreneurs = sum_units("entrepreneurs", judged.entrepreneur, judged.threshold, 0).value
    assert found.pemula + found.mapan + found.unknown == entrepreneurs
    assert min(found.pemula, found.mapan, found.unknown) >= 0


# --- status in employment ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["V10", "V13"])
def test_v10_and_v13_jobs_are_more_than_persons(name: str) -> None:
    said = vector(name)
    expected = next(case["expect"] for case in said["cases"] if case["rulebook"] == ILO)
    judged = standings(records_of_vector(said["facts"]), ILO)
    found = icse18(judged)
    assert (str(found.relations), found.persons) == (expected["jobs"], expected["persons_employed_distinct"])


def test_v13_two_employers_and_four_employees() -> None:
    found = icse18(standings(records_of_vector(vector("V13")["facts"]), ILO))
    assert {status: number for status, number in found.by_status.items() if number} == {"11/12": 2, "41/42": 4}


def works(enterprise: str, person: str, **said: Any) -> Line:
    return {"type": "employment", "enterprise": enterprise, "person": person, **said}


@pytest.mark.parametrize(
    ("said", "persons"),
    [
        ({}, 3),
        ({"from": "2022-01-01"}, 3),
        ({"from": "2022"}, 3),  # perhaps not yet; nobody said otherwise
        ({"to": "2022-10-01"}, 3),
        ({"to": "2022-09-30"}, 4),  # no longer
        ({"from": "2022-10-01"}, 4),  # not yet
        ({"received": "2022-11-01"}, 4),  # not yet known
    ],
)
def test_a_worker_by_name_is_one_person_while_he_works(said: dict[str, str], persons: int) -> None:
    # P1 owns E1, P2 owns E2 and works in E1: two owners, two employees, of whom one is P2 himself.
    lines = [
        *owned("E1", "P1"),
        head("E1", full_time=2),
        *owned("E2", "P2"),
        head("E2", full_time=0),
        works("E1", "P2", **said),
    ]
    assert icse18(standings(lines, ILO, known_at="2022-10-31")).persons == persons


def test_an_owner_named_among_his_own_workers_has_one_relation_to_it() -> None:
    lines = [*owned("E1", "P1"), head("E1", full_time=2, owners_included=False), works("E1", "P1")]
    found = icse18(standings(lines, ILO))
    assert (found.relations, found.persons) == (3, 3)


def test_relations_to_enterprises_without_a_known_headcount_are_unknown() -> None:
    lines = [*owned("E1", "P1"), head("E1", full_time=2), *owned("E2", "P1"), works("E2", "P2"), works("E3", "P2")]
    found = icse18(standings(lines, ILO))
    assert (found.relations, found.persons, found.unknown) == (3, 3, 1)


def test_there_are_no_fewer_persons_than_are_known_by_name() -> None:
    # The headcount of 2022 knows of no employee; three are named.
    lines = [*owned("E1", "P1"), head("E1", full_time=0), *(works("E1", f"W{number}") for number in range(3))]
    found = icse18(standings(lines, ILO))
    assert (found.relations, found.persons) == (1, 4)


def test_where_the_rulebook_leaves_owners_out_they_are_no_relations() -> None:
    lines = [*owned("E1", "P1"), head("E1", full_time=3), *owned("E2", "P1"), head("E2", full_time=4)]
    found = icse18(standings(lines, ILO, jobs__owners="exclude"))
    assert (found.relations, found.persons) == (7, 7)


def test_a_rulebook_that_asks_for_no_jobs_knows_of_no_relations() -> None:
    with pytest.raises(okoce.Misuse) as wrong:
        icse18(standings([], PERPRES))
    assert wrong.value.code == "rulebook-part"


_WORKERS = st.lists(
    st.builds(works, st.sampled_from(["E1", "E2", "E3"]), st.sampled_from(["P1", "P2", "P3", "W1"])), max_size=4
)


@thorough
@given(lines=facts(), named=_WORKERS, as_of=st.sampled_from(DAYS))
def test_relations_are_the_jobs_and_persons_are_those_less_every_further_one_of_a_person(
    lines: list[Line], named: list[Line], as_of: str
) -> None:
    judged = standings(lines + named, ILO, as_of)
    found, jobs = icse18(judged), sum_jobs(judged)
    assert (found.relations, found.unknown) == (jobs.value, jobs.unknown)
    assert found.persons <= found.relations + len({line["person"] for line in named})
    alone = icse18(standings(lines, ILO, as_of))
    assert alone.relations == found.relations


# --- as they leave ----------------------------------------------------------------------------------------------------


def test_everything_leaves_as_exact_text() -> None:
    judged = standings([*owned("E1", started="2020-02-01"), head("E1", full_time=2)], ILO)
    whole = [
        demography(judged).as_json(), survival(judged, 2020, 1).as_json(), perpres2(judged, 3000).as_json(),
        icse18(judged).as_json(),
    ]  # fmt: skip
    one, none = {"value": "1", "low": "1", "high": "1"}, {"value": "0", "low": "0", "high": "0"}
    year = {"births": one, "deaths": none, "provisional": none}
    assert json.loads(json.dumps(whole)) == [
        {**year, "alive": one, "unknown": 0, "by_year": {"2020": year}},
        {"cohort": 2020, "after": 1, "rule": "calendar_year", "survived": "1/1", "unknown": 0},
        {
            "pemula": "0", "mapan": "1", "unknown": 0, "labour_force": 3000, "ratio_pemula_pct": "0",
            "ratio_mapan_pct": "1/30",
        },
        {
            "by_status": {"11/12": "1", "21/22": "0", "41/42": "2", "43": "0", "4": "0", "51": "0"},
            "relations": "3", "persons_employed_distinct": "3", "unknown": 0,
        },
    ]  # fmt: skip
    assert isinstance(icse18(judged), Icse18)
