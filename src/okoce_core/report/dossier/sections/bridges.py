"""The steps from the first definition to the last: how the one figure becomes the other, and by which clause."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from okoce_core.counting import Bridge, Step
from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Table
from okoce_core.report.comparison_page import bridge_title, step_sentence
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import Records, number
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import signed
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]

_COLUMNS: Final[Mapping[str, Kind]] = {
    "measure": "text", "step": "whole", "name": "text", "start": "text", "end": "text",
    "change": "real", "change_exact": "text", "value": "real", "value_exact": "text", "joined": "text",
    "fields": "text",
}  # fmt: skip


def section(dossier: Dossier, tongue: Tongue) -> Section | None:
    """What stands on the page; nothing where no steps can be asked for."""
    if not dossier.bridges:
        return None
    say = tongue.say
    guide = say(
        "Read from top to bottom: the first number is what the lists add up to, each step says what one clause of the "
        "definition takes off or adds, the last number is the figure. The order of the steps is fixed; in another "
        "order each could be of another size."
    )
    tables = tuple(_table(bridge, tongue) for bridge in dossier.bridges)
    pictures = tuple(charts.bridge(bridge, tongue) for bridge in dossier.bridges)
    return Section("jembatan", say("From one definition to the other"), (guide,), pictures, tables)


def _table(bridge: Bridge, tongue: Tongue) -> Table:
    """How many units each step moves is not told: it could be few where they move both ways."""
    say, number = tongue.say, tongue.number
    rows = [(bridge.start, "", number(bridge.value))]
    rows += [(step_sentence(step, tongue), signed(step.change, tongue), number(step.value)) for step in bridge.steps]
    heads = say("Step"), say("Change"), say("What is left")
    return Table(bridge_title(bridge, bridge.start, tongue), heads, tuple(rows), frozenset({1, 2}))


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    rows = tuple(row for bridge in dossier.bridges for row in _rows(bridge))
    yield Records("jembatan", _COLUMNS, ("measure", "step"), rows)


def _rows(bridge: Bridge) -> Iterator[dict[str, Any]]:
    common = {"measure": bridge.measure, "start": bridge.start, "end": bridge.end}
    nothing = {**dict.fromkeys(_COLUMNS), **common}
    yield {**nothing, "step": 0, "name": "start", **number("value", bridge.value)}
    for place, step in enumerate(bridge.steps, 1):
        yield {**common, "step": place, **_step(step)}


def _step(step: Step) -> dict[str, Any]:
    fields = json.dumps({field: [_plain(old), _plain(new)] for field, (old, new) in step.fields.items()})
    return {
        "name": step.name, **number("change", step.change), **number("value", step.value),
        "joined": " ".join(step.parts), "fields": fields,
    }  # fmt: skip


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
