"""An explanation: a tree from a figure, or from one person or enterprise, down to the rows it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from okoce_core.counting.figures import exact
from okoce_core.counting.references import Reference
from okoce_core.evidence import Trail
from okoce_core.rules.heads import Number
from okoce_core.rules.standing import Standing
from okoce_core.shown import Shown

__all__ = ["Explanation"]


@attrs.frozen(repr=False)
class Explanation(Shown):
    """One node.

    Attributes:
        what: What is explained, a stable name: a measure; *counted* or *left-out*; a field of the rulebook; a kind of
            statement; what became of a headcount (*decides*, *superseded*, *older*, *too-old*, *conflict*, *unknown*,
            *later*).
        counted: Whether it is in the figure; None where that is no question.
        standing: How far it got, by the name of a :class:`~okoce_core.rules.standing.Standing`: the reason.
        value: What it adds. units: How many units stand behind it, where ``children`` may not show them all.
        unit: The person or enterprise. rows: Where it was read.
        children: What it rests on.
    """

    what: str
    counted: bool | None = None
    standing: Standing | None = None
    value: Number | None = None
    units: int | None = None
    unit: Reference | None = None
    rows: tuple[Trail, ...] = ()
    children: tuple[Explanation, ...] = ()

    def __repr__(self) -> str:
        counted = {None: "", True: ", counted", False: ", not counted"}[self.counted]
        return f"<Explanation of {self.what}{counted}, {sum(1 for _ in self) - 1} nodes below>"

    def __iter__(self) -> Iterator[Explanation]:
        """Itself, and all below it."""
        yield self
        for child in self.children:
            yield from child

    def as_json(self) -> dict[str, Any]:
        """The tree for other programs; what says nothing is left out."""
        shown = {
            "what": self.what, "counted": self.counted, "value": exact(self.value), "units": self.units,
            "standing": None if self.standing is None else self.standing.name.lower(),
            "unit": self.unit.as_json() if self.unit else None,
            "rows": [{"file": t.place.file, "sheet": t.place.sheet, "row": t.place.row} for t in self.rows] or None,
            "children": [child.as_json() for child in self.children] or None,
        }  # fmt: skip
        return {key: value for key, value in shown.items() if value is not None}
