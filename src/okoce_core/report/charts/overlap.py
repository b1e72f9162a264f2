"""Overlap between partners (UpSet): a row for each combination of lists, dots for the partners, a bar for the people.

An UpSet chart stands upright as a rule, its bars on top. This one lies on its side: twenty numbers can then be read
on a telephone. Source of the form: Lex et al., UpSet: Visualization of Intersecting Sets, 2014.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from okoce_core.counting import Shared
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import GREY, MUTED, SLATE, TEAL, chart, layer, text_width
from okoce_core.report.charts.wording import described, label, name_of, number
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["overlap"]

_MOST: Final = 20
_STEP: Final = 30
_COLUMN: Final = 24
_WIDTH: Final = 640


def overlap(shared: Sequence[Shared], names: Mapping[str, str] | None = None, tongue: Tongue | None = None) -> Chart:
    """The largest combinations, at most twenty of at most twenty partners; how many are left out is said.

    Args:
        shared: From :func:`okoce_core.counting.shared_lists`. names: What partners are called, by id.
        tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    drawn, partners = _drawn(shared)
    called = {partner: label(name_of(partner, names or {}, tongue), 26) for partner in partners}
    title = tongue.say("People by the partners that list them")
    pooled = tongue.say("small ones together")
    rows = [(" + ".join(called[p] for p in each.partners) or pooled, number(each.people, tongue)) for each in drawn]
    view = {"hconcat": [_matrix(drawn, partners, called, pooled), _bars(drawn, rows, len(partners))], "spacing": 12}
    return chart(title, described(title, rows, tongue), view, _left_out(shared[len(drawn) :], tongue))


def _drawn(shared: Sequence[Shared]) -> tuple[Sequence[Shared], list[str]]:
    """The first combinations as long as their partners have room; the partners by how many people these come to."""
    sizes: dict[str, Fraction] = {}
    drawn: list[Shared] = []
    for each in shared[:_MOST]:
        if len({*sizes, *each.partners}) > _MOST:
            break
        drawn.append(each)
        for partner in each.partners:
            sizes[partner] = sizes.get(partner, Fraction(0)) + (each.people.value or 0)
    return drawn, sorted(sizes, key=lambda partner: (-sizes[partner], partner))


def _left_out(rest: Sequence[Shared], tongue: Tongue) -> list[str]:
    if not rest:
        return []
    people = sum((each.people.value or Fraction(0) for each in rest), Fraction(0))
    return [
        tongue.say(
            "{n} smaller combinations with {people} people are not drawn.",
            n=tongue.number(len(rest)), people=tongue.number(people),
        )
    ]  # fmt: skip


def _matrix(drawn: Sequence[Shared], partners: list[str], called: Mapping[str, str], pooled: str) -> dict[str, Any]:
    place = {partner: column for column, partner in enumerate(partners)}
    within = [(row, sorted(place[p] for p in each.partners)) for row, each in enumerate(drawn)]
    grid = [
        {"row": row, "column": column, "fill": SLATE if column in columns else GREY}
        for row, columns in within
        for column in place.values()
        if columns
    ]
    lines = [{"row": row, "from": columns[0], "to": columns[-1]} for row, columns in within if len(columns) > 1]
    alone = [{"row": row, "text": pooled} for row, columns in within if not columns]
    heads = [{"column": column, "text": called[partner]} for partner, column in place.items()]
    x = {"type": "ordinal", "axis": None, "scale": {"domain": list(place.values())}}
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": {"domain": list(range(len(drawn)))}}
    head = {"type": "text", "angle": 270, "align": "left"}
    dot = {"type": "point", "filled": True, "size": 150, "opacity": 1}
    line = {"type": "rule", "color": SLATE, "strokeWidth": 3}
    words = {"type": "text", "align": "right", "color": MUTED}
    fill = {"field": "fill", "type": "nominal", "scale": None}
    layers = [
        layer(heads, head, x={"field": "column", **x}, y={"value": -6}, text={"field": "text"}),
        layer(grid, dot, x={"field": "column", **x}, y=y, color=fill),
        layer(lines, line, x={"field": "from", **x}, x2={"field": "to"}, y=y),
        layer(alone, words, x={"value": "width"}, y=y, text={"field": "text"}),
    ]
    told = [each for each in layers if each["data"]["values"]]
    return {"width": {"step": _COLUMN}, "height": {"step": _STEP}, "layer": told}


def _bars(drawn: Sequence[Shared], rows: Sequence[tuple[str, str]], partners: int) -> dict[str, Any]:
    width = max(_WIDTH - partners * _COLUMN, 180)
    people = [float(each.people.value or 0) for each in drawn]
    values = [
        {"row": row, "people": number, "text": text, "label": name}
        for row, (number, (name, text)) in enumerate(zip(people, rows, strict=True))
    ]
    room = width - max((text_width(text) for _, text in rows), default=0) - 8
    high = max(people, default=0) * width / max(room, 40) or 1
    x = {"field": "people", "type": "quantitative", "axis": None, "scale": {"domain": [0, high], "nice": False}}
    y = {"field": "row", "type": "ordinal", "axis": None, "scale": {"domain": list(range(len(drawn)))}}
    words = {"type": "text", "align": "left", "dx": 6, "fontWeight": "bold"}
    layers = [
        layer(values, {"type": "bar", "height": 20, "color": TEAL}, x=x, y=y),
        layer(values, words, x=x, y=y, text={"field": "text"}),
    ]
    return {"width": width, "height": {"step": _STEP}, "layer": layers}
