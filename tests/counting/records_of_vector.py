"""The facts of a worked vector as okoce-records/1: a plain translation, key by key, that decides nothing.

The vectors carry resolved ids, so the header says ``"ids":"resolved"``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from okoce_core.testing.strategies import Line, as_bytes

__all__ = ["CLASSES", "STAGES", "Line", "as_bytes", "records_of_vector"]

STAGES = {
    "P1": "registered", "P2": "trained", "P3": "mentored", "P4": "licensed",
    "P5": "marketed", "P6": "reported", "P7": "financed",
}  # fmt: skip

CLASSES = {"ft": "full_time", "pt": "part_time"}

_TYPES = {
    "part": "participation", "ent": "enterprise", "own": "ownership", "permit": "permit",
    "snap": "headcount", "works": "employment", "total": "total",
}  # fmt: skip

_KEYS = {**CLASSES, "pt_hours": "part_time_hours", "rev": "revision", "ent": "enterprise", "n": "value"}


def records_of_vector(facts: Iterable[Mapping[str, Any]]) -> list[Line]:
    """One line a fact, in the order given.

    >>> records_of_vector([{"type": "snap", "partner": "A", "ent": "E1", "date": "2022-06-30", "ft": 4}])
    [{'type': 'headcount', 'partner': 'A', 'enterprise': 'E1', 'date': '2022-06-30', 'full_time': 4}]
    """
    return [_line(fact) for fact in facts]


def _line(fact: Mapping[str, Any]) -> Line:
    line: Line = {"type": _TYPES[fact["type"]]}
    for key, value in fact.items():
        if key == "stage":
            line["stage"] = STAGES[value]
        elif key == "reactivated":
            line["reactivated"] = value if isinstance(value, list) else [value]
        elif key == "seasonal":
            line["seasonal"] = [{"count": s["n"], "months": s["months"], "hours": s["hours"]} for s in value]
        elif key not in ("type", "file"):  # which file a fact came in is told by the files themselves
            line[_KEYS.get(key, key)] = value
    return line
