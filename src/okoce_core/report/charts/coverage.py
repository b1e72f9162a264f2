"""Coverage: of each kind of partner how many sent lists, gave totals, sent what nobody could read, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from okoce_core.counting import COVERAGE_STATES, Coverage
from okoce_core.counting.portrait.coverage import CoverageState
from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import GREY, ORANGE, PALE_TEAL, TEAL, chart
from okoce_core.report.charts.rows import Row, stacked, view
from okoce_core.report.charts.wording import described
from okoce_core.report.dimension_words import partner_kind_word
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["coverage"]

_COLOURS: Final[dict[CoverageState, str]] = {
    "lists": TEAL, "totals": PALE_TEAL, "not readable": ORANGE, "not reported": GREY,
}  # fmt: skip


def coverage(told: Sequence[Coverage], tongue: Tongue | None = None) -> Chart:
    """A bar for each kind of partner, in pieces by what they sent. Files nobody is named for stand under *not known*.

    Args:
        told: From :func:`okoce_core.counting.coverage`.
        tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    words = _words(tongue)
    of_kind: dict[str | None, Counter[CoverageState]] = {}
    for row in told:
        of_kind.setdefault(row.kind, Counter())[row.state] += 1
    kinds = [kind for kind in (*PARTNER_KINDS, None) if kind in of_kind]
    rows = [_row(kind, of_kind[kind], words, tongue) for kind in kinds]
    title = tongue.say("What the partners sent, by kind of partner")
    spelt = [(row.label, _spelt(of_kind[kind], words, tongue)) for kind, row in zip(kinds, rows, strict=True)]
    alternative = described(title, spelt, tongue)
    return chart(title, alternative, view(rows, {words[s]: c for s, c in _COLOURS.items()}, legend=True))


def _words(tongue: Tongue) -> dict[CoverageState, str]:
    say = tongue.say
    return {
        "lists": say("lists"), "totals": say("totals only"), "not readable": say("could not be read"),
        "not reported": say("not reported"),
    }  # fmt: skip


def _row(kind: str | None, of: Counter[CoverageState], words: dict[CoverageState, str], tongue: Tongue) -> Row:
    every, silent = of.total(), of["not reported"]
    name = tongue.say("not known") if kind is None else partner_kind_word(kind, tongue)
    text = tongue.say("{n} of {all} sent", n=tongue.number(every - silent), all=tongue.number(every))
    return Row(name.capitalize(), text, stacked((words[state], of[state]) for state in COVERAGE_STATES))


def _spelt(of: Counter[CoverageState], words: dict[CoverageState, str], tongue: Tongue) -> str:
    return ", ".join(f"{words[state]} {tongue.number(of[state])}" for state in COVERAGE_STATES if of[state])
