"""One number of a table, with what stands behind it; and where in a table it stands."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, Literal

import attrs

from okoce_core.counting.figures import exact
from okoce_core.frames import Record

__all__ = ["ALL", "Cell", "Key", "Place", "Status", "merged"]

Status = Literal["", "few", "dominated", "secondary", "rounded"]

Place = tuple[str | None, ...]
"""A place on one axis of a table: a value, None for unknown. On an axis of places that lie in each other it is a path,
``("31", "31.75")``; a shorter path is all that lies in it."""

ALL: Final[Place] = ()
"""Everything on an axis together."""

Key = tuple[Place, ...]
"""A place in a table: one on each axis."""

_NONE: Final = (Fraction(0), Fraction(0))


@attrs.frozen
class Cell:
    """One number of a table.

    Attributes:
        value, low, high: Exact; ``low`` and ``high`` take in dates that are partial or missing, and for jobs what
            headcounts leave open. Pairs of people in doubt, and partners that gave only totals, are in the ends of
            the whole figure alone. None: not published.
        units: How many people or enterprises stand behind ``value``; of jobs, enterprises with a known headcount.
        largest: The two largest contributions of single enterprises to jobs, a loss counted as its size.
        others: What all other enterprises contribute. (These three are for disclosure control, and never published
            under it.)
        status: Why it is not published as it is: *few* units, *dominated* by one enterprise, *secondary* (another
            could be worked out from it), *rounded*.
    """

    value: Fraction | None = Fraction(0)
    low: Fraction | None = Fraction(0)
    high: Fraction | None = Fraction(0)
    units: int | None = 0
    largest: tuple[Fraction, Fraction] | None = _NONE
    others: Fraction | None = Fraction(0)
    status: Status = ""

    def record(self) -> Record:
        """The number as plain values. What was rounded or taken away shows no ends, and no units behind it."""
        ends = (None, None) if self.status else (self.low, self.high)
        told = dict(zip(("value", "low", "high"), (self.value, *ends), strict=True))
        floats = {name: None if number is None else float(number) for name, number in told.items()}
        return {**floats, **{f"{name}_exact": exact(number) for name, number in told.items()}, "status": self.status}

    @property
    def empty(self) -> bool:
        """Whether nothing at all is in it; a gain and a loss that cancel out are something."""
        return not self.value and not any(self.largest or ())


def merged(cells: Iterable[Cell]) -> Cell:
    """Cells of different units, none of them suppressed, as one."""
    parts = list(cells)
    first, second, *rest = sorted((n for cell in parts for n in cell.largest or _NONE), reverse=True)
    return Cell(
        value=sum((cell.value or Fraction(0) for cell in parts), Fraction(0)),
        low=sum((cell.low or Fraction(0) for cell in parts), Fraction(0)),
        high=sum((cell.high or Fraction(0) for cell in parts), Fraction(0)),
        units=sum(cell.units or 0 for cell in parts),
        largest=(first, second),
        others=sum(rest, sum((cell.others or Fraction(0) for cell in parts), Fraction(0))),
    )
