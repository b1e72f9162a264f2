"""Every Python example of the README and the documentation runs and gives what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "partners").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name} {page.stem}")
def test_the_examples_of_a_page_run(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    for example in Sybil(parsers=[PythonCodeBlockParser()], path=str(ROOT)).parse(page).examples():
        example.evaluate()


def test_there_are_examples_to_run():
    parse = Sybil(parsers=[PythonCodeBlockParser()], path=str(ROOT)).parse
    with_examples = {page.stem for page in PAGES if list(parse(page).examples())}
    assert with_examples >= {"README", "tutorial", "records", "rulebooks", "adapters", "privacy"}
