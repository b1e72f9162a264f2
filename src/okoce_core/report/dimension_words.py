"""What the dimensions of a breakdown and their values are called; codes and names of sources stay as they are."""

from __future__ import annotations

from typing import Any

from okoce_core.report.published_words import measure_word
from okoce_core.report.tongue import Tongue

__all__ = ["dimension_word", "partner_kind_word", "value_word"]


def dimension_word(name: str, tongue: Tongue) -> str:
    """Of a dimension."""
    say = tongue.say
    names = {
        "partner": say("Partner"), "partner_kind": say("Kind of partner"), "province": say("Province"),
        "regency": say("Regency or city"), "district": say("District"), "sex": say("Sex"), "age_group": say("Age"),
        "disability": say("Disability"), "sector": say("Sector"), "size_class": say("Size (BPS, by workers)"),
        "stage": say("Stage reached"), "joined_year": say("Year of joining"),
        "business": say("New or existing business"),
    }  # fmt: skip
    return names[name]


def value_word(dimension: str, value: Any, tongue: Tongue) -> str:
    """Of a value of a dimension; None is unknown."""
    say = tongue.say
    if value is None:
        return say("unknown")
    if dimension == "stage":
        return measure_word(value, tongue)
    if dimension == "partner_kind":
        return partner_kind_word(value, tongue)
    names = {
        "sex": {"F": say("women"), "M": say("men")},
        "disability": {"yes": say("yes"), "no": say("no")},
        "business": {"new": say("new"), "existing": say("existing")},
    }
    return names.get(dimension, {}).get(value, str(value))


def partner_kind_word(kind: str, tongue: Tongue) -> str:
    """Of a kind of partner."""
    say = tongue.say
    names = {
        "community": say("community"), "association": say("association"), "campus": say("campus"),
        "school": say("school"), "pesantren": say("pesantren"), "company": say("company"),
        "government": say("government"),
    }  # fmt: skip
    return names.get(kind, kind)
