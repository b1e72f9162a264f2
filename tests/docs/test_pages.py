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
from okoce_core.adapter import FIELDS, Adapter
from okoce_core.cli import main
from okoce_core.cli.parser import COMMANDS
from okoce_core.evidence import CODES
from okoce_core.model.records import LINES, keys
from okoce_core.plugins import hookspecs
from okoce_core.report.figures_json import document, reading_document
from okoce_core.rules.standing import Standing

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


def test_every_problem_code_stands_on_its_page_once():
    assert sorted(first_cells((DOCS / "problems.md").read_text("utf-8"))) == sorted(CODES)


def test_every_field_a_column_may_feed_is_explained():
    assert first_cells(section("adapters.md", "The fields a column may feed")) == list(FIELDS)


def test_every_field_of_an_adapter_is_explained():
    assert sorted(first_cells(section("adapters.md", "The adapter's fields"))) == sorted(
        f.name for f in attrs.fields(Adapter)
    )


def test_the_hook_stands_in_the_docs_with_its_exact_signature():
    hook = hookspecs.okoce_adapters
    assert f"`{hook.__name__}{inspect.signature(hook)}`".replace("'", "") in section("adapters.md", "Shipping it")


def test_the_packaging_example_declares_the_entry_point_group():
    block = re.search(r"```toml\n(.*?)```", (DOCS / "adapters.md").read_text("utf-8"), re.DOTALL)
    assert "okoce.adapters" in tomllib.loads(block[1])["project"]["entry-points"]


def test_every_field_of_a_rulebook_is_explained_in_order():
    assert first_cells(section("rulebooks.md", "The fields")) == list(okoce.preset("okoce-p4@1").fields())


def test_the_table_of_presets_says_what_the_presets_say():
    rows = {
        cells[1].strip(" `"): [cell.strip() for cell in cells[2:5]]
        for line in section("rulebooks.md", "Those that ship").splitlines()
        if (cells := line.split("|"))[0:1] == [""] and len(cells) > 4
    }
    names = [name.strip("`") for name in rows.pop("field")]
    assert sorted(names) == sorted(okoce.presets())
    for place, name in enumerate(names):
        said = {field: row[place] for field, row in rows.items() if field not in {"question", "---"}}
        assert said == {
            field: shown(value, field, okoce.preset(name)) for field, value in okoce.preset(name).fields().items()
        }


def shown(value, field, book):
    if value is None:
        asked = getattr(book, field.split(".")[0]) if "." in field else None
        return "none" if asked else "–"
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_every_allowed_value_of_a_rulebook_is_named():
    text = section("rulebooks.md", "The fields")
    for row in (line for line in text.splitlines() if line.startswith("| `")):
        field, values = (re.findall(r"`([^`]+)`", cell) for cell in row.split("|")[1:3])
        if field[0] in {"basis", "jobs.max_age_months"}:
            continue
        for value in values:
            given = {"true": True, "false": False}.get(value, value)
            if "list of" in row:
                given = [given]
            changed = okoce.with_fields(okoce.preset("okoce-p4@1"), {field[0]: given})
            assert field[0] in changed.set


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
        return {key for inner in value for key in keys_of(inner)}
    if not isinstance(value, dict):
        return set()
    inside = {key for name, inner in value.items() if name not in open_ended for key in keys_of(inner)}
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
    assert main(["--bahasa", "id", "count", "docs/examples/2022-09", "--as-of", "2022-09-30"]) == 0
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    shown = re.findall(r"```text\n(.*?)```", (DOCS / "tutorial.md").read_text("utf-8"), re.DOTALL)
    assert [line for block in shown for line in block.splitlines() if line.rstrip() not in printed] == []
