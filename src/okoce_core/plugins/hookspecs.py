"""The hooks a plugin may offer. They only hand over plain objects; nothing is ever changed through a hook."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from okoce_core.adapter import Adapter

__all__ = ["okoce_adapters"]

hookspec = pluggy.HookspecMarker("okoce")


@hookspec
def okoce_adapters() -> Iterable[Adapter]:  # type: ignore[empty-body]
    """Return the adapters this plugin offers."""
