"""Steps of a bridge as they may be published: one that moves few people or enterprises is joined with its neighbour.

A step is a difference of two figures, so a small one tells of as few as a small cell of a table does. What is joined
keeps its sum, and the steps still lead from the one figure to the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from heapq import nlargest
from itertools import islice
from typing import Any

import attrs

from okoce_core.counting.breakdowns.cell import Cell
from okoce_core.counting.bridging.path import Changes
from okoce_core.counting.disclosure.suppression import Suppression
from okoce_core.counting.tally import Tally
from okoce_core.rules.heads import Number

__all__ = ["TOGETHER", "Stop", "joined"]

TOGETHER = "together"
"""The name of steps that were joined."""


@attrs.frozen
class Stop:
    """A figure on the way: the step that led there, what it changed, what each unit adds; ``parts``: joined steps."""

    name: str
    changes: Changes
    tally: Tally
    parts: tuple[str, ...] = ()


def joined(stops: Sequence[Stop], subjects: Sequence[int], measure: str, rules: Suppression) -> list[Stop]:
    """The stops that may be published, of which the first and the last always are.

    Args:
        stops: At least one. subjects: Whom a row is about, by its number. measure: What is counted. rules: The rules.
    """
    kept, waiting = [stops[0]], list[Stop]()
    for stop in stops[1:]:
        waiting.append(stop)
        if _may_be_told(kept[-1].tally, stop.tally, subjects, measure, rules):
            kept.append(_together(waiting))
            waiting = []
    while waiting and len(kept) > 1:
        waiting.insert(0, kept.pop())
        if _may_be_told(kept[-1].tally, waiting[-1].tally, subjects, measure, rules):
            break
    return [*kept, _together(waiting)] if waiting else kept


def _together(stops: Sequence[Stop]) -> Stop:
    """Several stops as one: a change and the one that takes it back are none."""
    if len(stops) == 1:
        return stops[0]
    changes: dict[str, tuple[Any, Any]] = {}
    for stop in stops:
        for field, (old, new) in stop.changes.items():
            changes[field] = (changes.get(field, (old, new))[0], new)
    parts = tuple(part for stop in stops for part in (stop.parts or (stop.name,)) if part)
    if len(parts) < 2:
        return attrs.evolve(stops[-1], name=parts[0] if parts else "", changes=changes)
    return Stop(TOGETHER, changes, stops[-1].tally, parts)


def _may_be_told(before: Tally, after: Tally, subjects: Sequence[int], measure: str, rules: Suppression) -> bool:
    if before.adds == after.adds:
        return True
    if before.unit != after.unit:
        before, after = _by_subject(before, subjects, after.unit), _by_subject(after, subjects, after.unit)
    moved = _moved(before.adds, after.adds, subjects if after.unit == "row" else None)
    if measure != "jobs":
        return sum(1 for _ in islice(_first_met(unit for unit, _ in moved), rules.threshold)) in {0, rules.threshold}
    amounts: defaultdict[int, Number] = defaultdict(int)
    for unit, amount in moved:
        amounts[unit] += amount
    return not rules.status("jobs", _cell([max(amount, -amount) for amount in amounts.values() if amount]), ())


def _moved(
    was: Mapping[int, Number], now: Mapping[int, Number], subjects: Sequence[int] | None
) -> Iterator[tuple[int, Number]]:
    """By how much each person or enterprise adds more or less than before; one of whom rows tell may come again."""
    for unit, amount in was.items():
        if now.get(unit, 0) != amount:
            yield subjects[unit] if subjects else unit, now.get(unit, 0) - amount
    for unit, amount in now.items():
        if unit not in was:
            yield subjects[unit] if subjects else unit, amount


def _first_met(units: Iterable[int]) -> Iterator[int]:
    """Each once."""
    met: set[int] = set()
    for unit in units:
        if unit not in met:
            met.add(unit)
            yield unit


def _cell(amounts: Sequence[Number]) -> Cell:
    """What moves, as the rules look at it."""
    largest: list[Number] = [*nlargest(2, amounts), 0, 0]
    first, second = largest[:2]
    whole = Fraction(sum(amounts))
    return Cell(whole, None, None, len(amounts), (Fraction(first), Fraction(second)), whole - first - second)


def _by_subject(tally: Tally, subjects: Sequence[int], unit: str) -> Tally:
    """What each person or enterprise adds, where rows are told."""
    if tally.unit != "row":
        return tally
    adds: defaultdict[int, Number] = defaultdict(int)
    for row, amount in tally.adds.items():
        adds[subjects[row]] += amount
    return Tally("enterprise" if unit == "enterprise" else "person", adds)
