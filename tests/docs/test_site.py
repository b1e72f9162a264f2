"""The documentation is built in both languages without a warning, and each page leads to itself in the other."""

from __future__ import annotations

import html
import os
import re
import runpy
from pathlib import Path

import pytest

pytest.importorskip("myst_parser", reason="needs the extra docs")

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    runpy.run_path(str(DOCS / "make_site.py"))["build"](folder)
    return folder


def pages(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def test_both_languages_have_the_same_pages(site):
    assert pages(site / "id") == pages(site / "en")
    assert {"index.html", "partners/hipmi.html", "rulebooks/okoce-p4.html"} <= set(pages(site / "id"))


@pytest.mark.parametrize(("language", "other"), [("id", "en"), ("en", "id")])
def test_each_page_leads_to_itself_in_the_other_language(site, language, other):
    for page in pages(site / language):
        text = (site / language / page).read_text("utf-8")
        (link,) = re.findall(rf'<a lang="{other}" [^>]*href="([^"]+)"', text)
        target = Path(os.path.normpath((site / language / page).parent / link))
        assert target == site / other / page


@pytest.mark.parametrize(("language", "title"), [("id", "Data pribadi"), ("en", "Personal data")])
def test_a_page_speaks_the_language_of_its_site(site, language, title):
    text = (site / language / "privacy.html").read_text("utf-8")
    assert f'<html class="no-js" lang="{language}"' in text
    assert f"<title>{title} - okoce</title>" in text


def test_the_root_leads_to_the_indonesian_site(site):
    assert "url=id/index.html" in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_reply_can_link_to_the_paragraph_of_a_code(site, language):
    assert '<section id="nik-damaged">' in (site / language / "problems.html").read_text("utf-8")


def test_the_changelog_tells_what_is_not_released_yet(site):
    told = letters(html.unescape(re.sub(r"<[^>]+>", "", (site / "en" / "changelog.html").read_text("utf-8"))))
    fragments = [letters(path.read_text("utf-8")) for path in (DOCS.parent / "changelog.d").glob("*.md")]
    assert [text[:80] for text in fragments if text[:80] not in told] == []


def letters(text):
    return re.sub(r"[^a-z]", "", text.lower())
