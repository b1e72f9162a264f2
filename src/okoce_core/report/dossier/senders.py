"""What each partner sent, and what is wrong in it, as it may be published.

A list of a few rows tells how few people its partner served. So its number of rows is hidden, as is another's where it
would follow from the sum; and its problems are told neither beside its name nor in the sums by kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

import attrs

from okoce_core.counting import Cell, Coverage, Suppression
from okoce_core.counting.breakdowns.cell import ALL, Key
from okoce_core.counting.disclosure.suppression import suppressed
from okoce_core.intake.outcome import Reading

__all__ = ["Faults", "Sender", "faults", "senders"]


@attrs.frozen
class Sender:
    """One partner.

    Attributes:
        told: What it sent. recorded: Rows that gave a record; None: unknown. small: Whether they are few, so that
            nothing that hangs on them may be told.
    """

    told: Coverage
    recorded: Cell | None
    small: bool

    @property
    def rejected(self) -> Cell | None:
        """Rows that gave none; None: unknown."""
        if self.small:
            return Cell(value=None, low=None, high=None, status="few")
        return None if self.told.rejected is None else _rows(self.told.rejected)


@attrs.frozen
class Faults:
    """How many rows have a problem.

    Attributes:
        by_partner: By partner and severity; the partner None: a file of several, or of nobody known.
        by_code: By code. left_out: Whether there are lists so small that their problems are in neither.
    """

    by_partner: Mapping[str | None, Mapping[str, int]] = attrs.field(hash=False)
    by_code: Mapping[str, int] = attrs.field(hash=False)
    left_out: bool


def senders(coverage: Iterable[Coverage], suppress: Suppression | None) -> tuple[Sender, ...]:
    """What each partner sent, with the numbers of rows that may be told. Rows of totals are no rows of people."""
    told = list(coverage)
    cells = {place: _rows(each.recorded) for place, each in enumerate(told) if each.recorded is not None}
    if suppress is None:
        return tuple(Sender(each, cells.get(place), small=False) for place, each in enumerate(told))
    people = {place: cell for place, cell in cells.items() if told[place].state == "lists"}
    small = {place for place, cell in people.items() if 0 < (cell.units or 0) < suppress.threshold}
    keyed: dict[Key, Cell] = {((str(place),),): cell for place, cell in people.items()}
    keyed[ALL,] = _rows(sum(cell.units or 0 for cell in people.values()))
    safe = suppressed(keyed, [("partner",)], "participants", suppress)
    shown = cells | {place: safe[(str(place),),] for place in people}
    return tuple(Sender(each, shown.get(place), place in small) for place, each in enumerate(told))


def _rows(count: int) -> Cell:
    return Cell(Fraction(count), None, None, count)


def faults(reading: Reading, senders: Sequence[Sender]) -> Faults:
    """The problems of a reading, counted; without those of lists that are too small."""
    small = {sender.told.partner for sender in senders if sender.small}
    by_partner: dict[str | None, Counter[str]] = defaultdict(Counter)
    by_code: Counter[str] = Counter()
    for file in reading.files:
        partner = file.partner.id if file.partner else None
        for problem in file.problems if partner not in small else ():
            by_partner[partner][problem.severity] += problem.count
            by_code[problem.code] += problem.count
    return Faults(by_partner, by_code, bool(small))
