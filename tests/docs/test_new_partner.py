"""The tutorial about a first partner is true: its commands are run as they stand, and print what the page shows."""

from __future__ import annotations

import re
import runpy
import shlex
import shutil
from pathlib import Path

import pytest

from okoce_core.cli import main

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "new-adapter.md").read_text("utf-8")
SAMPLE = DOCS / "examples" / "new-partner" / "sahabat-2022-09.csv"
TRANSLATED = runpy.run_path(str(DOCS / "make_catalogues.py"))["translations"]
IN_TEN_MINUTES = PAGE.partition("\n## To install and share it")[0]
BLOCKS = re.findall(r"^```(console|text|toml)\n(.*?)^```$", IN_TEN_MINUTES, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("language", ["en", "id"])
def test_from_an_unknown_file_to_a_checked_mapping_and_a_figure(language, capsys, monkeypatch, tmp_path):
    said = TRANSLATED(DOCS / "locale/id/LC_MESSAGES/new-adapter.po") if language == "id" else {}
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLE, tmp_path)
    mapping = tmp_path / "sahabat/src/okoce_sahabat/sahabat.toml"
    statuses, printed = [], ""
    for kind, block in BLOCKS:
        if kind == "console":
            statuses.append(main(["--bahasa", language, *shlex.split(block.removeprefix("$ okoce "))]))
            printed = capsys.readouterr().out
        elif kind == "text":
            assert said.get(block, block) in printed
        elif block.startswith("#"):
            assert block in mapping.read_text("utf-8")
        else:
            mapping.write_text(block, encoding="utf-8")
    assert statuses == [3, 0, 0, 0, 0]  # nothing could be read before the mapping was there


def test_its_minutes_are_ten():
    assert sum(int(minutes) for minutes in re.findall(r"^## .*\((\d+) minutes?\)$", PAGE, re.MULTILINE)) == 10


def test_the_people_of_its_file_are_invented():
    phones = re.findall(r"\b(?:0|62 )800\b", SAMPLE.read_text("utf-8"))
    assert len(phones) == 4  # of five rows; the fifth number is damaged
