"""The conformance kit for authors of adapters: dozens of named checks from one line (``docs/conformance.md``).

What is checked comes from the adapter's own declaration: files in the partner's form are made from it, with people who
do not exist, and everything that must hold of any adapter is tried on them.
"""

from okoce_core.testing.kit.check import Check, Outcome
from okoce_core.testing.kit.suite import CHECKS, adapter_suite, check_adapter

__all__ = ["CHECKS", "Check", "Outcome", "adapter_suite", "check_adapter"]
