"""What the pages show of a command's output is what the command prints, line by line and in order."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path

import pytest

from okoce_core.cli import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
TRANSLATED = runpy.run_path(str(DOCS / "make_catalogues.py"))["translations"]


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_page_about_explaining_shows_what_the_command_prints_in_both_languages(language, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    page = (DOCS / "explain.md").read_text("utf-8")
    said = TRANSLATED(DOCS / "locale/id/LC_MESSAGES/explain.po") if language == "id" else {}
    printed = ""
    for kind, block in re.findall(r"^```(console|text)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
        if kind == "console":
            assert main(["--bahasa", language, *shlex.split(block.removeprefix("$ okoce "))]) == 0
            printed = capsys.readouterr().out
        else:
            assert said.get(block, block) in printed
    assert printed
