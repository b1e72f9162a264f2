"""What the pages show of a command's output is what the command prints, line by line and in order."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from okoce_core.cli import main

ROOT = Path(__file__).parents[2]


def test_the_page_about_explaining_shows_what_the_command_prints(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "explain.md").read_text("utf-8")
    printed = ""
    for kind, block in re.findall(r"^```(console|text)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
        if kind == "console":
            assert main(shlex.split(block.removeprefix("$ okoce "))) == 0
            printed = capsys.readouterr().out
        else:
            assert block in printed
    assert printed
