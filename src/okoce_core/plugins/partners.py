"""The partners a movement knows of, as installed distributions list them in TOML files.

The entry-point group ``okoce.partners`` names ``package:file.toml``. A file that is broken costs itself and nothing
else; it is found and never imported. What a partner's form is, is said elsewhere: by the adapters that fit him.
"""

from __future__ import annotations

import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import attrs

from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.plugins.discovery import Offer, PluginStatus, find

__all__ = ["GROUP", "KnownPartner", "find_partners", "parse_partners"]

GROUP: Final = "okoce.partners"
"""The entry-point group of lists of partners."""


@attrs.frozen
class KnownPartner:
    """A partner, whether or not he ever sent a file.

    Attributes:
        id: Of the partner in records. name: As he is called. kind: See :data:`~okoce_core.model.PARTNER_KINDS`.
        place: Where he works, if that is known.
        adapters: Names of the forms that fit what he would send.
        source: Where he is known from. note: What else is known, one or two sentences.
        generic: Whether the id stands for every organisation of a kind rather than for one: nobody can be written to.
    """

    id: str
    name: str
    kind: str = attrs.field(validator=attrs.validators.in_(PARTNER_KINDS))
    source: str
    place: str = ""
    adapters: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    note: str = ""
    generic: bool = False


def parse_partners(text: str) -> tuple[KnownPartner, ...]:
    """The partners of a TOML text, a ``[[partner]]`` table each.

    Raises:
        ValueError: it is no TOML, or a kind of partner does not exist.
        TypeError: a table has a key that nobody knows, or lacks one.
        KeyError: there is no partner.
    """
    return tuple(KnownPartner(**table) for table in tomllib.loads(text)["partner"])


def find_partners() -> tuple[tuple[KnownPartner, ...], tuple[PluginStatus, ...]]:
    """Every known partner by kind and name, and what became of each list."""
    partners: list[KnownPartner] = []
    statuses: list[PluginStatus] = []
    for offer in find((GROUP,)):
        listed, status = _listed(offer)
        partners += listed
        statuses.append(status)
    order = {kind: place for place, kind in enumerate(PARTNER_KINDS)}
    return tuple(sorted(partners, key=lambda p: (order[p.kind], p.name.casefold(), p.id))), tuple(statuses)


def _listed(offer: Offer) -> tuple[tuple[KnownPartner, ...], PluginStatus]:
    if offer.entry is None:
        return (), offer.status
    try:
        return parse_partners(_text(offer.entry.value)), offer.status
    except Exception as raised:  # whatever a stranger's file makes Python raise; its text may repeat anything
        detail = f"its list of partners cannot be read: {type(raised).__name__}"
        return (), offer.refused("failed", detail).status


def _text(value: str) -> str:
    package, _, name = value.partition(":")
    found: Any = find_spec(package)
    return Path(found.submodule_search_locations[0], name).read_text("utf-8")
