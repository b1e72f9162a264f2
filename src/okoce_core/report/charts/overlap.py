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
    width = _width(drawn, pooled, len(partners))
    matrix, bars = _matrix(drawn, partners, called, pooled, width), _bars(drawn, rows, _WIDTH - width)
    notes = _left_out(shared[len(drawn) :], tongue)
    words = " ".join([described(title, rows, tongue), *notes])
    return chart(title, words, {"hconcat": [matrix, bars], "spacing": 12}, notes)


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
    n, shown = tongue.number(len(rest)), tongue.number(people)
    return [tongue.say("{n} smaller combinations with {people} people are not drawn.", n=n, people=shown)]


def _matrix(
    drawn: Sequence[Shared], partners: list[str], called: Mapping[str, str], pooled: str, width: float
) -> dict[str, Any]:
    """The dots, with a line through those of one combination; names above, words where there is no combination."""
    place = {partner: column for column, partner in enumerate(partners)}
    within = [(row, sorted(place[p] for p in each.partners)) for row, each in enumerate(drawn)]
    lines = [{"row": row, "from": columns[0], "to": columns[-1]} for row, columns in within if len(columns) > 1]
    alone = [{"row": row, "text": pooled} for row, columns in within if not columns]
    heads = [{"column": column, "text": called[partner]} for partner, column in place.items()]
    beside = [width - len(partners) * _COLUMN, width]
    x = {"type": "ordinal", "axis": None, "scale": {"domain": list(place.values()), "range": beside}}
    y, text = _rows(len(drawn)), {"field": "text"}
    layers = [
        layer(heads, {"type": "text", "angle": 270, "align": "left"}, x={"field": "column", **x}, y=_ABOVE, text=text),
        layer(_dots(within, len(partners)), _DOT, x={"field": "column", **x}, y=y, color=_FILL),
        layer(lines, _THROUGH, x={"field": "from", **x}, x2={"field": "to"}, y=y),
        layer(alone, {"type": "text", "align": "right", "color": MUTED}, x={"value": "width"}, y=y, text=text),
    ]
    told = [each for each in layers if each["data"]["values"]]
    return {"width": width, "height": {"step": _STEP}, "layer": told}


_ABOVE: Final = {"value": -6}
_DOT: Final = {"type": "point", "filled": True, "size": 150, "opacity": 1}
_THROUGH: Final = {"type": "rule", "color": SLATE, "strokeWidth": 3}
_FILL: Final = {"field": "fill", "type": "nominal", "scale": None}


def _dots(within: Sequence[tuple[int, list[int]]], partners: int) -> list[dict[str, Any]]:
    return [
        {"row": row, "column": column, "fill": SLATE if column in columns else GREY}
        for row, columns in within
        for column in range(partners if columns else 0)
    ]


def _rows(number: int) -> dict[str, Any]:
    return {"field": "row", "type": "ordinal", "axis": None, "scale": {"domain": list(range(number))}}


def _width(drawn: Sequence[Shared], pooled: str, partners: int) -> float:
    """As wide as the dots, and as the words beside those that are pooled."""
    words = text_width(pooled) if any(not each.partners for each in drawn) else 0
    return max(partners * _COLUMN, words)


def _bars(drawn: Sequence[Shared], rows: Sequence[tuple[str, str]], width: float) -> dict[str, Any]:
    people = [float(each.people.value or 0) for each in drawn]
    values = [
        {"row": row, "people": number, "text": text, "label": name}
        for row, (number, (name, text)) in enumerate(zip(people, rows, strict=True))
    ]
    room = width - max((text_width(text) for _, text in rows), default=0) - 8
    high = max(people, default=0) * width / max(room, 40) or 1
    x = {"field": "people", "type": "quantitative", "axis": None, "scale": {"domain": [0, high], "nice": False}}
    y, words = _rows(len(drawn)), {"type": "text", "align": "left", "dx": 6, "fontWeight": "bold"}
    layers = [
        layer(values, {"type": "bar", "height": 20, "color": TEAL}, x=x, y=y),
        layer(values, words, x=x, y=y, text={"field": "text"}),
    ]
    return {"width": width, "height": {"step": _STEP}, "layer": layers}
