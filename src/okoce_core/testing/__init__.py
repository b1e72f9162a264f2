"""For those who test what they build on okoce: facts and rulebooks to draw from.

:mod:`okoce_core.testing.strategies` needs hypothesis, which is imported nowhere else; it is no dependency of okoce.
"""

from __future__ import annotations

__all__: list[str] = []
