"""Figures side by side: for each measure a panel, in it a point for each rulebook with what the lists leave open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from okoce_core.counting import Figures
from okoce_core.counting.exports import Observation
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import FONT, INK, PALE_TEAL, chart
from okoce_core.report.charts.rows import Row, Span, view
from okoce_core.report.charts.wording import described, label, measure_name, rulebook_name
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["figures"]

_MEASURES: Final = ("participants", "entrepreneurs", "jobs")


def figures(told: Iterable[Figures | Observation], tongue: Tongue | None = None) -> Chart:
    """Participants, entrepreneurs and jobs under each rulebook, with low and high; each measure on its own scale.

    Args:
        told: A comparison, or the rows of one, of which the headlines are taken.
        tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    headlines = list(_headlines(told))
    panels, words = [], []
    for measure in _MEASURES:
        rows = [_row(each, tongue) for each in headlines if each.measure == measure]
        name = measure_name(measure, tongue)
        heading = {"text": name, "anchor": "start", "frame": "group", "fontSize": FONT + 1, "color": INK}
        panels.append({"title": heading, **view(rows, {"open": PALE_TEAL}, thin=True)})
        words += [(f"{name}, {row.label}", row.text) for row in rows]
    title = tongue.say("Figures under each definition")
    notes = [tongue.say("The point is the figure, the bar what the lists leave open, from low to high.")]
    return chart(title, described(title, words, tongue, most=len(words)), {"vconcat": panels}, notes)


def _headlines(told: Iterable[Figures | Observation]) -> Iterator[Observation]:
    for each in told:
        for row in each.rows() if isinstance(each, Figures) else (each,):
            if row.measure in _MEASURES and not row.of and not row.attribution:
                yield row


def _row(headline: Observation, tongue: Tongue) -> Row:
    name = label(rulebook_name(headline.about.label, tongue))
    value, low, high = headline.value, headline.low, headline.high
    if value is None:
        return Row(name, tongue.say("not asked") if headline.state == "not asked" else tongue.say("hidden"))
    text = tongue.number(value)
    if headline.state == "modelled":
        return Row(name, tongue.say("{number}, a model and no count", number=text), dot=value)
    if low is None or high is None or low == high:
        return Row(name, text, dot=value)
    text += f" ({tongue.number(low)}–{tongue.number(high)})"
    return Row(name, text, (Span(low, high, "open"),), dot=value)
