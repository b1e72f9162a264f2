"""Computed figures beside published ones: only what means the same is compared, and the rest says why not."""

import datetime as dt
from fractions import Fraction

import attrs
import pytest

import okoce_core as okoce
from okoce_core.counting import Figure
from okoce_core.counting.publishing.check import check
from okoce_core.counting.publishing.published import SCOPES, published

ALL = sum(len(figure.given) for figure in published())


def computed(book="okoce-reach@1", as_of="2021-10-27", **figures):
    """Figures of nobody, with some of them set: (value, low, high) or one number for all three."""
    counted = okoce.count(okoce.resolve(okoce.Reading()), book, as_of=as_of)
    made = {}
    for measure, ends in figures.items():
        value, low, high = (Fraction(end) for end in (ends if isinstance(ends, tuple) else (ends,) * 3))
        made[measure] = Figure(measure, value=value, low=low, high=high)
    return attrs.evolve(counted, **made)


def pairs(result):
    return {(pair.published.id, pair.given.measure): pair for pair in result.compared}


def reasons(result, row, measure, place=0):
    """Why the number of a row that stands at a place among its measure was not compared."""
    found = [n.reasons for n in result.not_compared if (n.published.id, n.given.measure) == (row, measure)]
    return set(found[place])


def test_every_number_is_either_compared_or_says_why_not():
    for scope in (None, *SCOPES):
        for book in okoce.presets():
            result = check(computed(book), scope=scope)
            assert len(result.compared) + len(result.not_compared) == ALL
            assert all(number.reasons for number in result.not_compared)


def test_without_a_scope_nothing_is_compared():
    result = check(computed(participants=284_164))
    assert result.compared == ()
    assert "scope-not-said" in reasons(result, 34, "registered")


def test_registered_participants_are_compared_with_the_registered_of_the_same_scope():
    result = check(computed(participants=284_164), scope="dki")
    assert {row for row, _ in pairs(result)} == {6, 7, 8, 10, 12, 29, 33, 34, 35, 36, 37, 39}
    assert {measure for _, measure in pairs(result)} == {"registered"}
    pair = pairs(result)[34, "registered"]
    assert (pair.difference, pair.within, pair.days_apart, pair.computed.measure) == (0, True, 0, "participants")
    assert pairs(result)[35, "registered"].difference == 821  # 284,164 - 283,343


def test_another_scope_is_not_compared():
    result = check(computed(participants=284_164), scope="national")
    assert set(pairs(result)) == {(40, "registered")}
    assert reasons(result, 34, "registered") == {"scope"}


def test_a_stage_that_the_rulebook_does_not_count_is_another_measure():
    assert reasons(check(computed(), scope="dki"), 34, "trained") == {"measure"}


def test_a_rulebook_of_a_higher_stage_is_compared_with_that_stage():
    book = okoce.with_fields(okoce.preset("okoce-reach@1"), {"participant.min_stage": "trained"})
    assert set(pairs(check(computed(book), scope="dki"))) == {(33, "trained"), (34, "trained")}


def test_a_flow_is_not_compared_with_a_stock():
    result = check(computed(), scope="dki")
    assert reasons(result, 42, "registered") == {"stock-against-flow"}
    assert reasons(result, 31, "registered", 0) == {"stock-against-flow"}
    assert reasons(result, 31, "registered", 1) == {"window"}


def test_a_claim_and_a_target_are_not_compared():
    result = check(computed(), scope="national")
    assert reasons(result, 24, "registered") == {"claim"}
    assert reasons(result, 28, "jobs") == {"target", "no-definition"}


def test_members_of_a_website_are_another_unit():
    assert reasons(check(computed(), scope="website"), 22, "registered") == {"unit"}
    assert reasons(check(computed(), scope="dki"), 11, "registered", 1) == {"unit"}  # the part of DKI


def test_one_agency_is_not_compared_with_another():
    result = check(computed(), scope="dki_agency")
    assert result.compared == ()
    assert reasons(result, 32, "registered") == {"agency"}


def test_entrepreneurs_whose_definition_was_not_published_are_not_compared():
    result = check(computed("okoce-p4@1", entrepreneurs=480_765), scope="national")
    assert reasons(result, 40, "entrepreneurs") == reasons(result, 40, "jobs") == {"no-definition"}


def test_entrepreneurs_of_another_definition_are_not_compared():
    assert reasons(check(computed("okoce-p4@1"), scope="dki"), 29, "entrepreneurs") == {"definition"}


