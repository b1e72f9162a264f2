"""The hooks a plugin may offer. They only hand over plain objects; nothing is ever changed through a hook."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from okoce_core.adapter import Adapter
from okoce_core.scorer import Scorer

__all__ = ["okoce_adapters", "okoce_scorers"]

hookspec = pluggy.HookspecMarker("okoce")


@hookspec
def okoce_adapters() -> Iterable[Adapter]:  # type: ignore[empty-body]
    """Return the adapters this plugin offers."""


@hookspec
def okoce_scorers() -> Iterable[Scorer]:  # type: ignore[empty-body]
    """Return the scorers this plugin offers."""
