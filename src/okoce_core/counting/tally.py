"""What each unit adds to a figure: the figure is the sum, and the steps between two figures are told from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal

import attrs

from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["MEASURES", "Tally", "tally"]

MEASURES = ("participants", "entrepreneurs", "enterprises", "jobs")


@attrs.frozen
class Tally:
    """What adds up to a figure.

    Attributes:
        unit: What the numbers are numbers of: *row* (a position among the statements of one kind), person, enterprise.
        adds: What each counted unit adds.
    """

    unit: Literal["row", "person", "enterprise"]
    adds: Mapping[int, Number] = attrs.field(repr=False)

    @property
    def value(self) -> Fraction:
        """The sum."""
        return Fraction(sum(self.adds.values()))


def tally(standings: Standings, measure: str) -> Tally:
    """What each counted person or enterprise adds to a measure; enterprises without a known headcount add no jobs.

    Raises:
        Misuse: an unknown measure.
    """
    if measure not in _TALLIES:
        raise Misuse("unknown-measure", f"no measure is named {measure!r}", asked=measure, allowed=_TALLIES)
    return _TALLIES[measure](standings)


def _ones(standings: Standings, counted: bytearray) -> dict[int, Number]:
    least = standings.threshold
    return {number: 1 for number, standing in enumerate(counted) if standing >= least}


def _jobs(standings: Standings) -> Tally:
    enterprise, least = standings.enterprise, standings.threshold
    held = standings.jobs.items()
    return Tally("enterprise", {n: work.value for n, work in held if work.known and enterprise[n] >= least})


_TALLIES: dict[str, Callable[[Standings], Tally]] = {
    "participants": lambda s: Tally("person", _ones(s, s.people.standing)),
    "entrepreneurs": lambda s: Tally("person", _ones(s, s.entrepreneur)),
    "enterprises": lambda s: Tally("enterprise", _ones(s, s.enterprise)),
    "jobs": _jobs,
}
