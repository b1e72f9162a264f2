"""Rulebooks to draw: any combination of the fields of docs/rulebooks.md that a rulebook of units may have.

Fields are drawn flat, named as ``--set`` names them; :func:`rulebook_of_fields` writes them as TOML, so that what is
drawn passes through :func:`okoce_core.parse_rulebook` as a user's own would.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from okoce_core.rules import Rulebook, parse_rulebook
from okoce_core.testing.vocabulary import CLASSES, PERMITS, STAGES

__all__ = ["rulebook_fields", "rulebook_of_fields", "rulebooks"]

_JOB_FIELDS = ("classes", "unpaid", "owners", "unit", "value", "floor", "max_age_months", "conflict")
_TESTS = ["permit", "permit", "owns", "owns", "none", "employer", "stage", "brand", "self_supporting"]

_HEAD = """id = "{id}"
version = {version}
source = "Written by a test"
valid_from = "2017-01-01"
basis = "units"
dates = "{dates}"
{jobs}
[title]
id = "Uji"
en = "Test"

[definition]
id = "Aturan untuk uji."
en = "A rulebook for a test."
"""


def rulebook_of_fields(fields: Mapping[str, Any], name: str = "drawn@1") -> Rulebook:
    """The rulebook with these fields; ``jobs.classes`` None means that jobs are not asked."""
    ident, version = name.split("@")
    unasked = fields["jobs.classes"] is None
    head = _HEAD.format(id=ident, version=version, dates=fields["dates"], jobs='jobs = "none"' if unasked else "")
    parts = ["participant", "entrepreneur"] if unasked else ["participant", "entrepreneur", "jobs"]
    return parse_rulebook(head + "".join(_part(part, fields) for part in parts))


def _part(part: str, fields: Mapping[str, Any]) -> str:
    own = {key.partition(".")[2]: value for key, value in fields.items() if key.startswith(f"{part}.")}
    if part == "entrepreneur" and own.get("min_stage") is None:
        own.pop("min_stage", None)
    # JSON's texts, numbers, booleans and lists are TOML's; null has no TOML form and is spelt "none".
    rows = (f"{key} = {json.dumps('none' if value is None else value)}" for key, value in own.items())
    return "\n".join((f"\n[{part}]", *rows, ""))


_permits = st.one_of(st.just(PERMITS[:3]), st.lists(st.sampled_from(PERMITS), min_size=1, unique=True))
_haki = st.sampled_from([["HAKI"], [], ["HAKI", "OTHER"]])


@st.composite
def rulebook_fields(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a rulebook, by dotted name."""
    test = draw(st.sampled_from(_TESTS))
    permits = {"permit": _permits, "brand": _haki}.get(test, st.just([]))
    fields = {
        "dates": draw(st.sampled_from(["certain", "possible"])),
        "participant.min_stage": draw(st.sampled_from(["registered"] * 3 + STAGES)),
        "entrepreneur.test": test,
        "entrepreneur.state": draw(st.sampled_from(["ever", "active"])),
        # Only a permit can be older than the first participation.
        "entrepreneur.new_only": test == "permit" and draw(st.integers(0, 3)) == 3,
        "entrepreneur.permits": draw(permits),
        "entrepreneur.min_stage": draw(st.sampled_from(STAGES)) if test == "stage" else None,
    }
    if draw(st.integers(0, 9)) == 9:
        return {**fields, **{f"jobs.{name}": None for name in _JOB_FIELDS}}
    return {**fields, **draw(_job_fields())}


@st.composite
def _job_fields(draw: st.DrawFn) -> dict[str, Any]:
    classes = st.lists(st.sampled_from(CLASSES), min_size=1, unique=True)
    return {
        "jobs.classes": draw(st.one_of(st.just(CLASSES), classes)),
        "jobs.unpaid": draw(st.sampled_from(["none", "1/3", "all"])),
        "jobs.owners": draw(st.sampled_from(["exclude", "per_enterprise"])),
        "jobs.unit": draw(st.sampled_from(["head", "fte"])),
        "jobs.value": draw(st.sampled_from(["last", "stock", "peak", "net"])),
        "jobs.floor": draw(st.booleans()),
        "jobs.max_age_months": draw(st.sampled_from([None, None, 12, 6, 24])),
        "jobs.conflict": draw(st.sampled_from(["min", "max"])),
    }


def rulebooks() -> st.SearchStrategy[Rulebook]:
    """A rulebook of units; ``.fields()`` gives its fields."""
    return rulebook_fields().map(rulebook_of_fields)
