"""Facts of arithmetic about figures, found in published and in computed ones alike."""

import doctest
from fractions import Fraction
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.counting.publishing.observations import observations, published_observations, rounded

VECTORS = yaml.safe_load((Path(__file__).parent / "vectors.yaml").read_text("utf-8"))["vectors"]


def found(code, *figures):
    return [fact for fact in observations(*figures) if fact.code == code]


def told(fact):
    return (fact.code, fact.measure, int(fact.number), fact.against, int(fact.base), fact.rounded)


@pytest.mark.parametrize("vector", [v for v in VECTORS if v["kind"] == "published"], ids=lambda v: v["id"])
def test_a_vector_of_published_figures_gives_what_was_derived_by_hand(vector):
    three = [vector[measure] for measure in ("participants", "entrepreneurs", "jobs")]
    seventy = [(f.measure, f.against, f.value) for f in found("whole-percentage", *three)]
    ratios = {f"jobs_per_{fact.against.removesuffix('s')}": fact.rounded for fact in found("ratio", *three)}
    said = {"entrepreneurs_is_rounded_70pct": ("entrepreneurs", "participants", 70) in seventy, **ratios}
    assert said == vector["expect"]


def test_the_national_entrepreneurs_are_seventy_percent_of_those_involved_to_the_unit():
    (fact,) = found("whole-percentage", 686_807, 480_765, 1_469_937)
    # 0.7 x 686,807 = 480,764.9; one number in 686,807 / 100 = 6,868 is a whole percentage
    assert told(fact) == ("whole-percentage", "entrepreneurs", 480_765, "participants", 686_807, "70.0000")
    assert fact.one_in == 6_868


def test_one_unit_beside_the_percentage_is_no_percentage():
    assert found("whole-percentage", 686_807, 480_764, None) == found("whole-percentage", 686_807, 480_766, None) == []


def test_computed_figures_are_looked_at_in_the_same_way():
    # 1,234 of 2,468 is the half, and so the double; 3 x 1,234 = 3,702 = 150 % of 2,468
    assert [told(fact)[:5] for fact in observations(2_468, 1_234, 3_702) if fact.one_in] == [
        ("multiple", "participants", 2_468, "entrepreneurs", 1_234),
        ("whole-percentage", "jobs", 3_702, "participants", 2_468),
        ("multiple", "jobs", 3_702, "entrepreneurs", 1_234),
    ]


def test_the_same_number_twice_is_once_the_other():
    (fact,) = found("multiple", 111_108, 111_108, None)
    assert (fact.value, fact.measure, fact.against) == (1, "entrepreneurs", "participants")


def test_what_chance_gives_more_often_than_once_in_ten_is_not_said():
    # of 100 people any number is a whole percentage; of 999 one in 9; of 1,000 one in 10
    assert observations(100, 70, None) == observations(990, 693, None) == ()
    assert [(fact.value, fact.one_in) for fact in observations(1_000, 700, None)] == [(70, 10)]
    # 18 is the double of 9: one number in 9 is a multiple of it; 20 of 10: one in 10
    assert observations(18, 9, None) == ()
    assert [(fact.value, fact.one_in) for fact in observations(20, 10, None)] == [(2, 10)]


def test_full_time_equivalents_need_not_be_whole():
    # 150 % of 1,001 = 1,501.5
    assert [fact.value for fact in found("whole-percentage", 1_001, None, Fraction(3003, 2))] == [150]


def test_nothing_is_set_against_what_is_unknown_or_nought():
    assert observations(None, None, None) == observations(0, 0, 0) == observations(686_807, None, 0) == ()


def test_more_jobs_for_one_than_persons_in_an_enterprise_nationally_are_told():
    # 119.6 m workers / 65.47 m enterprises = 1.83; 183 / 100 is not above it, 184 / 100 is
    assert found("above-national", None, 100, 183) == []
    (fact,) = found("above-national", None, 100, 184)
    assert fact.value == Fraction(184, 100)


def every_percentage_or_multiple(whole, part):
    """By trying every percentage, in whole numbers: 100 x part may differ from percent x whole by half a hundred.

    One number in ten or fewer is a whole percentage of 1,000 and more, and a multiple of 10 and more.
    """
    low, high = sorted((whole, part))
    of_high = any(2 * abs(100 * low - percent * high) <= 100 for percent in range(1, 101))
    of_low = any(2 * abs(100 * high - percent * low) <= 100 for percent in range(100, 100 * high // low + 101))
    return (high >= 1_000 and of_high) or (low >= 1_000 and of_low) or (low >= 10 and high % low == 0)


@given(st.integers(1, 3_000), st.integers(1, 3_000))
def test_what_is_found_is_what_trying_every_percentage_finds(whole, part):
    assert bool(observations(whole, part, None)) == every_percentage_or_multiple(whole, part)


@given(st.integers(1_000, 10**7), st.integers(1, 100))
def test_a_rate_times_a_base_is_always_found(base, percent):
    made = (2 * base * percent + 100) // 200  # rounded half up
    assert [fact for fact in observations(base, made, None) if fact.code in {"whole-percentage", "multiple"}]


def test_a_register_that_shrank_is_told_with_its_rows():
    lower = [
        (f.rows, f.measure, int(f.base), int(f.number), f.at_least)
        for f in published_observations()
        if f.code == "lower"
    ]
    assert lower == [
        ((10, 11), "registered", 45_183, 44_560, False),
        ((34, 35), "registered", 284_164, 283_343, False),
        ((40, 44), "registered", 686_807, 500_000, True),
        ((40, 44), "entrepreneurs", 480_765, 200_000, True),
    ]


def test_the_ratios_of_the_rows_are_those_derived_by_hand():
    ratios = {(f.rows[0], f.measure, f.against): f.rounded for f in published_observations() if f.code == "ratio"}
    assert ratios == {
        (40, "jobs", "participants"): "2.1402",
        (40, "jobs", "entrepreneurs"): "3.0575",
        (10, "licensed", "registered"): "0.0135",  # 608 / 45,183
        (29, "licensed", "registered"): "0.1199",  # 13,321 / 111,108 = 12.0 %
        (34, "licensed", "registered"): "0.5221",  # 148,374 / 284,164 = 52.2 %
        (10, "jobs", "permits"): "2.0129",  # 2,337 / 1,161
        (16, "jobs", "licensed"): "1.7537",  # 29,346 / 16,734
    }


def test_the_national_jobs_are_twenty_one_tenths_of_a_round_base():
    (fact,) = [fact for fact in published_observations() if fact.code == "product"]
    assert (fact.rows, fact.value, fact.base) == ((40,), Fraction(21, 10), 699_970)
    assert Fraction(21, 10) * 699_970 == 1_469_937 == fact.number


def test_rows_that_give_entrepreneurs_beside_people_are_looked_at_but_not_round_words():
    assert {f.rows for f in published_observations() if f.one_in} == {(29,), (40,)}


@pytest.mark.parametrize(
    ("value", "shown"), [(Fraction(1, 3), "0.33"), (Fraction(2, 3), "0.67"), (Fraction(7), "7.00")]
)
def test_a_rounded_number_has_as_many_decimals_as_asked(value, shown):
    assert rounded(value, 2) == shown


@pytest.mark.parametrize("module", ["observations", "published"])
def test_the_examples_in_the_docstrings_run(module):
    assert doctest.testmod(import_module(f"okoce_core.counting.publishing.{module}")).failed == 0
