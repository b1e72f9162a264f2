"""The page of charts names each of them, and its pictures say what the charts say today."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from xml.etree import ElementTree

import pytest

from okoce_core.report import charts

DOCS = Path(__file__).parents[3] / "docs"
DRAWN = runpy.run_path(str(DOCS / "make_charts.py"))["charts"]


@pytest.fixture(scope="module")
def today():
    return DRAWN()


def test_the_page_names_every_chart_and_shows_its_picture(today):
    page = (DOCS / "charts.md").read_text("utf-8")
    kinds = set(charts.__all__) - {"Chart"}
    assert {name for name in re.findall(r"^\| `(\w+)`", page, re.MULTILINE) if not name.startswith("chart")} == kinds
    assert set(re.findall(r"\(charts/(\w+)\.svg\)", page)) == kinds == set(today)


def test_the_pictures_are_of_the_charts_of_today(today):
    for name, chart in today.items():
        picture = ElementTree.parse(DOCS / "charts" / f"{name}.svg").getroot()
        assert picture.get("aria-label") == chart.description, "run: python docs/make_charts.py"
