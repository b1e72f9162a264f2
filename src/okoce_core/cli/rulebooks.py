"""``okoce rulebooks``: the definitions to count under, each field as ``--set`` takes it."""

from __future__ import annotations

import argparse
from typing import Any

from okoce_core.cli import terminal
from okoce_core.cli.asked_rulebooks import named
from okoce_core.report.blocks import Block, Listing, Table
from okoce_core.report.rulebook_page import named_item as _named
from okoce_core.report.rulebook_page import plain_value as _plain
from okoce_core.report.rulebook_page import rulebook_page as _shown
from okoce_core.report.rulebook_page import shown_value as _value
from okoce_core.report.tongue import Tongue
from okoce_core.rules import Rulebook, presets

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Show all rulebooks, one, or how two differ."""
    if options.verb == "list":
        terminal.show([_listed(tongue)])
    elif options.verb == "show":
        terminal.show(_shown(named(options.name), tongue))
    else:
        one, other = named(options.one), named(options.other)
        if options.json:
            terminal.write_json(_differences(one, other))
        else:
            terminal.show(_side_by_side(one, other, tongue))
    return 0


def _listed(tongue: Tongue) -> Block:
    items = (_named(book, tongue) for book in presets().values())
    return Listing(tongue.say("Rulebooks"), tuple(items))


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
