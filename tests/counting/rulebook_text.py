"""The rulebooks of the vectors' table, in the flat spelling of the fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from okoce_core.testing.strategies import rulebook_of_fields
from tests.counting.records_of_vector import CLASSES, STAGES

__all__ = ["fields_of_table", "rulebook_of_fields"]


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
