"""The steps between two figures: V60's waterfall, both ways, and each clause's share without an order."""

from __future__ import annotations

from fractions import Fraction

import pytest

import okoce_core as okoce
from tests.counting.records_of_vector import as_bytes, records_of_vector
from tests.counting.test_vectors import VECTORS

V60 = next(vector for vector in VECTORS["vectors"] if vector["id"] == "V60")
BOOKS = ("okoce-claim@1", "okoce-p4@1", "strict-audit@1")


@pytest.fixture(scope="module")
def compared():
    population = okoce.resolve(okoce.read(as_bytes(records_of_vector(V60["facts"]))))
    return okoce.compare(population, BOOKS, as_of="2022-09-30")


@pytest.mark.parametrize("measure", ["participants", "entrepreneurs", "jobs"])
def test_the_steps_that_move_a_figure_are_those_derived_by_hand(compared, measure):
    told = V60["waterfall"][measure]
    bridge = compared.bridge(measure)
    assert bridge.value == told[0]["value"]
    assert bridge.steps[-1].value == told[-1]["value"]
    by_hand = [step["change"] for step in told if step.get("change")]
    assert [step.change for step in bridge.steps if step.change] == by_hand


@pytest.mark.parametrize("measure", ["participants", "entrepreneurs", "enterprises", "jobs"])
@pytest.mark.parametrize(("start", "end"), [(a, b) for a in BOOKS for b in BOOKS])
def test_a_bridge_leads_from_one_figure_to_the_other_and_back(compared, measure, start, end):
    figures = {f.rulebook.label: getattr(f, measure).value for f in compared}
    forth, back = compared.bridge(measure, start, end), compared.bridge(measure, end, start)
    assert (forth.value, back.value) == (figures[start], figures[end])
    assert forth.value + sum(step.change for step in forth.steps) == figures[end]
    assert sum(step.change for step in back.steps) == -sum(step.change for step in forth.steps)


def test_each_step_names_whom_it_removed(compared):
    steps = {step.name: step for step in compared.bridge("entrepreneurs").steps}
    removed = {
        name: [r.id for r in compared.removed("entrepreneurs", steps[name])] for name in ("test", "dates", "alive")
    }
    assert removed == {"test": ["P2"], "dates": ["P4"], "alive": ["P6"]}
    [row] = compared.removed("participants", compared.bridge("participants").steps[0])
    assert row.place.row == 5  # the second line of P3: a header and three lines stand before it


def test_the_shares_of_a_split_add_up_to_the_difference(compared):
    shares = compared.split("entrepreneurs", "okoce-p4@1")
    assert sum(shares.values()) == Fraction(-1)
    assert shares["alive"] + shares["permit-kinds"] == Fraction(-1)  # P6 falls by either, and by nothing else


@pytest.mark.parametrize(
    ("books", "measure", "code"),
    [
        (["okoce-p4@1", "okoce-ratio@1"], "jobs", "bridge-modelled"),
        (["okoce-p4@1", "okoce-reach@1"], "jobs", "bridge-not-asked"),
        (["okoce-p4@1", "okoce-reach@1"], "customers", "unknown-measure"),
    ],
)
def test_what_no_steps_lead_to_is_wrong_use(books, measure, code):
    with pytest.raises(okoce.Misuse) as wrong:
        okoce.compare(okoce.resolve(okoce.read(as_bytes([]))), books).bridge(measure)
    assert wrong.value.code == code


def test_what_cannot_be_split_or_is_not_compared_is_wrong_use(compared):
    for asked, code in (
        (lambda: compared.split("jobs"), "split-rows"),
        (lambda: compared.bridge("jobs", "okoce-reach@1"), "not-compared"),
        (lambda: okoce.compare(compared.figures[0]._standings.population, []).bridge("jobs"), "not-compared"),
    ):
        with pytest.raises(okoce.Misuse) as wrong:
            asked()
        assert wrong.value.code == code


def test_more_than_eight_differing_clauses_cannot_be_split(compared):
    population = compared.figures[0]._standings.population
    pair = okoce.compare(population, ["okoce-2017-any-business@1", "strict-audit@1"])
    with pytest.raises(okoce.Misuse) as wrong:
        pair.split("jobs")
    assert wrong.value.code == "split-too-many"
    assert len(pair) == 2
    assert [f.rulebook.name for f in pair[:1]] == ["okoce-2017-any-business@1"]


def test_a_net_is_a_stock_and_then_a_baseline(compared):
    population = compared.figures[0]._standings.population
    pair = okoce.compare(population, ["okoce-p4@1", "okoce-created@1"], as_of="2022-09-30")
    names = [step.name for step in pair.bridge("jobs").steps]
    assert names.index("closure") < names.index("baseline")
    assert pair.bridge("jobs").steps[-1].value == pair[1].jobs.value
