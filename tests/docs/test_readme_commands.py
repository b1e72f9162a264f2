"""The README's commands are single lines that can be pasted, and what they name is there."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
FIRST = "python3 -m venv .venv && .venv/bin/pip install -q '.[excel]' && .venv/bin/okoce count docs/examples/2022-09"
SECOND = "python3 -m venv .venv && .venv/bin/pip install -q '.[test]' && .venv/bin/python -m pytest"


@pytest.fixture
def okoce():
    (found,) = entry_points(group="console_scripts", name="okoce")
    return found.load()


def test_the_two_commands_stand_in_the_readme_each_as_the_only_line_of_a_block():
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    assert blocks[:2] == [f"{FIRST}\n", f"{SECOND}\n"]


def test_the_extras_they_install_exist():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    asked = re.findall(r"'\.\[(.*?)\]'", README)
    assert asked
    assert set(asked) <= set(extras)


def test_the_paths_and_pages_it_names_exist():
    assert (ROOT / shlex.split(FIRST)[-1]).is_dir()
    links = re.findall(r"\]\(([^):]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_installed_command_counts_the_sample(okoce, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("OKOCE_BAHASA", raising=False)
    words = FIRST.rpartition("&&")[2].split()[1:]
    assert okoce(words) == 0
    printed = capsys.readouterr().out
    assert all(book in printed for book in ("okoce-claim@1", "okoce-reach@1", "okoce-p4@1"))
    assert "Masalah" in printed


def test_the_installed_command_gives_the_figures_derived_by_hand(okoce, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    words = "count docs/examples/2022-09 --identity exact --as-of 2022-09-30 --json --rulebook okoce-p4@1"
    assert okoce(words.split()) == 0
    (figures,) = json.loads(capsys.readouterr().out)["figures"]
    # docs/examples/2022-09/expected.md: 30 certain participants, 16 of them entrepreneurs, 60 jobs
    assert [figures[measure]["value"] for measure in ("participants", "entrepreneurs", "jobs")] == ["30", "16", "60"]


def test_it_says_how_to_read_it_in_english(okoce, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    (line,) = re.findall(r"^\.venv/bin/(okoce --bahasa en .*)$", README, re.MULTILINE)
    assert okoce(line.split()[1:]) == 0
    assert "Problems" in capsys.readouterr().out
