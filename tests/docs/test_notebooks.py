"""The notebooks run as plain Python, and their pages hold what they say; CI runs them as notebooks, see .ci/run."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"
SOURCES = sorted(FOLDER.glob("*.py"))
MADE_ANEW = "run: python docs/make_notebooks.py"


def cells(source):
    """The cells after the header, each with its kind and its text as it stands in the page."""
    for part in re.split(r"^# %%", source.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        kind, _, text = part.partition("\n")
        if "[markdown]" in kind:
            yield "markdown", re.sub(r"^# ?", "", text, flags=re.MULTILINE).strip()
        else:
            yield "code", text.strip()


def test_there_are_three():
    assert [source.stem for source in SOURCES] == ["satu-bulan", "semua-definisi", "tumpang-tindih"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_notebook_runs_and_what_it_prints_stands_on_its_page(source, monkeypatch, capsys):
    monkeypatch.chdir(FOLDER)
    runpy.run_path(str(source))
    page = source.with_suffix(".md").read_text("utf-8").splitlines()
    assert [line for line in capsys.readouterr().out.splitlines() if line not in page] == [], MADE_ANEW


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_every_cell_stands_on_the_page_in_order(source):
    page, at = source.with_suffix(".md").read_text("utf-8"), 0
    for kind, text in cells(source):
        written = f"```python\n{text}\n```" if kind == "code" else text
        found = page.find(written, at)
        assert found >= 0, f"{MADE_ANEW}: {text[:60]}"
        at = found + len(written)


def test_the_pages_have_nothing_that_would_hide_what_went_wrong():
    for source in SOURCES:
        assert "Traceback" not in source.with_suffix(".md").read_text("utf-8")
