"""Figures as they stand in okoce-figures/1: exact numbers as texts, keys in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from okoce_core.counting.figures import exact
from okoce_core.counting.tally import MEASURES

if TYPE_CHECKING:
    from okoce_core.counting.results import Figures

__all__ = ["figures_as_json"]

_LATEST_COHORTS = 5
"""A cohort is followed for so many years."""


def figures_as_json(figures: Figures, by: Sequence[str], methods: Sequence[str]) -> dict[str, object]:
    """One rulebook's figures.

    Args:
        by: Dimensions to break down by. methods: Ways of attribution. A sum of rows has neither.
    """
    book = figures.rulebook
    shown: dict[str, object] = {"rulebook": book.name, "label": book.label}
    if book.set:
        shown["set"] = dict(sorted(book.set.items()))
    for measure in MEASURES:
        shown[measure] = getattr(figures, measure).as_json()
    shown |= {"claimed": int(figures.claimed), "overlap": int(figures.overlap)}
    if book.further:
        shown["further"] = _further(figures)
    if methods and book.basis == "units":
        shown["attribution"] = {
            m: {way: {p: exact(v) for p, v in figures.attribution(m, way).items()} for way in methods}
            for m in ("participants", "entrepreneurs", "jobs")
        }
    if by and book.basis == "units":
        told = figures.table(*by)
        shown["by"] = told.as_rows()
        shown["by_notes"] = [str(note) for note in told.notes]
    return shown


def _further(figures: Figures) -> dict[str, Any]:
    asked = set(figures.rulebook.further)
    shown: dict[str, Any] = {}
    if asked & {"births", "deaths"}:
        shown["demography"] = figures.demography().as_json()
    if "survival" in asked:
        shown["survival"] = _survival(figures)
    if asked & {"pemula", "mapan"}:
        shown["perpres2"] = figures.perpres2().as_json()
    if asked & {"icse18", "persons_employed_distinct"}:
        shown["icse18"] = figures.icse18().as_json()
    return shown


def _survival(figures: Figures) -> list[dict[str, object]]:
    """Each birth cohort after each whole year that has begun by the day, by the calendar-year rule."""
    cohorts = list(figures.demography().by_year)
    last = figures.as_of.year
    return [
        figures.survival(cohort, after).as_json()
        for cohort in cohorts
        for after in range(1, min(last - cohort, _LATEST_COHORTS) + 1)
    ]
