"""A map of the 38 provinces as tiles of one size: on a map of the land DKI Jakarta could not be seen.

What nobody reported is grey and never nought; what disclosure control hides is hatched. The number stands in the tile,
so that the colour is no more than a help.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from importlib.resources import files
from math import log
from typing import Any, Final, Literal

import attrs

from okoce_core.counting import Table
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import FONT, GREY, INK, LINE, chart, layer, text_width
from okoce_core.report.charts.wording import Numbered, described, measure_name, number
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["province_map"]

_SIDE: Final = 66
_GAP: Final = 4
_PALE: Final = ("#e3f3f0", "#b5ded7", "#74bfb5")
_DARK: Final = ("#1d7c73", "#0b4f4a")
_SHADES: Final = (*_PALE, *_DARK)
_TOP: Final = 8
"""A province is named again in words where it is among so many that have most."""

State = Literal["counted", "hidden", "not reported"]


@attrs.frozen
class Tile:
    """A province on the grid: columns from the west, rows from the north."""

    code: str
    name: str
    short: str
    column: int
    row: int


def province_map(told: Table | Mapping[str | None, Numbered], measure: str, tongue: Tongue | None = None) -> Chart:
    """One measure by province. Who is in no known province is told in a note.

    Args:
        told: A table by province alone, or its numbers by Kemendagri code; None is unknown.
        measure: What is shown. tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    cells = _told(_cells(told, measure) if isinstance(told, Table) else told)
    title = tongue.say("{measure} by province", measure=measure_name(measure, tongue))
    tiles = [_drawn(tile, cells.get(tile.code), _most(cells), tongue) for tile in _grid()]
    layers = [*_tiles(tiles), *_legend(tongue)]
    width, height = (1 + max(getattr(tile, way) for tile in _grid()) for way in ("column", "row"))
    view = {"width": width * (_SIDE + _GAP), "height": height * (_SIDE + _GAP) + 2 * _LINE, "layer": layers}
    return chart(title, _words(title, cells, tongue), view, _notes(cells, tongue))


def _cells(table: Table, measure: str) -> Mapping[str | None, Numbered]:
    return {row.values[0]: row.cells[measure] for row in table.rows if measure in row.cells}


def _told(cells: Mapping[str | None, Numbered]) -> Mapping[str | None, Numbered]:
    """Where all of it is in no known province, the noughts of the provinces say nothing: they are left out."""
    unknown = cells.get(None)
    if unknown is None or unknown.value == 0 or any(cell.value != 0 for code, cell in cells.items() if code):
        return cells
    return {None: unknown}


@cache
def _grid() -> tuple[Tile, ...]:
    text = files("okoce_core.report.charts").joinpath("provinces.toml").read_text("utf-8")
    return tuple(Tile(**tile) for tile in tomllib.loads(text)["tiles"])


def _most(cells: Mapping[str | None, Numbered]) -> Fraction:
    return max((cell.value for code, cell in cells.items() if code and cell.value is not None), default=Fraction(0))


def _drawn(tile: Tile, cell: Numbered | None, most: Fraction, tongue: Tongue) -> dict[str, Any]:
    """A tile with where it lies, in pixels, and how it looks."""
    x, y = tile.column * (_SIDE + _GAP), tile.row * (_SIDE + _GAP)
    state: State = "not reported" if cell is None else "hidden" if cell.value is None else "counted"
    fill, ink, text = GREY, INK, number(cell, tongue)
    if cell is not None and cell.value is not None:
        fill = _shade(cell.value, most)
        ink = "white" if fill in _DARK else INK
    elif state == "hidden":
        fill, text = "white", "…"
    size = min(FONT + 2, int((_SIDE - 4) / text_width(text, 1)))
    return {
        "code": tile.code, "province": tile.name, "short": tile.short, "state": state, "text": text, "size": size,
        "fill": fill, "ink": ink, "x": x, "x2": x + _SIDE, "y": y, "y2": y + _SIDE,
        "middle": x + _SIDE / 2, "above": y + _SIDE * 0.34, "below": y + _SIDE * 0.68,
    }  # fmt: skip


def _shade(value: Fraction, most: Fraction) -> str:
    """Five shades by orders of size, since provinces differ by a thousand times; a loss is the palest."""
    if value <= 0 or most <= 0:
        return _SHADES[0]
    place = log(1 + value) / log(1 + most)
    return _SHADES[min(int(place * len(_SHADES)), len(_SHADES) - 1)]


