"""The page of the kit holds every check with the paragraph that its docstring makes, in the order they are run."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

from okoce_core.testing.kit import CHECKS

PAGE = (Path(__file__).parents[2] / "docs" / "conformance.md").read_text("utf-8")


def test_every_check_stands_on_the_page_with_what_its_docstring_says():
    said = dict(re.findall(r"^### `(\w+)`\n\n(.+)\n", PAGE, re.MULTILINE))
    assert said == {check.name: check.text for check in CHECKS}
    assert list(said) == [check.name for check in CHECKS]


def test_the_checks_stand_under_the_headings_of_their_groups():
    groups = [group for group, _ in groupby(CHECKS, key=lambda check: check.group)]
    headings = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    assert headings[-len(groups) :] == [group[0].upper() + group[1:] for group in groups]


def test_the_page_says_how_many_checks_there_are():
    assert f"`{len(CHECKS)} checks, 0 waived, 4 not applicable`" in PAGE
