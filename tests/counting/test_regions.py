"""An enterprise with units in several regions (vector V56)."""

from __future__ import annotations

import doctest
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.counting.breakdowns import regions
from okoce_core.counting.breakdowns.regions import ADDITIVE, LocalUnit, by_region
from tests.rules.vectors import vector

V56 = vector("V56")
TWO = [LocalUnit("Jakarta", 3, head_office=True), LocalUnit("Bekasi", 2)]


def test_the_four_readings_are_those_derived_by_hand():
    units = [LocalUnit(unit["region"], unit["jobs"], unit.get("head_office", False)) for unit in V56["units"]]
    found = by_region(units)
    for reading in ADDITIVE:
        expected = {region: Fraction(share) for region, share in V56["expect"][reading].items()}
        assert (reading, getattr(found, reading)) == (reading, expected)


def test_presence_is_flagged_since_its_regions_come_to_more_than_the_nation():
    sums = {reading: sum(getattr(by_region(TWO), reading).values()) for reading in ADDITIVE}
    assert sums == {"presence": 2, "head_office": 1, "by_jobs": 1, "jobs": 5}
    assert [reading for reading, additive in ADDITIVE.items() if not additive] == ["presence"]


def test_without_one_head_office_it_is_unknown_where_the_enterprise_is_led_from():
    nobody = {"Jakarta": 0, "Bekasi": 0, None: 1}
    assert by_region([LocalUnit("Jakarta", 3), LocalUnit("Bekasi", 2)]).head_office == nobody
    both = [attrs.evolve(unit, head_office=True) for unit in TWO]
    assert by_region(both).head_office == nobody


def test_jobs_nobody_gave_are_not_nought():
    found = by_region([LocalUnit("Jakarta", 3), LocalUnit("Bekasi", None)])
    assert (found.jobs, found.unknown) == ({"Jakarta": 3, "Bekasi": 0}, 1)
    assert found.by_jobs == {"Jakarta": 0, "Bekasi": 0, None: 1}


def test_an_enterprise_without_jobs_cannot_be_shared_out_by_them():
    assert by_region([LocalUnit("Jakarta", 0)]).by_jobs == {"Jakarta": 0, None: 1}


def test_two_units_in_one_region_are_one_presence_and_their_jobs_together():
    found = by_region([LocalUnit("Jakarta", 3), LocalUnit("Jakarta", 4)])
    assert (found.presence, found.jobs) == ({"Jakarta": 1}, {"Jakarta": 7})


def test_without_units_there_is_no_region():
    found = by_region([])
    assert not any((found.presence, found.head_office, found.by_jobs, found.jobs))


places = st.lists(
    st.builds(
        LocalUnit,
        st.sampled_from(["31", "32", None]),
        st.one_of(st.none(), st.integers(0, 5)),
        head_office=st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


@pytest.mark.parametrize("reading", ["head_office", "by_jobs"])
@given(units=places)
def test_an_additive_reading_comes_to_one_enterprise(reading, units):
    assert sum(getattr(by_region(units), reading).values()) == 1


@given(units=places)
def test_jobs_by_workplace_come_to_all_known_jobs(units):
    assert sum(by_region(units).jobs.values()) == sum(unit.jobs or 0 for unit in units)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(regions).failed == 0
