"""The ladder, shared lists and ages of headcounts: one population derived by hand, and the laws that hold on any.

On 2022-09-30, dates certain:

* P1 was registered by A in 2020, trained by B in 2021, licensed by B on a day of 2022 that nobody knows: not certain.
* P2 was financed by A in 2019, and nothing else is written of him. P3 was trained by A and by B in 2021.
* P4 was registered by C on 2022-01-01. P5 is a mentor at A, P6 comes on 2022-10-01.

So the highest certain stages are P1 trained, P2 financed, P3 trained, P4 registered; the lists are P1 AB, P2 A, P3 AB,
P4 C. E1 to E6 are theirs, each with a NIB; what their headcounts are stands where they are tested.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, milp

import okoce_core as okoce
from okoce_core.counting import AGE_BANDS, Suppression, headcount_ages, ladder, shared_lists
from okoce_core.counting.breakdowns.breakdown import table
from okoce_core.counting.disclosure.suppression import suppressed
from okoce_core.counting.portrait.ladder import _chain
from okoce_core.counting.portrait.shared_lists import _pooled
from okoce_core.rules import preset, with_fields
from okoce_core.values.stage import SEVEN_PAS

from .attacker import derived, pinned_down
from .records_of_vector import as_bytes
from .strategies import DAYS, facts

AS_OF = "2022-09-30"
P4 = "okoce-p4@1"
HIDE = Suppression()


def took_part(person, partner, date, stage="registered", **more):
    return {"type": "participation", "person": person, "partner": partner, "date": date, "stage": stage} | more


PEOPLE = [
    took_part("P1", "A", "2020-01-01"),
    took_part("P1", "B", "2021-01-01", "trained"),
    took_part("P1", "B", "2022", "licensed"),
    took_part("P2", "A", "2019-01-01", "financed"),
    took_part("P3", "A", "2021-01-01", "trained"),
    took_part("P3", "B", "2021-01-01", "trained"),
    took_part("P4", "C", "2022-01-01"),
    took_part("P5", "A", "2020-01-01", "mentored", role="mentor"),
    took_part("P6", "A", "2022-10-01"),
]


def figures_of(lines, book="okoce-reach@1", as_of=AS_OF, **options):
    return okoce.count(okoce.resolve(okoce.read(as_bytes(lines))), book, as_of=as_of, **options)


def many(*groups):
    """So many people for each, who reached a stage with each of some partners."""
    return [
        took_part(f"{number}-{n}", partner, "2020-01-01", stage)
        for number, (people, partners, stage) in enumerate(groups)
        for n in range(people)
        for partner in partners
    ]


def rungs(figures, suppress=None):
    return [
        tuple(None if cell.value is None else int(cell.value) for cell in (rung.reached, rung.here, rung.lost))
        for rung in ladder(figures, suppress)
    ]


# --- the ladder -------------------------------------------------------------------------------------------------------


def test_who_is_financed_has_reached_every_rung_below():
    # reached, here, lost: four are registered, P1, P2 and P3 trained; of these only P2 goes on, up to the top.
    assert rungs(figures_of(PEOPLE)) == [(4, 1, 0), (3, 2, 1), (1, 0, 2), (1, 0, 0), (1, 0, 0), (1, 0, 0), (1, 1, 0)]
    assert [rung.stage for rung in ladder(figures_of(PEOPLE))] == list(SEVEN_PAS)


def test_a_rulebook_that_counts_possible_dates_takes_the_year_2022_for_a_date():
    possible = with_fields(preset("okoce-reach@1"), {"dates": "possible"})
    assert rungs(figures_of(PEOPLE, possible))[1:5] == [(3, 1, 1), (2, 0, 1), (2, 1, 0), (1, 0, 1)]


def test_the_ladder_begins_at_the_first_rung_whatever_makes_a_participant():
    trained = with_fields(preset("okoce-reach@1"), {"participant.min_stage": "trained"})
    figures = figures_of(PEOPLE, trained)
    assert rungs(figures) == rungs(figures_of(PEOPLE))
    assert figures.participants.value == ladder(figures)[1].reached.value == 3


def test_what_was_not_known_yet_is_on_no_rung():
    late = [took_part("P1", "A", "2020-01-01"), took_part("P1", "A", "2020-02-01", "trained", received="2022-10-05")]
    assert rungs(figures_of(late, known_at="2022-10-01"))[:2] == [(1, 1, 0), (0, 0, 1)]


def test_nobody_stands_on_any_rung_of_an_empty_population():
    assert rungs(okoce.count(okoce.resolve(okoce.Reading()), "okoce-reach@1", as_of=AS_OF)) == [(0, 0, 0)] * 7


@pytest.mark.parametrize("told", [ladder, shared_lists, headcount_ages])
def test_a_sum_of_rows_has_no_portrait(told):
    with pytest.raises(okoce.Misuse, match="adds up rows"):
        told(figures_of(PEOPLE, "okoce-claim@1"))


def test_a_small_rung_takes_the_one_below_along():
    # 20 registered, 10 trained, 2 licensed. The 2 are hidden; 12 reached trained, so the 10 who stayed would tell them,
    # and so would the 10 who were lost on the way to the next rung. Nought is nobody, and is shown.
    lines = many((20, "A", "registered"), (10, "A", "trained"), (2, "A", "licensed"))
    assert rungs(figures_of(lines), HIDE) == [
        (32, 20, 0), (12, None, 20), (None, 0, None), (None, None, 0), (0, 0, None), (0, 0, 0), (0, 0, 0),
    ]  # fmt: skip


def test_two_small_rungs_hide_each_other_where_together_they_are_enough():
    # 4 trained and 3 mentored: 7 reached trained, which is enough to be shown.
    lines = many((20, "A", "registered"), (4, "A", "trained"), (3, "A", "mentored"))
    assert rungs(figures_of(lines), HIDE)[:3] == [(27, 20, 0), (7, None, 20), (None, None, None)]


def test_fewer_people_than_the_threshold_have_no_ladder():
    assert rungs(figures_of(many((4, "A", "trained"))), HIDE)[:2] == [(None, 0, 0), (None, None, 0)]


# --- shared lists -----------------------------------------------------------------------------------------------------


def lists(figures, suppress=None):
    return [
        ("".join(s.partners), None if s.people.value is None else int(s.people.value))
        for s in shared_lists(figures, suppress)
    ]


def test_each_participant_is_in_exactly_one_combination():
    assert lists(figures_of(PEOPLE)) == [("AB", 2), ("A", 1), ("C", 1)]


def test_combinations_of_few_are_pooled_and_the_rows_still_add_up():
    groups = ((20, "A", "registered"), (12, "BC", "registered"), (9, "ABC", "registered"), (3, "AB", "registered"))
    groups += ((4, "AC", "registered"), (30, "D", "registered"))
    # AB 3 and AC 4 are too few. Pooled they are 7, all of them on the list of A; 3 are on B's and 4 on C's: the 9 of
    # ABC come along, so that it is 16, 12 on B's and 13 on C's. Now 4 are not on B's and 3 not on C's: of those who
    # are not on B's the smallest are the 20 of A, who are not on C's either. All are still on A's. One of AB and one of
    # AC may be one of A and one of ABC: nobody can tell.
    assert lists(figures_of(many(*groups)), HIDE) == [("D", 30), ("BC", 12), ("", 36)]


def test_nothing_is_pooled_where_nothing_is_small():
    enough = many((20, "A", "registered"), (5, "AB", "registered"), (6, "C", "registered"))
    assert lists(figures_of(enough), HIDE) == lists(figures_of(enough)) == [("A", 20), ("C", 6), ("AB", 5)]


def test_of_two_partners_everything_is_pooled_where_one_combination_is_small():
    # With 3 on A's list alone, how many are on B's and how many there are would tell; so would any part of the rest.
    assert lists(figures_of(many((3, "A", "trained"), (20, "B", "trained"), (9, "AB", "trained"))), HIDE) == [("", 32)]


def test_fewer_people_than_the_threshold_are_not_told_even_together():
    assert lists(figures_of(many((2, "A", "trained"), (2, "B", "trained"))), HIDE) == [("", None)]


def test_rounding_rounds_each_combination_by_itself():
    rounding = Suppression(key=bytes(range(32)))
    shown = shared_lists(figures_of(many((20, "A", "trained"), (10, "B", "trained"))), rounding)
    assert [s.people.status for s in shown] == ["rounded", "rounded"]
    assert [int(s.people.value) % 3 for s in shown] == [0, 0]


# --- ages of headcounts -----------------------------------------------------------------------------------------------


def enterprise(number, *counts):
    name, person = f"E{number}", f"P{number}"
    yield took_part(person, "A", "2018-01-01")
    yield {"type": "ownership", "enterprise": name, "person": person, "from": "2018-01-01"}
    yield {"type": "permit", "enterprise": name, "kind": "NIB", "issued": "2018-02-01"}
    for date, heads in counts:
        yield {"type": "headcount", "partner": "A", "enterprise": name, "date": date, "owners_included": False} | heads


def four(heads=4):
    return {"full_time": heads}


HEADCOUNTS = [
    *enterprise(1, ("2022-06-30", four()), ("2021-06-30", four(9))),  # 3 months, and an older one that no longer counts
    *enterprise(2, ("2022-06-29", four(2))),  # 3 months and a day: 3 completed
    *enterprise(3, ("2022-05-30", four(1)), ("2022-10-01", four(7))),  # 4 months; the later one is after as_of
    *enterprise(4, ("2021-09-30", four(5))),  # 12 months
    *enterprise(5, ("2021-08-30", four(6))),  # 13
    *enterprise(6, ("2020-08-31", four(3))),  # 24 completed: 25 would be on 2022-09-30 only from 2020-08-30 on
    *enterprise(7, ("2020-08-30", four(8))),  # 25
    *enterprise(8, (None, four())),  # of no day
    *enterprise(9),  # none
    *enterprise(10, ("2022-06-30", {"total": None})),  # one that says nothing
    *enterprise(11, ("2022-06-30", {"total": None}), ("2022-03-30", four(2))),  # the older one decides: 6 months
]


def bands(figures, suppress=None):
    return {
        age.band: tuple(None if cell.value is None else int(cell.value) for cell in (age.enterprises, age.jobs))
        for age in headcount_ages(figures, suppress)
    }


def test_the_age_is_that_of_the_headcount_that_decides_in_completed_months():
    assert bands(figures_of(HEADCOUNTS, with_fields(preset(P4), {"jobs.max_age_months": None}))) == {
        "0-3": (2, 6), "4-6": (2, 3), "7-12": (1, 5), "13-24": (2, 9), "25+": (1, 8), "undated": (1, 0), "none": (2, 0),
    }  # fmt: skip


def test_a_headcount_too_old_for_the_rulebook_has_its_age_and_gives_no_jobs():
    strict = with_fields(preset(P4), {"jobs.max_age_months": 12})
    assert bands(figures_of(HEADCOUNTS, strict))["25+"] == (1, 0)


def test_the_bands_are_told_in_order_even_where_they_are_empty():
    figures = figures_of(HEADCOUNTS, P4)
    assert tuple(age.band for age in headcount_ages(figures)) == AGE_BANDS
    assert sum(age.enterprises.value for age in headcount_ages(figures)) == figures.enterprises.value == 11
    assert sum(age.jobs.value for age in headcount_ages(figures)) == figures.jobs.value


def test_bands_of_few_enterprises_are_hidden():
    told = bands(figures_of(HEADCOUNTS, P4), HIDE)
    assert (told.pop("undated"), told.pop("none")) == ((1, 0), (2, 0))  # as every headline says: unknown
    assert set(told.values()) == {(None, None)}


def test_a_rulebook_that_asks_for_no_jobs_has_no_deciding_headcount():
    with pytest.raises(okoce.Misuse, match="does not ask for jobs"):
        headcount_ages(figures_of(HEADCOUNTS, "okoce-reach@1"))


# --- laws -------------------------------------------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(facts(), st.sampled_from(DAYS), st.sampled_from([P4, "okoce-reach@1", "strict-audit@1"]))
def test_every_portrait_adds_up_to_its_figure(lines, as_of, book):
    figures = figures_of(lines, book, as_of)
    steps, shared = ladder(figures), shared_lists(figures)
    counted = figures.participants.value
    start = SEVEN_PAS.index(figures.rulebook.participant.min_stage)
    assert steps[start].reached.value == counted == sum(s.people.value for s in shared)
    assert sum(rung.here.value for rung in steps) == steps[0].reached.value
    assert all(a.reached.value - b.lost.value == b.reached.value for a, b in pairwise(steps))
    on_lists = {partner: n for partner, n in figures.listed.items() if n}
    assert on_lists == {p: sum(s.people.value for s in shared if p in s.partners) for p in on_lists}
    if figures.rulebook.jobs:
        ages = headcount_ages(figures)
        assert sum((age.enterprises.value for age in ages), Fraction(0)) == figures.enterprises.value
        assert sum((age.jobs.value for age in ages), Fraction(0)) == figures.jobs.value
        assert sum(age.jobs.units for age in ages) == figures.enterprises.value - figures.jobs.unknown


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)
@given(facts(), st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_nothing(lines, random):
    shuffled = random.sample(lines, len(lines))
    here, there = figures_of(lines, P4), figures_of(shuffled, P4)
    for told in (ladder, shared_lists, headcount_ages):
        assert told(here) == told(there)
        assert told(here, HIDE) == told(there, HIDE)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(["A", "B", "C", "AB", "AC", "BC", "ABC", "AD", "CD"]), st.integers(1, 12)))
def test_pooled_rows_add_up_and_nobody_few_is_shown(groups):
    figures = figures_of(many(*((n, partners, "registered") for partners, n in groups.items())))
    shown = lists(figures, HIDE)
    numbers = [n for _, n in shown]
    assert None in numbers or sum(numbers) == figures.participants.value
    assert all(n is None or n >= HIDE.threshold for n in numbers)
    assert all(groups[partners] == n for partners, n in shown if partners)


@settings(deadline=None)
@given(st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 20, 100]), min_size=7, max_size=7))
def test_no_hidden_rung_follows_from_those_that_are_shown(here):
    shown = suppressed(_chain(here), [SEVEN_PAS[1:]], "participants", HIDE)
    assert derived(shown) == set()
    assert pinned_down(shown, HIDE.threshold) == set()


SETS = [("A",), ("B",), ("C",), ("A", "B"), ("A", "C"), ("B", "C"), ("A", "B", "C")]


def may_hold(lists, numbers, unknown):
    """The fewest and the most people of a combination, to whom knows all others, each list's length and the total."""
    sums = [[1] * len(unknown), *([int(partner in each) for each in unknown] for partner in "ABC")]
    told = [sum(numbers.get(each, 0) * is_in for each, is_in in zip(unknown, row, strict=True)) for row in sums]
    one = numpy.array([float(each == lists) for each in unknown])
    equal = LinearConstraint(numpy.array(sums), told, told)
    return tuple(round(sign * milp(sign * one, constraints=equal, integrality=one * 0 + 1).fun) for sign in (1, -1))


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(SETS), st.sampled_from([1, 2, 3, 4, 5, 6, 9, 20]), min_size=1))
def test_no_small_combination_follows_from_the_rows_the_lists_and_the_total(numbers):
    pooled = _pooled(numbers, HIDE.threshold)
    unknown = [each for each in SETS if each in pooled or each not in numbers]
    for lists in (each for each in pooled if numbers[each] < HIDE.threshold):
        fewest, most = may_hold(lists, numbers, unknown)
        whatever_is_pooled = may_hold(lists, numbers, SETS)  # where the lists and the total tell it, no pool can help
        assert fewest < most or whatever_is_pooled[0] == whatever_is_pooled[1]


def test_the_stages_written_down_are_another_table():
    population = okoce.resolve(okoce.read(as_bytes(PEOPLE)))
    figures = okoce.count(population, "okoce-reach@1", as_of=AS_OF)
    written = {row.values[0]: row.cells["participants"].value for row in table(figures._standings, ["stage"]).rows}
    assert written["financed"] == 1
    assert written["trained"] == 2  # P2 is written down as financed alone
    assert ladder(figures)[1].reached.value == 3
