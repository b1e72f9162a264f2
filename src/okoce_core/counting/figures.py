"""Figures: what a count says, with what it leaves open and what it left out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

import attrs

__all__ = ["Figure", "Number", "exact"]

Number = Fraction


def exact(number: Number | int | None) -> str | None:
    """An exact number as text: ``"5"``, ``"7/2"``; None stays None."""
    return None if number is None else str(Fraction(number))


@attrs.frozen
class Figure:
    """One measure under one rulebook.

    Attributes:
        measure: participants, entrepreneurs, enterprises or jobs.
        state: *counted*: value is decided units. *not asked*: the rulebook does not ask for it; there is no value.
        value, low, high: Exact. ``low`` and ``high`` take in dates that are partial or missing, pairs of people in
            doubt, and partners that gave only totals. Enterprises without any headcount are in none of them.
        unknown: Units about which nothing can be decided: people whom only undated facts speak for; for jobs, counted
            enterprises without a known headcount.
        coverage: Jobs only: the share of counted enterprises with a known headcount.
        conflicts: Jobs only: contradictory or impossible reports met.
        owners: Jobs only: working owners of the counted enterprises, whether they are in ``value`` or not.
        counted: How many units are in ``value``. left_out: How many are not, by reason; together all there are.
    """

    measure: Literal["participants", "entrepreneurs", "enterprises", "jobs"]
    state: Literal["counted", "not asked"] = "counted"
    value: Number | None = Fraction(0)
    low: Number | None = Fraction(0)
    high: Number | None = Fraction(0)
    unknown: int = 0
    coverage: Number | None = None
    conflicts: int = 0
    owners: int = 0
    counted: int = 0
    left_out: Mapping[str, int] = attrs.field(factory=dict)

    def as_json(self) -> dict[str, object]:
        """The figure as it stands in okoce-figures/1."""
        shown: dict[str, object] = {
            "state": self.state, "value": exact(self.value), "low": exact(self.low), "high": exact(self.high),
            "unknown": self.unknown, "counted": self.counted, "left_out": dict(sorted(self.left_out.items())),
        }  # fmt: skip
        if self.measure == "jobs":
            shown |= {"coverage": exact(self.coverage), "conflicts": self.conflicts, "owners": self.owners}
        return shown
