"""Tiles: squares of one size on a grid, each with a short name, a number and a colour; and the legend below them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from functools import cache
from importlib.resources import files
from math import log
from typing import Any, Final, Literal

import attrs

from okoce_core.report.charts.look import FONT, GREY, INK, LINE, layer, text_width
from okoce_core.report.charts.wording import Numbered, number
from okoce_core.report.tongue import Tongue

__all__ = ["State", "Tile", "grid", "view"]

_SIDE: Final = 66
_GAP: Final = 4
_PALE: Final = ("#e3f3f0", "#b5ded7", "#74bfb5")
_DARK: Final = ("#1d7c73", "#0b4f4a")
_SHADES: Final = (*_PALE, *_DARK)
_LINE: Final = 28
_SWATCH: Final = 18
_HALF: Final = 330

State = Literal["counted", "hidden", "not reported"]


@attrs.frozen
class Tile:
    """A province on the grid: columns from the west, rows from the north."""

    code: str
    name: str
    short: str
    column: int
    row: int


@cache
def grid() -> tuple[Tile, ...]:
    """The 38 provinces."""
    text = files("okoce_core.report.charts").joinpath("provinces.toml").read_text("utf-8")
    return tuple(Tile(**tile) for tile in tomllib.loads(text)["tiles"])


def view(cells: Mapping[str | None, Numbered], tongue: Tongue) -> dict[str, Any]:
    """Every province as a tile; one that no cell is given for was not reported."""
    most = max((c.value for code, c in cells.items() if code and c.value is not None), default=Fraction(0))
    tiles = [_drawn(tile, cells.get(tile.code), most, tongue) for tile in grid()]
    layers = [*_tiles(tiles), *_legend({tile["state"] for tile in tiles}, tongue)]
    columns = 1 + max(tile.column for tile in grid())
    return {"width": columns * (_SIDE + _GAP), "height": _below() + 2 * _LINE, "layer": layers}


def _below() -> int:
    """Where the tiles end."""
    return (1 + max(tile.row for tile in grid())) * (_SIDE + _GAP)


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


def _legend(states: Collection[State], tongue: Tongue) -> list[dict[str, Any]]:
    """Below the tiles: from few to many, and what has no number."""
    top = _below() + 6
    swatches = [_swatch(place * (_SWATCH + 2), top, shade) for place, shade in enumerate(_SHADES)]
    texts = [_beside(swatches[-1], tongue.say("from few to many, by orders of size"))]
    hatched = []
    if "not reported" in states:
        swatches.append(_swatch(0, top + _LINE, GREY))
        texts.append(_beside(swatches[-1], tongue.say("grey: not reported, which is not nought")))
    if "hidden" in states:
        hatched = [_swatch(_HALF, top + _LINE, "white")]
        texts.append(_beside(hatched[0], tongue.say("hatched (…): hidden, to protect people")))
    square = {"type": "rect", "stroke": LINE, "strokeWidth": 0.5}
    words = {"type": "text", "align": "left", "fontSize": FONT - 2}
    return [
        layer([*swatches, *hatched], square, **_CORNERS, color=_FILL),
        _hatching(hatched),
        layer(texts, words, x=_pixel("x"), y=_pixel("y"), text={"field": "text"}),
    ]


def _beside(swatch: Mapping[str, Any], text: str) -> dict[str, Any]:
    return {"x": swatch["x2"] + 8, "y": swatch["y"] + _SWATCH / 2, "text": text}


def _swatch(x: float, y: float, fill: str) -> dict[str, Any]:
    return {"x": x, "y": y, "x2": x + _SWATCH, "y2": y + _SWATCH, "fill": fill}
