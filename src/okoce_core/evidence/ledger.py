"""The ledger of a file: every row seen is recorded, rejected, blank or skipped (law 1)."""

from __future__ import annotations

import attrs

from okoce_core.shown import Shown

__all__ = ["Ledger"]


@attrs.frozen
class Ledger(Shown):
    """What became of the rows of one file, or of several added together.

    Attributes:
        seen: Rows of the sheets that were read, title and header rows among them.
        recorded: Rows that gave at least one record.
        rejected: Data rows that gave none; each has a problem.
        blank: Rows with nothing in them.
        skipped: Rows that are not data: titles, headers, totals, notes, signatures, and rows of a refused table.
    """

    seen: int = 0
    recorded: int = 0
    rejected: int = 0
    blank: int = 0
    skipped: int = 0

    def __str__(self) -> str:
        """What became of the rows, in English; nothing of what there was none of."""
        told = {name: number for name, number in attrs.asdict(self).items() if number}
        return ", ".join(f"{number} {name}" for name, number in told.items()) or "no rows"

    def __add__(self, other: Ledger) -> Ledger:
        return Ledger(
            self.seen + other.seen,
            self.recorded + other.recorded,
            self.rejected + other.rejected,
            self.blank + other.blank,
            self.skipped + other.skipped,
        )

    @property
    def balances(self) -> bool:
        """Whether every row seen is accounted for."""
        return self.seen == self.recorded + self.rejected + self.blank + self.skipped
