"""``explain()``: a figure, a cell of a breakdown, or one person or enterprise, down to the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from okoce_core.counting.explaining.explain_people import explain_entrepreneurs, explain_participants
from okoce_core.counting.explaining.explain_work import explain_enterprises, explain_jobs
from okoce_core.counting.explaining.explanation import Explanation
from okoce_core.counting.standings import Standings
from okoce_core.counting.tally import tally
from okoce_core.misuse import Misuse
from okoce_core.rules.standing import Standing

__all__ = ["MOST", "explain_figure", "explain_unit"]

MOST: Final = 20
"""How many units of each reason are shown, unless more are asked for."""

_EXPLAIN: Final[dict[str, Callable[[Standings, Collection[int]], Iterator[Explanation]]]] = {
    "participants": explain_participants,
    "entrepreneurs": explain_entrepreneurs,
    "enterprises": explain_enterprises,
    "jobs": explain_jobs,
}


def explain_figure(
    standings: Standings, measure: str, most: int = MOST, within: Collection[int] | None = None
) -> Explanation:
    """A figure: how many units are counted, how many are left out and for what reason, some of each with their rows.

    Args:
        measure: Which figure. most: How many units of each kind are shown.
        within: Only these people or enterprises: those of one cell.

    Raises:
        Misuse: the rulebook does not count it.
    """
    _check(standings, measure)
    counted = tally(standings, measure).adds
    shown = [n for n in counted if within is None or n in within]
    value = sum(counted[n] for n in shown)
    groups = [_group(standings, measure, "counted", None, shown, most)]
    for (what, standing), numbers in sorted(_left_out(standings, measure, counted.keys(), within).items()):
        groups.append(_group(standings, measure, what, standing, numbers, most))
    return Explanation(measure, value=value, units=len(shown), children=tuple(g for g in groups if g.units))


def _group(
    standings: Standings, measure: str, what: str, standing: int | None, numbers: list[int], most: int
) -> Explanation:
    children = tuple(_EXPLAIN[measure](standings, numbers[:most]))
    reason = None if standing is None else Standing(standing)
    return Explanation(what, what == "counted", reason, units=len(numbers), children=children)


def _left_out(
    standings: Standings, measure: str, counted: Collection[int], within: Collection[int] | None
) -> dict[tuple[str, int], list[int]]:
    """Those not counted, by how far they got; counted enterprises without a known headcount by themselves."""
    all_of = {"participants": standings.people.standing, "entrepreneurs": standings.entrepreneur}
    left: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, standing in enumerate(all_of.get(measure, standings.enterprise)):
        if number not in counted and (within is None or number in within):
            what = "unknown" if standing >= standings.threshold else "left-out"
            left[what, standing].append(number)
    return left


def explain_unit(standings: Standings, number: int, measures: Iterable[str]) -> Explanation:
    """One person or enterprise under each measure it can be counted in."""
    measures = tuple(measures)
    if not measures:
        raise Misuse("not-explained", f"{standings.book.name} counts no such unit", asked=standings.book.name)
    for measure in measures:
        _check(standings, measure)
    children = tuple(node for measure in measures for node in _EXPLAIN[measure](standings, [number]))
    return Explanation("unit", unit=children[0].unit, children=children)


def _check(standings: Standings, measure: str) -> None:
    if measure not in _EXPLAIN:
        raise Misuse("unknown-measure", f"no measure is named {measure!r}", asked=measure, allowed=_EXPLAIN)
    book = standings.book
    modelled = book.basis == "rates" and measure != "participants"
    if book.basis == "rows" or modelled:
        raise Misuse(
            "not-explained", f"{book.name} does not count {measure}: no unit stands behind it", asked=book.name
        )
