"""Each link and each pair that is none says why, in levels of agreement and weights that add up."""

import json
import random

import pytest

import okoce_core as okoce
from okoce_core.identity.decisions import Decision, Decisions
from okoce_core.identity.entries import Entries
from okoce_core.identity.entry_names import entry_names
from okoce_core.identity.explaining import STANDINGS, explain_link, explain_links
from okoce_core.identity.full.comparing import FIELDS, LEVELS, Comparer, switches
from okoce_core.identity.full.further import FURTHER
from okoce_core.identity.full.learning import prior
from okoce_core.identity.full.numbers import RELATIONS
from okoce_core.identity.full.weighing import weighed
from okoce_core.misuse import Misuse
from okoce_core.report.link_page import link_page
from okoce_core.report.link_words import words
from okoce_core.report.tables import render
from okoce_core.report.tongue import Tongue

from .test_full import HEAD, TWO_NIKS, lists, population, shown_of

SARI = {"r": 1, "partner": "A", "name": "Sari Wangi", "born": "1990-07-01", "email": "sari@example.org"}


def between(found, a=0, b=1, **more):
    """The explanation of the pair of the first persons of two files; their rows are all line 2."""
    files = [file.source.name for file in found.reading.files]
    return explain_link(found, (files[a], 2), (files[b], 2), **more)


def told(explained):
    return {said.field: said.level for said in explained.evidence}


def test_a_link_says_what_agrees_and_its_weights_add_up_to_the_odds():
    explained = between(population(SARI, {**SARI, "r": 2, "partner": "B"}))
    assert explained.standing == "made"
    assert told(explained) == {
        "name": "same", "born": "same", "email": "same", "list": "other", "sex": "unknown", "region": "unknown",
        "phone": "unknown", "business": "unknown", "nib": "unknown", "nik": "unknown", "address": "unknown",
            "membership": "unknown",
    }  # fmt: skip
    assert explained.odds == pytest.approx(explained.base + sum(said.weight for said in explained.evidence))
    assert explained.probability > 0.5


def test_what_is_unknown_weighs_nothing():
    for said in between(population(SARI, {**SARI, "r": 2, "partner": "B"})).evidence:
        if said.level == "unknown":
            assert said.weight == 0


def test_both_ways_round_it_is_the_same():
    found = population(SARI, {**SARI, "r": 2, "partner": "B"})
    assert between(found, 0, 1).evidence == between(found, 1, 0).evidence


PHONE = {"phone": "0800-1111-003"}


@pytest.mark.parametrize(
    ("records", "standing"),
    [
        ([{**TWO_NIKS[0], **PHONE}, {**TWO_NIKS[1], **PHONE}], "refused"),
        ([SARI, {"r": 2, "partner": "B", "name": "Bambang Tirta", "born": "1961-03-05"}], "never"),
        # one serial after the other, and another name: twins
        ([{**SARI, "nik": "9901014107909001"},
          {**SARI, "r": 2, "partner": "B", "name": "Dewi Lestari", "nik": "9901014107909002"}], "siblings"),
    ],
)  # fmt: skip
def test_each_standing_of_two_people(records, standing):
    found = population(*records)
    assert found.people == 2
    assert between(found).standing == standing


def test_two_rows_that_a_third_brought_together_say_so():
    # Three rows take two links; the third pair is one person through others.
    found = population(SARI, {**SARI, "r": 2, "partner": "B"}, {**SARI, "r": 3, "partner": "C"})
    assert found.people == 1
    standings = sorted(between(found, a, b).standing for a, b in ((0, 1), (0, 2), (1, 2)))
    assert standings == ["made", "made", "through-others"]


@pytest.mark.parametrize(("answer", "standing"), [("same", "decided-same"), ("different", "decided-different")])
def test_what_was_decided_is_the_reason(answer, standing):
    reading = okoce.read(*lists(SARI, {**SARI, "r": 2, "partner": "B"}))
    names = entry_names(Entries.compared(reading).files, None)
    found = okoce.resolve(reading, decisions=Decisions((Decision.of(*names, answer),)))
    assert between(found).standing == standing


