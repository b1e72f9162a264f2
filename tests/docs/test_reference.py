"""The page of the API has every public name of every face, and no other; the folder plan has every folder."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

FACES = ["okoce_core", "okoce_core.adapter", "okoce_core.values", "okoce_core.scorer", "okoce_core.testing"]
DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "api.md").read_text("utf-8")


def told(face):
    """The names documented under a face, with repetitions."""
    blocks = re.findall(rf"^\.\. currentmodule:: {re.escape(face)}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    return [name for block in blocks for name in re.findall(r"^\.\. (?:auto|py:)\w+:: (\w+)", block, re.MULTILINE)]


@pytest.mark.parametrize("face", FACES)
def test_every_public_name_is_on_the_page_once_and_no_other(face):
    assert sorted(told(face)) == sorted(import_module(face).__all__)


def test_every_face_has_its_part():
    assert set(re.findall(r"currentmodule:: (\S+)", PAGE)) == set(FACES)


def test_the_folder_plan_has_every_folder_and_no_other():
    page = (DOCS / "contributing.md").read_text("utf-8")
    said = re.findall(r"`(\w+)`", " ".join(line.split("|")[1] for line in page.splitlines() if line.startswith("| `")))
    source = DOCS.parent / "src" / "okoce_core"
    assert set(said) - {"scorer"} == {folder.parent.name for folder in source.glob("*/__init__.py")}


def test_the_files_that_a_contributor_is_sent_to_exist():
    page = (DOCS / "contributing.md").read_text("utf-8")
    named = re.findall(r"`((?:src|docs|tests|\.ci)/[\w./-]+)`", page)
    assert named
    assert [name for name in named if not (DOCS.parent / name).exists()] == []
