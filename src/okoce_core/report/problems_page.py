"""The problems page: by kind, the gravest first, each with where to look and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from okoce_core.evidence import CODES, Problem
from okoce_core.intake.outcome import Reading
from okoce_core.report.blocks import Block, Item, Listing
from okoce_core.report.expected import expected_text
from okoce_core.report.figures_json import problems_in_order
from okoce_core.report.texts import problem_text, shows_expected
from okoce_core.report.tongue import Tongue

__all__ = ["problems_page"]

_GRAVITY: Final = ("error", "warning", "notice")
_SHOWN: Final = 3


@attrs.define
class _Kind:
    """All problems of one code: how many rows, where first, what was expected."""

    code: str
    count: int = 0
    places: int = 0
    first: list[str] = attrs.field(factory=list)
    expected: dict[str, None] = attrs.field(factory=dict)

    def add(self, problem: Problem) -> None:
        self.count += problem.count
        self.places += 1
        if len(self.first) < _SHOWN:
            self.first.append(f"{problem.place}" + (f" (×{problem.count})" if problem.count > 1 else ""))
        if problem.expected and len(self.expected) < _SHOWN:
            self.expected[problem.expected] = None


def problems_page(reading: Reading, tongue: Tongue) -> list[Block]:
    """The page as blocks."""
    kinds = _kinds(problems_in_order(reading))
    if not kinds:
        return [tongue.say("No problems.")]
    count = sum(kind.count for kind in kinds)
    title = tongue.say("Problems: {n}, of {kinds} kinds", n=tongue.number(count), kinds=len(kinds))
    return [Listing(title, tuple(_item(kind, tongue) for kind in kinds))]


def _kinds(problems: Iterable[Problem]) -> list[_Kind]:
    kinds: dict[str, _Kind] = {}
    for problem in problems:
        kinds.setdefault(problem.code, _Kind(problem.code)).add(problem)
    return sorted(kinds.values(), key=lambda kind: (_GRAVITY.index(CODES[kind.code]), -kind.count, kind.code))


def _item(kind: _Kind, tongue: Tongue) -> Item:
    severity = {"error": tongue.say("error"), "warning": tongue.say("warning"), "notice": tongue.say("notice")}
    wrong, mend = problem_text(kind.code, tongue.language)
    more = kind.places - len(kind.first)
    where = "; ".join(kind.first) + (tongue.say(" and {n} more", n=tongue.number(more)) if more else "")
    details = [tongue.say("Where: {places}", places=where)]
    if kind.expected and shows_expected(kind.code):
        what = "; ".join(expected_text(expected, tongue.language) for expected in kind.expected)
        details.append(tongue.say("Expected: {what}", what=what))
    details.append(tongue.say("How to mend it: {what}", what=mend))
    return Item(f"[{severity[CODES[kind.code]]}] {tongue.number(kind.count)}× {wrong} ({kind.code})", tuple(details))
