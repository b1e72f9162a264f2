"""The tutorial's report and replies: the commands run as they stand, and the files it names come of them."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from okoce_core.cli import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8")


@pytest.mark.parametrize(("command", "out"), [("report", "laporan"), ("reply", "balasan/hipmi-bandung")])
def test_a_command_of_the_tutorial_writes_the_files_it_names(command, out, capsys, monkeypatch, tmp_path):
    (line,) = re.findall(rf"^\$ \.venv/bin/okoce ({command} .*)$", PAGE, re.MULTILINE)
    after = PAGE.partition(line)[2].partition("\n## ")[0]
    named = {Path(name).name for name in re.findall(r"`([\w./-]+\.(?:html|xlsx|csv|txt))`", after)}
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    assert main(shlex.split(line)) == 0
    assert named
    assert named <= {path.name for path in (tmp_path / out).iterdir()}
