"""okoce-comparison/1: figures under several rulebooks and the steps between them, for other programs.

Exact numbers are texts, as in okoce-figures/1; people, enterprises and rows are named by where they were read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from okoce_core.counting import Comparison, Reference, Step
from okoce_core.counting.figures import exact
from okoce_core.evidence import Trail
from okoce_core.intake.outcome import Reading
from okoce_core.report.figures_json import day_or_none, reading_document
from okoce_core.report.steps import Steps
from okoce_core.report.texts import explanation_text

__all__ = ["comparison_document"]

FORMAT: Final = "okoce-comparison/1"


def comparison_document(
    comparison: Comparison | None, told: Sequence[Steps], reading: Reading, known_at: dt.date | None, identity: str
) -> dict[str, Any]:
    """A comparison as okoce-comparison/1.

    Args:
        comparison: None where nothing could be read. told: The steps of each measure asked for.
        reading: What was counted. known_at: Only what was known by this day was. identity: How it was decided.
    """
    return {
        **reading_document(reading),
        "format": FORMAT,
        "as_of": day_or_none(comparison.figures if comparison else ()),
        "known_at": known_at.isoformat() if known_at else None,
        "identity": identity,
        "figures": [figures.as_json() for figures in comparison or ()],
        "bridge": {each.bridge.measure: _bridge(comparison, each) for each in told if comparison},
    }


def _bridge(comparison: Comparison, told: Steps) -> dict[str, Any]:
    bridge = told.bridge
    shown: dict[str, Any] = {
        "from": bridge.start,
        "to": bridge.end,
        "value": exact(bridge.value),
        "steps": [_step(comparison, bridge.measure, step) for step in bridge.steps],
    }
    if told.shares is not None:
        shares = {name: exact(share) for name, share in told.shares.items()}
        shown["split"] = {"from": told.split_from, "to": bridge.end, "shares": shares}
    return shown


def _step(comparison: Comparison, measure: str, step: Step) -> dict[str, Any]:
    fields = {field: [_value(old), _value(new)] for field, (old, new) in step.fields.items()}
    added = attrs.evolve(step, removed=step.added)
    return {
        "step": step.name, "reason": explanation_text("step", step.name, "en"), "fields": fields,
        "change": exact(step.change), "value": exact(step.value), "unit": step.unit,
        "removed": _references(comparison.removed(measure, step)),
        "added": _references(comparison.removed(measure, added)), "changed": len(step.changed),
    }  # fmt: skip


def _value(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _references(named: Iterable[Reference | Trail]) -> list[dict[str, Any]]:
    return [each.as_json() if isinstance(each, Reference) else _place(each) for each in named]


def _place(trail: Trail) -> dict[str, Any]:
    return {"file": trail.place.file, "sheet": trail.place.sheet, "row": trail.place.row}
