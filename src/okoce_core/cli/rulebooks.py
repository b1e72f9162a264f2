"""``okoce rulebooks``: the definitions to count under, each field as ``--set`` takes it."""

from __future__ import annotations

import argparse
import json
from fractions import Fraction
from typing import Any

from okoce_core.cli import terminal
from okoce_core.cli.asked_rulebooks import named
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.counterparts import shipped_text
from okoce_core.report.tongue import Tongue
from okoce_core.rules import Rulebook, presets

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Show all rulebooks, one, or how two differ."""
    shown: list[Block]
    document: dict[str, Any]
    if options.verb == "list":
        shown = [_listed(tongue)]
        document = {"format": "okoce-rulebooks/1", "rulebooks": [_about(book) for book in presets().values()]}
    elif options.verb == "show":
        book = named(options.name)
        shown, document = _shown(book, tongue), {"format": "okoce-rulebook/1", **_about(book), "fields": _fields(book)}
    else:
        one, other = named(options.one), named(options.other)
        shown, document = _side_by_side(one, other, tongue), _differences(one, other)
    if options.json:
        terminal.write_json(document)
    else:
        terminal.show(shown)
    return 0


def _about(book: Rulebook) -> dict[str, Any]:
    told = {"title": dict(book.title), "definition": dict(book.definition)}
    return {"rulebook": book.name, **told, "source": book.source, "valid_from": str(book.valid_from)}


def _fields(book: Rulebook) -> dict[str, Any]:
    """Every field as a rulebook's file has it; null: the rulebook does not ask for that part."""
    return {field: _plain(value) for field, value in book.fields().items()}


def _listed(tongue: Tongue) -> Block:
    items = (_named(book, tongue) for book in presets().values())
    return Listing(tongue.say("Rulebooks"), tuple(items))


def _named(book: Rulebook, tongue: Tongue) -> Item:
    return Item(f"{book.name}: {book.title[tongue.language]}", (book.definition[tongue.language],))


def _shown(book: Rulebook, tongue: Tongue) -> list[Block]:
    about = (
        _named(book, tongue),
        Item(tongue.say("Source: {source}", source=shipped_text(book.source, tongue.language))),
        Item(tongue.say("Valid from: {day}", day=book.valid_from)),
    )
    rows = tuple((field, _value(value, book, field, tongue)) for field, value in book.fields().items())
    return [
        Listing(tongue.say("Rulebook"), about),
        Table(tongue.say("Fields (written as --set takes them)"), (tongue.say("Field"), tongue.say("Value")), rows),
    ]


def _side_by_side(one: Rulebook, other: Rulebook, tongue: Tongue) -> list[Block]:
    say = tongue.say
    rows = []
    for field, (a, b) in _differences(one, other).items():
        said = (_value(a, one, field, tongue), _value(b, other, field, tongue))
        rows.append((field, *said, say("differs") if said[0] != said[1] else ""))
    about = Listing(say("Rulebooks"), (_named(one, tongue), _named(other, tongue)))
    return [about, Table(say("Field by field"), (say("Field"), one.label, other.label, ""), tuple(rows))]


def _differences(one: Rulebook, other: Rulebook) -> dict[str, list[Any]]:
    """Every field with its value in each, as JSON has it."""
    a, b = one.fields(), other.fields()
    return {field: [_plain(a[field]), _plain(b[field])] for field in a}


def _plain(value: Any) -> Any:
    """Rates are exact, so they are texts."""
    return str(value) if isinstance(value, Fraction) else value


def _value(value: object, book: Rulebook, field: str, tongue: Tongue) -> str:
    asked = getattr(book, field.partition(".")[0])
    return tongue.say("not asked") if asked is None else json.dumps(_plain(value))
