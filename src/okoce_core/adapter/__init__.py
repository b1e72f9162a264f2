"""All that the author of an adapter imports.

An adapter says, mostly by declaration, how one partner's form maps into the canonical model: which heading feeds which
field, what one row is, what stage a row proves and why, whether owners are inside its headcounts. It never cleans,
merges or counts: those are the core's work, the same for every partner. A form that needs no code at all is a TOML
file (``docs/mappings.md``), which says the same.
"""

from okoce_core.adapter.column import Column, Grade
from okoce_core.adapter.fields import FIELDS, KINDS, Parser, yes_no
from okoce_core.adapter.form import API_VERSION, Adapter, Expect, Gather, Partner, Skip, hookimpl

__all__ = [
    "API_VERSION", "FIELDS", "KINDS", "Adapter", "Column", "Expect", "Gather", "Grade", "Parser", "Partner", "Skip",
    "hookimpl", "yes_no",
]  # fmt: skip
