"""A figure beside which it is estimated how many there are: worked examples, and where there is none."""

from fractions import Fraction
from pathlib import Path

import attrs
import pytest

import okoce_core as okoce
from okoce_core.counting.figures import Figure, Range
from okoce_core.counting.summing import estimated
from okoce_core.identity.population import Estimate

WHOLE = Estimate(190.0, 180.0, 204.0)
"""Of 200 that were decided."""


def figure(value, low, high):
    return Figure("jobs", "counted", *(None if n is None else Fraction(n) for n in (value, low, high)))


def test_a_figure_gets_its_share_of_the_estimate_and_its_ends_take_the_interval_in():
    # Half of the 200: 95, from 90 to 102. What is counted stays, and so does the lower of two low ends.
    told = estimated(figure(100, 80, 101), WHOLE, 200)
    assert told.estimate == Range(Fraction(95), Fraction(90), Fraction(102))
    assert (told.value, told.low, told.high) == (100, 80, 102)
    assert estimated(figure(100, 95, 110), WHOLE, 200).low == 90


def test_ends_between_whole_numbers_go_outward():
    # 7 of 200: 6.65, from 6.3 to 7.14.
    told = estimated(figure(7, 7, 7), WHOLE, 200)
    assert (told.low, told.high) == (6, 8)


@pytest.mark.parametrize(("whole", "units", "value"), [(None, 200, 5), (WHOLE, 0, 5), (WHOLE, 200, None)])
def test_where_nothing_is_estimated_or_counted_the_figure_stays_as_it_is(whole, units, value):
    plain = figure(value, value, value)
    assert estimated(plain, whole, units) is plain


def test_people_and_enterprises_each_have_their_own_estimate():
    decided = okoce.resolve(okoce.read(Path(__file__).parents[2] / "docs" / "examples" / "2022-09"), identity="exact")
    people, enterprises = (Estimate(units * 0.9, units * 0.8, units) for units in (decided.people, decided.enterprises))
    told = attrs.evolve(decided, estimate=people, enterprise_estimate=attrs.evolve(enterprises, value=enterprises.low))
    figures, plain = (okoce.count(population, "okoce-p4@1") for population in (told, decided))
    for measure, estimate in (("entrepreneurs", 0.9), ("enterprises", 0.8), ("jobs", 0.8)):
        figure, whole = getattr(figures, measure), getattr(plain, measure)
        assert figure.value == whole.value > 0
        assert float(figure.estimate.value) == pytest.approx(float(whole.value) * estimate)
        assert whole.estimate is None
