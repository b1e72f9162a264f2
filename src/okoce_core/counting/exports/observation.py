"""One number that leaves the library: what it measures, of whom, under which definition, and what it leaves open.

Every export is made of these. Numbers are exact here; a column of floats is made only where one leaves.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

import attrs

from okoce_core.counting.breakdowns.dimensions import DIMENSIONS
from okoce_core.counting.figures import exact
from okoce_core.frames import Kind

__all__ = ["COLUMNS", "TOTAL", "About", "Observation"]

TOTAL: Final = "_T"
"""In a dimension: all of it together. None is another thing: those of whom it is unknown. (The code is SDMX's.)"""

COLUMNS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("rulebook", "label", "fingerprint", "measure"), "text"),
    **dict.fromkeys(("as_of", "known_at"), "day"),
    "inputs": "text",
    **dict.fromkeys(DIMENSIONS, "text"),
    "attribution": "text",
    **dict.fromkeys(("value", "low", "high"), "real"),
    **dict.fromkeys(("value_exact", "low_exact", "high_exact"), "text"),
    **dict.fromkeys(("unknown", "counted"), "whole"),
    "coverage": "real",
    **dict.fromkeys(("state", "status"), "text"),
    "additive": "truth",
    "scheme": "text",
}
"""Every column of a record and what it holds, in order; each dimension is one, whether it was broken down by or not."""


@attrs.frozen
class About:
    """The definition a number stands under, and what it was counted from (law 3).

    Attributes:
        rulebook, label: Its name, and the name with what the caller changed. fingerprint: Of its fields.
        as_of: The day it speaks of; None where nothing is dated. known_at: Only what was known then; None: everything.
        inputs: Hash of what was read.
    """

    rulebook: str
    label: str
    fingerprint: str
    as_of: dt.date | None
    known_at: dt.date | None
    inputs: str


@attrs.frozen
class Observation:
    """One number.

    Attributes:
        about: Its definition and origin. measure: participants, entrepreneurs, enterprises, jobs; of jobs also
            employees, owners and persons_employed, apart.
        of: Whom it counts, by dimension; None is unknown. A dimension that is not in it is all together.
        attribution: How credit was shared out, where ``value`` is a partner's share; else None.
        value, low, high: Exact. None: not asked, or suppressed.
        unknown, counted, coverage: As in :class:`~okoce_core.counting.Figure`; None where it is not said.
        state: counted, modelled, bounded, estimated or not asked; never mixed (law 4).
        status: What disclosure control did: nothing (empty), few, dominated, secondary or rounded.
        additive: Whether the parts of the table it stands in add up to the whole; None outside of tables.
        scheme: What the values of its dimensions are from, as in :class:`~okoce_core.counting.breakdowns.table.Table`.
    """

    about: About
    measure: str
    of: Mapping[str, str | None] = attrs.field(factory=dict, hash=False)
    attribution: str | None = None
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    unknown: int | None = None
    counted: int | None = None
    coverage: Fraction | None = None
    state: str = "counted"
    status: str = ""
    additive: bool | None = None
    scheme: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """What the number is of; two observations with the same key speak of the same thing."""
        return self.about, self.measure, frozenset(self.of.items()), self.attribution

    @property
    def hidden(self) -> int:
        """How much disclosure control hides of it: nothing, digits, all."""
        return 0 if not self.status else 1 if self.status == "rounded" else 2

    def record(self) -> dict[str, Any]:
        """One flat row with every column of :data:`COLUMNS`, in their order.

        ``value``, ``low``, ``high`` and ``coverage`` are floats, for analysis; the texts ``…_exact`` are the numbers
        themselves (``"7/2"``).
        """
        flat: dict[str, Any] = {**attrs.asdict(self.about), **attrs.asdict(self, recurse=False)}
        flat |= {name: self.of.get(name, TOTAL) for name in DIMENSIONS}
        flat |= {f"{name}_exact": exact(flat[name]) for name in ("value", "low", "high")}
        return {name: _as(kind, flat[name]) for name, kind in COLUMNS.items()}


def _as(kind: Kind, value: Any) -> Any:
    return float(value) if kind == "real" and value is not None else value
