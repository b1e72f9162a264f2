"""Which scorers there are: those that installed plugins offer, isolated and in dispute exactly as adapters are."""

from __future__ import annotations

from typing import Final

from okoce_core.face_version import other_version
from okoce_core.misuse import Misuse
from okoce_core.plugins.discovery import Hook, PluginState, PluginStatus, find
from okoce_core.plugins.registry import settled
from okoce_core.scorer import API_VERSION, Scorer

__all__ = ["GROUP", "chosen", "find_scorers"]

GROUP: Final = "okoce.scorers"
"""The entry-point group of modules with the hook ``okoce_scorers()``; only asking for a scorer loads them."""


def _fault(given: object) -> tuple[PluginState, str] | None:
    if not isinstance(given, Scorer):
        return "failed", "something was given as a scorer that is not a Scorer"
    why = other_version(given.api, API_VERSION, "okoce_core.scorer")
    return ("wrong-api", f"{given.name}: {why}") if why else None


_HOOK: Final = Hook("okoce_scorers", "scorer", _fault)


def find_scorers(group: str = GROUP) -> tuple[tuple[Scorer, ...], tuple[PluginStatus, ...]]:
    """Every scorer that can be used, by name, and what became of each plugin."""
    offers, _ = settled(find((group,)), _HOOK)
    scorers: list[Scorer] = [scorer for offer in offers for scorer in offer.given]
    return tuple(sorted(scorers, key=lambda scorer: scorer.name)), tuple(offer.status for offer in offers)


def chosen(asked: Scorer | str, group: str = GROUP) -> Scorer:
    """The scorer itself, or the installed one of that name.

    Raises:
        Misuse: ``unknown-scorer``, with the names there are and which plugins failed; ``not-a-scorer``.
    """
    if isinstance(asked, Scorer):
        return asked
    if not isinstance(asked, str):
        raise Misuse("not-a-scorer", "something was given as a scorer that is not a Scorer", asked=type(asked).__name__)
    scorers, statuses = find_scorers(group)
    named = {scorer.name: scorer for scorer in scorers}
    if asked not in named:
        failed = "".join(f"; {s.plugin or s.distribution}: {s.detail}" for s in statuses if s.state != "ok")
        raise Misuse("unknown-scorer", f"no scorer is named {asked!r}{failed}", asked=asked, allowed=sorted(named))
    return named[asked]
