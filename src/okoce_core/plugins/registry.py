"""Which adapters there are: those that installed plugins offer, and those the caller adds.

There is no "first wins". Refused, naming both sides: two distributions behind one plugin name, two adapters of one
name; and adapters written for another version of the face. The order of directories on the path changes nothing.
"""

from __future__ import annotations

import copy
import os
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import attrs

from okoce_core.adapter import Adapter
from okoce_core.adapter.mapping import load_mapping
from okoce_core.misuse import Misuse
from okoce_core.plugins.discovery import ADAPTERS, Hook, Offer, PluginState, PluginStatus, fault, find, load

__all__ = ["PluginState", "PluginStatus", "Registry", "settled"]


GROUPS: Final = ("okoce.adapters", "okoce.mappings")
"""Where distributions declare them: modules with the hook, and ``package:file.toml``."""


@attrs.define(eq=False, repr=False)
class Registry:
    """The adapters a caller works with; he makes it and passes it on, there is no global one."""

    _adapters: dict[str, Adapter] = attrs.field(factory=dict, init=False)
    _withdrawn: dict[str, str] = attrs.field(factory=dict, init=False)
    _statuses: tuple[PluginStatus, ...] = attrs.field(default=(), init=False)

    @classmethod
    def discover(cls, *groups: str, only: Iterable[str] | None = None, strict: bool = False) -> Registry:
        """Load the plugins that installed distributions declare: modules with a hook, and mapping files.

        Args:
            groups: The entry-point groups; :data:`GROUPS` unless given.
            only: Load the plugins of these names and leave the others alone.
            strict: Raise on the first plugin that is not ``ok`` (what it raised, else :class:`Misuse`).

        Raises:
            Misuse: ``unknown-plugin``, a name in ``only`` that nobody declares; when strict, ``plugin-`` + state.
        """
        offers, disputes = settled(_chosen(find(groups or GROUPS), only), ADAPTERS)
        if strict:
            _raise_first(offers)
        registry = cls()
        registry._withdrawn = disputes
        registry._statuses = tuple(offer.status for offer in offers)
        registry._adapters = {adapter.name: adapter for offer in offers for adapter in offer.given}
        return registry

    def including(self, adapters: Iterable[Adapter | str | os.PathLike[str]]) -> Registry:
        """Another registry with these adapters as well, or mapping files; this one stays as it is.

        Raises:
            Misuse: see :meth:`add` and :func:`~okoce_core.adapter.mapping.load_mapping`.
        """
        other = copy.copy(self)
        object.__setattr__(other, "_adapters", dict(self._adapters))
        for adapter in adapters:
            if isinstance(adapter, os.PathLike) or (isinstance(adapter, str) and adapter.lower().endswith(".toml")):
                other.add(load_mapping(adapter))
            else:
                other.add(adapter)  # type: ignore[arg-type]  # what is no adapter is refused there
        return other

    @property
    def adapters(self) -> tuple[Adapter, ...]:
        """All that can be used, by name."""
        return tuple(adapter for _, adapter in sorted(self._adapters.items()))

    @property
    def statuses(self) -> tuple[PluginStatus, ...]:
        """What became of each plugin, by name."""
        return self._statuses

    def add(self, adapter: Adapter) -> None:
        """Take in an adapter that no distribution ships, as in a notebook.

        A name in dispute between plugins may be added: the caller then says himself which one he means.

        Raises:
            Misuse: ``not-an-adapter``, ``wrong-api``, or ``adapter-clash`` where the name is taken.
        """
        if found := fault(adapter):
            state, why = found
            raise Misuse("wrong-api" if state == "wrong-api" else "not-an-adapter", why)
        if adapter.name in self._adapters:
            raise Misuse("adapter-clash", f"there is an adapter named {adapter.name} already", asked=adapter.name)
        self._adapters[adapter.name] = adapter

    def get(self, name: str) -> Adapter:
        """The adapter of that name.

        Raises:
            Misuse: ``unknown-adapter``, with the names that look like it; ``adapter-disputed``, with who disputes it.
        """
        if name in self._adapters:
            return self._adapters[name]
        message = f"no adapter is named {name!r}"
        if name in self._withdrawn:
            raise Misuse("adapter-disputed", f"{message}: {self._withdrawn[name]}", asked=name)
        raise Misuse("unknown-adapter", message, asked=name, allowed=sorted(self._adapters))


def _chosen(offers: list[Offer], only: Iterable[str] | None) -> list[Offer]:
    if only is None:
        return offers
    wanted = {only} if isinstance(only, str) else set(only)
    known = {offer.status.plugin for offer in offers if offer.entry}
    for name in sorted(wanted - known):
        raise Misuse("unknown-plugin", f"no installed plugin is named {name!r}", asked=name, allowed=sorted(known))
    return [offer for offer in offers if offer.status.plugin in wanted]


def settled(offers: list[Offer], hook: Hook) -> tuple[list[Offer], dict[str, str]]:
    """The offers loaded, with nothing in them that is in dispute; and the names in dispute, with who disputes them."""
    loaded = [load(offer, hook) for offer in _without_rivals(offers)]
    disputes = _disputes(loaded, hook)
    return [_without_disputed(offer, disputes, hook) for offer in loaded], disputes


def _without_rivals(offers: list[Offer]) -> list[Offer]:
    rivals = defaultdict(list)
    for offer in offers:
        if offer.entry:
            rivals[offer.status.plugin].append(offer)
    return [_unless_rivalled(offer, rivals[offer.status.plugin]) for offer in offers]


def _unless_rivalled(offer: Offer, rivals: list[Offer]) -> Offer:
    if offer.entry is None or len(rivals) == 1:
        return offer
    who = " and by ".join(f"{rival.status.distribution} {rival.status.version}" for rival in rivals)
    return offer.refused("duplicate-entry-point", f"the plugin name is declared by {who}; none of them is loaded")


def _disputes(offers: list[Offer], hook: Hook) -> dict[str, str]:
    givers = defaultdict(list)
    for offer in offers:
        for thing in offer.given:
            givers[thing.name].append(str(offer))
    return {
        name: f"the {hook.thing} {name} is offered by {' and by '.join(who)}; none of them is used"
        for name, who in givers.items()
        if len(who) > 1
    }


def _without_disputed(offer: Offer, disputes: dict[str, str], hook: Hook) -> Offer:
    lost = sorted({thing.name for thing in offer.given} & disputes.keys())
    if not lost:
        return offer
    kept = offer.giving((thing for thing in offer.given if thing.name not in disputes), hook)
    return kept.refused("clash", "; ".join(disputes[name] for name in lost))


def _raise_first(offers: list[Offer]) -> None:
    for offer in offers:
        if offer.raised is not None:
            raise offer.raised
        if offer.status.state != "ok":
            raise Misuse(f"plugin-{offer.status.state}", f"{offer}: {offer.status.detail}")
