"""Rulebooks for the tests, written as TOML from their fields, so that each also passes through ``parse_rulebook``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import okoce_core as okoce
from tests.counting.records_of_vector import CLASSES, STAGES

__all__ = ["fields_of_table", "rulebook_of_fields"]

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


def rulebook_of_fields(fields: Mapping[str, Any], name: str = "drawn@1") -> okoce.Rulebook:
    """The rulebook with these fields; ``jobs.classes`` None means that jobs are not asked."""
    ident, version = name.split("@")
    unasked = fields["jobs.classes"] is None
    head = _HEAD.format(id=ident, version=version, dates=fields["dates"], jobs='jobs = "none"' if unasked else "")
    parts = ["participant", "entrepreneur"] if unasked else ["participant", "entrepreneur", "jobs"]
    return okoce.parse_rulebook(head + "".join(_part(part, fields) for part in parts))


def fields_of_table(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The flat, long-spelt fields of an entry of the vectors' table of rulebooks."""
    jobs = entry["jobs"] or dict.fromkeys(
        ("classes", "unpaid", "owners", "unit", "value", "floor", "max_age_months", "conflict")
    )
    fields = {
        "dates": entry["dates"],
        "participant.min_stage": STAGES[entry["participant"]["min_stage"]],
        **{f"entrepreneur.{key}": value for key, value in entry["entrepreneur"].items()},
        **{f"jobs.{key}": value for key, value in jobs.items()},
    }
    if fields["jobs.classes"] is not None:
        fields["jobs.classes"] = [CLASSES.get(name, name) for name in fields["jobs.classes"]]
    return fields


def _part(part: str, fields: Mapping[str, Any]) -> str:
    own = {key.partition(".")[2]: value for key, value in fields.items() if key.startswith(f"{part}.")}
    # JSON's texts, numbers, booleans and lists are TOML's; null has no TOML form and is spelt "none".
    rows = (f"{key} = {json.dumps('none' if value is None else value)}" for key, value in own.items())
    return "\n".join((f"\n[{part}]", *rows, ""))
