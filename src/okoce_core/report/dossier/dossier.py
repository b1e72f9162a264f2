"""Everything that a report holds, in no language yet: gathered once, and disclosure control is applied here alone.

The page, the CSV files, the SQLite file and SDMX-CSV are all made from this, so that what is hidden in one of them is
hidden in all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from okoce_core.counting import (
    AgeBand,
    Bridge,
    Comparison,
    Figures,
    Rows,
    Rung,
    Shared,
    Suppression,
    coverage,
    headcount_ages,
    ladder,
    shared_lists,
)
from okoce_core.counting.exports import Observation
from okoce_core.counting.figures import Range
from okoce_core.intake.outcome import Reading
from okoce_core.model.bulk import bulk
from okoce_core.plugins.partners import KnownPartner
from okoce_core.report.dossier.quality import Quality, quality
from okoce_core.report.dossier.senders import Faults, Sender, faults, senders
from okoce_core.report.steps import steps
from okoce_core.rules.rulebook import Rulebook

__all__ = ["HEADLINES", "Dossier", "gather"]

HEADLINES: Final = ("participants", "entrepreneurs", "jobs")


@attrs.frozen
class Dossier:
    """What a report holds.

    Attributes:
        books: The definitions, in the order asked for. main: The last of them, which the report is about.
        claim: The one that adds up rows, if there is one.
        rows: Every number as it leaves: the headlines under each definition; province and shares under ``main``.
        estimates: By label and measure, where identity was decided by evidence.
        bridges: The steps from the first definition to the last, of each measure where they can be asked for.
        rungs, shared, ages: Of ``main``: the ladder, who stands on whose lists, how old the headcounts are.
        senders: What each partner sent. faults: What is wrong in it. quality: What the figures rest on.
        suppress: The rules of disclosure control that were applied; None: nothing is hidden.
    """

    books: tuple[Rulebook, ...]
    rows: Rows
    estimates: Mapping[tuple[str, str], Range]
    bridges: tuple[Bridge, ...]
    rungs: tuple[Rung, ...]
    shared: tuple[Shared, ...]
    ages: tuple[AgeBand, ...]
    senders: tuple[Sender, ...]
    faults: Faults
    quality: Quality
    reading: Reading = attrs.field(repr=False)
    suppress: Suppression | None = None

    @property
    def main(self) -> Rulebook:
        """The definition the report is about: the last that was asked for."""
        return self.books[-1]

    @property
    def claim(self) -> Rulebook | None:
        """The definition that adds up rows as they were sent."""
        return next((book for book in self.books if book.basis == "rows"), None)

    @property
    def names(self) -> dict[str, str]:
        """What partners are called, by their ids; those whose name nobody knows are not in it."""
        told = (sender.told for sender in self.senders)
        return {partner.partner: partner.name for partner in told if partner.partner and partner.name}

    def headline(self, book: Rulebook, measure: str) -> Observation:
        """A figure as it leaves."""
        return next(row for row in self.rows if _is_headline(row, book.label, measure))

    def by_province(self) -> dict[str | None, dict[str, Observation]]:
        """What stands in each province under the main definition, by measure; None is unknown."""
        found: dict[str | None, dict[str, Observation]] = {}
        for row in self.rows:
            if "province" in row.of:
                found.setdefault(row.of["province"], {})[row.measure] = row
        return found

    def shares(self) -> dict[str, dict[str, Observation]]:
        """Each partner's equal shares under the main definition, by measure."""
        found: dict[str, dict[str, Observation]] = {}
        for row in self.rows:
            if row.attribution:
                found.setdefault(row.of["partner"] or "", {})[row.measure] = row
        return found


def _is_headline(row: Observation, label: str, measure: str) -> bool:
    return row.measure == measure and row.about.label == label and not row.of and not row.attribution


@bulk()
def gather(
    comparison: Comparison, reading: Reading, partners: Iterable[KnownPartner], suppress: Suppression | None
) -> Dossier:
    """Everything that is to be told of a comparison, and of the reading it was counted from.

    Args:
        partners: Those that are known, whether they sent anything or not.
    """
    main, sent = comparison[-1], senders(coverage(reading, partners, suppress), suppress)
    rows, wrong = _rows(comparison.figures, sent, suppress), faults(reading, sent)
    return Dossier(
        books=tuple(figures.rulebook for figures in comparison),
        rows=rows,
        estimates=_estimates(comparison.figures, rows),
        bridges=tuple(told.bridge for told in steps(comparison, suppress=suppress)) if len(comparison) > 1 else (),
        rungs=() if main.rulebook.basis == "rows" else ladder(main, suppress),
        shared=() if main.rulebook.basis == "rows" else shared_lists(main, suppress),
        ages=headcount_ages(main, suppress) if main.rulebook.jobs else (),
        senders=sent,
        faults=wrong,
        quality=quality(comparison, reading, wrong.by_code.get("undated", 0)),
        reading=reading,
        suppress=suppress,
    )


def _rows(comparison: Sequence[Figures], sent: Sequence[Sender], suppress: Suppression | None) -> Rows:
    """Only the main definition is broken down: the same table under two could be taken from each other."""
    *others, main = comparison
    found = [row for figures in others for row in figures.rows(suppress=suppress)]
    if main.rulebook.basis == "rows":
        found += main.rows()
    else:
        found += main.rows(["province"], ["equal"], suppress)
    hidden = {measure for sender in sent for measure, cell in sender.told.totals.items() if cell.status}
    return Rows(_without_ends(row) if row.measure in hidden else row for row in found)


def _without_ends(row: Observation) -> Observation:
    """A total that a partner gave is in the ends: where it is hidden it would follow from them."""
    return attrs.evolve(row, low=None, high=None)


def _estimates(comparison: Sequence[Figures], rows: Rows) -> dict[tuple[str, str], Range]:
    """None of a figure that is hidden."""
    hidden = {(row.about.label, row.measure) for row in rows if row.status and not row.of and not row.attribution}
    told = ((f.rulebook.label, getattr(f, measure)) for f in comparison for measure in (*HEADLINES, "enterprises"))
    return {
        (label, figure.measure): figure.estimate
        for label, figure in told
        if figure.estimate and (label, figure.measure) not in hidden
    }
