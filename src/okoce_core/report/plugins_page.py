"""The plugins that are not used, or not whole, and why."""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.plugins import PluginStatus
from okoce_core.report.blocks import Block, Item, Listing
from okoce_core.report.counterparts import detail_text
from okoce_core.report.texts import misuse_text
from okoce_core.report.tongue import Tongue

__all__ = ["plugin_reason", "plugins_page"]


def plugins_page(statuses: Iterable[PluginStatus], tongue: Tongue) -> list[Block]:
    """The page as blocks; nothing where every plugin is whole."""
    failed = tuple(_item(status, tongue) for status in statuses if status.state != "ok")
    return [Listing(tongue.say("Plugins that are not used, or not whole"), failed)] if failed else []


def _item(status: PluginStatus, tongue: Tongue) -> Item:
    words = {
        "failed": tongue.say("fails"), "clash": tongue.say("a name in dispute"),
        "wrong-api": tongue.say("for another version of okoce"),
        "duplicate-entry-point": tongue.say("a plugin name in dispute"),
    }  # fmt: skip
    head = f"{status.plugin or '–'} ({status.distribution} {status.version}): {words[status.state]} ({status.state})"
    return Item(head, (plugin_reason(status, tongue),))


def plugin_reason(status: PluginStatus, tongue: Tongue) -> str:
    """Why a plugin is not used, or not whole, in this language."""
    return misuse_text(status.wrong, tongue) if status.wrong else detail_text(status.detail, tongue.language)
