"""The explanation page: a tree in sentences, from a figure or one person or enterprise down to the rows."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import Final

import attrs

from okoce_core.counting import Explanation, Figures
from okoce_core.evidence import Trail
from okoce_core.report.blocks import Block, Tree
from okoce_core.report.figures_page import day_lines
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["explanation_page", "explanation_tree"]

_PEOPLE: Final = ("participants", "entrepreneurs")
_ONE_EACH: Final = (*_PEOPLE, "enterprises")
_MEASURES: Final = (*_ONE_EACH, "jobs")


def explanation_page(
    explained: Explanation, figures: Figures, tongue: Tongue, *, as_of_given: bool, most: int
) -> list[Block]:
    """The page as blocks.

    Args:
        explained: The tree. figures: Whose it is. as_of_given: Whether the day was asked for.
        most: How many rows are named for each statement.
    """
    book = figures.rulebook
    means = f"{book.label}: {book.definition[tongue.language]}"
    return [*day_lines(figures, tongue, given=as_of_given), means, explanation_tree(explained, tongue, most)]


def explanation_tree(explained: Explanation, tongue: Tongue, most: int) -> Tree:
    """The tree alone; at ``most`` so many rows are named for each statement."""
    teller = _Teller(tongue, most, of_people=explained.what in _PEOPLE, of_one=explained.what == "unit")
    return teller.tree(explained)


@attrs.frozen
class _Teller:
    """Turns nodes into lines. ``of_people``: the units of the figure are people; ``of_one``: it is of one unit only."""

    tongue: Tongue
    most: int
    of_people: bool
    of_one: bool

    def tree(self, node: Explanation) -> Tree:
        """A node with all below it, and how many more units there are than it shows."""
        below = [self.tree(child) for child in node.children]
        grouped = node.units is not None and node.counted is not None
        if grouped and (more := (node.units or 0) - len(node.children)):
            below.append(Tree(self.tongue.say("and {n} more; --most says how many are shown", n=self._number(more))))
        return Tree(self._line(node), tuple(below))

    def _line(self, node: Explanation) -> str:
        head = self._head(node)
        if node.units is not None:
            head += f" ({self._units(node.units)})"
        said = ", ".join(
            filter(None, (self._value(node), self._verdict(node), self._reason(node), self._rows(node.rows)))
        )
        return f"{head}: {said}" if said else head

    def _head(self, node: Explanation) -> str:
        what = explanation_text("what", node.what, self.tongue.language)
        if node.unit is None:
            return what
        name = f"{node.unit.id} ({node.unit.trail})" if node.unit.id else str(node.unit.trail)
        if node.what in _MEASURES:
            return what if self.of_one else name
        return f"{what} {name}"

    def _units(self, number: int) -> str:
        shown = self._number(number)
        return (
            self.tongue.say("people: {n}", n=shown) if self.of_people else self.tongue.say("enterprises: {n}", n=shown)
        )

    def _value(self, node: Explanation) -> str:
        """What it adds; a person or enterprise that adds 1 is in the number of units already."""
        return "" if node.value is None or node.what in _ONE_EACH else self._number(node.value)

    def _verdict(self, node: Explanation) -> str:
        """Whether it is counted, or a clause met; of a group and of a headcount its name says so."""
        if node.counted is None or node.units is not None or (node.standing is None and node.unit is None):
            return ""
        if node.what == "known_at" or node.what.startswith("entrepreneur."):
            return self.tongue.say("met") if node.counted else self.tongue.say("not met")
        return self.tongue.say("counted") if node.counted else self.tongue.say("not counted")

    def _reason(self, node: Explanation) -> str:
        if node.standing is None or node.what == "unknown":
            return ""
        if node.what == "jobs" and not node.counted and node.children[0].counted:
            return self.tongue.say("its number of workers is unknown")
        return explanation_text("standing", node.standing.name.lower(), self.tongue.language)

    def _rows(self, rows: Collection[Trail]) -> str:
        if not rows:
            return ""
        shown = "; ".join(str(row) for row in list(rows)[: self.most])
        more = len(rows) - self.most
        if more > 0:
            shown += self.tongue.say(" and {n} more", n=self._number(more))
        return self.tongue.say("from {rows}", rows=shown)

    def _number(self, number: Fraction | int) -> str:
        return self.tongue.number(number)
