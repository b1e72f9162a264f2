"""Horizontal bars one under the other, each with its name above it and its number behind it.

There is no axis: a name of fifty letters has room, the number is written out, and on a telephone both can be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

import attrs

from okoce_core.report.charts.look import FONT, GREY, INK, LINE, MUTED, WIDTH, layer, text_width

__all__ = ["Row", "Span", "stacked", "view"]

_BAR: Final = 20
_STEP: Final = 54
_ABOVE: Final = 15
_BELOW: Final = 8
_ASIDE: Final = 6
_EDGE: Final = {"stroke": LINE, "strokeWidth": 0.5}
"""Pale pieces stand out from white by it."""


@attrs.frozen
class Span:
    """A piece of a bar, from one number to another; ``part`` is what it is a piece of, a key of the colours."""

    start: Fraction | int
    end: Fraction | int
    part: str


@attrs.frozen
class Row:
    """One bar.

    Attributes:
        label: Its name, one line. text: What stands behind it. spans: Its pieces; none where there is no number.
        dot: Where a point stands. joined: Where a thin line goes down to the next bar.
    """

    label: str
    text: str
    spans: tuple[Span, ...] = ()
    dot: Fraction | None = None
    joined: Fraction | None = None


def view(
    rows: Sequence[Row], colours: Mapping[str, str], *, legend: bool = False, thin: bool = False
) -> dict[str, Any]:
    """Bars as a layered view.

    Args:
        rows: From top to bottom. colours: Of each part, in the order of the legend. legend: Whether there is one.
        thin: Bars are intervals.
    """
    x = {"type": "quantitative", "axis": None, "scale": {"domain": _domain(rows), "nice": False}}
    y = {"field": "row", "type": "ordinal", "axis": None}
    colour = {
        "field": "part", "type": "nominal", "legend": {"columns": 3 if len(colours) == 3 else 2} if legend else None,
        "scale": {"domain": list(colours), "range": list(colours.values())},
    }  # fmt: skip
    above = {"type": "text", "align": "left", "dx": _ASIDE, "dy": -_ABOVE, "color": MUTED, "fontSize": FONT - 1}
    behind = {"type": "text", "align": "left", "dx": _ASIDE * (1 + thin), "dy": _BELOW, "fontWeight": "bold"}
    bar = {"type": "bar", "height": _BAR // 2 if thin else _BAR, "yOffset": _BELOW, **_EDGE}
    layers = [
        layer([{}], {"type": "rule", "color": LINE}, x={"datum": 0, **x}),
        layer(_spans(rows), bar, x={"field": "start", **x}, x2={"field": "end"}, y=y, color=colour),
        *_dots(rows, x, y),
        *_joints(rows, x, y),
        layer(_texts(rows), above, x={"value": 0}, y=y, text={"field": "label"}),
        layer(_texts(rows), behind, x={"field": "at", **x}, y=y, text={"field": "text"}),
    ]
    return {"width": WIDTH, "height": {"step": _STEP}, "layer": layers}


def stacked(parts: Iterable[tuple[str, Fraction | int]]) -> tuple[Span, ...]:
    """Pieces one after the other, from nought on; none of those that are nothing."""
    spans: list[Span] = []
    for part, number in parts:
        start = spans[-1].end if spans else 0
        if number:
            spans.append(Span(start, start + number, part))
    return tuple(spans)


def _spans(rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [
        {"row": place, "start": float(span.start), "end": float(span.end), "part": span.part, "label": row.label}
        for place, row in enumerate(rows)
        for span in row.spans
    ]


def _texts(rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [{"row": n, "label": row.label, "text": row.text, "at": _end(row)} for n, row in enumerate(rows)]


def _dots(rows: Sequence[Row], x: dict[str, Any], y: dict[str, Any]) -> Iterator[dict[str, Any]]:
    values = [{"row": n, "at": float(row.dot)} for n, row in enumerate(rows) if row.dot is not None]
    mark = {"type": "point", "filled": True, "color": INK, "opacity": 1, "size": 130, "yOffset": _BELOW}
    if values:
        yield layer(values, mark, x={"field": "at", **x}, y=y)


def _joints(rows: Sequence[Row], x: dict[str, Any], y: dict[str, Any]) -> Iterator[dict[str, Any]]:
    told = enumerate(row.joined for row in rows)
    values = [{"row": n, "next": n + 1, "at": float(at)} for n, at in told if at is not None]
    mark = {"type": "rule", "color": GREY, "yOffset": _BELOW + _BAR / 2, "y2Offset": _BELOW - _BAR / 2}
    if values:
        yield layer(values, mark, x={"field": "at", **x}, y=y, y2={"field": "next"})


def _ends(row: Row) -> list[float]:
    dots = [] if row.dot is None else [row.dot]
    return [0.0, *(float(end) for span in row.spans for end in (span.start, span.end)), *map(float, dots)]


def _end(row: Row) -> float:
    return max(_ends(row))


def _domain(rows: Sequence[Row]) -> list[float]:
    """As much of the axis as leaves every number room behind its bar."""
    low = min((min(_ends(row)) for row in rows), default=0.0)
    high = max(((_end(row) - low) * WIDTH / _room(row.text) for row in rows), default=0.0)
    return [low, low + (high or 1.0)]


def _room(text: str) -> float:
    return max(WIDTH - text_width(text, FONT) - 2 * _ASIDE, WIDTH / 4)