def _pixel(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


_CORNERS: Final = {"x": _pixel("x"), "x2": {"field": "x2"}, "y": _pixel("y"), "y2": {"field": "y2"}}


_FILL: Final = {"field": "fill", "type": "nominal", "scale": None}


def _tiles(tiles: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Squares, hatching over those that are hidden, short names, numbers."""
    size = {"field": "size", "type": "quantitative", "scale": None}
    square = {"type": "rect", "cornerRadius": 5, "stroke": LINE, "strokeWidth": 0.5}
    name = {"type": "text", "fontSize": FONT - 2}
    told = {"type": "text", "fontWeight": "bold"}
    middle, ink = _pixel("middle"), {"field": "ink", "type": "nominal", "scale": None}
    return [
        layer(tiles, square, **_CORNERS, color=_FILL),
        _hatching([tile for tile in tiles if tile["state"] == "hidden"]),
        layer(tiles, name, x=middle, y=_pixel("above"), text={"field": "short"}, color=ink),
        layer(tiles, told, x=middle, y=_pixel("below"), text={"field": "text"}, color=ink, size=size),
    ]


def _hatching(squares: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Slanted lines across squares."""
    lines = []
    for square in squares:
        side = square["x2"] - square["x"]
        for part in (0.35, 0.7, 1.0, 1.3, 1.65):
            low, high = max(part - 1, 0) * side, min(part, 1) * side
            lines.append({
                "x": square["x"] + low, "y": square["y"] + high, "x2": square["x"] + high, "y2": square["y"] + low,
            })  # fmt: skip
    return layer(lines, {"type": "rule", "color": GREY, "strokeWidth": 2}, **_CORNERS)


_LINE: Final = 28
_SWATCH: Final = 18


def _legend(tongue: Tongue) -> list[dict[str, Any]]:
    """Below the tiles: from few to many, and what has no number."""
    below = (1 + max(tile.row for tile in _grid())) * (_SIDE + _GAP) + 6
    shades = [_swatch(place * (_SWATCH + 2), below, shade) for place, shade in enumerate(_SHADES)]
    grey, hatched = _swatch(0, below + _LINE, GREY), _swatch(300, below + _LINE, "white")
    said = [
        (len(_SHADES) * (_SWATCH + 2) + 6, below, tongue.say("from few to many, by orders of size")),
        (_SWATCH + 8, below + _LINE, tongue.say("grey: not reported, which is not nought")),
        (300 + _SWATCH + 8, below + _LINE, tongue.say("hatched (…): hidden, since it is of few")),
    ]
    texts = [{"x": x, "y": y + _SWATCH / 2, "text": text} for x, y, text in said]
    square = {"type": "rect", "stroke": LINE, "strokeWidth": 0.5}
    words = {"type": "text", "align": "left", "fontSize": FONT - 2}
    return [
        layer([*shades, grey, hatched], square, **_CORNERS, color=_FILL),
        _hatching([hatched]),
        layer(texts, words, x=_pixel("x"), y=_pixel("y"), text={"field": "text"}),
    ]


def _swatch(x: float, y: float, fill: str) -> dict[str, Any]:
    return {"x": x, "y": y, "x2": x + _SWATCH, "y2": y + _SWATCH, "fill": fill}


def _notes(cells: Mapping[str | None, Numbered], tongue: Tongue) -> list[str]:
    unknown = cells.get(None)
    if unknown is None or unknown.value == 0:
        return []
    return [tongue.say("Province unknown: {n}", n=number(unknown, tongue))]


def _words(title: str, cells: Mapping[str | None, Numbered], tongue: Tongue) -> str:
    known = [(tile.name, cells[tile.code]) for tile in _grid() if tile.code in cells]
    told = [(name, cell.value) for name, cell in known if cell.value is not None]
    first = sorted(told, key=lambda each: (-each[1], each[0]))[:_TOP]
    words = described(title, [(name, tongue.number(value)) for name, value in first], tongue)
    rest = tongue.say(
        "Provinces with a number: {told}; hidden: {hidden}; not reported: {silent}; unknown: {unknown}.",
        told=len(told), hidden=len(known) - len(told), silent=len(_grid()) - len(known),
        unknown=number(cells.get(None), tongue),
    )  # fmt: skip
    return f"{words} {rest}"
