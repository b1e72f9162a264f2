"""A computed figure beside the published ones: compared with those that mean the same, and why not with the others.

The same is: people at the same stage, or a number that is on record as having come from the very definition counted
under; a stock; of the same scope, which only the caller can say; in the same unit. Everything else is named with what
does not match, and no difference is taken.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, Literal

import attrs

from okoce_core.counting.figures import Figure
from okoce_core.counting.publishing.observations import ArithmeticFact, observations
from okoce_core.counting.publishing.published import SCOPES, Given, PublishedFigure, published
from okoce_core.counting.results import Figures
from okoce_core.misuse import Misuse
from okoce_core.shown import Shown
from okoce_core.values.stage import STAGES

__all__ = ["Check", "Compared", "NotCompared", "Reason", "check"]

Reason = Literal[
    "measure", "definition", "no-definition", "not-counted", "scope-not-said", "scope", "agency", "stock-against-flow",
    "target", "claim", "window", "unit", "date",
]  # fmt: skip
"""What does not match.

*measure*: the rulebook counts no such thing. *definition*: another definition gave the number; *no-definition*: none
was published. *not-counted*: the computed figure is not asked for, or modelled. *agency*: of one agency among several.
*window*: counted from some day on, not from the beginning. *date*: the computed figures speak of no day.
"""


@attrs.frozen
class Compared:
    """A published number and the computed figure that means the same.

    Attributes:
        published: The row. given: The number in it. computed: The figure, its measure and its value, low and high.
        days_apart: From the day computed for to the nearest day the row may speak of; numbers may differ by that alone.
    """

    published: PublishedFigure
    given: Given
    computed: Figure
    days_apart: int

    @property
    def difference(self) -> Fraction:
        """Computed less published."""
        return (self.computed.value or Fraction(0)) - self.given.number

    @property
    def within(self) -> bool:
        """Whether some number that was printed so lies between low and high of the computed figure."""
        least, most = self.given.span
        low, high = self.computed.low or 0, self.computed.high or 0
        return least <= high and (most is None or low <= most)

    @property
    def years_apart(self) -> Fraction:
        """The same distance in years of 365.25 days."""
        return Fraction(4 * self.days_apart, 1461)


@attrs.frozen
class NotCompared:
    """A published number that is not compared. ``reasons``: everything that does not match."""

    published: PublishedFigure
    given: Given
    reasons: tuple[Reason, ...]


@attrs.frozen(repr=False)
class Check(Shown):
    """One rulebook's figures beside everything published.

    Attributes:
        figures: What was computed. scope: Whose people that was, as the caller says.
        compared, not_compared: Together every number published.
        observations: What can be seen in the computed figures by arithmetic alone.
    """

    figures: Figures = attrs.field(repr=False)
    scope: str | None
    compared: tuple[Compared, ...]
    not_compared: tuple[NotCompared, ...]
    observations: tuple[ArithmeticFact, ...]

    def __repr__(self) -> str:
        numbers = f"{len(self.compared)} published numbers compared, {len(self.not_compared)} not"
        return f"<Check of {self.figures.rulebook.label}: {numbers}>"


def check(figures: Figures, *, scope: str | None = None) -> Check:
    """Compare computed figures with the published ones of the same measure, scope and definition.

    Args:
        figures: Of one rulebook, from :func:`okoce_core.count`.
        scope: Whose people were counted, one of :data:`~okoce_core.counting.publishing.published.SCOPES`. The files
            cannot tell; without it nothing is compared.

    Raises:
        Misuse: a scope that is none.
    """
    if scope is not None and scope not in SCOPES:
        raise Misuse("unknown-scope", f"no scope is named {scope!r}", asked=scope, allowed=SCOPES)
    compared: list[Compared] = []
    not_compared: list[NotCompared] = []
    for row in published():
        for given in row.given:
            same = _same(given, figures)
            reasons = tuple(_reasons(given, figures, same, scope))
            if same is None or reasons:
                not_compared.append(NotCompared(row, given, reasons))
            else:
                compared.append(Compared(row, given, same, _days_apart(row, figures.as_of)))
    three = (figures.participants, figures.entrepreneurs, figures.jobs)
    seen = observations(*(figure.value if _is_count(figure) else None for figure in three))
    return Check(figures, scope, tuple(compared), tuple(not_compared), seen)


def _is_count(figure: Figure) -> bool:
    """A rate times a base is none: laid beside what was published it would confirm itself."""
    return figure.state not in {"modelled", "not asked"}


def _same(given: Given, figures: Figures) -> Figure | None:
    """The computed figure of the same measure and definition; of a stage, the stage is the definition."""
    book = figures.rulebook
    if given.definition_id == book.name and not book.set:
        # A stage with a definition on record is whom that definition calls entrepreneurs.
        return figures.jobs if given.measure == "jobs" else figures.entrepreneurs
    if given.measure not in STAGES:
        return None
    if book.participant and book.participant.min_stage == given.measure:
        return figures.participants
    return figures.entrepreneurs if book.entrepreneur and book.entrepreneur.min_stage == given.measure else None


_KINDS: Final[dict[str, Reason]] = {"flow": "stock-against-flow", "target": "target", "claim": "claim"}


def _reasons(given: Given, figures: Figures, same: Figure | None, scope: str | None) -> Iterator[Reason]:
    """Everything that keeps a number from being compared; of another measure there is no more to say."""
    if same is None and given.measure not in {"entrepreneurs", "jobs"}:
        yield "measure"
        return
    if same is None:
        yield "definition" if given.definition_id else "no-definition"
    elif not _is_count(same):
        yield "not-counted"
    yield from _other_people(given, scope)
    if given.kind in _KINDS:
        yield _KINDS[given.kind]
    elif given.window_start:
        yield "window"
    if given.unit != ("jobs" if given.measure == "jobs" else "people"):
        yield "unit"
    if figures.as_of == dt.date.max:
        yield "date"


def _other_people(given: Given, scope: str | None) -> Iterator[Reason]:
    if scope is None:
        yield "scope-not-said"
    elif given.scope != scope:
        yield "scope"
    elif scope == "dki_agency":
        yield "agency"


def _days_apart(row: PublishedFigure, day: dt.date) -> int:
    return max(row.as_of.first - day.toordinal(), day.toordinal() - row.as_of.last, 0)
