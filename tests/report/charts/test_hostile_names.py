"""Names come from outside: markup, quotes, 200 letters, pictures, line ends, half a surrogate pair, formulas."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree

import altair
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okoce_core.report.charts.wording import label

from .drawn import ID, every_chart, values

HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' & \" &amp; ]]> --", "x" * 200,
    "Koperasi \U0001f600 \U0001f469\u200d\U0001f467", "dua\nbaris\r\nlagi", "\x1b[2J\x00\x0b", "\ud83d", "\u202egnirts",
    "datum.value", "{{7*7}} ${7*7} %s {0}", "< 50", "", " ", "=1+1", "constructor", "__proto__",
]  # fmt: skip


class Images(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags = []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_changes_no_chart(name):
    for kind, chart in every_chart(ID, lambda partner: name + partner).items():
        altair.Chart.from_dict(chart.spec, validate=True)
        drawn = ElementTree.fromstring(chart.to_svg())
        plain = ElementTree.fromstring(every_chart(ID)[kind].to_svg())
        assert sorted(element.tag for element in drawn.iter()) == sorted(element.tag for element in plain.iter())
        assert float(drawn.get("width")) <= 720
        shown = Images()
        shown.feed(chart._repr_mimebundle_()["text/html"])
        assert [tag for tag, _ in shown.tags] == ["img"]
        assert shown.tags[0][1]["alt"] == chart.description


@settings(deadline=None)
@given(st.text())
def test_a_label_is_one_short_line_that_can_be_printed(name):
    short = label(name)
    assert short.isprintable()
    assert len(short) <= 64
    assert "\n" not in short
    short.encode("utf-8")


def test_two_long_names_that_begin_alike_stay_two_bars():
    chart = every_chart(ID, lambda partner: "x" * 200 + partner)["attribution"]
    assert [row for row, label in sorted(set(values(chart, "row", "label"))) if label.startswith("xxx")] == [0, 1, 2]
