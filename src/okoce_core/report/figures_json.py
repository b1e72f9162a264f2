"""okoce-figures/1 and okoce-reading/1: figures and readings for other programs. The same inputs give the same bytes.

Exact numbers are texts ("7/2"); keys stand in a fixed order; what has no order of its own is sorted.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import attrs

from okoce_core.counting import Figures
from okoce_core.evidence import Problem
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.model.bulk import bulk

__all__ = ["day_or_none", "document", "problems_in_order", "reading_document"]

FORMAT: Final = "okoce-figures/1"


@bulk()
def document(
    figures: Sequence[Figures],
    reading: Reading,
    known_at: dt.date | None = None,
    by: Sequence[str] = (),
    methods: Sequence[str] = (),
    identity: str = "full",
) -> dict[str, Any]:
    """Figures of one reading as okoce-figures/1.

    Args:
        figures: One for each rulebook, all of the same day; none where nothing could be read.
        reading: What they were counted from.
        known_at: Only what was known by this day was counted.
        by: Dimensions to break down by.
        methods: Ways of attribution.
        identity: How identity was decided.
    """
    return {
        "format": FORMAT,
        "as_of": day_or_none(figures),
        "known_at": known_at.isoformat() if known_at else None,
        "inputs": reading.inputs,
        "identity": identity,
        "figures": [f.as_json(by, methods) for f in figures],
        "contradictions": _contradictions(figures),
        **_what_was_read(reading),
    }


def day_or_none(figures: Sequence[Figures]) -> str | None:
    """The day figures speak of; None where there are none, or nothing is dated."""
    day = figures[0].as_of if figures else dt.date.max
    return None if day == dt.date.max else day.isoformat()


def _contradictions(figures: Sequence[Figures]) -> list[dict[str, Any]]:
    """How many of each code; they are those of the facts, the same under every rulebook."""
    count = Counter(conflict.code for conflict in figures[0].conflicts()) if figures else Counter[str]()
    return [{"code": code, "count": number} for code, number in sorted(count.items())]


def reading_document(reading: Reading) -> dict[str, Any]:
    """A reading as okoce-reading/1: files, ledger and problems, no figures and no records."""
    return {"format": "okoce-reading/1", "inputs": reading.inputs, **_what_was_read(reading)}


def _what_was_read(reading: Reading) -> dict[str, Any]:
    return {
        "files": [_file(f) for f in sorted(reading.files, key=lambda f: (f.source.name, f.source.sha256, f.state))],
        "ledger": attrs.asdict(reading.ledger),
        "problems": [problem.record() for problem in problems_in_order(reading)],
    }


def _file(file: FileReading) -> dict[str, Any]:
    return {
        "name": file.source.name, "state": file.state, "adapter": file.adapter,
        "partner": file.partner.id if file.partner else None, "ledger": attrs.asdict(file.ledger),
    }  # fmt: skip


def problems_in_order(reading: Reading) -> list[Problem]:
    """Every problem, by file, then by code, sheet, column and row."""
    files = sorted(reading.files, key=lambda f: (f.source.name, f.source.sha256, f.state))
    return [problem for file in files for problem in file.problems]
