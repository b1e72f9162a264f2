"""Ages of headcounts: how many enterprises' numbers of workers are how old."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from okoce_core.counting import AgeBand
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import GREY, ORANGE, TEAL, chart
from okoce_core.report.charts.rows import Row, Span, view
from okoce_core.report.charts.wording import described, number
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["headcount_ages"]

_COLOURS: Final = {"fresh": TEAL, "old": ORANGE, "none": GREY}
_PART: Final = {"13-24": "old", "25+": "old", "undated": "none", "none": "none"}


def headcount_ages(bands: Sequence[AgeBand], tongue: Tongue | None = None) -> Chart:
    """A bar for each band: its enterprises, with their jobs in words; over a year in another colour.

    Args:
        bands: From :func:`okoce_core.counting.headcount_ages`.
        tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    rows = [_row(band, tongue) for band in bands]
    title = tongue.say("How old the headcounts are that jobs are counted from")
    words = described(title, [(row.label, row.text) for row in rows], tongue)
    return chart(title, words, view(rows, _COLOURS))


def _row(age: AgeBand, tongue: Tongue) -> Row:
    n, jobs, enterprises = number(age.enterprises, tongue), number(age.jobs, tongue), age.enterprises.value
    text = tongue.say("enterprises: {n}, jobs: {jobs}", n=n, jobs=jobs)
    if age.band in {"undated", "none"} and enterprises != 0:
        text = tongue.say("enterprises: {n}, jobs not known", n=n)
    spans = (Span(0, enterprises, _PART.get(age.band, "fresh")),) if enterprises else ()
    return Row(_name(age.band, tongue).capitalize(), text, spans)


def _name(band: str, tongue: Tongue) -> str:
    say = tongue.say
    names = {"25+": say("over 24 months"), "undated": say("of an unknown day"), "none": say("no headcount")}
    if band in names:
        return names[band]
    first, _, last = band.partition("-")
    return say("{first} to {last} months", first=first, last=last)
