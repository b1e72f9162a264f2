"""From standings to figures: numbers of units, what is open about them, and why the rest was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Literal

import attrs

from okoce_core.counting.bounds.totals import Bounds
from okoce_core.counting.figures import Figure, Range
from okoce_core.counting.standings import Standings
from okoce_core.identity.components import Components
from okoce_core.identity.population import Doubt, Estimate
from okoce_core.rules.heads import Heads, Number
from okoce_core.rules.jobs import Jobs
from okoce_core.rules.standing import Standing

__all__ = ["estimated", "merges_in_doubt", "sum_jobs", "sum_units", "widened"]


def sum_units(
    measure: Literal["participants", "entrepreneurs", "enterprises"],
    standings: bytearray,
    threshold: Standing,
    doubt: int,
) -> Figure:
    """A figure of people or enterprises.

    Args:
        measure: Of what. standings: One for each unit there is. threshold: From where on a unit is in ``value``.
        doubt: By how many ``low`` falls if every pair in doubt is one person after all.
    """
    tally = _tally(standings)
    counted = sum(n for standing, n in tally.items() if standing >= threshold)
    certain, possible = tally.get(Standing.CERTAIN, 0), sum(n for s, n in tally.items() if s >= Standing.UNDATED)
    left = {s.name.lower(): n for s, n in tally.items() if s < threshold}
    return Figure(
        measure, value=Fraction(counted), low=Fraction(certain - doubt), high=Fraction(possible),
        unknown=tally.get(Standing.UNDATED, 0), counted=counted, left_out=left,
    )  # fmt: skip


def _tally(standings: bytearray) -> dict[Standing, int]:
    """How many units stand at each standing."""
    return {standing: number for standing in Standing if (number := standings.count(standing))}


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


def estimated(figure: Figure, whole: Estimate | None, units: int) -> Figure:
    """A figure with its share of what is estimated of all units: the ends reach as far as the interval does.

    Those counted are taken to be missed and mixed up as often as all of the lists; the jobs of an enterprise that is
    counted twice are counted twice with it.

    Args:
        whole: How many people, or enterprises, there are. units: How many were decided.
    """
    if whole is None or not units or figure.value is None or figure.low is None or figure.high is None:
        return figure
    ends = (Fraction(end).limit_denominator(10**6) for end in (whole.value, whole.low, whole.high))
    told = Range(*(figure.value * end / units for end in ends))
    low, high = min(figure.low, Fraction(floor(told.low))), max(figure.high, Fraction(ceil(told.high)))
    return attrs.evolve(figure, estimate=told, low=low, high=high)


def sum_jobs(standings: Standings, disputed: Collection[int] = ()) -> Figure:
    """The figure of jobs: over the counted enterprises, each once (law 5).

    Args:
        disputed: Counted enterprises that nothing but a contradiction speaks for: they leave ``low``.
    """
    if standings.book.jobs is None:
        return Figure("jobs", state="not asked", value=None, low=None, high=None)
    enterprise, threshold = standings.enterprise, standings.threshold
    standing_of, doubted_of = map(enterprise.__getitem__, standings.jobs), map(disputed.__contains__, standings.jobs)
    tally = Counter(zip(standings.jobs.values(), standing_of, doubted_of, strict=True))
    whole, employees, persons = _Sum(), _Sum(), _Sum()
    for (work, standing, doubted), times in tally.items():
        told = work.employees
        in_value = work.known and standing >= threshold
        certain = standing == Standing.CERTAIN and not doubted
        for total, added in ((whole, work.added), (employees, 0), (persons, work.own)):
            total.add(told, added, times, in_value=in_value, certain=certain)
    all_jobs = whole.range()
    return attrs.evolve(
        _jobs_figure(tally, threshold, _tally(enterprise)), value=all_jobs.value, low=all_jobs.low, high=all_jobs.high,
        employees=employees.range(), persons_employed=persons.range(),
    )  # fmt: skip


def _jobs_figure(
    tally: Mapping[tuple[Jobs, int, bool], int], threshold: int, all_units: Mapping[Standing, int]
) -> Figure:
    """How many enterprises are known, unknown and left out, and what was met in them."""
    counted = [(work, n) for (work, standing, _), n in tally.items() if standing >= threshold]
    known, every = sum(n for work, n in counted if work.known), sum(n for _, n in counted)
    left = {s.name.lower(): n for s, n in all_units.items() if s < threshold}
    return Figure(
        "jobs", unknown=every - known, coverage=Fraction(known, every) if every else None,
        conflicts=sum(work.conflicts * n for work, n in counted), owners=sum(work.owners * n for work, n in counted),
        counted=known, left_out=left | ({"unknown": every - known} if every > known else {}),
    )  # fmt: skip


class _Sum:
    """Jobs added up, exactly. An enterprise that may not count at all may also add nothing to either end.

    Of each end the numerators are kept by denominator, since adding fractions costs ten times as much as whole numbers.
    """

    def __init__(self) -> None:
        self._low, self._value, self._high = Counter[int](), Counter[int](), Counter[int]()

    def add(self, told: Heads, added: Number, times: int, *, in_value: bool, certain: bool) -> None:
        low, value, high = told.plus(added)
        if in_value:
            self._value[value.denominator] += value.numerator * times
        if certain or low < 0:
            self._low[low.denominator] += low.numerator * times
        if certain or high > 0:
            self._high[high.denominator] += high.numerator * times

    def range(self) -> Range:
        return Range(*(_whole(parts) for parts in (self._value, self._low, self._high)))


def _whole(parts: Mapping[int, int]) -> Fraction:
    return sum((Fraction(numerator, denominator) for denominator, numerator in parts.items()), Fraction(0))


def widened(figure: Figure, bounds: Bounds) -> Figure:
    """A figure with the ends that totals-only partners leave open."""
    if figure.low is None or figure.high is None:
        return figure
    return attrs.evolve(figure, low=figure.low + bounds.low, high=figure.high + bounds.high)
