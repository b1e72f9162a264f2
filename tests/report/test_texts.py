"""Every problem and every wrong use has its words, in both languages."""

import ast
import string
import tomllib
from typing import get_args

import pytest

from okoce_core.evidence import CODES
from okoce_core.misuse import Misuse
from okoce_core.plugins import PluginState
from okoce_core.report.texts import misuse_text, problem_text, shows_expected
from okoce_core.report.tongue import LANGUAGES, Tongue

from .sources import ROOT, calls, texts

PROBLEMS = tomllib.loads((ROOT / "report" / "problems.toml").read_text("utf-8"))
MISUSE = tomllib.loads((ROOT / "report" / "misuse.toml").read_text("utf-8"))


def test_the_codes_with_texts_are_exactly_the_codes_there_are():
    assert set(PROBLEMS) == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_problem_says_what_is_wrong_and_how_to_mend_it_in_both_languages(code):
    assert set(PROBLEMS[code]) - {"shows_expected"} == {"id", "mend_id", "en", "mend_en"}
    for language in LANGUAGES:
        for text in problem_text(code, language):
            assert 0 < len(text) < 160
            assert text == text.strip()
    assert problem_text(code, "id") != problem_text(code, "en")
    assert isinstance(shows_expected(code), bool)


def codes_in_the_sources():
    """Every code a Misuse is made with; those put together from the state of a plugin are spelled out."""
    found = set()
    for _, call in calls("Misuse"):
        if call.args:
            found.update(texts(call.args[0]))
            if isinstance(call.args[0], ast.JoinedStr):
                found.update(f"plugin-{state}" for state in get_args(PluginState) if state != "ok")
    return found


def test_each_wrong_use_in_the_sources_has_its_sentence_in_both_languages_and_there_are_no_others():
    assert set(MISUSE) == codes_in_the_sources()
    assert all(set(sentences) == set(LANGUAGES) for sentences in MISUSE.values())


def test_each_wrong_use_fills_the_slots_of_its_sentence():
    lacking = []
    for path, call in calls("Misuse"):
        sentence = MISUSE.get(next(iter(texts(call.args[0])), ""), {"id": ""})["id"] if call.args else ""
        given = {keyword.arg for keyword in call.keywords}
        lacking += [path.name for slot in ("asked", "allowed") if f"{{{slot}}}" in sentence and slot not in given]
    assert set(lacking) == {"comparison.py"}  # where nothing is compared, which no command can come to


def test_sentences_about_wrong_use_have_no_slots_but_the_three():
    for sentences in MISUSE.values():
        for sentence in sentences.values():
            assert {slot for _, slot, _, _ in string.Formatter().parse(sentence) if slot is not None} <= {
                "asked", "allowed", "detail",
            }  # fmt: skip


def test_near_matches_follow_the_sentence_in_the_language():
    error = Misuse("unknown-dimension", "no such dimension", asked="provinc", allowed=("province", "sex"))
    assert misuse_text(error, Tongue("id")) == (
        "Tidak ada rincian bernama provinc. Yang ada: province, sex. Maksud Anda province?"
    )
    assert misuse_text(error, Tongue("en")) == (
        "No dimension is named provinc. There are: province, sex. Did you mean province?"
    )


def test_several_near_matches_are_joined_by_or():
    error = Misuse("no-such-path", "no such path", asked="a1.csv", allowed=("a2.csv", "a3.csv"))
    assert misuse_text(error, Tongue("id")).endswith("Maksud Anda a3.csv atau a2.csv?")


def test_a_wrong_use_nobody_wrote_a_sentence_for_says_its_own_english():
    assert misuse_text(Misuse("of-a-plugin", "the plugin's own words"), Tongue("id")) == "the plugin's own words"


def test_a_sentence_with_an_empty_slot_is_not_said():
    error = Misuse("not-compared", "nothing is compared")
    assert misuse_text(error, Tongue("id")) == str(error)


def test_braces_in_what_the_caller_wrote_stay_as_they_are():
    assert "{allowed}" in misuse_text(Misuse("no-such-path", "none", asked="{allowed}"), Tongue("id"))


def test_a_long_list_of_names_is_cut():
    allowed = [f"nama{n}" for n in range(100)]
    assert "nama19" in misuse_text(Misuse("unknown-dimension", "none", asked="zzz", allowed=allowed), Tongue("en"))
    assert "nama20" not in misuse_text(Misuse("unknown-dimension", "none", asked="zzz", allowed=allowed), Tongue("en"))
