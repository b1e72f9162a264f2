"""Each rulebook that ships has a page that says what it says, with an example that runs; the bridge's order is told."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import okoce_core as okoce
from okoce_core.counting.bridging.path import ORDER

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PRESETS = resources.files("okoce_core.rules").joinpath("presets")
ABOUT = ("id", "version", "title", "definition", "source", "valid_from")
IDS = sorted(book.id for book in okoce.presets().values())


def text(page):
    return (DOCS / page).read_text("utf-8")


def of(rulebook):
    return text(f"rulebooks/{rulebook}.md")


def in_the_file(rulebook):
    return tomllib.loads(PRESETS.joinpath(f"{rulebook}.toml").read_text("utf-8"))


def section(page, heading):
    return re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text(page), re.DOTALL | re.MULTILINE)[1]


def cells(table):
    """The rows of all tables of a text, without their heads."""
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines() if row.startswith("|")]
    rules = [n for n, row in enumerate(rows) if set(row[0]) == {"-"}]
    return [row for n, row in enumerate(rows) if n not in rules and n + 1 not in rules]


def test_every_rulebook_has_a_page_and_every_page_a_rulebook():
    assert sorted(page.stem for page in (DOCS / "rulebooks").glob("*.md")) == IDS


@pytest.mark.parametrize("rulebook", IDS)
def test_its_name_titles_definition_source_and_first_day_stand_there_verbatim(rulebook):
    said, page = in_the_file(rulebook), of(rulebook)
    assert page.startswith(f"# {said['id']}@{said['version']}\n\n**{said['title']['id']}** · {said['title']['en']}\n")
    assert all(f"> {said['definition'][language]}\n" in page for language in ("id", "en"))
    assert f"Source: {said['source']}.\n" in page
    assert f"Valid from {said['valid_from']}.\n" in page


@pytest.mark.parametrize("rulebook", IDS)
def test_its_fields_stand_there_as_in_its_file(rulebook):
    block = re.search(r"```toml\n(.*?)```", of(rulebook), re.DOTALL)[1]
    said = in_the_file(rulebook)
    assert tomllib.loads(block) == {field: value for field, value in said.items() if field not in ABOUT}


@pytest.mark.parametrize("rulebook", IDS)
def test_it_says_how_good_its_source_is(rulebook):
    (evidence,) = re.findall(r"^Evidence: (.*)$", of(rulebook), re.MULTILINE)
    marks = {"sourced", "recalled", "design decision", "arithmetic of published figures"}
    assert any(f"*{mark}*" in evidence.lower() for mark in marks)


@pytest.mark.parametrize("rulebook", IDS)
def test_its_worked_example_counts_under_it_and_gives_what_it_says(rulebook, monkeypatch):
    monkeypatch.chdir(ROOT)
    page = DOCS / "rulebooks" / f"{rulebook}.md"
    examples = list(Sybil(parsers=[PythonCodeBlockParser()], path=str(ROOT)).parse(page).examples())
    for example in examples:
        example.evaluate()
    assert any(f'"{rulebook}@' in example.parsed.source for example in examples)


def test_the_tables_list_each_rulebook_once_with_the_question_of_its_page():
    told = {row[0]: row[1] for row in cells(section("rulebooks.md", "Those that ship"))}
    assert told == {f"[`{name}`](rulebooks/{book.id}.md)": question(book.id) for name, book in okoce.presets().items()}


def question(rulebook):
    return of(rulebook).splitlines()[4]


def test_side_by_side_they_say_what_they_say():
    table = section("rulebooks.md", "Side by side")
    fields = re.findall(r"`([^`]+)`", next(line for line in table.splitlines() if line.startswith("| rulebook")))
    told = {row[0]: row[1:] for row in cells(table)}
    assert told == {f"`{name}`": [shown(book, field) for field in fields] for name, book in okoce.presets().items()}


def shown(book, field):
    value = book.fields()[field]
    return str(value) if value is not None else "none" if getattr(book, field.partition(".")[0]) else "–"


def test_every_step_of_a_bridge_is_explained_in_order():
    told = [row[0].strip("`") for row in cells(section("why-figures-differ.md", "The order of the steps"))]
    assert told[-len(ORDER) :] == list(ORDER)
    population = okoce.resolve(okoce.read(DOCS / "examples" / "2022-09"))
    compared = okoce.compare(population, ["okoce-claim@1", "dced-fte@1"], as_of="2022-09-30")
    for measure in ("participants", "entrepreneurs", "enterprises", "jobs"):
        met = [step.name for step in compared.bridge(measure).steps]
        assert met == [name for name in told if name in met]
        assert set(met) <= set(told)


@pytest.mark.parametrize("step", ORDER)
def test_every_field_a_step_changes_is_named_beside_it(step):
    (said,) = [
        row[2] for row in cells(section("why-figures-differ.md", "The order of the steps")) if row[0] == f"`{step}`"
    ]
    fields, _ = ORDER[step]
    assert [field for field in fields if f"`{field}`" not in said] == []