def test_entrepreneurs_are_compared_with_those_of_their_own_definition():
    result = check(computed("jakpreneur-2020-p1@1", entrepreneurs=111_000), scope="dki")
    pair = pairs(result)[29, "entrepreneurs"]
    assert (pair.difference, pair.computed.measure) == (-108, "entrepreneurs")


def test_a_stage_that_a_definition_called_entrepreneurs_is_compared_with_them():
    result = check(computed("okoce-2018-p4@1", entrepreneurs=1_200), scope="dki")
    pair = pairs(result)[12, "licensed"]
    assert (pair.computed.measure, pair.difference) == ("entrepreneurs", 200)
    # ~1,000 may stand for 500 to 1,499
    assert pair.within
    # 608 of the same definition are permits, and of one kind
    assert reasons(result, 10, "licensed") == {"unit"}


def test_a_definition_changed_by_the_caller_is_another_definition():
    book = okoce.with_fields(okoce.preset("okoce-2018-p4@1"), {"entrepreneur.permits": ["IUMK", "SKU", "NIB"]})
    assert reasons(check(computed(book), scope="dki"), 12, "licensed") == {"measure"}


def test_entrepreneurs_defined_by_a_stage_are_compared_with_that_stage():
    result = check(computed("p7-financed@1", entrepreneurs=6_159), scope="dki")
    assert pairs(result)[34, "financed"].difference == 0
    assert pairs(result)[12, "financed"].difference == 6_009  # 6,159 - 150, of no definition but of the stage


def test_the_arithmetic_of_a_claim_and_a_model_confirm_nothing():
    assert pairs(check(computed("okoce-claim@1", participants=284_164), scope="dki")) == {}
    result = check(computed("okoce-ratio@1", participants=686_807), scope="national")
    assert {pair.computed.measure for pair in result.compared} == {"participants"}
    assert result.observations == ()


def test_a_modelled_figure_is_not_compared_even_with_its_own_definition():
    figures = computed("jakpreneur-2020-p1@1", participants=111_108)
    modelled = attrs.evolve(figures, entrepreneurs=attrs.evolve(figures.entrepreneurs, state="modelled"))
    assert reasons(check(modelled, scope="dki"), 29, "entrepreneurs") == {"not-counted"}


def test_figures_without_a_day_are_not_compared():
    result = check(computed(as_of=None), scope="dki")
    assert result.figures.as_of == dt.date.max
    assert reasons(result, 34, "registered") == {"date"}


@pytest.mark.parametrize(
    ("row", "ends", "within"),
    [
        (34, (284_000, 283_000, 284_164), True),
        (34, (284_000, 283_000, 284_163), False),
        (34, (284_170, 284_165, 284_180), False),
        (36, (286_400, 286_400, 286_400), True),  # ~286,000: 285,500 to 286,499
        (36, (286_500, 286_500, 286_500), False),
        (12, (90_000, 80_000, 100_000), True),  # >51,000
        (12, (50_000, 40_000, 50_999), False),
    ],
)
def test_a_published_number_may_lie_within_what_the_lists_allow(row, ends, within):
    assert pairs(check(computed(participants=ends), scope="dki"))[row, "registered"].within is within


@pytest.mark.parametrize(
    ("row", "as_of", "days"),
    [
        (34, "2021-10-27", 0),
        (34, "2022-10-27", 365),
        (34, "2021-10-17", 10),
        (10, "2018-09-15", 0),  # some day of September 2018
        (10, "2018-10-02", 2),
        (10, "2018-08-30", 2),
    ],
)
def test_days_apart_are_counted_from_the_nearest_day_a_row_may_speak_of(row, as_of, days):
    pair = pairs(check(computed(as_of=as_of), scope="dki"))[row, "registered"]
    assert (pair.days_apart, pair.years_apart) == (days, Fraction(days, 1) / Fraction(1461, 4))


def test_computed_figures_are_looked_at_for_their_own_arithmetic():
    result = check(computed("okoce-p4@1", participants=1_000, entrepreneurs=700, jobs=800), scope="dki")
    assert [(f.measure, f.against, f.value) for f in result.observations if f.one_in] == [
        ("entrepreneurs", "participants", 70), ("jobs", "participants", 80),
    ]  # fmt: skip


def test_a_scope_that_is_none_is_wrong_use():
    with pytest.raises(okoce.Misuse) as wrong:
        check(computed(), scope="jakarta")
    assert (wrong.value.code, wrong.value.allowed) == ("unknown-scope", SCOPES)
