"""How every chart looks: colours that are told apart by the colour-blind too, letters that every machine has.

Text has a contrast of 4.5 to 1 and more (WCAG 2.2, 1.4.3), what is drawn 3 to 1; where a colour is paler, the number is
written beside it. Charts are narrow, so that on a telephone the letters stay large enough.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, Final

from okoce_core.report.charts.chart import Chart

__all__ = [
    "FONT", "GREY", "INK", "LINE", "MUTED", "ORANGE", "PALE_ORANGE", "PALE_TEAL", "RED", "SLATE", "TEAL", "WIDTH",
    "chart", "layer", "text_width",
]  # fmt: skip

INK: Final = "#1f2937"
MUTED: Final = "#4b5563"
LINE: Final = "#6b7280"
TEAL: Final = "#0f766e"
PALE_TEAL: Final = "#7cc7bd"
ORANGE: Final = "#c2560a"
PALE_ORANGE: Final = "#f3c9a4"
SLATE: Final = "#475569"
RED: Final = "#9f1239"
GREY: Final = "#d3d7de"

WIDTH: Final = 520
"""The width of what is drawn, in pixels; padding comes to it."""
FONT: Final = 15
_SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v6.json"
_CONFIG: Final[dict[str, Any]] = {
    "aria": False,  # the picture is one image with one text; the names of its parts would be English
    "background": "white",
    "padding": 8,
    "font": "sans-serif",
    "view": {"stroke": None},
    "text": {"color": INK, "fontSize": FONT, "baseline": "middle"},
    "legend": {
        "orient": "top", "title": None, "labelFontSize": FONT - 1, "labelColor": INK, "labelLimit": 440,
        "symbolType": "square", "symbolSize": 160, "symbolStrokeWidth": 0.5,
        "symbolStrokeColor": LINE, "offset": 12,
    },
    "concat": {"spacing": 22},
}  # fmt: skip


def chart(title: str, description: str, view: dict[str, Any], notes: list[str] | None = None) -> Chart:
    """A view as a chart.

    Args:
        title: One line. description: The alternative text. view: A specification without title and configuration.
        notes: Sentences below the title.
    """
    lines = [line for note in notes or [] for line in _wrapped(note, FONT - 1)]
    heading = {
        "text": _wrapped(title, FONT + 3), **({"subtitle": lines} if lines else {}),
        "anchor": "start", "frame": "group", "fontSize": FONT + 3, "color": INK, "subtitleColor": MUTED,
        "subtitleFontSize": FONT - 1, "subtitlePadding": 5, "offset": 14,
    }  # fmt: skip
    spec = {"$schema": _SCHEMA, "description": description, "title": heading, **view, "config": _CONFIG}
    return Chart(title, description, deepcopy(spec))  # whoever changes a chart changes no other


def layer(values: Sequence[Mapping[str, Any]], mark: dict[str, Any], **encoding: dict[str, Any]) -> dict[str, Any]:
    """One kind of mark, for each of some values, where the encoding puts it."""
    return {"data": {"values": list(values)}, "mark": mark, "encoding": encoding}


def _wrapped(text: str, size: int) -> list[str]:
    return textwrap.wrap(text, int(WIDTH / text_width("n", size)), break_on_hyphens=False)


def text_width(text: str, size: int = FONT) -> float:
    """How many pixels a text takes at most, in the widest of the fonts that a reader may have (DejaVu Sans)."""
    return 0.62 * size * len(text)
