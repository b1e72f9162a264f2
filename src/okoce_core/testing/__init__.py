"""For those who test what they build on okoce: the conformance kit for adapters, and facts and rulebooks to draw from.

The kit needs nothing more than okoce, and pytest only to be run by it. :mod:`okoce_core.testing.strategies` needs
hypothesis, which is imported nowhere else; it is no dependency of okoce.
"""

from __future__ import annotations

from okoce_core.testing.kit import Check, Outcome, adapter_suite, check_adapter

__all__ = ["Check", "Outcome", "adapter_suite", "check_adapter"]
