"""What a rulebook asks for beside the four figures: demography, classes of entrepreneurs, status in employment."""

from __future__ import annotations

from collections.abc import Iterator

from okoce_core.counting import Figures
from okoce_core.report.blocks import Table
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["further_page"]

_Row = tuple[str, str]


def further_page(counted: Figures, tongue: Tongue) -> Iterator[Table]:
    """The further measures of one rulebook as a table; nothing where it asks for none."""
    asked, rows = set(counted.rulebook.further), list[_Row]()
    if asked & {"births", "deaths"}:
        rows += _demography(counted, tongue)
    if asked & {"pemula", "mapan"}:
        rows += _perpres2(counted, tongue)
    if asked & {"icse18", "persons_employed_distinct"}:
        rows += _icse18(counted, tongue)
    if rows:
        title = tongue.say("Further measures: {rulebook}", rulebook=counted.rulebook.label)
        yield Table(title, (tongue.say("Measure"), tongue.say("Number")), tuple(rows), frozenset({1}))


def _demography(counted: Figures, tongue: Tongue) -> Iterator[_Row]:
    told = counted.demography()
    for name in ("births", "deaths", "provisional", "alive"):
        count = getattr(told, name)
        ends = f"({tongue.number(count.low)}–{tongue.number(count.high)})"
        yield _word(name, tongue), f"{tongue.number(count.value)} {ends}"


def _perpres2(counted: Figures, tongue: Tongue) -> Iterator[_Row]:
    told = counted.perpres2()
    for name in ("pemula", "mapan"):
        share = getattr(told, f"ratio_{name}")
        ratio = "" if share is None else f" ({tongue.number(share)} %)"
        yield _word(name, tongue), f"{tongue.number(getattr(told, name))}{ratio}"
    yield _word("unknown_class", tongue), tongue.number(told.unknown)


def _icse18(counted: Figures, tongue: Tongue) -> Iterator[_Row]:
    told = counted.icse18()
    for status, number in told.by_status.items():
        yield f"{status} {_word(status, tongue)}", tongue.number(number)
    yield _word("persons_employed_distinct", tongue), tongue.number(told.persons)


def _word(name: str, tongue: Tongue) -> str:
    return explanation_text("further", name, tongue.language)
