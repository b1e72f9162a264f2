"""Every name in a comparison and in an explanation has its words, in both languages, and nothing else has."""

import json
import tomllib

import pytest

import okoce_core as okoce
from okoce_core.counting.bridging.joining import TOGETHER
from okoce_core.counting.bridging.path import ORDER
from okoce_core.counting.conflicts import CODES
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import LANGUAGES
from okoce_core.rules.icse18 import STATUSES
from okoce_core.rules.standing import Standing

from .sources import ROOT, calls, texts

WORDS = tomllib.loads((ROOT / "report" / "explanations.toml").read_text("utf-8"))
MEASURES = ("participants", "entrepreneurs", "enterprises", "jobs")
DAY = "2022-09-30"


def headcount(enterprise, date, partner="A", **more):
    return {"type": "headcount", "partner": partner, "enterprise": enterprise, "date": date, **more}


RECORDS = [
    {"type": "header", "format": "okoce-records/1", "ids": "resolved"},
    {"type": "enterprise", "id": "E4", "brand": True},
    {"type": "participation", "partner": "A", "person": "P1", "date": "2021-01-10", "stage": "financed"},
    {"type": "participation", "partner": "A", "person": "P2", "date": "2021-01-10", "stage": "trained"},
    {"type": "participation", "partner": "A", "person": "P3", "date": "2021-01-10", "stage": "trained"},
    {"type": "participation", "partner": "A", "person": "P4", "date": "2021-01-10", "stage": "trained"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2019-01-01"},
    {"type": "ownership", "enterprise": "E2", "person": "P2", "from": "2019-01-01"},
    {"type": "ownership", "enterprise": "E3", "person": "P3", "from": "2019-01-01", "received": "2022-12-01"},
    {"type": "ownership", "enterprise": "E4", "person": "P4", "from": "2019-01-01"},
    {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2021-03-01"},
    {"type": "permit", "enterprise": "E2", "kind": "NIB", "issued": "2020-03-01"},
    headcount("E1", "2022-09-01", full_time=5, revision=3),  # decides
    headcount("E1", "2022-09-01", partner="B", full_time=6),  # contradicts it: the lower is taken
    headcount("E1", "2022-09-01", full_time=4, revision=2),  # superseded
    headcount("E1", "2022-08-01", full_time=3),  # older
    headcount("E1", "2022-07-01", total=None),  # no number
    headcount("E1", "2022-11-01", full_time=9),  # after the day
    headcount("E2", "2019-02-01", full_time=2),  # too old where there is a limit
]
"""Something of everything that an explanation can name."""


@pytest.fixture(scope="module")
def population():
    return okoce.resolve(okoce.read("".join(json.dumps(line) + "\n" for line in RECORDS).encode()))


@pytest.fixture(scope="module")
def compared(population):
    return okoce.compare(population, okoce.presets(), as_of=DAY, known_at="2022-10-15")


def explanations(compared):
    for figures in compared:
        for measure in MEASURES:
            figure = getattr(figures, measure)
            if figure.state == "counted" and figures.rulebook.basis != "rows":
                yield figure.explain()
                yield figures.explain(person="P1")


def test_every_node_of_an_explanation_has_its_words_and_no_word_is_never_said(compared):
    assert {node.what for tree in explanations(compared) for node in tree} == set(WORDS["what"])


def test_every_name_of_a_node_in_the_sources_has_its_words():
    named = [call.args[0] for name in ("Explanation", "Clause") for _, call in calls(name) if call.args]
    named += [keyword.value for _, call in calls("evolve") for keyword in call.keywords if keyword.arg == "what"]
    assert {text for expression in named for text in texts(expression)} <= set(WORDS["what"])


def test_every_step_has_its_sentence_and_no_sentence_is_never_said(compared):
    claimed = {step.name for m in MEASURES for step in compared.bridge(m, "okoce-claim@1", "okoce-p4@1").steps}
    assert claimed | set(ORDER) | {TOGETHER} == set(WORDS["step"])


def test_every_standing_and_every_conflict_has_its_words():
    assert set(WORDS["standing"]) == {standing.name.lower() for standing in Standing}
    assert set(WORDS["conflict"]) == set(CODES)


@pytest.mark.parametrize("table", WORDS)
def test_the_words_are_short_and_in_both_languages(table):
    for name, said in WORDS[table].items():
        assert tuple(said) == LANGUAGES
        for language in LANGUAGES:
            text = explanation_text(table, name, language)
            assert 0 < len(text) < 100
            assert text == text.strip()
            assert not text.endswith(".")
        assert said["id"] != said["en"]


def test_every_further_measure_has_its_words():
    named = {"births", "deaths", "provisional", "alive", "pemula", "mapan", "unknown_class", *STATUSES}
    assert named | {"persons_employed_distinct"} == set(WORDS["further"])
