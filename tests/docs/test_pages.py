"""The reference pages are complete: what the library knows stands in them, and nothing else."""

from __future__ import annotations

import inspect
import json
import re
import runpy
import tomllib
from pathlib import Path

import attrs
import pytest

import okoce_core as okoce
from okoce_core.adapter import FIELDS, KINDS, Adapter
from okoce_core.adapter.keys import COLUMN, FORM, SKIP
from okoce_core.cli import main
from okoce_core.cli.parser import COMMANDS
from okoce_core.evidence import CODES
from okoce_core.model.records import LINES, keys
from okoce_core.plugins import hookspecs
from okoce_core.report.figures_json import document, reading_document
from okoce_core.rules.fields import FIELDS as FIELDS_OF_A_RULEBOOK
from okoce_core.rules.fields import OPTIONAL
from okoce_core.rules.standing import Standing
from okoce_core.scorer import Entries

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def section(page: str, heading: str) -> str:
    text = (DOCS / page).read_text("utf-8")
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert found, heading
    return found[1]


def first_cells(text: str) -> list[str]:
    """What stands in code marks in the first cell of each row of the tables."""
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    return [name for row in rows for name in re.findall(r"`([^`]+)`", re.split(r"(?<!\\)\|", row)[1])]


def test_the_page_of_problems_is_what_its_script_writes():
    page = runpy.run_path(str(DOCS / "make_problems.py"))["page"]
    assert (DOCS / "problems.md").read_text("utf-8") == page(), "run: python docs/make_problems.py"


def test_the_indonesian_of_the_page_of_problems_is_what_its_script_writes():
    catalogue = runpy.run_path(str(DOCS / "make_problems.py"))["catalogue"]
    written = (DOCS / "locale/id/LC_MESSAGES/problems.po").read_text("utf-8")
    assert written == catalogue(), "run: python docs/make_problems.py"


def test_the_page_of_wrong_use_is_what_its_script_writes_in_both_languages():
    script = runpy.run_path(str(DOCS / "make_misuse.py"))
    assert (DOCS / "misuse.md").read_text("utf-8") == script["page"](), "run: python docs/make_misuse.py"
    written = (DOCS / "locale/id/LC_MESSAGES/misuse.po").read_text("utf-8")
    assert written == script["catalogue"](), "run: python docs/make_misuse.py"


def test_every_code_of_wrong_use_stands_on_its_page_once():
    told = tomllib.loads((ROOT / "src/okoce_core/report/misuse.toml").read_text("utf-8"))
    assert first_cells((DOCS / "misuse.md").read_text("utf-8")) == list(told)


