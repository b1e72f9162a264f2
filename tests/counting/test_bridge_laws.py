"""Laws of bridges: what a claim's steps lead to is what is counted; joined steps move nobody or enough."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting import Suppression
from okoce_core.counting.bridging.bridge import _stops
from okoce_core.counting.bridging.joining import Stop, joined
from okoce_core.counting.bridging.path import widest
from okoce_core.counting.tally import Tally, tally
from okoce_core.rules import preset
from tests.counting.records_of_vector import as_bytes
from tests.counting.strategies import KNOWN_AT, days, facts

CLAIM, P4 = preset("okoce-claim@1"), preset("okoce-p4@1")
RULES = Suppression()


def compared(lines, as_of, known_at):
    population = okoce.resolve(okoce.read(as_bytes(lines)))
    return okoce.compare(population, [CLAIM, P4], as_of=as_of, known_at=known_at)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=300)
@given(lines=facts(), as_of=days(), known_at=st.sampled_from(KNOWN_AT))
def test_the_settled_reports_of_owned_enterprises_are_the_jobs_of_the_widest_definition(lines, as_of, known_at):
    comparison = compared(lines, as_of, known_at)
    stops = {stop.name: stop.tally for stop in _stops(comparison._under, CLAIM, P4, "jobs")}
    assert stops["ownership"].adds == tally(comparison._under(widest(P4)), "jobs").adds


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(lines=facts(), as_of=days(), measure=st.sampled_from(["participants", "entrepreneurs", "jobs"]))
def test_joined_steps_lead_from_the_same_figure_to_the_same(lines, as_of, measure):
    comparison = compared(lines, as_of, None)
    plain, told = comparison.bridge(measure), comparison.bridge(measure, suppress=RULES)
    assert told.value == plain.value
    assert told.value + sum(step.change for step in told.steps) == getattr(comparison[-1], measure).value
    names = [name for step in told.steps for name in (step.parts or (step.name,))]
    assert names == [step.name for step in plain.steps]
    assert all((step.removed, step.added, step.changed) == ((), (), ()) for step in told.steps)


def stops(*sizes):
    """Of so many people each, named by their order."""
    return [Stop(f"step {n}", {}, Tally("person", dict.fromkeys(range(size), 1))) for n, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "left"),
    [
        ((20, 12, 6), [20, 12, 6]),  # 8 and 6 people: enough each
        ((20, 19, 12), [20, 12]),  # the one goes with the seven after it
        ((20, 12, 11), [20, 11]),  # the last one goes with the eight before it
        ((20, 20, 12), [20, 20, 12]),  # nobody is not few
        ((20, 19), [20, 19]),  # both figures are told anyway
        ((20, 19, 18, 17, 16, 15), [20, 15]),  # five together are enough
    ],
)
def test_a_step_of_few_people_is_joined_with_its_neighbour(sizes, left):
    assert [len(stop.tally.adds) for stop in joined(stops(*sizes), (), "participants", RULES)] == left


def test_a_step_that_moves_few_one_way_and_few_the_other_is_joined_though_nothing_changes():
    moved = [*stops(20), Stop("swap", {}, Tally("person", dict.fromkeys(range(1, 21), 1))), *stops(20, 10)[1:]]
    assert [stop.name for stop in joined(moved, (), "participants", RULES)] == ["step 0", "together"]


def test_a_step_of_jobs_that_one_enterprise_dominates_is_joined():
    """90 of the 98 jobs that go are one enterprise's: the second, who knows his 4, would know the 90 to within 4."""
    before = Tally("enterprise", {1: 90, 2: 4, 3: 2, 4: 2, 5: 10, 6: 10, 7: 10, 8: 10})
    middle = Tally("enterprise", {5: 10, 6: 10, 7: 10, 8: 10})
    told = joined(
        [Stop("", {}, before), Stop("a", {}, middle), Stop("b", {}, Tally("enterprise", {}))], (), "jobs", RULES
    )
    assert [stop.parts for stop in told] == [(), ("a", "b")]
