"""Counting by columns gives what the rules say of each unit on its own: the two ways of asking agree everywhere."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting.bytewise.columns import at_least, highest, lowest
from okoce_core.counting.units import units
from okoce_core.rules.entrepreneurs import Asked, owner_standing
from okoce_core.rules.jobs import jobs
from okoce_core.rules.participants import participation_standing
from okoce_core.rules.rulebook import ParticipantRule
from okoce_core.rules.standing import Standing
from tests.counting.records_of_vector import as_bytes
from tests.counting.rulebook_text import rulebook_of_fields
from tests.counting.strategies import DAYS, books, cases, facts

UNITS = [book for book in okoce.presets().values() if book.basis == "units"]
KNOWN = st.sampled_from([None, "2022-07-15", "2022-10-05"])


def people_by_the_rule(standings, rule):
    said, best = standings.population.said["participation"], [Standing.ABSENT] * standings.population.people
    for person, fact in zip(said.subject, said.fact, strict=True):
        best[person] = max(best[person], participation_standing(said.facts[fact], rule, standings.clock))
    return best


def joined_by_the_rule(standings, rule, least):
    said, first = standings.population.said["participation"], dict[int, int]()
    for person, fact in zip(said.subject, said.fact, strict=True):
        told = said.facts[fact]
        if told.date and participation_standing(told, rule, standings.clock) >= least:
            first[person] = min(first.get(person, told.date.first), told.date.first)
    return first


def judged_by_the_rules(standings):
    """Each person, each enterprise, and its jobs, one unit at a time."""
    book, threshold, population = standings.book, standings.threshold, standings.population
    took_part = people_by_the_rule(standings, book.participant)
    sure = joined_by_the_rule(standings, book.participant, threshold)
    joined = joined_by_the_rule(standings, book.participant, Standing.UNDATED) | sure
    rule, gathered = book.entrepreneur, units(population)
    if rule.min_stage:
        reached = people_by_the_rule(standings, ParticipantRule(rule.min_stage))
        took_part = list(map(min, took_part, reached))
    person = list(took_part) if rule.min_stage else [Standing.ABSENT] * population.people
    enterprise, work = [Standing.ABSENT] * population.enterprises, {}
    for row in gathered.rows if rule.test != "none" else []:
        unit = gathered.unit(row.owners, row.permits, row.headcounts, row.life)
        asked, counted = Asked(rule, book.jobs, standings.clock, threshold), []
        for place, owner in enumerate(row.people):
            since = joined.get(owner) if standings.joined is not None else None
            standing = min(owner_standing(unit, place, asked, since), took_part[owner])
            person[owner] = max(person[owner], standing)
            enterprise[row.number] = max(enterprise[row.number], standing)
            counted += [owner] if standing >= threshold else []
        if book.jobs and enterprise[row.number] >= Standing.UNDATED:
            days = [joined[owner] for owner in counted if owner in joined]
            since = min(days, default=None) if standings.joined is not None else None
            work[row.number] = jobs(unit, book.jobs, standings.clock, since, threshold)
    return person, enterprise, work


def agree(lines: list[Any], book: okoce.Rulebook, as_of: str, known_at: str | None) -> None:
    figures = okoce.count(okoce.resolve(okoce.read(as_bytes(lines))), book, as_of=as_of, known_at=known_at)
    standings = figures._standings
    person, enterprise, work = judged_by_the_rules(standings)
    assert list(standings.entrepreneur) == person
    assert list(standings.enterprise) == enterprise
    assert {number: attrs.astuple(held) for number, held in standings.jobs.items()} == {
        number: attrs.astuple(held) for number, held in work.items()
    }


@settings(max_examples=150)
@given(cases())
def test_by_columns_and_one_by_one_are_the_same_under_any_rulebook(case):
    lines, fields, as_of, known_at = case
    agree(lines, rulebook_of_fields(fields), as_of, known_at)


@settings(max_examples=25)
@pytest.mark.parametrize("book", UNITS, ids=lambda book: book.name)
@given(lines=facts(contradictory=True), as_of=st.sampled_from(DAYS), known_at=KNOWN, told=st.data())
def test_by_columns_and_one_by_one_are_the_same_under_every_preset(book, lines, as_of, known_at, told):
    enterprises = sorted({line["enterprise"] for line in lines if "enterprise" in line})
    answers = st.sampled_from([None, True, False])
    more = [
        {"type": "enterprise", "id": ident, "brand": told.draw(answers), "supports_owner": told.draw(answers)}
        for ident in enterprises
    ]
    agree([*lines, *more], book, as_of, known_at)


@given(fields=books(), lines=facts(), test=st.sampled_from(["brand", "self_supporting", "employer"]), known_at=KNOWN)
def test_the_tests_of_an_enterprise_are_the_same_by_columns(fields, lines, test, known_at):
    agree(
        lines,
        rulebook_of_fields({**fields, "entrepreneur.test": test, "entrepreneur.min_stage": None}),
        "2022-09-30",
        known_at,
    )


STANDINGS = st.binary(min_size=1, max_size=20).map(lambda told: bytes(n % len(Standing) for n in told))


@given(st.integers(1, 20).flatmap(lambda n: st.lists(st.binary(min_size=n, max_size=n), min_size=1, max_size=4)))
def test_the_lowest_and_the_highest_of_columns_are_those_of_each_place(drawn):
    columns = [bytes(n % len(Standing) for n in column) for column in drawn]
    assert lowest(*columns) == bytes(map(min, zip(*columns, strict=True)))
    assert highest(*columns) == bytes(map(max, zip(*columns, strict=True)))


@given(STANDINGS, st.sampled_from(Standing))
def test_a_column_says_where_a_standing_is_reached(column, least):
    assert list(at_least(column, least)) == [int(standing >= least) for standing in column]
