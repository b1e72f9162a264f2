"""Why two entries are held to be one enterprise, beyond the exact identifiers."""

from __future__ import annotations

from typing import Final

from okoce_core.identity.population import REASONS

__all__ = ["NEW_REASONS", "code"]

NEW_REASONS: Final = ("owner-similar-name", "nib-misspelt", "owner-nameless", "co-owners")
"""One owner's businesses of like names; one NIB with a digit wrong; a row that names no business, of an owner who has
one; two owners' business of one distinctive name."""

_ALL: Final = (*REASONS, *(reason for reason in NEW_REASONS if reason not in REASONS))


def code(reason: str) -> int:
    """The number by which :class:`~okoce_core.identity.population.Links` keeps a reason."""
    return _ALL.index(reason)
