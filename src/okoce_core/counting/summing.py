"""From standings to figures: numbers of units, what is open about them, and why the rest was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

import attrs

from okoce_core.counting.figures import Figure
from okoce_core.counting.standings import Standings
from okoce_core.counting.totals import Bounds
from okoce_core.identity.components import Components
from okoce_core.identity.population import Doubt
from okoce_core.rules.heads import Number
from okoce_core.rules.jobs import Jobs
from okoce_core.rules.standing import Standing

__all__ = ["merges_in_doubt", "sum_jobs", "sum_units", "widened"]


def sum_units(
    measure: Literal["participants", "entrepreneurs", "enterprises"],
    standings: Iterable[int],
    threshold: Standing,
    doubt: int,
) -> Figure:
    """A figure of people or enterprises.

    Args:
        measure: Of what. standings: One for each unit there is. threshold: From where on a unit is in ``value``.
        doubt: By how many ``low`` falls if every pair in doubt is one person after all.
    """
    tally = Counter(standings)
    counted = sum(n for standing, n in tally.items() if standing >= threshold)
    certain, possible = tally[Standing.CERTAIN], sum(n for s, n in tally.items() if s >= Standing.UNDATED)
    left = {Standing(s).name.lower(): n for s, n in tally.items() if s < threshold and n}
    return Figure(
        measure, value=Fraction(counted), low=Fraction(certain - doubt), high=Fraction(possible),
        unknown=tally[Standing.UNDATED], counted=counted, left_out=left,
    )  # fmt: skip


def merges_in_doubt(doubts: Sequence[Doubt], standings: bytearray) -> int:
    """How many fewer certain people there are if every doubtful pair is one person.

    Two of them may be one through a third who is not certain himself: which of several is paired with which says
    nothing, only who hangs together does.
    """
    numbers = {person: i for i, person in enumerate(dict.fromkeys(p for d in doubts for p in (d.a, d.b)))}
    forest = Components(len(numbers))
    for doubt in doubts:
        forest.join(numbers[doubt.a], numbers[doubt.b])
    certain = [number for person, number in numbers.items() if standings[person] == Standing.CERTAIN]
    return len(certain) - len({forest.root(number) for number in certain})


def sum_jobs(standings: Standings) -> Figure:
    """The figure of jobs: over the counted enterprises, each once (law 5)."""
    if standings.book.jobs is None:
        return Figure("jobs", state="not asked", value=None, low=None, high=None)
    threshold, enterprise = standings.threshold, standings.enterprise
    value: Number = 0
    low: Number = 0
    high: Number = 0
    known = unknown = conflicts = owners = 0
    for number, work in standings.jobs.items():
        counted = enterprise[number] >= threshold
        if counted:
            value += work.value
            known, unknown = known + work.known, unknown + (not work.known)
            conflicts, owners = conflicts + work.conflicts, owners + work.owners
        least, most = _ends(work, certain=enterprise[number] == Standing.CERTAIN)
        low, high = low + least, high + most
    left = Counter(Standing(s).name.lower() for s in enterprise if s < threshold) + Counter({"unknown": unknown})
    coverage = Fraction(known, known + unknown) if known + unknown else None
    return Figure(
        "jobs", value=Fraction(value), low=Fraction(low), high=Fraction(high), unknown=unknown, coverage=coverage,
        conflicts=conflicts, owners=owners, counted=known, left_out=left,
    )  # fmt: skip


def _ends(work: Jobs, *, certain: bool) -> tuple[Number, Number]:
    """The least and most an enterprise adds; one that may not count at all may also add nothing."""
    return (work.low, work.high) if certain else (min(work.low, 0), max(work.high, 0))


def widened(figure: Figure, bounds: Bounds) -> Figure:
    """A figure with the ends that totals-only partners leave open."""
    if figure.low is None or figure.high is None:
        return figure
    return attrs.evolve(figure, low=figure.low + bounds.low, high=figure.high + bounds.high)
