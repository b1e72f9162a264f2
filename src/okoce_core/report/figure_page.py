"""One figure: its number with both ends, what stands behind it, and who was left out for which reason."""

from __future__ import annotations

from okoce_core.counting import Figure
from okoce_core.report.blocks import Block, Table
from okoce_core.report.figures_page import shown_figure
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["figure_page"]


def figure_page(figure: Figure, tongue: Tongue) -> list[Block]:
    """The page as blocks."""
    say, number = tongue.say, tongue.number
    heads = say("Measure"), say("Figure"), say("units counted"), say("unknown")
    name = explanation_text("what", figure.measure, tongue.language)
    row = (name, shown_figure(figure, tongue), number(figure.counted), number(figure.unknown))
    blocks: list[Block] = [Table(name, heads, (row,), frozenset({1, 2, 3}))]
    if figure.left_out:
        rows = tuple((_reason(reason, tongue), number(n)) for reason, n in sorted(figure.left_out.items()))
        blocks.append(Table(say("Left out, by reason"), (say("Reason"), say("units")), rows, frozenset({1})))
    return blocks


def _reason(reason: str, tongue: Tongue) -> str:
    return explanation_text("what" if reason == "unknown" else "standing", reason, tongue.language)
