"""The narrowest bounds on a union that follow from any mixture of facts about a few sets.

Everybody is in exactly one *cell*: in these sets and in no others. A fact fixes, or limits, the sum of some of the
2^m - 1 cells; the least and the greatest sum of all of them are two linear programs, each proved exactly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import attrs

from okoce_core.counting.bounds.certified import Impossible, Program, minimum
from okoce_core.counting.bounds.unions import Interval
from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["MOST_SETS", "Known", "Name", "joint", "shared", "sharp"]

Name = str | tuple[str, ...]
"""What a set is called; a tuple is shown as its words."""

MOST_SETS: Final = 12
"""4,095 cells. Each further set doubles them."""


@attrs.frozen
class Known:
    """How many are in all of some sets, or in any of them: between ``least`` and ``most``.

    Shown as ``A & B: 5`` (in all of them) and ``A | B: 0-20`` (in any).
    """

    sets: frozenset[Name]
    least: Number
    most: Number
    of: Literal["all", "any"]

    def __str__(self) -> str:
        names = sorted(name if isinstance(name, str) else " ".join(name) for name in self.sets)
        number = str(self.most) if self.least == self.most else f"{self.least}-{self.most}"
        return f"{(' & ' if self.of == 'all' else ' | ').join(names)}: {number}"


def shared(sets: Iterable[Name], least: Number, most: Number | None = None) -> Known:
    """How many are in all of the sets; of one set, its size. Exactly ``least`` unless ``most`` is given."""
    return _known(sets, least, most, "all")


def joint(sets: Iterable[Name], least: Number, most: Number | None = None) -> Known:
    """How many are in any of the sets: a union that was counted, or with 0 and ``most`` a population."""
    return _known(sets, least, most, "any")


def _known(sets: Iterable[Name], least: Number, most: Number | None, of: Literal["all", "any"]) -> Known:
    known = Known(frozenset(sets), least, least if most is None else most, of)
    if not known.sets or not 0 <= known.least <= known.most:
        raise Misuse("bounds-number", f"no number of people: {known}", asked=str(known))
    return known


def sharp(facts: Iterable[Known]) -> Interval:
    """The least and the greatest number there can be in any of the sets, exact fractions.

    For people the ends are to be rounded inwards. They are the narrowest that hold if people could be divided.

    Raises:
        Misuse: the facts cannot all hold (it names those that clash), more than :data:`MOST_SETS` sets, a set of which
            nothing says how large it may be, scipy is not installed, or its answer could not be proved.

    SOURCE: Hailperin (1965), Best possible inequalities for the probability of a logical function of events.
    """
    told = list(dict.fromkeys(facts))
    names = {name: 1 << place for place, name in enumerate(sorted({n for fact in told for n in fact.sets}, key=str))}
    if len(names) > MOST_SETS:
        message = f"sharp bounds take at most {MOST_SETS} sets, not {len(names)}"
        raise Misuse("sharp-too-many", message, asked=str(len(names)))
    limited = {n for fact in told if fact.of == "any" or len(fact.sets) == 1 for n in fact.sets}
    if unlimited := sorted(map(str, set(names) - limited)):
        raise Misuse("bounds-open", f"nothing says how large {unlimited[0]} may be", asked=unlimited[0])
    try:
        return Interval(minimum(_program(told, names, 1)), -minimum(_program(told, names, -1)))
    except Impossible as error:
        told_in = [fact for fact in told for _ in _rows(fact)]
        clash = "; ".join(map(str, _clash([told_in[row] for row in error.rows], names)))
        raise Misuse("bounds-contradict", f"these cannot all hold: {clash}", asked=clash) from None


def _program(facts: Sequence[Known], names: dict[Name, int], cost: int) -> Program:
    """The sum of all cells, each at a cost of 1 (the least sum) or -1 (the greatest)."""
    cells = range(1, 1 << len(names))
    columns: list[dict[int, int]] = [{} for _ in cells]
    rhs: list[Number] = []
    for fact in facts:
        mask = sum(names[name] for name in fact.sets)
        for side, slack in _rows(fact):
            for cell in cells:
                if cell & mask == mask if fact.of == "all" else cell & mask:
                    columns[cell - 1][len(rhs)] = 1
            if slack:
                columns.append({len(rhs): slack})
            rhs.append(side)
    return Program([cost] * len(cells) + [0] * (len(columns) - len(cells)), columns, rhs)


def _rows(fact: Known) -> list[tuple[Number, int]]:
    """One row for a number; for a range one for each end, with what it falls short of the end or goes beyond it."""
    return [(fact.most, 0)] if fact.least == fact.most else [(fact.most, 1), (fact.least, -1)]


def _clash(facts: Sequence[Known], names: dict[Name, int]) -> list[Known]:
    """Of facts that clash those that are needed for it: without any one of them the others could hold."""
    needed = list(dict.fromkeys(facts))
    for fact in tuple(needed):
        others = [other for other in needed if other != fact]
        try:
            minimum(_program(others, names, 1))
        except Impossible:
            needed = others
    return needed
