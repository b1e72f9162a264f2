"""Hypothesis strategies: sets of facts as okoce-records/1, and the rulebooks to count them under.

A set of facts is a list of lines; :func:`as_bytes` makes it a file that :func:`okoce_core.read` takes. What is drawn is
small, and shrinks towards fewer lines, fewer keys, and the plainest names and days.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from hypothesis import strategies as st

from okoce_core.testing.contradictions import contradictions
from okoce_core.testing.entities import enterprises, partners, people
from okoce_core.testing.headcounts import headcounts
from okoce_core.testing.rulebooks import rulebook_fields, rulebook_of_fields, rulebooks
from okoce_core.testing.statements import employments, ownerships, participations, permits, totals
from okoce_core.testing.vocabulary import DAYS, ENTERPRISES, PARTNERS, PEOPLE, Line, line

__all__ = [
    "DAYS", "ENTERPRISES", "PARTNERS", "PEOPLE", "Line", "as_bytes", "contradictions", "days", "employments",
    "enterprises", "facts", "headcounts", "later_facts", "ownerships", "participations", "partners", "people",
    "permits", "rulebook_fields", "rulebook_of_fields", "rulebooks", "totals",
]  # fmt: skip

_HEADER = {"type": "header", "format": "okoce-records/1", "ids": "resolved"}


def as_bytes(lines: Iterable[Mapping[str, Any]]) -> bytes:
    """The lines as a file, header first; their ids are the same in every file."""
    return b"".join(json.dumps(told).encode() + b"\n" for told in (_HEADER, *lines))


def days() -> st.SearchStrategy[str]:
    """A day to count on. Facts are drawn around it."""
    return st.sampled_from(DAYS)


@st.composite
def facts(draw: st.DrawFn, totals: bool = False, undated: bool = True, contradictory: bool = False) -> list[Line]:
    """A set of facts: two to four partners, up to five people and three enterprises, in any order.

    Args:
        draw: Given by hypothesis.
        totals: Some partners may give only a number.
        undated: Participations may be without a date.
        contradictory: One or two contradictions are among the facts (:func:`contradictions`).
    """
    listing = PARTNERS[: draw(st.integers(2, 4))]
    persons = PEOPLE[: draw(st.integers(1, 5))]
    owned = ENTERPRISES[: draw(st.sampled_from([1, 1, 2, 3, 0]))]
    lines = [draw(participations([person], listing, undated)) for person in persons]
    lines += draw(st.lists(participations(persons, listing, undated), max_size=4))
    for enterprise in owned:
        lines += draw(_business(enterprise, persons))
    if draw(st.integers(0, 2)) == 2:
        lines += [told for partner in listing for told in draw(partners(partner))]
    if draw(st.booleans()):
        lines += [told for person in persons for told in draw(people(person))]
    if totals and draw(st.integers(0, 3)) == 0:
        lines += draw(_totals())
    if contradictory:
        lines += draw(contradictions(persons, owned or ENTERPRISES[:1]))
    return draw(st.permutations(lines))


_totals = totals  # ``facts`` has an argument of that name


@st.composite
def _business(draw: st.DrawFn, enterprise: str, persons: list[str]) -> list[Line]:
    """An enterprise, its owners, permits and headcounts, and perhaps a worker by name."""
    lines = draw(enterprises(enterprise)) + draw(ownerships(enterprise, persons))
    lines += draw(st.lists(permits(enterprise), min_size=1, max_size=3))
    lines += draw(headcounts(enterprise))
    if draw(st.integers(0, 4)) == 4:
        lines.append(draw(employments(enterprise, persons)))
    return lines


@st.composite
def later_facts(draw: st.DrawFn) -> list[Line]:
    """Facts about the same people and enterprises, dated after every day of :data:`DAYS`."""
    return draw(st.lists(_later_fact(), min_size=1, max_size=4))


@st.composite
def _later_fact(draw: st.DrawFn) -> Line:
    when = draw(st.sampled_from(["2023-01-01", "2023-02", "2024"]))
    person, enterprise = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(ENTERPRISES))
    heads = draw(st.integers(0, 9))
    told = [
        line("participation", partner="A", person=person, date=when, stage="financed"),
        line("ownership", enterprise=enterprise, person=person, **{"from": when}),
        line("permit", enterprise=enterprise, kind="NIB", issued=when),
        line("headcount", partner="A", enterprise=enterprise, date=when, full_time=heads, owners_included=False),
    ]
    return draw(st.sampled_from(told))
