"""A rulebook in words: what it is called and means, where it comes from, and every field."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.counterparts import shipped_text
from okoce_core.report.tongue import Tongue
from okoce_core.rules import Rulebook

__all__ = ["named_item", "plain_value", "rulebook_page", "shown_value"]


def named_item(book: Rulebook, tongue: Tongue) -> Item:
    """Its name and title, and under them its definition."""
    return Item(f"{book.name}: {book.title[tongue.language]}", (book.definition[tongue.language],))


def rulebook_page(book: Rulebook, tongue: Tongue) -> list[Block]:
    """The page as blocks."""
    about = (
        named_item(book, tongue),
        Item(tongue.say("Source: {source}", source=shipped_text(book.source, tongue.language))),
        Item(tongue.say("Valid from: {day}", day=book.valid_from)),
    )
    rows = tuple((field, shown_value(value, book, field, tongue)) for field, value in book.fields().items())
    return [
        Listing(tongue.say("Rulebook"), about),
        Table(tongue.say("Fields (written as --set takes them)"), (tongue.say("Field"), tongue.say("Value")), rows),
    ]


def plain_value(value: Any) -> Any:
    """Rates are exact, so they are texts."""
    return str(value) if isinstance(value, Fraction) else value


def shown_value(value: object, book: Rulebook, field: str, tongue: Tongue) -> str:
    """The value of a field as ``--set`` takes it."""
    asked = getattr(book, field.partition(".")[0])
    return tongue.say("not asked") if asked is None else json.dumps(plain_value(value))
