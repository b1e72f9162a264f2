"""The steps from the first definition to the last: how the one figure becomes the other, and by which clause."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from okoce_core.counting import Bridge, Step
from okoce_core.counting.exports.observation import Kind
from okoce_core.report.comparison_page import bridge_table
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import Records, number
from okoce_core.report.dossier.section import Section
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]

_COLUMNS: Final[Mapping[str, Kind]] = {
    "measure": "text", "step": "whole", "name": "text", "start": "text", "end": "text",
    "change": "real", "change_exact": "text", "value": "real", "value_exact": "text", "unit": "text",
    "removed": "whole", "added": "whole", "changed": "whole", "fields": "text",
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
    tables = tuple(bridge_table(bridge, tongue) for bridge in dossier.bridges)
    return Section("jembatan", say("From one definition to the other"), (guide,), (), tables)


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
        "name": step.name, **number("change", step.change), **number("value", step.value), "unit": step.unit,
        "removed": len(step.removed), "added": len(step.added), "changed": len(step.changed), "fields": fields,
    }  # fmt: skip


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
