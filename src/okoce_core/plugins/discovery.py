"""What each plugin offers, found and loaded one by one, so that a plugin that fails costs itself and nothing else.

Every failure is a :class:`PluginStatus`, which never repeats what a plugin said: the text of an exception may hold
anything. Each plugin has a plugin manager of its own: in a shared one, one that raises loses the answers of all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterable
from contextlib import redirect_stdout
from importlib.metadata import Distribution, EntryPoint, distributions
from importlib.util import find_spec
from pathlib import Path
from traceback import walk_tb
from typing import Any, Final, Literal, cast

import attrs
import pluggy

from okoce_core.adapter import API_VERSION, Adapter
from okoce_core.adapter.mapping import load_mapping
from okoce_core.face_version import other_version
from okoce_core.misuse import Misuse
from okoce_core.plugins import hookspecs

__all__ = ["ADAPTERS", "Hook", "Offer", "PluginState", "PluginStatus", "described", "fault", "find", "load"]

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
        adapters, scorers: The names of those it offers that can be used.
        wrong: What is wrong in a mapping file, from which the reason can be told in other languages too.
    """

    plugin: str
    distribution: str
    version: str
    state: PluginState = "ok"
    detail: str = ""
    adapters: tuple[str, ...] = ()
    scorers: tuple[str, ...] = ()
    wrong: Misuse | None = attrs.field(default=None, eq=False, repr=False)


@attrs.frozen
class Hook:
    """A hook of ``hookspecs``, and what it hands over.

    Attributes:
        name: Of the hook. thing: What it gives one by one, in one word; each has a ``name``.
        fault: Why something cannot serve as such a thing, or None.
    """

    name: str
    thing: str
    fault: Callable[[object], tuple[PluginState, str] | None]


@attrs.frozen
class Offer:
    """One entry point, what became of it so far, and what it gave."""

    status: PluginStatus
    entry: EntryPoint | None
    given: tuple[Any, ...] = ()
    raised: BaseException | None = attrs.field(default=None, repr=False)

    def refused(self, state: PluginState, detail: str, raised: BaseException | None = None) -> Offer:
        return attrs.evolve(self, status=attrs.evolve(self.status, state=state, detail=detail), raised=raised)

    def giving(self, things: Iterable[Any], hook: Hook) -> Offer:
        given = tuple(things)
        names = tuple(sorted(thing.name for thing in given))
        of = attrs.evolve
        said = of(self.status, adapters=names) if hook is ADAPTERS else of(self.status, scorers=names)
        return of(self, status=said, given=given)

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
    "it offers nothing: the entry point must name a module whose function {hook}(), "
    "marked @hookimpl, returns a list of {thing}s"
)


def load(offer: Offer, hook: Hook) -> Offer:
    """The offer with what its plugin gives, or with the reason why there is nothing; only Ctrl-C is raised."""
    if offer.entry is None or offer.status.state != "ok":
        return offer
    if hook is ADAPTERS and offer.entry.value.endswith(".toml"):
        return _mapped(offer, offer.entry.value)
    with redirect_stdout(sys.stderr):  # what a plugin prints must not stand between the figures
        return _asked(offer, offer.entry, hook)


def _asked(offer: Offer, entry: EntryPoint, hook: Hook) -> Offer:
    """The offer with what the hook of a module gives."""
    manager = pluggy.PluginManager("okoce")
    manager.add_hookspecs(hookspecs)
    doing = "it cannot be imported"
    try:
        plugin = entry.load()
        doing = "a function marked @hookimpl has a name or an argument that no hook of okoce has"
        manager.register(plugin, name=entry.name)
        manager.check_pending()
        doing = f"{hook.name}() gives no list of {hook.thing}s"
        answers = cast("list[Iterable[Any]]", getattr(manager.hook, hook.name)())
        given = [thing for answer in answers for thing in answer]
        faults = [found for found in map(hook.fault, given) if found]
    except KeyboardInterrupt:
        raise
    except BaseException as raised:  # SystemExit too: a plugin that calls exit() must not end the caller's run
        return offer.refused("failed", f"{doing}: {described(raised)}", raised)
    if faults or not answers:
        nothing = _NOTHING.format(hook=hook.name, thing=hook.thing)
        return offer.refused(*(faults[0] if faults else ("failed", nothing)))
    return offer.giving(given, hook)


def _mapped(offer: Offer, value: str) -> Offer:
    """The offer of a mapping file, ``package:file.toml``; the package is found and never imported."""
    package, _, name = value.partition(":")
    try:
        found = find_spec(package)
        folders = list(found.submodule_search_locations or ()) if found else []
        adapter = load_mapping(Path(folders[0], name))
    except Misuse as wrong:  # which repeats nothing but the author's own keys
        refused = offer.refused("wrong-api" if wrong.code == "wrong-api" else "failed", wrong.message, wrong)
        return attrs.evolve(refused, status=attrs.evolve(refused.status, wrong=wrong))
    except Exception as raised:
        return offer.refused("failed", f"its mapping file cannot be found: {type(raised).__name__}", raised)
    wrong_api = fault(adapter)
    return offer.refused(*wrong_api) if wrong_api else offer.giving([adapter], ADAPTERS)


def fault(given: object) -> tuple[PluginState, str] | None:
    """Why something cannot serve as an adapter, or None."""
    if not isinstance(given, Adapter):
        return "failed", "something was given as an adapter that is not an Adapter"
    why = other_version(given.api, API_VERSION, "okoce_core.adapter")
    return ("wrong-api", f"{given.name}: {why}") if why else None


ADAPTERS: Final = Hook("okoce_adapters", "adapter", fault)

_MACHINERY: Final = {"", "importlib", "_frozen_importlib", "pluggy", "attr", "okoce_core"}


def described(raised: BaseException) -> str:
    """The type, and the deepest module that is not machinery; never the message, which may repeat anything."""
    modules = [str(frame.f_globals.get("__name__", "")) for frame, _ in walk_tb(raised.__traceback__)]
    told = [name for name in modules if name.partition(".")[0] not in _MACHINERY]
    return type(raised).__name__ + (f" in {told[-1]}" if told else "")
