"""The steps from one figure to another: which units each clause removed, in a fixed order that is part of the output.

Steps do not commute, so the order is part of what is said (counting.md 7.3):
:data:`~okoce_core.counting.bridging.path.ORDER`, and before it, from a claim, those of
:mod:`~okoce_core.counting.bridging.claim_steps`. :func:`split` gives each clause its share without an order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final, Literal

import attrs

from okoce_core.counting.bridging.claim_steps import claim_steps
from okoce_core.counting.bridging.game import shapley
from okoce_core.counting.bridging.joining import Stop, joined
from okoce_core.counting.bridging.path import path, through, widest
from okoce_core.counting.disclosure.suppression import Suppression
from okoce_core.counting.figures import exact
from okoce_core.counting.standings import Standings
from okoce_core.counting.tally import MEASURES, Tally, tally
from okoce_core.frames import Kind, Record, Tabular
from okoce_core.misuse import Misuse
from okoce_core.rules.rulebook import Rulebook
from okoce_core.shown import Shown

__all__ = ["Bridge", "Step", "bridge", "split"]

Under = Callable[[Rulebook], Standings]
"""The population under a rulebook."""

MOST_CLAUSES: Final = 8
"""An order-free split counts the population 2**k times."""


def _how_many(units: tuple[int, ...]) -> str:
    return f"<{len(units)} units>"


_COLUMNS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("measure", "start", "end", "step"), "text"),
    **dict.fromkeys(("value", "change"), "real"),
    **dict.fromkeys(("value_exact", "change_exact", "unit"), "text"),
    **dict.fromkeys(("removed", "added", "changed"), "whole"),
}


@attrs.frozen
class Step:
    """One step of a bridge.

    Attributes:
        name: A key of :data:`ORDER`, or one of the steps of a claim. fields: What it changed, from and to.
        value: The figure after it. change: By how much it moved.
        unit: What was removed, added or changed: row, person or enterprise, by its number.
        changed: Units that stay with another number of jobs. Under disclosure control no unit is named.
        parts: The names of several steps that disclosure control joined into this one.
    """

    name: str
    fields: Mapping[str, tuple[Any, Any]]
    value: Fraction
    change: Fraction
    unit: Literal["row", "person", "enterprise"]
    removed: tuple[int, ...] = attrs.field(default=(), repr=_how_many)
    added: tuple[int, ...] = attrs.field(default=(), repr=_how_many)
    changed: tuple[int, ...] = attrs.field(default=(), repr=_how_many)
    parts: tuple[str, ...] = ()

    def record(self) -> Record:
        """The step as plain values, as a row of a table."""
        return {
            "step": self.name, "value": float(self.value), "change": float(self.change),
            "value_exact": exact(self.value), "change_exact": exact(self.change),
            "unit": self.unit, "removed": len(self.removed), "added": len(self.added), "changed": len(self.changed),
        }  # fmt: skip


@attrs.frozen(repr=False)
class Bridge(Shown, Tabular):
    """The steps from one figure to another of the same measure; ``start`` and ``end`` are the rulebooks' labels."""

    measure: str
    start: str
    end: str
    value: Fraction
    steps: tuple[Step, ...]

    def __repr__(self) -> str:
        last = self.steps[-1].value if self.steps else self.value
        return f"<Bridge of {self.measure}: {self.value} {self.start} to {last} {self.end} in {len(self.steps)} steps>"

    def _kinds(self) -> Mapping[str, Kind]:
        return _COLUMNS

    def records(self) -> list[Record]:
        """The start and each step as plain dicts, in order; ``removed``, ``added``, ``changed``: how many units."""
        whole = {"measure": self.measure, "start": self.start, "end": self.end}
        start = Step("start", {}, self.value, Fraction(0), "row")
        return [whole | step.record() for step in (start, *self.steps)]


