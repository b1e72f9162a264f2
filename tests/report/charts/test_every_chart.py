"""What holds of every chart: it is a valid specification, it draws, it can be read, and it says itself in words."""

from __future__ import annotations

import json
import re
import sys
from xml.etree import ElementTree

import altair
import pytest

import okoce_core as okoce
from okoce_core.report import charts
from okoce_core.report.charts import look, tiles
from okoce_core.report.charts.chart import Chart

from .drawn import EN, ID, every_chart, layers, texts

KINDS = sorted(set(charts.__all__) - {"Chart"})
CHARTS = {(kind, t.language): chart for t in (ID, EN) for kind, chart in every_chart(t).items()}
SVG = {key: chart.to_svg() for key, chart in CHARTS.items()}


@pytest.fixture(params=CHARTS, ids="-".join)
def key(request):
    return request.param


@pytest.fixture
def chart(key):
    return CHARTS[key]


def test_there_is_one_function_for_each_chart_and_all_are_tested_here():
    assert sorted(every_chart(ID)) == KINDS


def test_a_chart_is_a_valid_specification_of_vega_lite_6(chart):
    assert chart.spec["$schema"] == altair.SCHEMA_URL.replace(altair.SCHEMA_VERSION, "v6")
    altair.Chart.from_dict(chart.spec, validate=True)
    assert chart.altair().to_dict()["description"] == chart.description


def test_a_chart_is_plain_data(chart):
    assert json.loads(json.dumps(chart.spec)) == chart.spec


def test_whoever_changes_a_chart_changes_no_other():
    changed, before = every_chart(ID)["province_map"], json.dumps(CHARTS["province_map", "id"].spec)
    changed.spec["config"]["background"] = "black"
    for layer in layers(changed.spec):
        layer["encoding"].clear()
    assert json.dumps(every_chart(ID)["province_map"].spec) == before


def test_the_picture_is_one_image_with_its_words_and_without_ids(key, chart):
    root = ElementTree.fromstring(SVG[key])
    assert root.get("role") == "img"
    assert root.get("aria-label") == chart.description
    assert [element.attrib for element in root.iter() if {"id", "href"} & set(element.attrib)] == []


def test_the_same_chart_is_drawn_in_the_same_bytes(key, chart):
    assert chart.to_svg() == SVG[key]


def test_no_chart_is_wider_than_720_pixels(key):
    assert float(ElementTree.fromstring(SVG[key]).get("width")) <= 720


def test_every_word_that_the_picture_shows_is_drawn_whole(key, chart):
    """A text that was cut off or left out would not stand in the picture as it stands in the specification."""
    drawn = {
        "".join(element.itertext()) for element in ElementTree.fromstring(SVG[key]).iter() if "text" in element.tag
    }
    words = [
        value[layer["encoding"]["text"]["field"]]
        for layer in layers(chart.spec)
        if "text" in layer["encoding"]
        for value in layer["data"]["values"]
    ]
    assert [word for word in words if word not in drawn] == []


def test_the_description_begins_with_the_title_and_says_numbers(chart):
    assert chart.description.startswith(chart.title)
    assert re.search("[0-9]", chart.description)


def test_indonesian_numbers_have_points_and_english_ones_commas(key, chart):
    grouped = {
        sign for text in [*texts(chart), chart.description] for sign in re.findall(r"[0-9]([.,])[0-9]{3}\b", text)
    }
    assert grouped <= ({"."} if key[1] == "id" else {","})


def test_the_two_languages_say_different_words_and_show_the_same_numbers():
    for kind in KINDS:
        one, other = CHARTS[kind, "id"], CHARTS[kind, "en"]
        assert one.title != other.title
        digits = [re.sub("[^0-9]", "", text) for text in (one.description, other.description)]
        assert digits[0] == digits[1]


def test_a_notebook_gets_the_specification_the_picture_and_the_words(chart):
    bundle = chart._repr_mimebundle_(include=None, exclude=None)
    assert bundle["application/vnd.vegalite.v6+json"] == chart.spec
    assert bundle["text/html"].startswith('<img alt="')
    assert chart.description in bundle["text/plain"]


def test_a_chart_is_a_png_too():
    assert CHARTS["ladder", "id"].to_png(scale=1)[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("library", "extra", "how"),
    [
        ("vl_convert", "report", Chart.to_svg),
        ("vl_convert", "report", Chart.to_png),
        ("altair", "notebook", Chart.altair),
    ],
)
def test_a_library_that_is_not_there_is_named_with_its_extra(monkeypatch, library, extra, how):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(okoce.Misuse) as raised:
        how(CHARTS["ladder", "id"])
    assert (raised.value.code, raised.value.asked) == ("extra-missing", extra)


def test_without_the_drawing_library_a_notebook_still_gets_the_words(monkeypatch):
    monkeypatch.setattr("okoce_core.report.charts.chart.find_spec", lambda _: None)
    chart = CHARTS["ladder", "en"]
    assert chart._repr_mimebundle_()["text/html"] == f"<p>{chart.description}</p>"


def test_what_a_chart_says_of_itself_has_no_data():
    assert "spec" not in repr(CHARTS["ladder", "id"])


def test_unless_a_language_is_given_it_is_that_of_the_notebook(monkeypatch):
    assert charts.attribution({"A": 1}, "jobs").title == "Lapangan kerja: bagian tiap mitra"
    monkeypatch.setenv("OKOCE_BAHASA", "en")
    assert charts.attribution({"A": 1}, "jobs").title == "Jobs: the share of each partner"


def test_charts_are_reached_from_the_library():
    assert okoce.charts is charts
    assert "charts" in dir(okoce)


# --- what can be seen -------------------------------------------------------------------------------------------------


def brightness(colour):
    """The relative luminance of a colour, WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [look.INK, look.MUTED])
def test_letters_stand_out_from_white(colour):
    assert contrast(colour, "#ffffff") >= 4.5


@pytest.mark.parametrize("colour", [look.TEAL, look.ORANGE, look.SLATE, look.RED, look.LINE])
def test_bars_and_lines_stand_out_from_white(colour):
    assert contrast(colour, "#ffffff") >= 3


def test_the_letters_in_a_tile_stand_out_from_its_shade():
    for shade in (*tiles._PALE, look.GREY):
        assert contrast(look.INK, shade) >= 4.5
    for shade in tiles._DARK:
        assert contrast("#ffffff", shade) >= 4.5
