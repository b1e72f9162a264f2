"""The same population under several rulebooks: the figures side by side, and the steps between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import overload

import attrs

from okoce_core.counting.bridging.bridge import Bridge, Step, bridge, split
from okoce_core.counting.disclosure.suppression import Suppression
from okoce_core.counting.exports import Rows, TabularByRows
from okoce_core.counting.references import Reference, references, trail_of
from okoce_core.counting.results import Figures
from okoce_core.counting.standings import Standings
from okoce_core.evidence import Trail
from okoce_core.identity.population import Population
from okoce_core.misuse import Misuse
from okoce_core.rules.rulebook import Rulebook

__all__ = ["Comparison"]


@attrs.define(eq=False, repr=False)
class Comparison(TabularByRows):
    """Figures under several rulebooks, in the order asked for.

    Attributes:
        figures: One for each rulebook; the comparison itself can be iterated and indexed like them.
    """

    figures: tuple[Figures, ...]
    _under: Callable[[Rulebook], Standings] = attrs.field(repr=False)

    def __repr__(self) -> str:
        labels = ", ".join(figures.rulebook.label for figures in self.figures)
        return f"<Comparison of {len(self)} rulebooks: {labels}>"

    def __len__(self) -> int:
        return len(self.figures)

    def __iter__(self) -> Iterator[Figures]:
        return iter(self.figures)

    @overload
    def __getitem__(self, index: int) -> Figures: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Figures, ...]: ...
    def __getitem__(self, index: int | slice) -> Figures | tuple[Figures, ...]:
        return self.figures[index]

    @property
    def population(self) -> Population:
        """Who was counted.

        Raises:
            Misuse: nothing is compared.
        """
        if not self.figures:
            raise Misuse("not-compared", "nothing is compared")
        return self.figures[0]._standings.population  # noqa: SLF001 - the comparison is made of them

    def bridge(
        self, measure: str, start: str | None = None, end: str | None = None, suppress: Suppression | None = None
    ) -> Bridge:
        """The ordered steps from the figure under one rulebook to that under another.

        Args:
            measure: participants, entrepreneurs, enterprises or jobs.
            start, end: Labels of rulebooks of this comparison; the first and the last unless given.
            suppress: Rules of disclosure control: steps that move few are joined with their neighbours.

        Raises:
            Misuse: a rulebook that is not compared here, or that does not count the measure.
        """
        return bridge(self._under, *self._books(start, end), measure, suppress)

    def split(self, measure: str, start: str | None = None, end: str | None = None) -> dict[str, Fraction]:
        """Each clause's share in the difference, whatever the order (Shapley over the clauses that differ).

        Raises:
            Misuse: as for :meth:`bridge`; a sum of rows; more than eight clauses differ.
        """
        return split(self._under, *self._books(start, end), measure)

    def rows(
        self, by: Sequence[str] = (), attribution: Sequence[str] = (), suppress: Suppression | None = None
    ) -> Rows:
        """The rows of all figures together; see :meth:`Figures.rows`."""
        return Rows(row for figures in self.figures for row in figures.rows(by, attribution, suppress))

    def removed(self, measure: str, step: Step) -> tuple[Reference | Trail, ...]:
        """Whom or what a step removed, as it is named to the outside; a row by where it was read."""
        population = self.population
        if step.unit == "row":
            said = population.said["headcount" if measure == "jobs" else "participation"]
            return tuple(trail_of(population, said, position) for position in step.removed)
        return tuple(references(population, step.unit, step.removed).values())

    def _books(self, start: str | None, end: str | None) -> tuple[Rulebook, Rulebook]:
        books = {figures.rulebook.label: figures.rulebook for figures in self.figures}
        labels = list(books)
        for label in (start, end):
            if label is not None and label not in books:
                raise Misuse("not-compared", f"{label!r} is not among what is compared", asked=label, allowed=labels)
        if not labels:
            raise Misuse("not-compared", "nothing is compared")
        return books[start or labels[0]], books[end or labels[-1]]
