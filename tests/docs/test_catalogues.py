"""A page is translated whole or not at all, and a translation loses no code, link or address."""

from __future__ import annotations

import importlib.util
import re
import runpy
from pathlib import Path

import pytest

from okoce_core.cli import main

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SCRIPT = runpy.run_path(str(DOCS / "make_catalogues.py"))
ALL = list(SCRIPT["catalogues"]())
NAMES = [f"{page} {language}" for language, page, _ in ALL]
MUST = {
    *(("en", page) for page in ("index", "tutorial")),
    *(("id", page) for page in ("new-adapter", "problems", "misuse", "manifest", "mappings", "review", "overlap")),
    *(("id", page) for page in ("privacy", "disclosure", "why-figures-differ", "unknown-is-not-nought", "explain")),
    *(("id", f"partners/{page.stem}") for page in (DOCS / "partners").glob("*.md")),
}
"""Pages that no one should have to read in the other language."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory):
    folder = tmp_path_factory.mktemp("templates")
    SCRIPT["extract"](folder)
    return folder


def test_the_pages_a_newcomer_needs_are_in_both_languages():
    assert MUST - {(language, page) for language, page, _ in ALL} == set()


def test_no_page_is_translated_into_both_languages():
    pages = [page for _, page, _ in ALL]
    assert sorted(pages) == sorted(set(pages))


@pytest.mark.skipif(not importlib.util.find_spec("myst_parser"), reason="needs the extra docs")
@pytest.mark.parametrize(("page", "path"), [(page, path) for _, page, path in ALL], ids=NAMES)
def test_a_catalogue_has_the_messages_its_page_has_now(templates, page, path):
    assert list(SCRIPT["translations"](path)) == SCRIPT["messages"](templates, page), "run docs/make_catalogues.py"


@pytest.mark.parametrize("path", [path for *_, path in ALL], ids=NAMES)
def test_every_message_of_a_catalogue_is_translated(path):
    assert [text for text, said in SCRIPT["translations"](path).items() if not said] == []


@pytest.mark.parametrize("path", [path for *_, path in ALL], ids=NAMES)
def test_a_translation_keeps_code_links_and_addresses(path):
    pairs = SCRIPT["translations"](path).items()
    assert {text: lost for text, said in pairs if (lost := SCRIPT["lost"](text, said))} == {}


def test_a_lost_link_or_code_is_noticed():
    lost = SCRIPT["lost"]
    assert lost("see {doc}`overlap` and `a b`", "lihat {doc}`overlap` dan `a b`") == set()
    assert lost("see {doc}`the page <overlap>`", "lihat {doc}`halamannya <overlap>`") == set()
    assert lost("see {doc}`overlap`", "lihat `overlap`") != set()
    assert lost("[here](https://a.id/b)", "[di sini](https://a.id/c)") != set()
    assert lost("run `okoce read`", "jalankan `okoce baca`") == {"`okoce read`", "`okoce baca`"}


def test_what_is_all_code_is_not_to_be_translated():
    has_words = SCRIPT["has_words"]
    assert not has_words("`okoce count PATH...`")
    assert not has_words("{doc}`overlap`, `--json`")
    assert has_words("{doc}`overlap`: two lists")


def test_the_english_tutorial_shows_what_the_command_prints(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert (
        main(["--bahasa", "en", "count", "docs/examples/2022-09", "--identity", "exact", "--as-of", "2022-09-30"]) == 0
    )
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    fences = re.findall(r"```text\n(.*?)```", (DOCS / "tutorial.md").read_text("utf-8"), re.DOTALL)
    said = SCRIPT["translations"](DOCS / "locale/en/LC_MESSAGES/tutorial.po")
    assert [line for fence in fences for line in said[fence].splitlines() if line.rstrip() not in printed] == []
