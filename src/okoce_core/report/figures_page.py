"""The figures page: rulebooks side by side, what each means, and, where asked for, shares and breakdowns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

from okoce_core.counting import Figure, Figures
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.tongue import Tongue

__all__ = ["figures_page"]

_MEASURES: Final = ("participants", "entrepreneurs", "jobs")


def figures_page(
    figures: Sequence[Figures],
    tongue: Tongue,
    *,
    as_of_given: bool,
    known_at: dt.date | None = None,
    by: Sequence[str] = (),
    methods: Sequence[str] = (),
) -> list[Block]:
    """The page as blocks.

    Args:
        figures: One for each rulebook, of the same day.
        tongue: The language.
        as_of_given: Whether the day was asked for, or taken from the inputs; the page says which.
        known_at: Only what was known by this day was counted.
        by: Dimensions to break down by.
        methods: Ways of attribution.
    """
    lines = [_day(figures[0].as_of, tongue, given=as_of_given)]
    if known_at:
        lines.append(tongue.say("Only what was known by {day} is counted.", day=known_at.isoformat()))
    return [
        *lines,
        _side_by_side(figures, tongue),
        tongue.say("In brackets: the low and the high end of what the lists allow."),
        _meanings(figures, tongue),
        *_asked_for(figures, tongue, by, methods),
    ]


def _day(day: dt.date, tongue: Tongue, *, given: bool) -> str:
    if day == dt.date.max:
        return tongue.say("Figures without a day: no date stands in the files and --as-of was not given.")
    if given:
        return tongue.say("Figures as of {day}, the day asked for.", day=day.isoformat())
    return tongue.say(
        "Figures as of {day}, the latest day the files tell of, since --as-of was not given.", day=day.isoformat()
    )


def _measures(tongue: Tongue) -> tuple[str, ...]:
    return tongue.say("Participants"), tongue.say("Entrepreneurs"), tongue.say("Jobs")


def _side_by_side(figures: Sequence[Figures], tongue: Tongue) -> Table:
    rows = []
    for counted in figures:
        shown = [getattr(counted, measure) for measure in _MEASURES]
        rows.append((counted.rulebook.label, *(_figure(figure, tongue) for figure in shown)))
        if any(figure.unknown for figure in shown):
            rows.append(("", *(_unknown(figure, tongue) for figure in shown)))
    return Table(tongue.say("Figures"), (tongue.say("Rulebook"), *_measures(tongue)), tuple(rows), frozenset({1, 2, 3}))


def _figure(figure: Figure, tongue: Tongue) -> str:
    if figure.value is None or figure.low is None or figure.high is None:
        return tongue.say("not asked")
    return f"{tongue.number(figure.value)} ({tongue.number(figure.low)}–{tongue.number(figure.high)})"


def _unknown(figure: Figure, tongue: Tongue) -> str:
    return tongue.say("+{n} unknown", n=tongue.number(figure.unknown)) if figure.unknown else ""


def _meanings(figures: Sequence[Figures], tongue: Tongue) -> Listing:
    books = [counted.rulebook for counted in figures]
    items = (Item(f"{b.label}: {b.title[tongue.language]}", (b.definition[tongue.language],)) for b in books)
    return Listing(tongue.say("What each rulebook means"), tuple(items))


def _asked_for(
    figures: Sequence[Figures], tongue: Tongue, by: Sequence[str], methods: Sequence[str]
) -> Iterator[Block]:
    for counted in figures if by or methods else ():
        if counted.rulebook.basis == "rows":
            yield tongue.say(
                "{rulebook} adds up rows: there is nothing to share out or break down.", rulebook=counted.rulebook.name
            )
            continue
        for method in methods:
            yield _shares(counted, tongue, method)
        if by:
            yield _breakdown(counted, tongue, by)


def _shares(counted: Figures, tongue: Tongue, method: str) -> Table:
    asked = [getattr(counted, measure).state == "counted" for measure in _MEASURES]
    shares = [counted.attribution(m, method) if ask else None for m, ask in zip(_MEASURES, asked, strict=True)]
    partners = sorted({partner for share in shares if share for partner in share})
    rows = [(p, *(_cell(share[p] if share else None, tongue) for share in shares)) for p in partners]
    title = tongue.say("Attribution: {method}, {rulebook}", method=method, rulebook=counted.rulebook.label)
    return Table(title, (tongue.say("Partner"), *_measures(tongue)), tuple(rows), frozenset({1, 2, 3}))


def _cell(number: Fraction | None, tongue: Tongue) -> str:
    return tongue.say("not asked") if number is None else tongue.number(number)


def _breakdown(counted: Figures, tongue: Tongue, by: Sequence[str]) -> Table:
    asked = [m for m in _MEASURES if getattr(counted, m).state == "counted"]
    rows = []
    for row in counted.by(*by):
        values = [Fraction(str(row[m])) if m in asked else None for m in _MEASURES]
        rows.append((*(_value(row[d], tongue) for d in by), *(_cell(value, tongue) for value in values)))
    heads = (*(_dimension(name, tongue) for name in by), *_measures(tongue))
    title = tongue.say("Breakdown: {rulebook}", rulebook=counted.rulebook.label)
    return Table(title, heads, tuple(rows), frozenset(range(len(by), len(heads))))


def _dimension(name: str, tongue: Tongue) -> str:
    names = {
        "province": tongue.say("Province"), "regency": tongue.say("Regency or city"),
        "district": tongue.say("District"), "sex": tongue.say("Sex"),
    }  # fmt: skip
    return names.get(name, name)


def _value(value: Any, tongue: Tongue) -> str:
    names = {None: tongue.say("unknown"), "F": tongue.say("women"), "M": tongue.say("men")}
    return names.get(value, str(value))
