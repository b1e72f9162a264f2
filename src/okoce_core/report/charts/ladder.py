"""The ladder: how many people reached each of the seven stages, and how many were lost on the way to it."""

from __future__ import annotations

from collections.abc import Sequence

from okoce_core.counting import Rung
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import PALE_ORANGE, TEAL, chart
from okoce_core.report.charts.rows import Row, stacked, view
from okoce_core.report.charts.wording import described, number
from okoce_core.report.published_words import measure_word
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["ladder"]


def ladder(rungs: Sequence[Rung], tongue: Tongue | None = None) -> Chart:
    """A bar for each stage: who reached it, and behind that who reached the stage before and not this one.

    Args:
        rungs: From :func:`okoce_core.counting.ladder`.
        tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    reached, lost = tongue.say("reached this stage"), tongue.say("only the one before")
    rows = [_row(rung, reached, lost, tongue) for rung in rungs]
    title = tongue.say("How far people came on the ladder of seven stages")
    words = described(title, [(row.label, row.text) for row in rows], tongue)
    return chart(title, words, view(rows, {reached: TEAL, lost: PALE_ORANGE}, legend=True))


def _row(rung: Rung, reached: str, lost: str, tongue: Tongue) -> Row:
    here, gone, text = rung.reached.value, rung.lost.value or 0, number(rung.reached, tongue)
    if gone:
        text = tongue.say("{n} ({lost} lost)", n=text, lost=tongue.number(gone))
    spans = () if here is None else stacked([(reached, here), (lost, gone)])
    return Row(measure_word(rung.stage, tongue).capitalize(), text, spans)
