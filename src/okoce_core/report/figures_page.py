"""The figures page: rulebooks side by side, what each means, and, where asked for, shares and breakdowns."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from okoce_core.counting import Figure, Figures
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.breakdown_page import breakdown_page, uncounted
from okoce_core.report.further_page import further_page
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["day_lines", "figures_page", "shown_figure"]

_MEASURES: Final = ("participants", "entrepreneurs", "jobs")


def figures_page(
    figures: Sequence[Figures],
    tongue: Tongue,
    *,
    as_of_given: bool | None,
    by: Sequence[str] = (),
    methods: Sequence[str] = (),
) -> list[Block]:
    """The page as blocks.

    Args:
        figures: One for each rulebook, of the same day.
        tongue: The language.
        as_of_given: Whether the day was asked for, or taken from the inputs; the page says which. None: it does not.
        by: Dimensions to break down by.
        methods: Ways of attribution.
    """
    return [
        *day_lines(figures[0], tongue, given=as_of_given),
        _side_by_side(figures, tongue),
        tongue.say("In brackets: the low and the high end of what the lists allow."),
        *_owners_apart(figures, tongue),
        _meanings(figures, tongue),
        *_contradictions(figures, tongue),
        *(table for counted in figures for table in further_page(counted, tongue)),
        *_asked_for(figures, tongue, by, methods),
    ]


def day_lines(figures: Figures, tongue: Tongue, *, given: bool | None) -> list[str]:
    """Of which day figures speak, whether it was ``given``, and by when it had to be known."""
    lines = [_day(figures.as_of, tongue, given=given)]
    if figures.known_at:
        lines.append(tongue.say("Only what was known by {day} is counted.", day=figures.known_at.isoformat()))
    return lines


def _day(day: dt.date, tongue: Tongue, *, given: bool | None) -> str:
    if day == dt.date.max:
        return tongue.say("Figures without a day: no date stands in the files and --as-of was not given.")
    if given is None:
        return tongue.say("Figures as of {day}.", day=day.isoformat())
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
        rows.append((counted.rulebook.label, *(shown_figure(figure, tongue) for figure in shown)))
        if any(figure.unknown for figure in shown):
            rows.append(("", *(_unknown(figure, tongue) for figure in shown)))
    return Table(tongue.say("Figures"), (tongue.say("Rulebook"), *_measures(tongue)), tuple(rows), frozenset({1, 2, 3}))


def shown_figure(figure: Figure, tongue: Tongue) -> str:
    """Its number with both ends; or that nobody asked for it."""
    if figure.value is None or figure.low is None or figure.high is None:
        return tongue.say("not asked")
    shown = _ends(figure.value, figure.low, figure.high, tongue)
    return tongue.say("{number}, a model and no count", number=shown) if figure.state == "modelled" else shown


def _ends(value: Fraction, low: Fraction, high: Fraction, tongue: Tongue) -> str:
    return f"{tongue.number(value)} ({tongue.number(low)}–{tongue.number(high)})"


def _unknown(figure: Figure, tongue: Tongue) -> str:
    return tongue.say("+{n} unknown", n=tongue.number(figure.unknown)) if figure.unknown else ""


def _owners_apart(figures: Sequence[Figures], tongue: Tongue) -> Iterator[Block]:
    """Employees and owners, whatever the headline of the rulebook: they are never mixed in silence."""
    say = tongue.say
    rows = []
    for counted in figures:
        jobs = counted.jobs
        if jobs.employees and jobs.persons_employed:
            shown = [_ends(r.value, r.low, r.high, tongue) for r in (jobs.employees, jobs.persons_employed)]
            rows.append((counted.rulebook.label, shown[0], tongue.number(jobs.owners), shown[1]))
    if rows:
        heads = say("Rulebook"), say("Employees"), say("Working owners"), say("Persons employed")
        title = say("Employees and owners apart, whichever of them the rulebook calls jobs")
        yield Table(title, heads, tuple(rows), frozenset({1, 2, 3}))


def _contradictions(figures: Sequence[Figures], tongue: Tongue) -> Iterator[Block]:
    """They are those of the facts, the same under every rulebook."""
    count = Counter(conflict.code for conflict in figures[0].conflicts())
    rows = [
        (explanation_text("conflict", code, tongue.language), tongue.number(n)) for code, n in sorted(count.items())
    ]
    if rows:
        heads = tongue.say("What contradicts itself"), tongue.say("How often")
        yield Table(tongue.say("Contradictions"), heads, tuple(rows), frozenset({1}))


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
            yield from breakdown_page(counted, by, tongue)


def _shares(counted: Figures, tongue: Tongue, method: str) -> Table:
    asked: list[Figure] = [getattr(counted, measure) for measure in _MEASURES]
    shares = [counted.attribution(f.measure, method) if f.state == "counted" else {} for f in asked]
    rows = []
    for partner in sorted({partner for share in shares for partner in share}):
        numbers = (
            tongue.number(share[partner]) if share else uncounted(figure, tongue)
            for share, figure in zip(shares, asked, strict=True)
        )  # fmt: skip
        rows.append((partner, *numbers))
    title = tongue.say("Attribution: {method}, {rulebook}", method=method, rulebook=counted.rulebook.label)
    return Table(title, (tongue.say("Partner"), *_measures(tongue)), tuple(rows), frozenset({1, 2, 3}))
