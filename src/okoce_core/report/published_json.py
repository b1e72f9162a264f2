"""okoce-published/1: the published figures, and computed ones checked against them, for other programs.

Numbers are texts, as in okoce-figures/1; rows of published figures are named by their number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs

from okoce_core.counting.figures import exact
from okoce_core.counting.publishing.check import Check, Compared, NotCompared
from okoce_core.counting.publishing.observations import ArithmeticFact, published_observations, rounded
from okoce_core.counting.publishing.published import Given, PublishedFigure, published
from okoce_core.intake.outcome import Reading
from okoce_core.report.figures_json import day_or_none, reading_document
from okoce_core.values import PartialDate

__all__ = ["check_document", "published_document"]

FORMAT: Final = "okoce-published/1"


def published_document() -> dict[str, Any]:
    """Every published figure, and what can be seen in them by arithmetic alone."""
    return {
        "format": FORMAT,
        "figures": [_figure(figure) for figure in published()],
        "observations": _observations(published_observations()),
    }


def check_document(
    checks: Sequence[Check], reading: Reading, known_at: dt.date | None = None, scope: str | None = None
) -> dict[str, Any]:
    """Computed figures beside the published ones.

    Args:
        checks: One for each rulebook, all of one day; none where nothing could be read.
        reading: What was counted. known_at: Only what was known by this day was. scope: Whose people, by the caller.
    """
    return {
        **reading_document(reading),
        "format": FORMAT,
        "as_of": day_or_none([each.figures for each in checks]),
        "known_at": known_at.isoformat() if known_at else None,
        "scope": scope,
        "checks": [_check(check) for check in checks],
    }


def _figure(figure: PublishedFigure) -> dict[str, Any]:
    given = [_given(number) for number in figure.given]
    return attrs.asdict(figure, recurse=False) | _days(figure) | {"given": given}


def _given(number: Given) -> dict[str, Any]:
    return attrs.asdict(number, recurse=False) | _days(number) | {"number": exact(number.number)}


def _days(of: Given | PublishedFigure) -> dict[str, str]:
    return {
        name: str(day) for name in ("as_of", "window_start") if isinstance(day := getattr(of, name, None), PartialDate)
    }


def _check(check: Check) -> dict[str, Any]:
    book = check.figures.rulebook
    return {
        "rulebook": book.name,
        "label": book.label,
        "compared": [_compared(pair) for pair in check.compared],
        "not_compared": [_not_compared(number) for number in check.not_compared],
        "observations": _observations(check.observations),
    }


def _compared(pair: Compared) -> dict[str, Any]:
    computed = pair.computed
    ends = {end: exact(getattr(computed, end)) for end in ("value", "low", "high")}
    return {
        "row": pair.published.id, "published": _given(pair.given), "computed": {"measure": computed.measure, **ends},
        "difference": exact(pair.difference), "within": pair.within, "days_apart": pair.days_apart,
        "years_apart": rounded(pair.years_apart, 2),
    }  # fmt: skip


def _not_compared(number: NotCompared) -> dict[str, Any]:
    return {"row": number.published.id, "published": _given(number.given), "reasons": list(number.reasons)}


def _observations(seen: Iterable[ArithmeticFact]) -> list[dict[str, Any]]:
    return [
        attrs.asdict(fact)
        | {name: exact(getattr(fact, name)) for name in ("number", "base", "value")}
        | {"rounded": fact.rounded, "rows": list(fact.rows)}
        for fact in seen
    ]
