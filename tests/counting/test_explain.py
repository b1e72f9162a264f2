"""From a figure, or one person or enterprise, down to the rows; and what contradicts itself."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.conflicts import CODES
from okoce_core.testing.strategies import days, facts
from tests.counting.records_of_vector import as_bytes
from tests.counting.test_bridge import compared  # noqa: F401 - a fixture


def test_the_children_of_a_figure_add_up_to_it_and_every_unit_is_in_one_group(compared):  # noqa: F811
    population = compared[1]._standings.population
    for figures in compared[1:]:
        for measure in ("participants", "entrepreneurs", "enterprises", "jobs"):
            told = getattr(figures, measure).explain(most=100)
            size = population.people if measure in ("participants", "entrepreneurs") else population.enterprises
            assert told.value == getattr(figures, measure).value
            assert sum(group.units for group in told.children) == size
            counted = [unit for group in told.children if group.what == "counted" for unit in group.children]
            assert sum(unit.value for unit in counted) == told.value
            assert all(any(node.rows for node in unit) for unit in counted)
            assert told.as_json()["what"] == measure


def test_a_person_is_explained_by_the_clause_that_leaves_him_out(compared):  # noqa: F811
    told = compared[2].explain(person="P6")
    left = {node.what: node.standing.name for node in told if node.counted is False and node.standing is not None}
    assert left["entrepreneur.state"] == "ENDED"  # E6 closed on 2022-01-31
    assert compared[2].explain(person=("bytes-1", 9)).children[0].unit.id == "P6"  # the line of his participation


def test_an_enterprise_says_which_headcount_decides_and_which_conflicts(compared):  # noqa: F811
    told = {node.what: node.value for node in compared[1].explain(enterprise="E2")}
    assert (told["decides"], told["conflict"]) == (2, 3)  # two partners, one day: the lower by the rulebook


@pytest.mark.parametrize(("asked", "code"), [({}, "explain-one"), ({"person": "P99"}, "no-such-unit")])
def test_nobody_or_two_cannot_be_explained(compared, asked, code):  # noqa: F811
    with pytest.raises(okoce.Misuse) as wrong:
        compared[1].explain(**asked)
    assert wrong.value.code == code


def test_a_sum_of_rows_explains_nothing(compared):  # noqa: F811
    with pytest.raises(okoce.Misuse) as wrong:
        compared[0].jobs.explain()
    assert wrong.value.code == "not-explained"


CONTRADICTIONS = [
    {"type": "person", "id": "P1", "born": "2001-01-01", "sex": "F"},
    {"type": "participation", "partner": "A", "person": "P1", "date": "2020-01-01", "received": "2020-01-02"},
    {"type": "participation", "partner": "A", "person": "P2", "date": "2020-01-01", "received": "2023-01-02"},
    {"type": "enterprise", "id": "E1", "started": "2019-01-01"},
    {"type": "enterprise", "id": "E2", "started": "2021-01-01", "closed": "2019-01-01"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "1999-01-01"},
    {"type": "ownership", "enterprise": "E2", "person": "P1", "from": "2021-01-01"},
    {"type": "ownership", "enterprise": "E3", "person": "P1", "from": "2021-01-01", "to": "2020-01-01"},
    {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2018-01-01", "full_time": 1},
    {"type": "headcount", "partner": "B", "enterprise": "E1", "date": "2018-01-01", "full_time": 3},
]


def test_contradictions_never_raise_are_listed_and_are_seen_in_the_ends():
    population = okoce.resolve(okoce.read(as_bytes(CONTRADICTIONS)))
    figures = okoce.count(population, "jii-direct@1", as_of="2022-09-30", known_at="2022-12-31")
    assert [conflict.code for conflict in figures.conflicts()] == [
        "headcounts-differ", "headcount-outside-life", "closed-before-start", "owner-before-birth",
        "ownership-reversed", "received-late",
    ]  # fmt: skip
    assert all(c.rows for c in figures.conflicts() if c.code != "closed-before-start")
    # E1 is owned since before P1 was born: in value, not in low. E2 closed before it started: in high alone.
    assert (figures.enterprises.low, figures.enterprises.value, figures.enterprises.high) == (0, 1, 2)
    assert (figures.entrepreneurs.low, figures.entrepreneurs.value) == (0, 1)


def test_two_births_and_two_sexes_of_one_person_are_listed(tmp_path):
    for name, born, sex in (("a", "1990-01-01", "F"), ("b", "1991-01-01", "M")):
        lines = [{"type": "person", "id": "P1", "born": born, "sex": sex}]
        (tmp_path / f"{name}.jsonl").write_bytes(as_bytes(lines))
    population = okoce.resolve(okoce.read(tmp_path))
    told = [conflict.code for conflict in okoce.count(population, "okoce-reach@1").conflicts()]
    assert told == ["born-differ", "sex-differ"]


def test_a_cell_of_a_breakdown_is_explained_by_its_own_units(compared):  # noqa: F811
    for row in compared[1].table("joined_year").rows:
        told = compared[1].explain_cell("participants", {"joined_year": row.values[0]}, most=100)
        assert told.value == row.cells["participants"].value
    # P1 and P2 joined in 2020, P3 and P4 in 2021, P6 in 2019; P5 only after the day.
    joined = compared[1].explain_cell("participants", {"joined_year": "2020"}).children[0]
    assert [unit.unit.id for unit in joined.children] == ["P1", "P2"]


def test_where_nothing_is_told_everybody_is_in_the_cell_of_unknown(compared):  # noqa: F811
    unknown = compared[1].explain_cell("jobs", {"sex": None})
    assert unknown.value == compared[1].jobs.value
    assert compared[1].explain_cell("jobs", {"sex": "F"}).value == 0


@pytest.mark.parametrize(
    ("measure", "cell", "code"),
    [("customers", {}, "unknown-measure"), ("jobs", {"colour": "red"}, "unknown-dimension")],
)
def test_a_cell_that_is_none_is_wrong_use(compared, measure, cell, code):  # noqa: F811
    with pytest.raises(okoce.Misuse) as wrong:
        compared[1].explain_cell(measure, cell)
    assert wrong.value.code == code


@pytest.mark.parametrize("book", sorted(okoce.presets()))
@settings(max_examples=15, deadline=None)
@given(lines=facts(contradictory=True), as_of=days(), known_at=st.sampled_from([None, "2022-10-04"]))
def test_contradictory_facts_are_counted_listed_and_explained_under_every_rulebook(book, lines, as_of, known_at):
    figures = okoce.count(okoce.resolve(okoce.read(as_bytes(lines))), book, as_of=as_of, known_at=known_at)
    assert {conflict.code for conflict in figures.conflicts()} <= set(CODES)
    for measure in ("participants", "entrepreneurs", "enterprises", "jobs"):
        figure = getattr(figures, measure)
        if figure.value is not None and (measure != "jobs" or not figure.unknown):
            assert figure.low <= figure.value <= figure.high
        if figure.state == "counted" and book != "okoce-claim@1":
            assert figure.explain(most=100).value == figure.value
