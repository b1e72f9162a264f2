"""``okoce rulebooks``: the definitions to count under, each field as ``--set`` takes it."""

from __future__ import annotations

import argparse
import json

from okoce_core.cli import terminal
from okoce_core.cli.asked_rulebooks import named
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.tongue import Tongue
from okoce_core.rules import Rulebook, presets

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Show all rulebooks, or one."""
    terminal.show(_shown(named(options.name), tongue) if options.verb == "show" else [_listed(tongue)])
    return 0


def _listed(tongue: Tongue) -> Block:
    items = (_named(book, tongue) for book in presets().values())
    return Listing(tongue.say("Rulebooks"), tuple(items))


def _named(book: Rulebook, tongue: Tongue) -> Item:
    return Item(f"{book.name}: {book.title[tongue.language]}", (book.definition[tongue.language],))


def _shown(book: Rulebook, tongue: Tongue) -> list[Block]:
    about = (
        _named(book, tongue),
        Item(tongue.say("Source: {source}", source=book.source)),
        Item(tongue.say("Valid from: {day}", day=book.valid_from)),
    )
    rows = tuple((field, _value(value, book, field, tongue)) for field, value in book.fields().items())
    return [
        Listing(tongue.say("Rulebook"), about),
        Table(tongue.say("Fields (written as --set takes them)"), (tongue.say("Field"), tongue.say("Value")), rows),
    ]


def _value(value: object, book: Rulebook, field: str, tongue: Tongue) -> str:
    asked = getattr(book, field.partition(".")[0])
    return tongue.say("not asked") if asked is None else json.dumps(value)
