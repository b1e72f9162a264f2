"""The laws every figure keeps, whatever the facts: the properties of vector V62 and section 3 of the design.

Each is an identity of sets or of stocks, so none needs an expected value. They are held under every rulebook that
ships.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.testing.strategies import DAYS, PARTNERS, PEOPLE, facts, later_facts, participations
from okoce_core.testing.strategies import people as people_lines
from tests.counting.records_of_vector import Line, as_bytes

CLAIM = "okoce-claim@1"
PRESETS = sorted(okoce.presets())
DEFINITIONS = [name for name in PRESETS if name != CLAIM]
MEASURES = ["participants", "entrepreneurs", "enterprises", "jobs"]
SHARED = ["participants", "entrepreneurs", "jobs"]
ADDITIVE = ["first", "last", "equal", "weighted", "via_owner", "shapley"]
WEIGHTS = {"A": 1, "B": 2, "C": 3, "D": 5}

thorough = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
days = st.sampled_from(DAYS)


@st.composite
def people_and_places(draw: st.DrawFn) -> list[Line]:
    """Who the people are, as far as that is told."""
    return [line for person in PEOPLE for line in draw(people_lines(person))]


_TOTALS = st.lists(st.integers(0, 9), min_size=1, max_size=3)
_TOLD = {"type": "total", "measure": "participants", "unit": "persons", "as_of": "2022-06-30"}


def _count(
    lines: list[Line], book: str | okoce.Rulebook, as_of: str = "2022-09-30", known_at: str | None = None
) -> okoce.Figures:
    return okoce.count(okoce.resolve(okoce.read(as_bytes(lines))), book, as_of=as_of, known_at=known_at)


def _said(figures: okoce.Figures) -> dict[str, object]:
    """All that the figures say in numbers, without what was left out and why: later facts are left out too."""
    found: dict[str, object] = {"claimed": figures.claimed, "overlap": figures.overlap}
    for measure in MEASURES:
        figure = getattr(figures, measure)
        found[measure] = (figure.state, figure.value, figure.low, figure.high, figure.unknown)
    return found


def _whole(figures: okoce.Figures) -> str:
    """The figures as they leave, broken down and shared out."""
    return json.dumps(figures.as_json(by=("province", "sex"), methods=("full", "equal", "first")))


def _asked(figures: okoce.Figures) -> list[str]:
    return [measure for measure in SHARED if getattr(figures, measure).state == "counted"]


# --- order, repetition, time ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("book", PRESETS)
@thorough
@given(drawn=st.data(), lines=facts(totals=True), people=people_and_places())
def test_the_order_of_the_lines_changes_nothing(
    book: str, drawn: st.DataObject, lines: list[Line], people: list[Line]
) -> None:
    shuffled = drawn.draw(st.permutations(people + lines))
    assert _without_inputs(_whole(_count(people + lines, book))) == _without_inputs(_whole(_count(shuffled, book)))


def _without_inputs(text: str) -> dict[str, Any]:
    return {key: value for key, value in json.loads(text).items() if key != "inputs"}


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(drawn=st.data(), lines=facts(totals=True))
def test_a_line_sent_twice_changes_nothing(book: str, drawn: st.DataObject, lines: list[Line]) -> None:
    again = drawn.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=4))
    assert _without_inputs(_whole(_count(lines, book))) == _without_inputs(_whole(_count(lines + again, book)))


@pytest.mark.parametrize("book", PRESETS)
@thorough
@given(lines=facts(totals=True))
def test_a_file_sent_twice_changes_nothing(book: str, lines: list[Line]) -> None:
    sent = as_bytes(lines)
    once, twice = (
        okoce.count(okoce.resolve(okoce.read(*files)), book, as_of="2022-09-30") for files in ([sent], [sent] * 2)
    )
    assert _whole(once) == _whole(twice)


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(lines=facts(), later=later_facts(), as_of=days)
@example(  # who owns later cannot be among the owners that an undated report of today has in it
    lines=[
        {"type": "participation", "partner": "A", "person": "P1", "date": "2020-01-01", "stage": "licensed"},
        {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2020-02-01"},
        {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2021-03-01"},
        {"type": "headcount", "partner": "A", "enterprise": "E1", "full_time": 3, "owners_included": True},
    ],
    later=[{"type": "ownership", "enterprise": "E1", "person": "P3", "from": "2023-01-01"}],
    as_of="2022-09-30",
)
def test_a_fact_dated_after_the_cut_off_changes_no_figure(
    book: str, lines: list[Line], later: list[Line], as_of: str
) -> None:
    definition = okoce.preset(book)
    assert _said(_count(lines, definition, as_of)) == _said(_count(lines + later, definition, as_of))


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(lines=facts(), later=facts(), as_of=days)
def test_a_fact_that_became_known_later_changes_no_figure_known_before(
    book: str, lines: list[Line], later: list[Line], as_of: str
) -> None:
    known = [{**line, "received": "2022-07-01"} for line in lines]
    unknown = [{**line, "received": "2022-10-05"} for line in later if line["type"] != "enterprise"]
    definition = okoce.preset(book)
    before = _count(known, definition, as_of, known_at="2022-10-04")
    assert _said(before) == _said(_count(known + unknown, definition, as_of, known_at="2022-10-04"))


# --- more and less ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("book", PRESETS)
@thorough
@given(lines=facts(), more=participations(), as_of=days)
def test_a_further_participation_never_lowers_participants(
    book: str, lines: list[Line], more: Line, as_of: str
) -> None:
    before, after = (_count(sent, book, as_of).participants for sent in (lines, [*lines, more]))
    assert before.value <= after.value
    assert before.low <= after.low
    assert before.high <= after.high


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(lines=facts(), as_of=days)
def test_what_is_certain_is_possible(book: str, lines: list[Line], as_of: str) -> None:
    certain, possible = (
        _count(lines, okoce.with_fields(okoce.preset(book), {"dates": dates}), as_of)
        for dates in ("certain", "possible")
    )
    for measure in [m for m in _asked(certain) if m != "jobs"]:
        assert getattr(certain, measure).value <= getattr(possible, measure).value
    if certain.enterprises.value is not None:
        assert certain.enterprises.value <= possible.enterprises.value


@pytest.mark.parametrize("book", PRESETS)
@thorough
@given(lines=facts(), as_of=days)
def test_the_value_lies_between_low_and_high(book: str, lines: list[Line], as_of: str) -> None:
    figures = _count(lines, book, as_of)
    for measure in MEASURES:
        figure = getattr(figures, measure)
        if figure.value is not None:
            assert figure.value <= figure.high
            # Owners of an enterprise of unknown headcount are in the low end, and in no value (design 4.4).
            owners_alone = figure.unknown and figures.rulebook.jobs and figures.rulebook.jobs.owners != "exclude"
            assert figure.low <= figure.value or (measure == "jobs" and owners_alone)


@thorough
@given(lines=facts(), totals=_TOTALS, as_of=days)
def test_a_number_without_a_list_widens_the_ends_and_leaves_the_value(
    lines: list[Line], totals: list[int], as_of: str
) -> None:
    # With a number alone the low end may pass the value: ten people told of are at least ten, though seven are listed.
    told = [{**_TOLD, "partner": f"T{number}", "value": value} for number, value in enumerate(totals)]
    listed, figure = (_count(sent, "okoce-reach@1", as_of).participants for sent in (lines, lines + told))
    assert figure.value == listed.value
    assert (figure.low, figure.high) == (max(listed.low, *totals), listed.high + sum(totals))


@thorough
@given(lines=facts(), as_of=days)
def test_stricter_definitions_find_no_more_entrepreneurs(lines: list[Line], as_of: str) -> None:
    strict, active, p4 = (
        _count(lines, okoce.preset(name), as_of).entrepreneurs.value
        for name in ("strict-audit@1", "okoce-active@1", "okoce-p4@1")
    )
    assert strict <= active <= p4


# --- parts and wholes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ADDITIVE)
@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(lines=facts(), as_of=days)
def test_shares_of_an_additive_method_sum_to_the_total(book: str, method: str, lines: list[Line], as_of: str) -> None:
    figures = _count(lines, book, as_of)
    weights = WEIGHTS if method == "weighted" else None
    for measure in _asked(figures):
        shares = figures.attribution(measure, method=method, weights=weights)
        assert sum(shares.values(), Fraction(0)) == getattr(figures, measure).value


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(lines=facts(), as_of=days)
def test_full_credit_sums_to_what_was_claimed_and_exclusive_to_no_more_than_the_total(
    book: str, lines: list[Line], as_of: str
) -> None:
    figures = _count(lines, book, as_of)
    assert sum(figures.attribution("participants", method="full").values(), Fraction(0)) == figures.claimed
    assert figures.claimed - figures.overlap == figures.participants.value
    for measure in _asked(figures):
        exclusive = sum(figures.attribution(measure, method="exclusive").values(), Fraction(0))
        assert exclusive <= getattr(figures, measure).value


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(lines=facts(), as_of=days)
def test_shapley_is_the_equal_split(book: str, lines: list[Line], as_of: str) -> None:
    figures = _count(lines, book, as_of)
    for measure in _asked(figures):
        assert figures.attribution(measure, method="shapley") == figures.attribution(measure, method="equal")


def _named(lines: list[Line], key: str, own: str) -> set[str]:
    return {line[key] for line in lines if key in line} | {line["id"] for line in lines if line["type"] == own}


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(lines=facts(), people=people_and_places(), as_of=days)
def test_every_unit_is_counted_or_left_out_for_a_reason(
    book: str, lines: list[Line], people: list[Line], as_of: str
) -> None:
    figures = _count(people + lines, book, as_of)
    persons = len(_named(people + lines, "person", "person"))
    enterprises = len(_named(lines, "enterprise", "enterprise"))
    for measure, units in zip(MEASURES, (persons, persons, enterprises, enterprises), strict=True):
        figure = getattr(figures, measure)
        if figure.state == "counted":
            assert (measure, figure.counted + sum(figure.left_out.values())) == (measure, units)


@pytest.mark.parametrize("book", DEFINITIONS)
@pytest.mark.parametrize("dimensions", [("province",), ("sex",), ("province", "sex")], ids=" and ".join)
@thorough
@given(lines=facts(), people=people_and_places(), as_of=days)
def test_the_parts_of_a_breakdown_sum_to_the_whole(
    dimensions: tuple[str, ...], book: str, lines: list[Line], people: list[Line], as_of: str
) -> None:
    figures = _count(people + lines, book, as_of)
    rows = figures.by(*dimensions)
    for measure in _asked(figures):
        assert sum((Fraction(str(row[measure])) for row in rows), Fraction(0)) == getattr(figures, measure).value


def _elsewhere(lines: list[Line]) -> list[Line]:
    """The same facts of other people and enterprises."""
    return [{k: f"X{v}" if k in {"person", "enterprise", "id"} else v for k, v in line.items()} for line in lines]


@pytest.mark.parametrize("book", DEFINITIONS)
@thorough
@given(here=facts(), there=facts(), as_of=days)
def test_people_who_have_nothing_to_do_with_each_other_can_be_counted_apart_and_added_up(
    book: str, here: list[Line], there: list[Line], as_of: str
) -> None:
    one, other, together = (_count(x, book, as_of) for x in (here, _elsewhere(there), here + _elsewhere(there)))
    for measure in MEASURES:
        parts, whole = [getattr(f, measure) for f in (one, other)], getattr(together, measure)
        if whole.value is not None:
            for end in ("value", "low", "high", "unknown", "counted", "conflicts", "owners"):
                assert getattr(whole, end) == sum(getattr(part, end) for part in parts), end
    for measure in _asked(together):
        shares = [figures.attribution(measure) for figures in (one, other)]
        for partner, share in together.attribution(measure).items():
            assert share == sum(of.get(partner, Fraction(0)) for of in shares)


# --- what a number means ----------------------------------------------------------------------------------------------


@thorough
@given(
    owners=st.integers(1, 6),
    workers=st.integers(0, 9),
    partners=st.lists(st.sampled_from(PARTNERS), min_size=1, max_size=4),
)
def test_jobs_are_the_workers_however_many_owners_and_partners_there_are(
    owners: int, workers: int, partners: list[str]
) -> None:
    # Jobs sit on the enterprise: its workers, once. Each partner reports the same enterprise.
    figures = _count(_shop(owners, [{"partner": p, "full_time": workers} for p in partners], partners), "okoce-p4@1")
    assert (figures.entrepreneurs.value, figures.enterprises.value, figures.jobs.value) == (owners, 1, workers)


def test_two_owners_and_five_workers_are_five_jobs_never_ten() -> None:
    assert _count(_shop(2, [{"partner": "A", "full_time": 5}]), "okoce-p4@1").jobs.value == 5


def _shop(owners: int, reports: list[Line], partners: list[str] | None = None) -> list[Line]:
    lines: list[Line] = [{"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2021-03-01"}]
    for number in range(owners):
        person = f"P{number}"
        took_part = {"type": "participation", "person": person, "date": "2020-01-01", "stage": "trained"}
        lines += [{**took_part, "partner": partner} for partner in partners or ["A", "B"]]
        lines.append({"type": "ownership", "enterprise": "E1", "person": person, "from": "2020-06-01"})
    said = {"type": "headcount", "enterprise": "E1", "date": "2022-06-30", "owners_included": False}
    return lines + [{**said, **report} for report in reports]


@thorough
@given(owners=st.integers(1, 3), others=st.integers(0, 5))
def test_an_unknown_headcount_is_not_nought(owners: int, others: int) -> None:
    # Beside a shop that says nothing stands one with ``others`` workers, so half of the shops are known; with a nought
    # in the place of nothing both are, and the jobs are the same.
    beside = [
        {"type": "ownership", "enterprise": "E2", "person": "P0", "from": "2020-06-01"},
        {"type": "permit", "enterprise": "E2", "kind": "NIB", "issued": "2021-03-01"},
        {"type": "headcount", "enterprise": "E2", "partner": "A", "date": "2022-06-30", "full_time": others},
    ]
    silent = _count(_shop(owners, [{"partner": "A", "total": None}]) + beside, "okoce-p4@1").jobs
    empty = _count(_shop(owners, [{"partner": "A", "total": 0}]) + beside, "okoce-p4@1").jobs
    assert (silent.value, silent.unknown, silent.coverage) == (others, 1, Fraction(1, 2))
    assert (empty.value, empty.unknown, empty.coverage) == (others, 0, 1)


def test_what_no_one_reported_is_unknown_and_what_is_not_asked_has_no_value() -> None:
    shop = _shop(1, [])
    assert (_count(shop, "okoce-p4@1").jobs.value, _count(shop, "okoce-p4@1").jobs.unknown) == (0, 1)
    assert (_count(shop, "okoce-reach@1").jobs.state, _count(shop, "okoce-reach@1").jobs.value) == ("not asked", None)


# --- the same bytes, exactly ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("book", PRESETS)
@thorough
@given(lines=facts(totals=True), people=people_and_places())
def test_the_same_inputs_give_the_same_bytes(book: str, lines: list[Line], people: list[Line]) -> None:
    assert _whole(_count(people + lines, book)) == _whole(_count(people + lines, book))


def _numbers(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list | tuple):
        for item in value:
            yield from _numbers(item)
    else:
        yield value


@pytest.mark.parametrize("book", PRESETS)
@thorough
@given(lines=facts(totals=True))
def test_no_figure_is_a_float(book: str, lines: list[Line]) -> None:
    figures = _count(lines, okoce.preset(book))
    asked = [] if book == CLAIM else _asked(figures)  # a sum of rows is not shared out
    shares = [list(figures.attribution(measure, method="equal").values()) for measure in asked]
    ends = [(figure.low, figure.value, figure.high) for figure in (getattr(figures, measure) for measure in MEASURES)]
    leaving = json.loads(_whole(figures), parse_float=lambda text: pytest.fail(f"{len(text)} signs of a float"))
    assert not [number for number in _numbers([shares, ends, leaving, figures.as_json()]) if isinstance(number, float)]
