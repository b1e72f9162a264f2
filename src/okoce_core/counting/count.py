"""Counting a population under a rulebook: ``count`` for one, ``compare`` for several side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

import attrs

from okoce_core.counting.claim import claimed_figures
from okoce_core.counting.dimensions import rows_by
from okoce_core.counting.figures import Figure, exact
from okoce_core.counting.partners import attribution
from okoce_core.counting.standings import People, Standings
from okoce_core.counting.summing import merges_in_doubt, sum_jobs, sum_units, widened
from okoce_core.counting.totals import bounds
from okoce_core.counting.tracing import trace
from okoce_core.evidence import Trail
from okoce_core.identity.population import Population
from okoce_core.misuse import Misuse
from okoce_core.model.bulk import bulk
from okoce_core.rules.loading import rulebook
from okoce_core.rules.rulebook import Rulebook
from okoce_core.rules.standing import Clock
from okoce_core.values import PartialDate

__all__ = ["Figures", "compare", "count", "latest_day"]

Day = str | dt.date | None


def count(population: Population, book: str | Rulebook, *, as_of: Day = None, known_at: Day = None) -> Figures:
    """The figures of a population under one rulebook.

    Args:
        population: Who is counted, from :func:`okoce_core.resolve`.
        book: A preset's ``id@version``, or a rulebook.
        as_of: The day the figures speak of, inclusive; without it, the latest day the inputs describe.
        known_at: Count only what was known by this day.

    Raises:
        Misuse: an unknown rulebook, or a day that is none.
    """
    return compare(population, [book], as_of=as_of, known_at=known_at)[0]


def compare(
    population: Population, books: Iterable[str | Rulebook], *, as_of: Day = None, known_at: Day = None
) -> tuple[Figures, ...]:
    """The same population under several rulebooks, side by side; see :func:`count`."""
    day = _ordinal("as_of", as_of)
    clock = Clock(day if day is not None else latest_day(population).toordinal(), _ordinal("known_at", known_at))
    people: dict[Any, People] = {}

    def of(book: Rulebook) -> People:
        if book.participant not in people:
            people[book.participant] = People(population, book, clock)
        return people[book.participant]

    chosen = [rulebook(book) for book in books]
    with bulk():
        return tuple(_count(population, book, clock, of) for book in chosen)


def _ordinal(name: str, day: Day) -> int | None:
    if isinstance(day, dt.date):
        return day.toordinal()
    try:
        return None if day is None else PartialDate.from_iso(day).last
    except ValueError:
        raise Misuse("bad-date", f"{name} must be a date, YYYY-MM-DD", asked=str(day)) from None


def latest_day(population: Population) -> dt.date:
    """The latest day the manifest says the inputs describe, else the latest any row says, else the latest any fact has.

    Never today. Where nothing is dated at all it is the last day there is, so that nothing seems to lie after it.
    """
    facts = [fact for said in population.said.values() for fact in said.facts] + list(population.totals)
    fields = ("date", "issued", "start", "as_of")
    told = (
        [file.observed for file in population.reading.files],
        [fact.observed for fact in facts],
        [getattr(fact, field, None) for fact in facts for field in fields],
    )
    for days in told:
        if known := [day.last for day in days if day is not None]:
            return dt.date.fromordinal(max(known))
    return dt.date.max


def _count(population: Population, book: Rulebook, clock: Clock, people: Callable[[Rulebook], People]) -> Figures:
    standings = Standings(population, book, clock, people(book))
    if book.basis == "rows":
        return Figures(standings, **claimed_figures(population))
    threshold = standings.threshold
    doubt = [merges_in_doubt(population.doubts, s) for s in (standings.people.standing, standings.entrepreneur)]
    figures = Figures(
        standings,
        sum_units("participants", standings.people.standing, threshold, doubt[0]),
        sum_units("entrepreneurs", standings.entrepreneur, threshold, doubt[1]),
        sum_units("enterprises", standings.enterprise, threshold, 0),
        sum_jobs(standings),
    )
    return figures.widened() if population.totals else figures


@attrs.define(eq=False)
class Figures:
    """What one rulebook says of a population.

    Attributes:
        participants, entrepreneurs, enterprises, jobs: The four measures.
    """

    _standings: Standings = attrs.field(repr=False)
    participants: Figure
    entrepreneurs: Figure
    enterprises: Figure
    jobs: Figure

    @property
    def rulebook(self) -> Rulebook:
        """The definition counted under."""
        return self._standings.book

    @property
    def as_of(self) -> dt.date:
        """The day the figures speak of."""
        return dt.date.fromordinal(self._standings.clock.as_of)

    @cached_property
    def listed(self) -> Mapping[str, int]:
        """Counted participants on each partner's own list."""
        if self.rulebook.basis == "rows":
            return {}
        return self._standings.people.listed(self._standings.threshold)

    @property
    def claimed(self) -> Fraction | int:
        """What the partners' lists come to when added up; less ``overlap`` it is the number of participants."""
        return (self.participants.value or 0) if self.rulebook.basis == "rows" else sum(self.listed.values())

    @property
    def overlap(self) -> Fraction | int:
        """How often a participant was claimed once more than once."""
        return self.claimed - (self.participants.value or 0)

    def widened(self) -> Figures:
        """The same figures with the ends that totals-only partners leave open."""
        totals, clock = self._standings.population.totals, self._standings.clock
        wide: dict[str, Any] = {}
        for measure in ("participants", "entrepreneurs", "enterprises", "jobs"):
            figure: Figure = getattr(self, measure)
            on_lists = self.listed if measure == "participants" else {}
            union = int(figure.low or 0)
            wide[measure] = widened(figure, bounds(totals, measure, on_lists, union, clock))
        return attrs.evolve(self, **wide)

    def attribution(
        self, measure: str, method: str = "equal", weights: Mapping[str, int] | None = None
    ) -> dict[str, Fraction]:
        """Each partner's share in participants, entrepreneurs or jobs; see :data:`okoce_core.counting.METHODS`."""
        if self.rulebook.basis == "rows":
            raise Misuse("rows-not-attributed", f"{self.rulebook.name} adds up rows; there is nothing to share out")
        return attribution(self._standings, measure, method, weights)

    def by(self, *dimensions: str) -> list[dict[str, object]]:
        """The figures broken down; see :data:`okoce_core.counting.DIMENSIONS`. Numbers are exact texts."""
        return rows_by(self._standings, dimensions)

    def trace(self, measure: str) -> Iterator[tuple[int, Trail]]:
        """The rows a figure stands on: each counted person or enterprise by number, with a trail that speaks for it."""
        return trace(self._standings, measure)

    def as_json(self, by: Sequence[str] = (), methods: Sequence[str] = ()) -> dict[str, object]:
        """The figures as they stand in okoce-figures/1."""
        shown: dict[str, object] = {"rulebook": self.rulebook.name, "label": self.rulebook.label}
        if self.rulebook.set:
            shown["set"] = dict(sorted(self.rulebook.set.items()))
        for measure in ("participants", "entrepreneurs", "enterprises", "jobs"):
            shown[measure] = getattr(self, measure).as_json()
        shown |= {"claimed": int(self.claimed), "overlap": int(self.overlap)}
        if methods and self.rulebook.basis == "units":
            shown["attribution"] = {
                m: {way: {p: exact(v) for p, v in self.attribution(m, way).items()} for way in methods}
                for m in ("participants", "entrepreneurs", "jobs")
            }  # fmt: skip
        if by and self.rulebook.basis == "units":
            shown["by"] = self.by(*by)
        return shown
