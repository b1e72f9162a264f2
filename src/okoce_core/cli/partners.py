"""``okoce partners``: the partners the movement is known to have, and which forms fit what they would send."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

import attrs

from okoce_core.cli import terminal
from okoce_core.plugins import PluginStatus
from okoce_core.plugins.partners import KnownPartner, find_partners
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.counterparts import shipped_text
from okoce_core.report.dimension_words import partner_kind_word
from okoce_core.report.plugins_page import plugins_page
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Show every known partner; ``--json`` is an array with all that is known of each."""
    partners, statuses = find_partners()
    if options.json:
        terminal.write_json([attrs.asdict(partner) for partner in partners])
    else:
        terminal.show(_shown(partners, statuses, tongue))
    return 0


def _shown(partners: Iterable[KnownPartner], statuses: Iterable[PluginStatus], tongue: Tongue) -> list[Block]:
    say = tongue.say
    heads = "id", say("Partner"), say("Kind"), say("Place"), say("Adapters that fit")
    rows = tuple((p.id, p.name, partner_kind_word(p.kind, tongue), p.place, ", ".join(p.adapters)) for p in partners)
    blocks: list[Block] = [Table(say("Known partners"), heads, rows)]
    blocks.append(Listing(say("What is known of them"), tuple(_known(partner, tongue) for partner in partners)))
    return blocks + plugins_page(statuses, tongue)


def _known(partner: KnownPartner, tongue: Tongue) -> Item:
    note, source = (shipped_text(said, tongue.language) for said in (partner.note, partner.source))
    return Item(partner.name, tuple(filter(None, (note, tongue.say("Source: {source}", source=source)))))
