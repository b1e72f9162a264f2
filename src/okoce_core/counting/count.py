"""Counting a population under a rulebook: ``count`` for one, ``compare`` for several side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from okoce_core.counting.bridging.comparison import Comparison
from okoce_core.counting.claim import claimed_figures
from okoce_core.counting.days import Day, clock_of
from okoce_core.counting.disputes import disputed
from okoce_core.counting.figures import Figure
from okoce_core.counting.modelled import modelled
from okoce_core.counting.people import participants
from okoce_core.counting.results import Figures
from okoce_core.counting.standings import Standings
from okoce_core.counting.summing import estimated, merges_in_doubt, sum_jobs, sum_units
from okoce_core.identity.population import Population
from okoce_core.model.bulk import bulk
from okoce_core.rules.loading import rulebook
from okoce_core.rules.perpres2 import ratio
from okoce_core.rules.rulebook import Rulebook
from okoce_core.rules.standing import Clock

__all__ = ["compare", "count"]


def count(
    population: Population, book: str | Rulebook, *, as_of: Day = None, known_at: Day = None,
    weights: Mapping[str, int] | None = None, labour_force: int | None = None,
) -> Figures:  # fmt: skip
    """The figures of a population under one rulebook.

    Args:
        population: Who is counted, from :func:`okoce_core.resolve`.
        book: A preset's ``id@version``, or a rulebook.
        as_of: The day the figures speak of, inclusive; without it, the latest day the inputs describe.
        known_at: Count only what was known by this day.
        weights: Of the partners, published in advance, for the *weighted* attribution.
        labour_force: Persons, for the ratios of Presidential Regulation 2/2022.

    Raises:
        Misuse: an unknown rulebook, or a day that is none.
    """
    return compare(
        population, [book], as_of=as_of, known_at=known_at, weights=weights, labour_force=labour_force
    )[0]  # fmt: skip


def compare(
    population: Population, books: Iterable[str | Rulebook], *, as_of: Day = None, known_at: Day = None,
    weights: Mapping[str, int] | None = None, labour_force: int | None = None,
) -> Comparison:  # fmt: skip
    """The same population under several rulebooks, side by side, and the steps between them; see :func:`count`."""
    if labour_force is not None:
        ratio(0, labour_force)
    clock = clock_of(population, as_of, known_at)
    under = _Under(population, clock)
    chosen = [rulebook(book) for book in books]
    with bulk():
        counted = [_count(population, book, under(book)) for book in chosen]
    given: dict[str, Any] = {"weights": weights or {}, "labour_force": labour_force}
    return Comparison(tuple(attrs.evolve(figures, **given) for figures in counted), under)


class _Under:
    """A population under any rulebook on one day."""

    def __init__(self, population: Population, clock: Clock) -> None:
        self._population, self._clock = population, clock

    def __call__(self, book: Rulebook) -> Standings:
        people = participants(self._population, book.participant, self._clock)
        with bulk():
            return Standings(self._population, book, self._clock, people)


def _count(population: Population, book: Rulebook, standings: Standings) -> Figures:
    if book.basis == "rows":
        rows = claimed_figures(population)
        return Figures(standings, rows["participants"], rows["entrepreneurs"], rows["enterprises"], rows["jobs"])
    threshold = standings.threshold
    doubt = [merges_in_doubt(population.doubts, s) for s in (standings.people.standing, standings.entrepreneur)]
    contradicted = disputed(population, lambda: standings.counted_owners)
    figures = Figures(
        standings,
        sum_units("participants", standings.people.standing, threshold, doubt[0]),
        sum_units("entrepreneurs", standings.entrepreneur, threshold, doubt[1] + len(contradicted.people)),
        sum_units("enterprises", standings.enterprise, threshold, len(contradicted.enterprises)),
        sum_jobs(standings, contradicted.enterprises),
    )
    for whole, units, of in (
        (population.estimate, population.people, (figures.participants, figures.entrepreneurs)),
        (population.enterprise_estimate, population.enterprises, (figures.enterprises, figures.jobs)),
    ):
        counted: dict[str, Figure] = {f.measure: estimated(f, whole, units) for f in of if f.state == "counted"}
        figures = figures.with_figures(counted) if whole else figures
    figures = figures.widened() if population.totals else figures
    return figures.with_figures(modelled(figures.participants, book.rates)) if book.rates else figures