def bridge(under: Under, start: Rulebook, end: Rulebook, measure: str, suppress: Suppression | None = None) -> Bridge:
    """The ordered steps from the figure under one rulebook to that under another.

    Args:
        under: Gives the population under a rulebook. measure: participants, entrepreneurs, enterprises or jobs.
        suppress: Rules of disclosure control: steps that move few are joined with their neighbours.

    Raises:
        Misuse: a rulebook does not count the measure, or models it.
    """
    if end.basis == "rows" and start.basis != "rows":
        return _reversed(bridge(under, end, start, measure, suppress))
    for book in (start, end):
        _check(book, measure)
    told = list(_stops(under, start, end, measure))
    if suppress:
        told = joined(told, _subjects(under, start, measure), measure, suppress)
    step = _step if suppress is None else _nameless
    steps = [step(before.tally, after) for before, after in pairwise(told) if after.name]
    return Bridge(measure, start.label, end.label, told[0].tally.value, tuple(steps))


def _subjects(under: Under, start: Rulebook, measure: str) -> Sequence[int]:
    """Whom the rows are about that a claim of the measure adds up; no other rulebook tells of rows."""
    if start.basis != "rows":
        return ()
    return under(start).population.said["headcount" if measure == "jobs" else "participation"].subject


def _stops(under: Under, start: Rulebook, end: Rulebook, measure: str) -> Iterator[Stop]:
    """The tally at the start and after each step; without a name where only the unit changes."""
    if start.basis == "rows":
        start = widest(end)
        claimed = claim_steps(under(start), measure)
        if end.basis == "rows":
            end, claimed = start, iter([next(claimed)])
        yield from (Stop(name, {}, told) for name, told in claimed)
    else:
        yield Stop("", {}, tally(under(start), measure))
    for name, changes, book in path(start, end, measure):
        yield Stop(name, changes, tally(under(book), measure))


def _nameless(before: Tally, stop: Stop) -> Step:
    after = stop.tally
    return Step(stop.name, stop.changes, after.value, after.value - before.value, after.unit, parts=stop.parts)


def _step(before: Tally, stop: Stop) -> Step:
    after = stop.tally
    was, now = before.adds, after.adds
    if was == now:
        return _nameless(before, stop)
    return Step(
        stop.name, stop.changes, after.value, after.value - before.value, after.unit,
        removed=tuple(sorted(n for n in was if n not in now)), added=tuple(sorted(n for n in now if n not in was)),
        changed=tuple(sorted(n for n, adds in now.items() if n in was and was[n] != adds)),
    )  # fmt: skip


def _reversed(forth: Bridge) -> Bridge:
    values = [forth.value, *(step.value for step in forth.steps)]
    back = [
        attrs.evolve(
            step, value=value, change=-step.change, removed=step.added, added=step.removed,
            fields={field: (new, old) for field, (old, new) in step.fields.items()},
        )
        for step, value in zip(forth.steps, values, strict=False)
    ]  # fmt: skip
    return Bridge(forth.measure, forth.end, forth.start, values[-1], tuple(reversed(back)))


def _check(book: Rulebook, measure: str) -> None:
    if measure not in MEASURES:
        raise Misuse("unknown-measure", f"no measure is named {measure!r}", asked=measure, allowed=MEASURES)
    if book.basis == "rates" and measure != "participants":
        raise Misuse("bridge-modelled", f"{book.name} models {measure}: no steps lead there", asked=book.name)
    if measure == "jobs" and book.basis == "units" and book.jobs is None:
        raise Misuse("bridge-not-asked", f"{book.name} does not ask for jobs", asked=book.name)


def split(under: Under, start: Rulebook, end: Rulebook, measure: str) -> dict[str, Fraction]:
    """Each clause's share in the difference between two figures, whatever the order: Shapley over what differs.

    Raises:
        Misuse: as for :func:`bridge`; or one of them is a sum of rows; or more than :data:`MOST_CLAUSES` differ.
    """
    for book in (start, end):
        _check(book, measure)
        if book.basis == "rows":
            raise Misuse("split-rows", f"{book.name} is a sum of rows, whose steps have an order", asked=book.name)
    names = [name for name, _, _ in path(start, end, measure)]
    if len(names) > MOST_CLAUSES:
        raise Misuse("split-too-many", f"{len(names)} clauses differ; at most {MOST_CLAUSES} can be split")
    base = tally(under(start), measure).value
    return shapley(names, lambda some: tally(under(through(start, end, measure, some)), measure).value - base)
