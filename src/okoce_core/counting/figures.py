"""Figures: what a count says, with what it leaves open and what it left out."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import attrs

from okoce_core.misuse import Misuse
from okoce_core.shown import Shown

if TYPE_CHECKING:
    from okoce_core.counting.explaining.explanation import Explanation
    from okoce_core.counting.standings import Standings

__all__ = ["Figure", "Number", "Range", "exact"]

Number = Fraction


def exact(number: Number | int | None) -> str | None:
    """An exact number as text: ``"5"``, ``"7/2"``; None stays None."""
    return None if number is None else str(Fraction(number))


@attrs.frozen
class Range:
    """A number with its ends, exact."""

    value: Number = Fraction(0)
    low: Number = Fraction(0)
    high: Number = Fraction(0)

    def as_json(self) -> dict[str, str | None]:
        """The range as it stands in okoce-figures/1."""
        return {"value": exact(self.value), "low": exact(self.low), "high": exact(self.high)}


@attrs.frozen(repr=False)
class Figure(Shown):
    """One measure under one rulebook.

    Attributes:
        measure: participants, entrepreneurs, enterprises or jobs.
        state: *counted*: value is decided units. *modelled*: an assumed rate times a count. *not asked*: the rulebook
            does not ask for it; there is no value.
        value, low, high: Exact. ``low`` and ``high`` take in dates that are partial or missing, pairs of people in
            doubt, and partners that gave only totals. Enterprises without any headcount are in none of them.
        unknown: Units about which nothing can be decided: people whom only undated facts speak for; for jobs, counted
            enterprises without a known headcount.
        coverage: Jobs only: the share of counted enterprises with a known headcount.
        conflicts: Jobs only: contradictory or impossible reports met.
        employees: Jobs only: workers other than owners, whatever the rulebook counts. Where a source does not say
            whether its owners are inside, ``low`` takes them off.
        owners: Jobs only: working owners of the counted enterprises in heads, whether they are in ``value`` or not.
        persons_employed: Jobs only: employees and working owners together, in the rulebook's unit.
        estimate: The number corrected for links missed or made in error, with a 95 % interval; only where identity was
            decided by evidence. Estimated, never counted.
        counted: How many units are in ``value``. left_out: How many are not, by reason; together all there are.
    """

    measure: Literal["participants", "entrepreneurs", "enterprises", "jobs"]
    state: Literal["counted", "modelled", "not asked"] = "counted"
    value: Number | None = Fraction(0)
    low: Number | None = Fraction(0)
    high: Number | None = Fraction(0)
    unknown: int = 0
    coverage: Number | None = None
    conflicts: int = 0
    employees: Range | None = None
    owners: int = 0
    persons_employed: Range | None = None
    estimate: Range | None = None
    counted: int = 0
    left_out: Mapping[str, int] = attrs.field(factory=dict)
    _standings: Standings | None = attrs.field(default=None, eq=False, repr=False)

    def __repr__(self) -> str:
        return f"<Figure {self}>"

    def __str__(self) -> str:
        """The measure with its number, its ends and what is unknown, in English."""
        told = f"{self.measure} {self.value} ({self.low} to {self.high})" if self.value is not None else self.measure
        state = "" if self.state == "counted" else f", {self.state}"
        return told + state + (f", {self.unknown} unknown" if self.unknown else "")

    def explain(self, most: int = 20) -> Explanation:
        """The tree from this figure down to file, sheet and row.

        Args:
            most: How many units of each reason are shown; all are counted.

        Raises:
            Misuse: no unit stands behind it: it is a sum of rows, modelled, or not asked.
        """
        from okoce_core.counting.explaining.explain import explain_figure

        if self._standings is None or self.state != "counted":
            raise Misuse("not-explained", f"no unit stands behind {self.measure} here", asked=self.measure)
        return explain_figure(self._standings, self.measure, most)

    def as_json(self) -> dict[str, object]:
        """The figure as it stands in okoce-figures/1."""
        shown: dict[str, object] = {
            "state": self.state, "value": exact(self.value), "low": exact(self.low), "high": exact(self.high),
            "unknown": self.unknown, "counted": self.counted, "left_out": dict(sorted(self.left_out.items())),
        }  # fmt: skip
        if self.estimate:
            ends = ("value", "low", "high")
            shown["estimate"] = {end: f"{float(getattr(self.estimate, end)):.1f}" for end in ends}
        if self.measure == "jobs":
            shown |= {"coverage": exact(self.coverage), "conflicts": self.conflicts, "owners": self.owners}
            for part in ("employees", "persons_employed"):
                told = getattr(self, part)
                shown[part] = told.as_json() if told else None
        return shown
