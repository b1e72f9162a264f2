"""What was wrong in the lists, by partner and by kind; and what became of each file's rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

import attrs

from okoce_core.counting import Suppression
from okoce_core.intake.outcome import Reading

__all__ = ["Faults", "faults"]


@attrs.frozen
class Faults:
    """How many rows have a problem.

    Attributes:
        by_partner: By partner and severity; the partner None: a file of several, or of nobody known.
        by_code: By code.
    """

    by_partner: Mapping[str | None, Mapping[str, int]] = attrs.field(hash=False)
    by_code: Mapping[str, int] = attrs.field(hash=False)


def faults(reading: Reading, suppress: Suppression | None) -> Faults:
    """The problems of a reading, counted."""
    by_partner: dict[str | None, Counter[str]] = defaultdict(Counter)
    by_code: Counter[str] = Counter()
    for file in reading.files:
        partner = file.partner.id if file.partner else None
        for problem in file.problems:
            by_partner[partner][problem.severity] += problem.count
            by_code[problem.code] += problem.count
    return Faults(by_partner, by_code)
