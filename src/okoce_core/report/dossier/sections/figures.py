"""The figures under each definition side by side, with their ends; what is estimated stands apart (law 4)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from okoce_core.counting.exports import COLUMNS, Observation
from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.dossier.dossier import HEADLINES, Dossier
from okoce_core.report.dossier.records import Records, number
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import ends, measure, shown
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]

_APART: Final = ("employees", "owners", "persons_employed")


def section(dossier: Dossier, tongue: Tongue) -> Section:
    """What stands on the page."""
    say = tongue.say
    guide = say(
        "Each row is the same lists counted under another definition. Low and high say between what the figure lies: "
        "the lists leave that much open. What is unknown stands apart and is never counted as nought."
    )
    pictures = (charts.figures(dossier.rows, tongue),)
    blocks: list[Block] = [_side_by_side(dossier, tongue), *_apart(dossier, tongue), *_estimates(dossier, tongue)]
    blocks.append(_meanings(dossier, tongue))
    return Section("angka", say("Figures under each definition"), (guide,), pictures, tuple(blocks))


def _side_by_side(dossier: Dossier, tongue: Tongue) -> Table:
    say, rows = tongue.say, list[tuple[str, ...]]()
    for book in dossier.books:
        for name in HEADLINES:
            row = dossier.headline(book, name)
            told = (shown(row, tongue), ends(row.low, row.high, tongue), _unknown(row, tongue), _state(row, tongue))
            rows.append((book.label, measure(name, tongue), *told))
    heads = say("Rulebook"), say("Measure"), say("Number"), say("Low–high"), say("Unknown"), say("Kind of number")
    return Table(say("The figures, with what the lists leave open"), heads, tuple(rows), frozenset({2, 3, 4}))


def _unknown(row: Observation, tongue: Tongue) -> str:
    return "" if row.unknown is None else tongue.number(row.unknown)


def _state(row: Observation, tongue: Tongue) -> str:
    say = tongue.say
    if row.state == "not asked":
        return say("not asked")
    if row.status and row.value is None:
        return say("hidden")
    return say("a model, no count") if row.state == "modelled" else say("counted")


def _apart(dossier: Dossier, tongue: Tongue) -> Iterator[Table]:
    """Employees and owners, whatever the headline takes in."""
    say, rows = tongue.say, list[tuple[str, ...]]()
    for row in dossier.rows:
        if row.measure in _APART and not row.of:
            told = (shown(row, tongue), ends(row.low, row.high, tongue))
            rows.append((row.about.label, measure(row.measure, tongue), *told))
    if rows:
        heads = say("Rulebook"), say("Measure"), say("Number"), say("Low–high")
        title = say("Employees and owners apart, whichever of them the rulebook calls jobs")
        yield Table(title, heads, tuple(rows), frozenset({2, 3}))


def _estimates(dossier: Dossier, tongue: Tongue) -> Iterator[Block]:
    """Estimated, never counted: of how many there are, corrected for links missed and made in error."""
    say, rows = tongue.say, list[tuple[str, ...]]()
    for (label, name), told in dossier.estimates.items():
        interval = ends(Fraction(round(told.low)), Fraction(round(told.high)), tongue)
        rows.append((label, measure(name, tongue), f"≈{tongue.number(round(told.value))}", interval))
    if rows:
        yield say(
            "Estimates are no counts: they say how large the figure would be if every link between lists that was "
            "missed or made in error were corrected, with an interval of 95 %."
        )
        heads = say("Rulebook"), say("Measure"), say("Estimate"), say("95 % interval")
        yield Table(say("Estimated, not counted"), heads, tuple(rows), frozenset({2, 3}))


def _meanings(dossier: Dossier, tongue: Tongue) -> Listing:
    items = (
        Item(f"{book.label}: {book.title[tongue.language]}", (book.definition[tongue.language],))
        for book in dossier.books
    )
    return Listing(tongue.say("What each rulebook means"), tuple(items))


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    rows = ({"line": n, **row.record()} for n, row in enumerate(dossier.rows, 1))
    yield Records("angka", {"line": "whole", **COLUMNS}, ("line",), tuple(rows))
    columns: dict[str, Kind] = {"label": "text", "measure": "text"}
    for end in ("value", "low", "high"):
        columns |= {end: "real", f"{end}_exact": "text"}
    told = (
        {"label": label, "measure": name, **number("value", e.value), **number("low", e.low), **number("high", e.high)}
        for (label, name), e in dossier.estimates.items()
    )
    yield Records("perkiraan", columns, ("label", "measure"), tuple(told))
