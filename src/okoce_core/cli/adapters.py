"""``okoce adapters``: the forms of partners that can be read, and the plugins that failed."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from okoce_core.adapter import Adapter
from okoce_core.adapter.mapping import load_mapping
from okoce_core.cli import adapters_check, adapters_new, terminal
from okoce_core.cli.inputs import discover
from okoce_core.plugins import PluginStatus, Registry
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.counterparts import expected_text, shipped_text
from okoce_core.report.dimension_words import partner_kind_word
from okoce_core.report.plugins_page import plugins_page
from okoce_core.report.published_words import measure_word
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Show all adapters, or one; draft a new one; try one."""
    if options.verb == "new":
        return adapters_new.run(options, tongue)
    if options.verb == "check":
        return adapters_check.run(options, tongue)
    if options.verb == "show":
        adapter = _named(options.name)
        if options.json:
            terminal.write_json(_adapter_as_json(adapter))
        else:
            terminal.show(_shown(adapter, tongue))
        return 0
    registry = discover()
    if options.json:
        terminal.write_json(_as_json(registry))
    else:
        terminal.show(_listed(registry, tongue))
    return 0


def _named(name: str) -> Adapter:
    """The adapter of that name, or of a mapping file."""
    return load_mapping(name) if name.lower().endswith(".toml") else discover().get(name)


def _as_json(registry: Registry) -> list[dict[str, str]]:
    adapters = [{"name": a.name, "kind": a.kind, "status": "ok"} for a in registry.adapters]
    failed = [{"name": _plugin(status), "kind": "", "status": status.state} for status in _failed(registry)]
    return adapters + failed


def _adapter_as_json(adapter: Adapter) -> dict[str, Any]:
    told = ("name", "title", "kind", "unit", "why", "stage", "role", "subject", "owners_included", "refused", "api")
    return {
        "format": "okoce-adapter/1",
        **{field: getattr(adapter, field) for field in told},
        "partner": {"id": adapter.partner.id, "name": adapter.partner.name},
        "ignore": list(adapter.ignore),
        "columns": [
            {"headings": list(c.heads or c.join), "feeds": list(c.to), "required": c.required} for c in adapter.columns
        ],
    }


def _failed(registry: Registry) -> Iterator[PluginStatus]:
    return (status for status in registry.statuses if status.state != "ok")


def _plugin(status: PluginStatus) -> str:
    return "-".join((status.plugin or status.distribution).split())


def _listed(registry: Registry, tongue: Tongue) -> list[Block]:
    heads = tongue.say("Adapter"), tongue.say("Partner"), tongue.say("Kind"), tongue.say("Form")
    rows = tuple(
        (a.name, a.partner.name or a.partner.id, partner_kind_word(a.kind, tongue), a.title) for a in registry.adapters
    )
    blocks: list[Block] = [Table(tongue.say("Adapters"), heads, rows)]
    return blocks + plugins_page(registry.statuses, tongue)


def _stage(stage: str, tongue: Tongue) -> str:
    """A stage in words, and as mappings write it."""
    word = measure_word(stage, tongue)
    return stage if word == stage else f"{word} ({stage})"


def _shown(adapter: Adapter, tongue: Tongue) -> list[Block]:
    say = tongue.say
    owners = {True: say("yes"), False: say("no"), None: say("the form does not say")}[adapter.owners_included]
    partner = adapter.partner.name or adapter.partner.id
    about = [
        Item(say("Partner: {partner} ({kind})", partner=partner, kind=partner_kind_word(adapter.kind, tongue))),
        Item(say("One row is: {unit}", unit=shipped_text(adapter.unit, tongue.language))),
        Item(say("Stage a row proves: {stage}", stage=_stage(adapter.stage, tongue))),
        Item(say("Why: {why}", why=shipped_text(adapter.why, tongue.language))),
        Item(say("Owners inside the headcounts: {owners}", owners=owners)),
    ]
    if adapter.refused:
        about.append(Item(say("Not counted: {why}", why=expected_text(adapter.refused, tongue.language))))
    if adapter.ignore:
        about.append(Item(say("Left unread on purpose: {columns}", columns=", ".join(adapter.ignore))))
    rows = tuple(
        (" / ".join(c.heads) or c.title, ", ".join(c.to), say("required") if c.required else "")
        for c in adapter.columns
    )  # fmt: skip
    heads = say("Heading"), say("Feeds"), ""
    return [Listing(f"{adapter.name}: {adapter.title}", tuple(about)), Table(say("Columns"), heads, rows)]
