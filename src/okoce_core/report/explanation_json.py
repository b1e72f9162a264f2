"""okoce-explanation/1: why a figure, a person or an enterprise is counted as it is, for other programs."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from okoce_core.counting import Explanation, Figures
from okoce_core.intake.outcome import Reading
from okoce_core.report.figures_json import day_or_none, reading_document
from okoce_core.rules import Rulebook

__all__ = ["explanation_document"]

FORMAT: Final = "okoce-explanation/1"


def explanation_document(
    explained: Explanation | None,
    figures: Figures | None,
    book: Rulebook,
    reading: Reading,
    known_at: dt.date | None,
    identity: str,
) -> dict[str, Any]:
    """An explanation as okoce-explanation/1.

    Args:
        explained, figures: The tree, and whose it is; None where nothing could be read. book: The rulebook.
        reading: What was counted. known_at: Only what was known by this day was. identity: How it was decided.
    """
    return {
        **reading_document(reading),
        "format": FORMAT,
        "as_of": day_or_none([figures] if figures else []),
        "known_at": known_at.isoformat() if known_at else None,
        "identity": identity,
        "rulebook": book.name,
        "label": book.label,
        "explanation": explained.as_json() if explained else None,
    }
