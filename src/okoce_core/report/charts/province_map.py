"""A map of the 38 provinces as tiles of one size: on a map of the land DKI Jakarta could not be seen.

What nobody reported is grey and never nought; what disclosure control hides is hatched. The number stands in the tile,
so that the colour is no more than a help.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from okoce_core.counting import Table
from okoce_core.report.charts.chart import Chart
from okoce_core.report.charts.look import chart
from okoce_core.report.charts.tiles import grid, view
from okoce_core.report.charts.wording import Numbered, described, measure_name, number
from okoce_core.report.tongue import Tongue, spoken

__all__ = ["province_map"]

_TOP: Final = 8
"""So many provinces are named in words, those that have most."""


def province_map(told: Table | Mapping[str | None, Numbered], measure: str, tongue: Tongue | None = None) -> Chart:
    """One measure by province. Who is in no known province is told in a note.

    Args:
        told: A table by province alone, or its numbers by Kemendagri code; None is unknown.
        measure: What is shown. tongue: The language; unless given that of :func:`okoce_core.bahasa`.
    """
    tongue = tongue or spoken()
    cells = _told(_cells(told, measure) if isinstance(told, Table) else told)
    title = tongue.say("{measure} by province", measure=measure_name(measure, tongue))
    return chart(title, _words(title, cells, tongue), view(cells, tongue), _notes(cells, tongue))


def _cells(table: Table, measure: str) -> Mapping[str | None, Numbered]:
    return {row.values[0]: row.cells[measure] for row in table.rows if measure in row.cells}


def _told(cells: Mapping[str | None, Numbered]) -> Mapping[str | None, Numbered]:
    """Where all of it is in no known province, the noughts of the provinces say nothing: they are left out."""
    unknown = cells.get(None)
    if unknown is None or unknown.value == 0 or any(cell.value != 0 for code, cell in cells.items() if code):
        return cells
    return {None: unknown}


def _notes(cells: Mapping[str | None, Numbered], tongue: Tongue) -> list[str]:
    unknown = cells.get(None)
    if unknown is None or unknown.value == 0:
        return []
    return [tongue.say("Province unknown: {n}", n=number(unknown, tongue))]


def _words(title: str, cells: Mapping[str | None, Numbered], tongue: Tongue) -> str:
    known = [(tile.name, cells[tile.code]) for tile in grid() if tile.code in cells]
    told = [(name, cell.value) for name, cell in known if cell.value is not None]
    first = sorted(told, key=lambda each: (-each[1], each[0]))[:_TOP]
    words = described(title, [(name, tongue.number(value)) for name, value in first], tongue)
    rest = tongue.say(
        "Provinces with a number: {told}; hidden: {hidden}; not reported: {silent}; unknown: {unknown}.",
        told=len(told), hidden=len(known) - len(told), silent=len(grid()) - len(known),
        unknown=number(cells.get(None), tongue),
    )  # fmt: skip
    return f"{words} {rest}"
