"""The bridge: from the figure under one rulebook to that under another, each step a piece of a waterfall."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Final

from okoce_core.counting import Bridge
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import ORANGE, SLATE, TEAL, chart
from okoce_core.report.charts.rows import Row, Span, view
from okoce_core.report.charts.wording import described, label, measure_name, rulebook_name, signed
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["bridge"]

_COLOURS: Final = {"figure": SLATE, "less": ORANGE, "more": TEAL}


def bridge(told: Bridge, tongue: Tongue | None = None) -> Chart:
    """The steps as a waterfall, the figures at both ends as whole bars; a step that changes nothing is not drawn.

    Args:
        told: From :meth:`Comparison.bridge`. tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    values = [told.value, *(step.value for step in told.steps)]
    steps = zip(_names(told, tongue), pairwise(values), strict=True)
    moved = [(name, was, now) for name, (was, now) in steps if was != now]
    rows = [
        _whole(told.start, values[0], tongue, joined=values[0]),
        *(_step(name, was, now, tongue) for name, was, now in moved),
        _whole(told.end, values[-1], tongue),
    ]
    title = tongue.say(
        "{measure}: from {start} to {end}", measure=measure_name(told.measure, tongue), start=told.start, end=told.end
    )
    still = len(told.steps) - len(moved)
    notes = [tongue.say("Steps that change nothing and are not drawn: {n}.", n=still)] if still else []
    words = described(title, [(row.label, row.text) for row in rows], tongue, most=len(rows))
    return chart(title, words, view(rows, _COLOURS), notes)


def _names(told: Bridge, tongue: Tongue) -> list[str]:
    return [label(explanation_text("step", step.name, tongue.language)) for step in told.steps]


def _whole(name: str, value: Fraction, tongue: Tongue, joined: Fraction | None = None) -> Row:
    return Row(label(rulebook_name(name, tongue)), tongue.number(value), (Span(0, value, "figure"),), joined=joined)


def _step(name: str, was: Fraction, now: Fraction, tongue: Tongue) -> Row:
    part = "less" if now < was else "more"
    return Row(name, signed(now - was, tongue), (Span(was, now, part),), joined=now)
