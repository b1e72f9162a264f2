"""okoce-records/1, the public form of the canonical model: one JSON object a line (``docs/records.md``).

A line that does not fit is taken apart key by key, and what is wrong is told by the name of the key (law 8).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import attrs

from okoce_core.evidence import Place
from okoce_core.model.converter import LINES, RENAMED, Line, converter
from okoce_core.model.facts import MEASURES, Headcount

__all__ = ["FORMAT", "LINES", "Line", "converter", "keys", "place", "structure"]

FORMAT: Final = "okoce-records/1"


@cache
def keys(kind: str) -> Mapping[str, tuple[str, Any]]:
    """For a type of line, its keys: the attribute each fills and that attribute's type."""
    fields = attrs.fields(attrs.resolve_types(LINES[kind].made))
    return {RENAMED.get(f.name, f.name): (f.name, f.type) for f in fields if f.name != "by_class"}


def structure(kind: str, said: Mapping[str, Any], wrong: Callable[[str, str], None]) -> Any | None:
    """A line's entity or fact, without its subjects.

    Args:
        kind: A key of :data:`LINES`. said: The object without ``type``, ``place`` and the subjects.
        wrong: Called with a problem code and our name of the key for each thing that is wrong; such a key counts as
            absent, and the rest is read.

    Returns:
        The object, or None where a key it cannot do without is missing or wrong.
    """
    if kind == "participation" and said.get("role", "") is None:
        said = {**said, "role": "unknown"}  # the one key whose null says something else than its absence
    misshapen = any(not isinstance(said[key], list | None) for key in _lists(kind) & said.keys())
    if misshapen or said.keys() - keys(kind).keys():
        return _piecewise(kind, said, wrong)
    told = {k: v for k, v in said.items() if v is not None} if None in said.values() else said
    try:
        whole = converter().structure(told, LINES[kind].made)
    except Exception:
        return _piecewise(kind, said, wrong)
    return _checked(kind, whole, said, wrong)


def _piecewise(kind: str, said: Mapping[str, Any], wrong: Callable[[str, str], None]) -> Any | None:
    known, fit, spoilt = keys(kind), {}, False
    for key, value in said.items():
        if key not in known:
            wrong("record-key", "")
        elif value is not None:
            attribute, type_ = known[key]
            try:
                if key in _lists(kind) and not isinstance(value, list):
                    raise ValueError
                fit[attribute] = converter().structure(value, type_)
            except Exception:
                wrong("record-value", key)
                spoilt = True
    try:
        whole = LINES[kind].made(**fit)
    except TypeError:
        if not spoilt:
            wrong("record-value", _needed(kind, said))
        return None
    return _checked(kind, whole, said, wrong)


def _needed(kind: str, said: Mapping[str, Any]) -> str:
    """The first key the line cannot do without and does not have."""
    fields = attrs.fields(LINES[kind].made)
    return next((f.name for f in fields if f.default is attrs.NOTHING and said.get(f.name) is None), "")


@cache
def _lists(kind: str) -> frozenset[str]:
    """The keys of a type of line whose values are lists."""
    return frozenset(key for key, (_, type_) in keys(kind).items() if "tuple" in str(type_))


def _checked(kind: str, whole: Any, said: Mapping[str, Any], wrong: Callable[[str, str], None]) -> Any | None:
    """What no single key can say: a known measure, a range that goes upwards, absent classes of a headcount."""
    if kind == "total" and whole.measure not in MEASURES:
        wrong("record-value", "measure")
        return None
    if getattr(whole, "partner", None) == "":
        wrong("record-value", "partner")
        return None
    if kind == "headcount" and whole.total_high is not None and whole.total_high < (whole.total or 0):
        wrong("record-value", "total_high")
        whole = attrs.evolve(whole, total_high=None)
    return _classed(whole, said)


_CLASSES: Final[dict[str, Any]] = {
    "full_time": 0, "part_time": 0, "seasonal": (), "casual": 0, "third_party": 0, "unpaid_hours": (),
}  # fmt: skip


def _classed(whole: Any, said: Mapping[str, Any]) -> Any:
    """A headcount that gives any class has 0 in the absent ones; a class given as null stays unknown."""
    if type(whole) is not Headcount or not (_CLASSES.keys() | {"part_time_hours"}) & said.keys():
        return whole
    if whole.part_time_hours and "part_time" not in said:
        said = {**said, "part_time": None}
        whole = attrs.evolve(whole, part_time=len(whole.part_time_hours))
    return attrs.evolve(whole, by_class=True, **{c: zero for c, zero in _CLASSES.items() if c not in said})


def place(said: Any, line: int, file: str) -> Place | None:
    """The ``place`` of a line, where it has a proper one."""
    if not isinstance(said, dict) or not isinstance(said.get("file", ""), str):
        return None
    row, sheet = said.get("row"), said.get("sheet") or ""
    if not (row is None or type(row) is int) or not isinstance(sheet, str):
        return None
    return Place(said.get("file") or file, sheet, row if row is not None else line)
