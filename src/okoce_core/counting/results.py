"""What one rulebook says of a population: the four figures, and everything that can be asked of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

import attrs

from okoce_core.counting.bounds.bounding import Bounded, bounded, bounded_shares
from okoce_core.counting.bounds.totals import bounds
from okoce_core.counting.bounds.unions import Overlaps
from okoce_core.counting.breakdowns.breakdown import members, table
from okoce_core.counting.breakdowns.cell import Cell
from okoce_core.counting.breakdowns.columns.ages import YOUTH
from okoce_core.counting.breakdowns.table import Table
from okoce_core.counting.conflicts import Conflict, conflicts
from okoce_core.counting.days import shown_day
from okoce_core.counting.disclosure.disclosed_shares import suppressed_shares
from okoce_core.counting.disclosure.suppression import Suppression
from okoce_core.counting.explaining.explain import MOST, explain_figure, explain_unit
from okoce_core.counting.explaining.explanation import Explanation
from okoce_core.counting.exports import Rows, TabularByRows, rows_of
from okoce_core.counting.figures import Figure
from okoce_core.counting.figures_json import figures_as_json
from okoce_core.counting.measures.demography import Demography, Survival, demography, survival
from okoce_core.counting.measures.icse18 import Icse18, icse18
from okoce_core.counting.measures.perpres2 import Perpres2, perpres2
from okoce_core.counting.partners import attribution
from okoce_core.counting.references import Kind, Reference, find, references
from okoce_core.counting.standings import Standings
from okoce_core.counting.summing import widened
from okoce_core.counting.tally import MEASURES
from okoce_core.counting.tracing import trace
from okoce_core.evidence import Trail
from okoce_core.identity.decisions import Applied
from okoce_core.misuse import Misuse
from okoce_core.rules.demography import MAX_DORMANCY_MONTHS, SurvivalRule
from okoce_core.rules.rulebook import Rulebook

__all__ = ["Figures"]

Named = str | tuple[str, int] | tuple[str, str, int]
"""A person or enterprise: a resolved id; file and row; file, sheet and row."""


@attrs.define(eq=False, repr=False)
class Figures(TabularByRows):
    """What one rulebook says of a population.

    Attributes:
        participants, entrepreneurs, enterprises, jobs: The four measures.
        weights, labour_force: What the caller knows beside the lists; see :func:`okoce_core.count`.
    """

    _standings: Standings = attrs.field(repr=False)
    participants: Figure
    entrepreneurs: Figure
    enterprises: Figure
    jobs: Figure
    weights: Mapping[str, int] = attrs.field(factory=dict, repr=False)
    labour_force: int | None = None

    def __attrs_post_init__(self) -> None:
        for measure in MEASURES if self.rulebook.basis != "rows" else ():
            figure: Figure = getattr(self, measure)
            if figure.state == "counted":
                setattr(self, measure, attrs.evolve(figure, standings=self._standings))

    def __repr__(self) -> str:
        told = "; ".join(str(getattr(self, measure)) for measure in MEASURES)
        return f"<Figures under {self.rulebook.label} as of {shown_day(self.as_of)}: {told}>"

    @property
    def rulebook(self) -> Rulebook:
        """The definition counted under."""
        return self._standings.book

    @property
    def as_of(self) -> dt.date:
        """The day the figures speak of."""
        return dt.date.fromordinal(self._standings.clock.as_of)

    @property
    def known_at(self) -> dt.date | None:
        """Only what was known by the end of this day is counted; None: all."""
        day = self._standings.clock.known_at
        return None if day is None else dt.date.fromordinal(day)

    @property
    def inputs(self) -> str:
        """The hash of what was read."""
        return self._standings.population.reading.inputs

    @cached_property
    def listed(self) -> Mapping[str, int]:
        """Counted participants on each partner's own list."""
        if self.rulebook.basis == "rows":
            return {}
        return self._standings.people.listed(self._standings.threshold)

    @property
    def claimed(self) -> Fraction | int:
        """What the partners' lists come to when added up; less ``overlap`` it is the number of participants."""
        if self.rulebook.basis == "rows":
            return self.participants.value or 0
        return self._standings.people.claimed(self._standings.threshold)

    @property
    def overlap(self) -> Fraction | int:
        """How often a participant was claimed once more than once."""
        return self.claimed - (self.participants.value or 0)

    def widened(self) -> Figures:
        """The same figures with the ends that totals-only partners leave open."""
        totals, clock = self._standings.population.totals, self._standings.clock
        wide = {}
        for measure in MEASURES:
            figure: Figure = getattr(self, measure)
            on_lists = self.listed if measure == "participants" else {}
            wide[measure] = widened(figure, bounds(totals, measure, on_lists, figure.low or 0, clock))
        return self.with_figures(wide)

    def with_figures(self, figures: Mapping[str, Figure]) -> Figures:
        """The same population and rulebook with some figures replaced, by measure."""
        told = {measure: figures.get(measure, getattr(self, measure)) for measure in MEASURES}
        return attrs.evolve(self, **told)

    def attribution(
        self, measure: str, method: str = "equal", weights: Mapping[str, int] | None = None
    ) -> dict[str, Fraction]:
        """Each partner's share in participants, entrepreneurs or jobs; see :data:`okoce_core.counting.METHODS`."""
        if self.rulebook.basis == "rows":
            raise Misuse("rows-not-attributed", f"{self.rulebook.name} adds up rows; there is nothing to share out")
        if measure in MEASURES and getattr(self, measure).state == "modelled":
            raise Misuse("modelled-not-attributed", f"{self.rulebook.name} models {measure}: nobody was counted")
        return attribution(self._standings, measure, method, self.weights if weights is None else weights)

    @cached_property
    def _of_partners(self) -> Table:
        """The whole of each partner, by which its shares are hidden."""
        return self.table("partner")

    def suppressed_attribution(
        self, measure: str, method: str, suppress: Suppression, weights: Mapping[str, int] | None = None
    ) -> dict[str, Cell]:
        """Each partner's share under rules of disclosure control: hidden where his own number is."""
        shares, plain = self.attribution(measure, method, weights), self._of_partners
        served = {str(row.values[0]): row.cells[measure] for row in plain.rows if measure in row.cells}
        return suppressed_shares(shares, served, plain.totals.get(measure, Cell()), measure, suppress)

    def table(self, *dimensions: str, youth: tuple[int, int] = YOUTH, suppress: Suppression | None = None) -> Table:
        """The figures broken down; see :data:`okoce_core.counting.DIMENSIONS`.

        Args:
            youth: The first and last age of the age group *youth*. suppress: Hide and round what could tell of persons.

        Raises:
            Misuse: an unknown dimension; a sum of rows.
        """
        return table(self._standings, dimensions, youth=youth, suppress=suppress)

    def by(self, *dimensions: str) -> list[dict[str, object]]:
        """The figures broken down, as plain rows; numbers are exact texts."""
        return self.table(*dimensions).as_rows()

    def rows(
        self, by: Sequence[str] = (), attribution: Sequence[str] = (), suppress: Suppression | None = None
    ) -> Rows:
        """Everything as tidy rows, from which data frames, CSV and SDMX-CSV are made; see ``docs/exports.md``."""
        broken_down = (by or suppress) and self.rulebook.basis != "rows"
        tables = [self.table(*by, suppress=suppress)] if broken_down else []
        return rows_of(self, tables, attribution, suppress)

    def bounds(
        self, measure: str, population: int | None = None, overlaps: Overlaps | None = None, repeats: int | None = None
    ) -> Bounded:
        """Between what the size of a union lies, given the lists and the partners that gave only totals.

        Args:
            population: How many people there are at most. overlaps: How many two partners have in common, where that is
                known. repeats: How often a person stands on a list of rows at most.
        """
        return bounded(self._standings, measure, population, overlaps, repeats)

    def share_bounds(self, measure: str, repeats: int | None = None) -> dict[str, tuple[Fraction, Fraction]]:
        """Between what each partner's equal share lies: an interval wherever totals-only partners leave it open."""
        return bounded_shares(self._standings, measure, repeats)

    def demography(self, max_dormancy_months: int = MAX_DORMANCY_MONTHS) -> Demography:
        """Births, deaths and the living among the enterprises (Eurostat-OECD)."""
        return demography(self._standings, max_dormancy_months)

    def survival(
        self, cohort_year: int, after: int = 1, rule: SurvivalRule = "calendar_year",
        max_dormancy_months: int = MAX_DORMANCY_MONTHS,
    ) -> Survival:  # fmt: skip
        """What share of the enterprises born in a year survived so many years."""
        return survival(self._standings, cohort_year, after, rule, max_dormancy_months)

    def perpres2(self, labour_force: int | None = None) -> Perpres2:
        """The entrepreneurs as *pemula* and *mapan*, with their ratio to a labour force if one is given."""
        return perpres2(self._standings, self.labour_force if labour_force is None else labour_force)

    @property
    def decisions(self) -> Applied | None:
        """What became of the decisions that bind who is who; None where there were none."""
        return self._standings.population.decisions

    def icse18(self) -> Icse18:
        """Jobs by status in employment (ICSE-18), and the distinct persons who hold them."""
        return icse18(self._standings)

    def explain(self, *, person: Named | None = None, enterprise: Named | None = None) -> Explanation:
        """Why one person or enterprise is counted or not: by which clause, from which rows.

        Args:
            person, enterprise: One of the two: its id where the sources' ids are resolved, or the file and row, or
                file, sheet and row, that speak of it. A whole figure explains itself: ``figures.jobs.explain()``.

        Raises:
            Misuse: nobody is known by that; both or none are asked for; the rulebook counts no units.
        """
        if (person is None) == (enterprise is None):
            raise Misuse("explain-one", "explain takes a person or an enterprise")
        kind: Kind = "person" if person is not None else "enterprise"
        named = person if person is not None else enterprise
        where: dict[str, Any] = {"id": named} if isinstance(named, str) else _place(named or ())
        number = find(self._standings.population, kind, **where)
        measures = ("participants", "entrepreneurs") if kind == "person" else ("enterprises", "jobs")
        return explain_unit(self._standings, number, [m for m in measures if getattr(self, m).state == "counted"])

    def explain_cell(self, measure: str, cell: Mapping[str, str | None], most: int = MOST) -> Explanation:
        """One cell of a breakdown, down to the rows.

        Args:
            measure: participants, entrepreneurs, enterprises or jobs. cell: The value of each dimension; None is
                unknown. most: How many units of each reason are shown.

        Raises:
            Misuse: an unknown measure or dimension; the rulebook counts no such units.
        """
        within = members(self._standings, measure, cell)
        return explain_figure(self._standings, measure, most, within)

    def conflicts(self) -> Iterator[Conflict]:
        """Every contradiction in what was known, whatever the rulebook; see :mod:`okoce_core.counting.conflicts`."""
        return conflicts(self._standings)

    def references(self, kind: Kind, numbers: Collection[int]) -> dict[int, Reference]:
        """How people or enterprises, given by their numbers, are named to the outside."""
        return references(self._standings.population, kind, numbers)

    def trace(self, measure: str) -> Iterator[tuple[int, Trail]]:
        """The rows a figure stands on: each counted person or enterprise by number, with a trail that speaks for it."""
        return trace(self._standings, measure)

    def as_json(self, by: Sequence[str] = (), methods: Sequence[str] = ()) -> dict[str, object]:
        """The figures as they stand in okoce-figures/1."""
        return figures_as_json(self, by, methods)


def _place(named: Sequence[object]) -> dict[str, object]:
    return dict(zip(("file", "row") if len(named) == 2 else ("file", "sheet", "row"), named, strict=True))
