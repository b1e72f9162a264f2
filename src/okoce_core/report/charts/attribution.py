"""The partners' shares in a figure, the largest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from okoce_core.counting import Cell
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import TEAL, chart
from okoce_core.report.charts.rows import Row, Span, view
from okoce_core.report.charts.wording import Numbered, described, label, measure_name, name_of, number
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["attribution"]

_MOST: Final = 25


def attribution(
    shares: Mapping[str, Fraction | Numbered], measure: str, names: Mapping[str, str] | None = None,
    tongue: Tongue | None = None,
) -> Chart:  # fmt: skip
    """Each partner's share as a bar; of many the largest 25, and in a note the rest together.

    Args:
        shares: By partner, from :meth:`Figures.attribution` or :meth:`Figures.suppressed_attribution`.
        measure: What was shared out. names: What partners are called, by id; without one the id is shown.
        tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    told = {partner: Cell(share) if isinstance(share, Fraction | int) else share for partner, share in shares.items()}
    order = sorted(told, key=lambda p: (told[p].value is None, -(told[p].value or 0), p))
    rows = [_row(name_of(partner, names or {}, tongue), told[partner], tongue) for partner in order[:_MOST]]
    title = tongue.say("{measure}: the share of each partner", measure=measure_name(measure, tongue))
    notes = _rest([told[partner] for partner in order[_MOST:]], tongue)
    words = described(title, [(row.label, row.text) for row in rows], tongue)
    return chart(title, " ".join([words, *notes]), view(rows, {"share": TEAL}), notes)


def _row(name: str, share: Numbered, tongue: Tongue) -> Row:
    spans = () if share.value is None else (Span(0, share.value, "share"),)
    return Row(label(name), number(share, tongue), spans)


def _rest(shares: Sequence[Numbered], tongue: Tongue) -> list[str]:
    """The others added up, without those that are hidden: as a bar they would dwarf each single one."""
    if not shares:
        return []
    known = [share.value for share in shares if share.value is not None]
    whole = number(Cell(sum(known, Fraction(0)) if known else None), tongue)
    return [tongue.say("{n} further partners together: {share}.", n=tongue.number(len(shares)), share=whole)]
