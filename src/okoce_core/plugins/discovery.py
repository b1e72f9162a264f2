"""What each plugin offers, found and loaded one by one, so that a plugin that fails costs itself and nothing else.

Every failure is a :class:`PluginStatus`, which never repeats what a plugin said: the text of an exception may hold
anything. Each plugin has a plugin manager of its own: in a shared one, one that raises loses the answers of all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from importlib.metadata import Distribution, EntryPoint, distributions
from importlib.util import find_spec
from pathlib import Path
from traceback import walk_tb
from typing import Final, Literal, Protocol, cast

import attrs
import pluggy

from okoce_core.adapter import API_VERSION, Adapter
from okoce_core.adapter.mapping import load_mapping
from okoce_core.misuse import Misuse
from okoce_core.plugins import hookspecs

__all__ = ["Hooks", "Offer", "PluginState", "PluginStatus", "fault", "find", "load"]

PluginState = Literal["ok", "failed", "clash", "wrong-api", "duplicate-entry-point"]


@attrs.frozen
class PluginStatus:
    """What became of one plugin.

    Attributes:
        plugin: The name of its entry point; "" where the entry points of the distribution cannot be read at all.
        distribution: Who ships it, as package indexes spell it (lower case, dashes). version: Of the distribution.
        state: ``ok``; ``failed`` gives nothing; ``wrong-api`` gives nothing; ``clash`` gives all but the names in
            dispute; ``duplicate-entry-point`` was not even loaded.
        detail: Why it is not ``ok``, in our words: the type of an exception and the module it came from, no more.
        adapters: The names of its adapters that can be used.
    """

    plugin: str
    distribution: str
    version: str
    state: PluginState = "ok"
    detail: str = ""
    adapters: tuple[str, ...] = ()


class Hooks(Protocol):
    """The hooks as calling them looks to a type checker: one answer for each implementation."""

    def okoce_adapters(self) -> list[Iterable[Adapter]]: ...


@attrs.frozen
class Offer:
    """One entry point, what became of it so far, and what it gave."""

    status: PluginStatus
    entry: EntryPoint | None
    adapters: tuple[Adapter, ...] = ()
    raised: BaseException | None = attrs.field(default=None, repr=False)

    def refused(self, state: PluginState, detail: str, raised: BaseException | None = None) -> Offer:
        return attrs.evolve(self, status=attrs.evolve(self.status, state=state, detail=detail), raised=raised)

    def giving(self, adapters: Iterable[Adapter]) -> Offer:
        given = tuple(adapters)
        names = tuple(sorted(adapter.name for adapter in given))
        return attrs.evolve(self, status=attrs.evolve(self.status, adapters=names), adapters=given)

    def __str__(self) -> str:
        return f"{self.status.distribution} {self.status.version} (plugin {self.status.plugin})"


def find(groups: Collection[str]) -> list[Offer]:
    """The entry points of some groups, by name; a distribution found twice on the path is one. Nothing is loaded."""
    # Not importlib.metadata.entry_points(): one malformed entry_points.txt anywhere makes it raise for everybody, and
    # of two versions of a distribution it silently takes the one whose directory comes first.
    offers = {_key(offer): offer for distribution in distributions() for offer in _declared(distribution, groups)}
    return [offers[key] for key in sorted(offers)]


def _key(offer: Offer) -> tuple[str, ...]:
    status = offer.status
    return status.plugin, status.distribution, status.version, offer.entry.value if offer.entry else ""


def _declared(distribution: Distribution, groups: Collection[str]) -> list[Offer]:
    try:
        entries = [entry for entry in distribution.entry_points if entry.group in groups]
    except Exception as raised:
        unreadable = Offer(PluginStatus("", *_named(distribution)), None)
        return [unreadable.refused("failed", f"its entry points cannot be read: {type(raised).__name__}", raised)]
    named = _named(distribution) if entries else ()
    return [Offer(PluginStatus(entry.name, *named), entry) for entry in entries]


def _named(distribution: Distribution) -> tuple[str, str]:
    try:
        return re.sub(r"[-_.]+", "-", distribution.metadata["Name"]).lower(), str(distribution.version)
    except Exception:  # metadata missing or broken, which each version of Python reports in its own way
        return "unnamed", ""


_NOTHING: Final = (
    "it offers nothing: the entry point must name a module whose function okoce_adapters(), "
    "marked @hookimpl, returns a list of adapters"
)


def load(offer: Offer) -> Offer:
    """The offer with the adapters of its plugin, or with the reason why there are none; only Ctrl-C is raised."""
    if offer.entry is None or offer.status.state != "ok":
        return offer
    if offer.entry.value.endswith(".toml"):
        return _mapped(offer, offer.entry.value)
    manager = pluggy.PluginManager("okoce")
    manager.add_hookspecs(hookspecs)
    doing = "it cannot be imported"
    try:
        plugin = offer.entry.load()
        doing = "a function marked @hookimpl has a name or an argument that no hook of okoce has"
        manager.register(plugin, name=offer.entry.name)
        manager.check_pending()
        doing = "okoce_adapters() gives no list of adapters"
        answers = cast("Hooks", manager.hook).okoce_adapters()
        adapters = [adapter for answer in answers for adapter in answer]
        faults = [found for found in map(fault, adapters) if found]
    except KeyboardInterrupt:
        raise
    except BaseException as raised:  # SystemExit too: a plugin that calls exit() must not end the caller's run
        return offer.refused("failed", f"{doing}: {_described(raised)}", raised)
    if faults or not answers:
        return offer.refused(*(faults[0] if faults else ("failed", _NOTHING)))
    return offer.giving(adapters)


def _mapped(offer: Offer, value: str) -> Offer:
    """The offer of a mapping file, ``package:file.toml``; the package is found and never imported."""
    package, _, name = value.partition(":")
    try:
        found = find_spec(package)
        folders = list(found.submodule_search_locations or ()) if found else []
        adapter = load_mapping(Path(folders[0], name))
    except Misuse as wrong:  # which repeats nothing but the author's own keys
        return offer.refused("failed", wrong.message, wrong)
    except Exception as raised:
        return offer.refused("failed", f"its mapping file cannot be found: {type(raised).__name__}", raised)
    wrong_api = fault(adapter)
    return offer.refused(*wrong_api) if wrong_api else offer.giving([adapter])


def fault(given: object) -> tuple[PluginState, str] | None:
    """Why something cannot serve as an adapter, or None."""
    if not isinstance(given, Adapter):
        return "failed", "something was given as an adapter that is not an Adapter"
    if given.api != API_VERSION:
        return "wrong-api", f"{given.name} is written for another version of okoce_core.adapter than {API_VERSION}"
    return None


_MACHINERY: Final = {"", "importlib", "_frozen_importlib", "pluggy", "attr", "okoce_core"}


def _described(raised: BaseException) -> str:
    """The type, and the deepest module that is not machinery; never the message, which may repeat anything."""
    modules = [str(frame.f_globals.get("__name__", "")) for frame, _ in walk_tb(raised.__traceback__)]
    told = [name for name in modules if name.partition(".")[0] not in _MACHINERY]
    return type(raised).__name__ + (f" in {told[-1]}" if told else "")
