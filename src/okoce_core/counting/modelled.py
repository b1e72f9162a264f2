"""Figures that are an assumed rate times a count: labelled *modelled*, never mixed with what was counted (law 4)."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from okoce_core.counting.figures import Figure
from okoce_core.rules.rulebook import RateRule

__all__ = ["modelled"]


def modelled(participants: Figure, rates: RateRule) -> dict[str, Figure]:
    """Entrepreneurs as a rate of the participants, and jobs as a rate of those; enterprises have no rate."""
    return {
        "entrepreneurs": _times("entrepreneurs", participants, rates.entrepreneurs),
        "enterprises": Figure("enterprises", state="not asked", value=None, low=None, high=None),
        "jobs": _times("jobs", participants, rates.entrepreneurs * rates.jobs),
    }


def _times(measure: Literal["entrepreneurs", "jobs"], base: Figure, rate: Fraction) -> Figure:
    value, low, high = (None if end is None else end * rate for end in (base.value, base.low, base.high))
    return Figure(measure, state="modelled", value=value, low=low, high=high)