def test_every_problem_code_has_its_paragraph_once_under_a_heading_that_can_be_linked_to():
    said = re.findall(r"^### `([a-z-]+)`$", (DOCS / "problems.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(said) == sorted(CODES)


def test_every_reason_and_cost_of_a_problem_is_used():
    reasons = tomllib.loads((DOCS / "problem_reasons.toml").read_text("utf-8"))
    shared = reasons.pop("costs")
    assert set(reasons) - {"page"} == set(CODES)
    assert {about["costs"] for about in reasons.values() if isinstance(about["costs"], str)} == set(shared)


def test_every_field_a_column_may_feed_is_explained():
    assert first_cells(section("adapters.md", "The fields a column may feed")) == list(FIELDS)


def test_every_field_of_an_adapter_is_explained():
    assert sorted(first_cells(section("adapters.md", "The adapter's fields"))) == sorted(
        f.name for f in attrs.fields(Adapter)
    )


@pytest.mark.parametrize(
    ("name", "page", "heading"),
    [("okoce_adapters", "adapters.md", "Shipping it"), ("okoce_scorers", "scorers.md", "Shipping one")],
)
def test_each_hook_stands_in_the_docs_with_its_exact_signature(name, page, heading):
    hook = getattr(hookspecs, name)
    assert f"`{hook.__name__}{inspect.signature(hook)}`".replace("'", "") in section(page, heading)


def test_no_hook_is_left_out_of_the_docs():
    assert hookspecs.__all__ == ["okoce_adapters", "okoce_scorers"]


def test_what_a_scorer_sees_is_explained():
    assert first_cells(section("scorers.md", "What a scorer sees")) == [f.name for f in attrs.fields(Entries)]


def test_the_packaging_example_declares_the_entry_point_group():
    block = re.search(r"```toml\n(.*?)```", (DOCS / "adapters.md").read_text("utf-8"), re.DOTALL)
    assert "okoce.adapters" in tomllib.loads(block[1])["project"]["entry-points"]


def test_every_field_of_a_rulebook_is_explained_in_order():
    assert first_cells(section("rulebooks.md", "The fields")) == list(okoce.preset("okoce-p4@1").fields())


def test_the_fields_that_may_be_left_out_are_named():
    (sentence,) = re.findall(r"^(.*) may be left out", section("rulebooks.md", "The fields"), re.MULTILINE)
    assert set(re.findall(r"`([^`]+)`", sentence)) == OPTIONAL


def test_every_allowed_value_of_a_rulebook_is_named_and_no_other():
    rows = [line.split("|") for line in section("rulebooks.md", "The fields").splitlines() if line.startswith("| `")]
    told = {row[1].strip(" `"): re.findall(r"`([^`]+)`", row[2]) for row in rows}
    without_choices = {"entrepreneur.min_stage", "jobs.max_age_months", "rates.entrepreneurs", "rates.jobs"}
    assert {field: said for field, said in told.items() if field not in without_choices} == {
        field: allowed(field) for field in told if field not in without_choices
    }


def allowed(field):
    """What the error for a wrong value says would do."""
    wrong = ["?"] if field in {"further", "entrepreneur.permits", "jobs.classes"} else "?"
    with pytest.raises(okoce.Misuse) as told:
        FIELDS_OF_A_RULEBOOK[field](field, wrong)
    return [value.lower() if value in {"True", "False"} else value for value in told.value.allowed]


@pytest.mark.parametrize("kind", LINES)
def test_every_key_of_a_line_is_explained(kind):
    everywhere = {"observed", "received", "revision"}
    said = set(first_cells(section("records.md", kind)))
    known = {*keys(kind), *LINES[kind].subjects}
    assert said - everywhere == known - everywhere


def test_the_example_of_records_is_read_whole():
    block = re.search(r"```json-lines\n(.*?)```", (DOCS / "records.md").read_text("utf-8"), re.DOTALL)
    reading = okoce.read(block[1].encode())
    assert list(reading.problems) == []
    assert {json.loads(line)["type"] for line in block[1].splitlines()} == {"header", *LINES}


def keys_of(value, open_ended=frozenset({"left_out", "attribution", "set"})):
    if isinstance(value, list):
        return {key for inner in value for key in keys_of(inner, open_ended)}
    if not isinstance(value, dict):
        return set()
    inside = {key for name, inner in value.items() if name not in open_ended for key in keys_of(inner, open_ended)}
    return {*value, *inside}


def test_every_key_of_the_json_is_explained():
    reading = okoce.read(DOCS / "examples" / "2022-09")
    changed = okoce.with_fields(okoce.preset("okoce-p4@1"), {"jobs.owners": "per_enterprise"})
    figures = okoce.compare(okoce.resolve(reading), [changed], as_of="2022-09-30")
    whole = document(figures, reading, by=("province", "regency", "district", "sex"), methods=("equal",))
    text = (DOCS / "cli.md").read_text("utf-8")
    unsaid = {
        key
        for key in keys_of(whole) | keys_of(reading_document(reading))
        if f"`{key}`" not in text and f'"{key}"' not in text
    }
    assert unsaid - {"participants", "enterprises"} == set()


@pytest.mark.parametrize(("command", "more"), [("compare", ["--split"]), ("explain", ["--rulebook", "okoce-p4@1"])])
def test_every_key_of_a_comparison_and_of_an_explanation_is_explained(capsys, command, more):
    assert main([command, str(DOCS / "examples" / "2022-09"), "--as-of", "2022-09-30", "--json", *more]) == 0
    said = json.loads(capsys.readouterr().out)
    text = (DOCS / "cli.md").read_text("utf-8")
    assert said["format"] in text
    open_ended = frozenset({"figures", "bridge", "left_out", "fields", "shares"})
    measures = list(said.get("bridge", {}).values())
    assert {key for key in keys_of([said, *measures], open_ended) if f"`{key}`" not in text} == set()


@pytest.mark.parametrize(
    ("table", "page"), [("what", "explain"), ("standing", "explain"), ("step", "why-figures-differ")]
)
def test_every_name_of_a_step_and_of_a_node_is_explained(table, page):
    words = tomllib.loads((ROOT / "src/okoce_core/report/explanations.toml").read_text("utf-8"))
    said = first_cells((DOCS / f"{page}.md").read_text("utf-8"))
    measures = {"participants", "entrepreneurs", "enterprises", "jobs"}
    assert set(words[table]) - set(said) - measures == set()


def test_every_reason_for_leaving_out_is_named():
    text = (DOCS / "cli.md").read_text("utf-8")
    assert all(f"`{standing.name.lower()}`" in text for standing in Standing if standing < Standing.CERTAIN)


def test_every_command_and_option_is_explained(capsys):
    text = (DOCS / "cli.md").read_text("utf-8")
    for command, verbs in COMMANDS.items():
        for words in [[command, verb] for verb in verbs] or [[command]]:
            assert "okoce " + " ".join(words) in text
            assert main(["--bahasa", "en", *words, "--help"]) == 0
            options = set(re.findall(r"--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help"}
            assert [option for option in sorted(options) if f"`{option}" not in text] == []


def test_the_tutorial_shows_what_the_command_prints(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    words = "--bahasa id count docs/examples/2022-09 --identity exact --as-of 2022-09-30"
    assert main(words.split()) == 0
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    shown = re.findall(r"```text\n(.*?)```", (DOCS / "tutorial.md").read_text("utf-8"), re.DOTALL)
    assert [line for block in shown for line in block.splitlines() if line.rstrip() not in printed] == []


def test_every_way_of_reading_a_cell_is_named_where_mappings_are_explained():
    (sentence,) = re.findall(
        r"^Kinds: (.*?)\. A kind must", section("mappings.md", "A column"), re.DOTALL | re.MULTILINE
    )
    assert re.findall(r"`([a-z_]+)`", sentence) == list(KINDS)


@pytest.mark.parametrize(
    ("heading", "known"), [("Keys of the form", FORM), ("A column", COLUMN), ("Rows to leave out", SKIP)]
)
def test_every_key_of_a_mapping_is_explained(heading, known):
    said = {name for name in first_cells(section("mappings.md", heading)) if not name.startswith("[")}
    assert said == set(known) - {"column"}  # that of [[skip]] is told in the sentence above its table