def test_no_personal_value_is_in_it_unless_it_is_asked_for():
    found = population({**SARI, **PHONE}, {**SARI, **PHONE, "r": 2, "partner": "B"})
    hidden = between(found)
    said = repr(hidden) + json.dumps(hidden.as_json()) + render(link_page(hidden, Tongue("id")))
    assert not any(value in said for value in ("Sari", "1990-07-01", "sari@example.org", "8001111003"))
    shown = between(found, revealed=True)
    assert {e.field: e.values for e in shown.evidence}["name"] == ("Sari Wangi", "Sari Wangi")
    page = render(link_page(shown, Tongue("id")))
    assert "Sari Wangi" in page
    assert "Sari" not in repr(shown)


def test_what_a_business_is_called_is_read_again_too():
    head = json.dumps(HEAD)
    file = [
        {"type": "person", "id": "P1", "name": "Sari Wangi"},
        {"type": "enterprise", "id": "E1", "name": "Kedai Rekaan"},
        {"type": "ownership", "enterprise": "E1", "person": "P1"},
    ]  # fmt: skip
    entries = Entries.compared(okoce.read("\n".join([head, *map(json.dumps, file)]).encode()))
    assert entries.value(0, "business") == "Kedai Rekaan"
    assert (entries.value(0, "nib"), entries.value(0, "phone"), entries.value(0, "list")) == ("", "", "")


def test_several_pairs_are_explained_in_one_go():
    found = population(SARI, {**SARI, "r": 2, "partner": "B"}, {**SARI, "r": 3, "partner": "C"})
    a, b, c = ((file.source.name, 2) for file in found.reading.files)
    assert [e.standing for e in explain_links(found, [(a, b), (a, c)])] == [between(found).standing, "made"]


@pytest.mark.parametrize(
    ("identity", "row", "code"),
    [("exact", 2, "link-needs-full"), ("full", 9, "no-such-unit"), ("full", 2, "link-of-one")],
)
def test_wrong_questions_are_misuse(identity, row, code):
    found = okoce.resolve(okoce.read(*lists(SARI)), identity=identity)
    name = found.reading.files[0].source.name
    with pytest.raises(Misuse) as error:
        explain_link(found, (name, 2), (name, "", row))
    assert error.value.code == code


# --- the weights ------------------------------------------------------------------------------------------------------


def test_the_fields_add_up_to_the_odds_which_are_the_score_of_the_switches():
    chance = random.Random(3)
    names = ["Sari Wangi", "Sari", "S. Wangi", "Wangi", "Dewi Lestari", None]
    some = [
        {
            "name": chance.choice(names), "born": chance.choice([None, "1990-07-01", "1990-01-07", "1985-12-15"]),
            "phone": chance.choice([None, "0800-1111-001", "0800-1111-002"]), "sex": chance.choice("FM"),
            "email": chance.choice([None, "a@example.org"]), "region": chance.choice([None, "32.71", "31.75"]),
        }
        for _ in range(40)
    ]  # fmt: skip
    comparer = Comparer(shown_of(*some))
    for a in range(40):
        for b in range(a):
            of = comparer.levels(a, b)
            base, weights = weighed(prior(), of)
            assert base + sum(weights.values()) == pytest.approx(prior().odds(of))
            assert prior().odds(of) == pytest.approx(prior().score(switches(of)))


def test_nothing_known_weighs_nothing():
    assert set(weighed(prior(), (0,) * len(FIELDS))[1].values()) == {0.0}


# --- the words --------------------------------------------------------------------------------------------------------


def test_every_level_relation_and_standing_has_words_in_both_languages():
    levels = {**LEVELS, **FURTHER, "household": ("other names",)}
    assert {level for known in levels.values() for level in known} == set(words("level"))
    assert {"unknown", *RELATIONS} == set(words("nik"))
    assert set(STANDINGS) == set(words("standing")) == set(words("why"))
    for table in ("field", "level", "nik", "standing", "why", "change", "answer", "heading", "state"):
        assert all(set(said) == {"id", "en"} and all(said.values()) for said in words(table).values())
