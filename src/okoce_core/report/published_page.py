"""The pages of published figures: all of them with their sources, and computed figures laid beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from okoce_core.counting.publishing.check import Check, Compared, Reason
from okoce_core.counting.publishing.observations import ArithmeticFact, published_observations
from okoce_core.counting.publishing.published import Given, PublishedFigure, published
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.published_observations import observation_sentence
from okoce_core.report.published_words import kind_word, measure_word, reason_sentence, scope_word, unit_word
from okoce_core.report.tongue import Tongue

__all__ = ["check_page", "published_page"]


def published_page(tongue: Tongue) -> list[Block]:
    """Every published figure as its source prints it, and what can be seen in them."""
    return [
        tongue.say("As the sources print them. What is not listed was not given; scopes never add up."),
        Listing(tongue.say("Published figures"), tuple(_item(figure, tongue) for figure in published())),
        *_observed(published_observations(), tongue),
    ]


def _item(figure: PublishedFigure, tongue: Tongue) -> Item:
    day = f"{figure.window_start} – {figure.as_of}" if figure.window_start else str(figure.as_of)
    about = (day, kind_word(figure.kind, tongue), scope_word(figure.scope, tongue), figure.body)
    numbers = "; ".join(_number(given, figure, tongue) for given in figure.given)
    notes = filter(None, (figure.note[tongue.language],))
    return Item(f"{figure.id}. {', '.join(filter(None, about))}", (numbers, *notes, *figure.source_url))


_SIGNS: Final = {"plain": "", "rounded": "~", "at_least": ">", "added": "+"}


def _number(given: Given, figure: PublishedFigure, tongue: Tongue) -> str:
    """One number, with everything in which it differs from its row."""
    number = _SIGNS[given.printed] + tongue.number(given.number)
    unit = "" if given.unit in {"people", "jobs"} else unit_word(given.unit, tongue)
    name = "" if given.measure == "other" else measure_word(given.measure, tongue)
    differs = [
        scope_word(given.scope, tongue) if given.scope != figure.scope else "",
        kind_word(given.kind, tongue) if given.kind != figure.kind else "",
        given.definition_id or "",
        given.remark[tongue.language],
    ]
    said = ", ".join(filter(None, differs))
    return " ".join(filter(None, (name, number, unit, f"({said})" if said else "")))


def check_page(checks: Sequence[Check], tongue: Tongue) -> list[Block]:
    """Each rulebook's figures beside what was published of the same; what was not compared and why; observations."""
    return [block for check in checks for block in _checked(check, tongue)]


def _checked(check: Check, tongue: Tongue) -> Iterator[Block]:
    label = check.figures.rulebook.label
    if check.compared:
        yield _compared(check, tongue)
    else:
        yield tongue.say("{rulebook}: nothing published has the same measure, scope and definition.", rulebook=label)
    yield _not_compared(check, tongue)
    yield from _observed(check.observations, tongue)


def _compared(check: Check, tongue: Tongue) -> Table:
    say = tongue.say
    heads = (
        say("Row"), say("Published"), say("Computed"), say("Difference"), say("Within the range"), say("Years apart"),
    )  # fmt: skip
    title = say("Compared: {rulebook}", rulebook=check.figures.rulebook.label)
    return Table(title, heads, tuple(_pair(pair, tongue) for pair in check.compared), frozenset({0, 3, 5}))


def _pair(pair: Compared, tongue: Tongue) -> tuple[str, ...]:
    computed = pair.computed
    low, value, high = (tongue.number(end or 0) for end in (computed.low, computed.value, computed.high))
    return (
        str(pair.published.id),
        f"{_number(pair.given, pair.published, tongue)}, {pair.published.as_of}",
        f"{measure_word(computed.measure, tongue)} {value} ({low}–{high})",
        tongue.number(pair.difference),
        tongue.say("yes") if pair.within else tongue.say("no"),
        tongue.number(Fraction(round(pair.years_apart * 100), 100)),
    )


def _not_compared(check: Check, tongue: Tongue) -> Listing:
    """By reason, since a number that is not compared mostly has several, and by measure, the rows it holds for."""
    rows: dict[Reason, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number in check.not_compared:
        for reason in number.reasons:
            rows[reason][number.given.measure].append(number.published.id)
    items = (Item(reason_sentence(reason, tongue), tuple(_rows(by, tongue))) for reason, by in rows.items())
    title = tongue.say("Not compared: {rulebook}", rulebook=check.figures.rulebook.label)
    return Listing(title, tuple(items))


def _rows(by_measure: dict[str, list[int]], tongue: Tongue) -> Iterator[str]:
    for measure, ids in by_measure.items():
        numbers = ", ".join(map(str, dict.fromkeys(ids)))
        yield tongue.say("{measure}: rows {rows}", measure=measure_word(measure, tongue), rows=numbers)


def _observed(seen: Iterable[ArithmeticFact], tongue: Tongue) -> Iterator[Block]:
    if items := tuple(Item(observation_sentence(fact, tongue)) for fact in seen):
        yield Listing(tongue.say("Observations (arithmetic, not a judgment of intent)"), items)
