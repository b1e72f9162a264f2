"""Problems by partner: how many rows have one, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from okoce_core.evidence import Severity
from okoce_core.intake.outcome import Reading
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import ORANGE, RED, SLATE, chart
from okoce_core.report.charts.rows import Row, stacked, view
from okoce_core.report.charts.wording import described, label, name_of
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["problems"]

_MOST: Final = 25
_COLOURS: Final[dict[Severity, str]] = {"error": RED, "warning": ORANGE, "notice": SLATE}

Counts = Mapping[str | None, Mapping[str, int]]


def problems(told: Reading | Counts, names: Mapping[str, str] | None = None, tongue: Tongue | None = None) -> Chart:
    """A bar for each partner whose files have problems, in pieces by severity; of many the 25 with the most.

    Args:
        told: A reading, or how many there are by partner and severity; the partner None is not known.
        names: What partners are called, by id. tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    by_partner = _counts(told) if isinstance(told, Reading) else told
    totals = {partner: sum(of.values()) for partner, of in by_partner.items()}
    order = sorted((p for p in totals if totals[p]), key=lambda p: (-totals[p], p or ""))
    words = {"error": tongue.say("error"), "warning": tongue.say("warning"), "notice": tongue.say("notice")}
    rows = [_row(name_of(p, names or {}, tongue), by_partner[p], words, tongue) for p in order[:_MOST]]
    title = tongue.say("Problems in the files, by partner")
    colours = {words[severity]: colour for severity, colour in _COLOURS.items()}
    alternative = described(title, [(row.label, row.text) for row in rows], tongue)
    notes = _left_out([totals[partner] for partner in order[_MOST:]], tongue)
    return chart(title, alternative, view(rows, colours, legend=True), notes)


def _left_out(rest: Sequence[int], tongue: Tongue) -> list[str]:
    if not rest:
        return []
    n, problems = tongue.number(len(rest)), tongue.number(sum(rest))
    return [tongue.say("{n} further partners with {problems} problems are not drawn.", n=n, problems=problems)]


def _counts(reading: Reading) -> Counts:
    counts: dict[str | None, Counter[str]] = {}
    for file in reading.files:
        of = counts.setdefault(file.partner.id if file.partner else None, Counter())
        for problem in file.problems:
            of[problem.severity] += problem.count
    return counts


def _row(name: str, of: Mapping[str, int], words: Mapping[str, str], tongue: Tongue) -> Row:
    spans = stacked((words[severity], of.get(severity, 0)) for severity in _COLOURS)
    return Row(label(name), tongue.number(sum(of.values())), spans)
