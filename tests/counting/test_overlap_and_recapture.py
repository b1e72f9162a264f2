"""What a sample says of an overlap, and what recapture does not say of it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import attrs
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.bounds.overlap import Z95, Sample, overlap_by_sample, wilson
from okoce_core.counting.bounds.recapture import MissedLinks, PopulationEstimate, missed_links, population_estimate
from okoce_core.counting.bounds.unions import Interval

VECTORS = yaml.safe_load((Path(__file__).parent / "vectors.yaml").read_text("utf-8"))["vectors"]
V46, V47, V48 = (next(v for v in VECTORS if v["id"] == name) for name in ("V46", "V47", "V48"))


def test_an_overlap_from_a_sample_checked_by_hand():
    other = next(name for name in V46["sizes"] if name != V46["sample_from"])
    drawn_from = V46["sizes"][V46["sample_from"]]
    sample = Sample(drawn_from, V46["sizes"][other], V46["sample_size"], V46["found_in_other"])
    found, expected = overlap_by_sample([sample]), V46["expect"]
    assert (found.label, found.shared, found.union) == ("estimated", expected["shared"], expected["union"])
    for end, said in zip((found.union_ends.lower, found.union_ends.upper), expected["ci95"], strict=True):
        assert abs(end - Fraction(str(said))) <= Fraction(str(expected["tolerance"]))


@given(st.integers(1, 60), st.data())
def test_at_the_ends_of_wilsons_interval_the_sample_is_just_so_unlikely(drawn, data):
    """An end is a share of which the sample is exactly z standard deviations away."""
    found = data.draw(st.integers(0, drawn))
    for end in wilson(found, drawn):
        away, deviation = (Fraction(found, drawn) - end) ** 2, Z95**2 * end * (1 - end) / drawn
        assert abs(away - deviation) < Fraction(1, 10**9)


def test_regions_add_up():
    # 200 of 1000 and 30 of 60 are on both: 230, and 1000 + 2000 + 60 + 90 - 230 = 2920.
    city, village = Sample(1000, 2000, 50, 10, "Kota"), Sample(60, 90, 20, 10, "Desa", checked_by="dinas")
    found = overlap_by_sample([city, village])
    assert (found.shared, found.union) == (230, 2920)
    assert [sample.region for sample in found.samples] == ["Kota", "Desa"]
    # The interval is wider than the city's, and narrower than both together.
    ends = [overlap_by_sample([sample]).shared_ends for sample in (city, village)]
    widths = [end.upper - end.lower for end in ends]
    assert max(widths) < found.shared_ends.upper - found.shared_ends.lower < sum(widths)


def test_who_was_looked_for_one_by_one_leaves_nothing_open():
    found = overlap_by_sample([Sample(20, 50, 20, 7)])
    assert (found.shared, found.shared_ends, found.union_ends) == (7, Interval(7, 7), Interval(63, 63))


def test_no_more_are_on_both_than_the_smaller_list_has():
    # 20 of 50 are 400 of 1000, but the other list has 100.
    found = overlap_by_sample([Sample(1000, 100, 50, 20)])
    assert (found.shared, found.shared_ends.upper, found.union) == (100, 100, 1000)


samples = st.builds(
    lambda found, more, rest, other: Sample(found + more + rest, found + other, found + more, found),
    st.integers(0, 9), st.integers(1, 9), st.integers(0, 90), st.integers(0, 90),
)  # fmt: skip


@given(st.lists(samples, min_size=1, max_size=4))
def test_an_estimate_lies_within_its_ends_and_those_within_what_is_certain(told):
    found = overlap_by_sample(told)
    certain = [sum(sample.certain[end] for sample in told) for end in (0, 1)]
    assert certain[0] <= found.shared_ends.lower <= found.shared <= found.shared_ends.upper <= certain[1]
    assert found.union_ends.lower <= found.union <= found.union_ends.upper
    assert overlap_by_sample(reversed(told)).shared_ends == found.shared_ends


@pytest.mark.parametrize("numbers", [(10, 10, 0, 0), (10, 10, 11, 3), (10, 10, 5, 6), (10, 2, 5, 3), (10, 10, 5, -1)])
def test_a_sample_that_cannot_be_is_wrong_use(numbers):
    with pytest.raises(okoce.Misuse) as error:
        Sample(*numbers)
    assert error.value.code == "sample-numbers"


def test_without_a_sample_there_is_no_estimate():
    with pytest.raises(okoce.Misuse):
        overlap_by_sample([])


# --- recapture ----------------------------------------------------------------------------------------------------


def test_lincoln_petersen_and_chapman_by_hand():
    found, expected = population_estimate(V47["n1"], V47["n2"], V47["m"]), V47["expect"]
    assert found.lincoln_petersen == Fraction(expected["lincoln_petersen"])
    assert found.chapman == Fraction(expected["chapman"])
    assert found.variance == Fraction(expected["variance"])
    # It is not the union: that counts who is on the lists, 240 fewer.
    assert found.lincoln_petersen - expected["union"] == 240


def test_where_nobody_is_on_both_only_chapman_says_something():
    # 4 x 5 / 1 - 1 = 19; the variance is 4 x 5 x 3 x 4 / (1 x 2).
    assert population_estimate(3, 4, 0) == PopulationEstimate(None, Fraction(19), Fraction(120))


@pytest.mark.parametrize("result", [PopulationEstimate, MissedLinks])
def test_it_cannot_be_taken_for_participants(result):
    names = {field.name for field in attrs.fields(result)}
    assert names.isdisjoint({"participants", "value", "low", "high", "counted", "listed", "union"})
    assert population_estimate(3, 4, 1).label == "population_estimate"


def test_missed_links_inflate_the_union_and_the_estimate():
    recall, expected = Fraction(V48["link_recall"]), V48["expect"]
    found = missed_links(V48["n1"], V48["n2"], int(V48["true_m"] * recall), recall)
    assert (found.union_if_all_were, found.union_as_linked) == (expected["true_union"], expected["observed_union"])
    assert found.if_all_were.lincoln_petersen == Fraction(expected["true_lp"])
    assert found.as_linked.lincoln_petersen == Fraction(expected["observed_lp"])


@pytest.mark.parametrize("ask", [lambda: population_estimate(3, 4, 5), lambda: population_estimate(3, 4, -1)])
def test_more_on_both_than_on_one_is_wrong_use(ask):
    with pytest.raises(okoce.Misuse) as error:
        ask()
    assert error.value.code == "recapture-numbers"


@pytest.mark.parametrize("recall", [0, Fraction(3, 2), Fraction(1, 10)])
def test_a_recall_that_cannot_be_is_wrong_use(recall):
    # With a tenth found, three links would be thirty.
    with pytest.raises(okoce.Misuse) as error:
        missed_links(10, 10, 3, recall)
    assert error.value.code == "recapture-numbers"
