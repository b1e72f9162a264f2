"""What a rulebook says, as a short hash: two that decide alike have the same one, whatever they are called."""

from __future__ import annotations

import json
from hashlib import blake2b

from okoce_core.rules.rulebook import Rulebook

__all__ = ["fingerprint"]


def fingerprint(book: Rulebook) -> str:
    """BLAKE2b over the fields that decide a figure, as canonical JSON: 16 hexadecimal digits.

    Fields that say nothing (None, or an empty list) are left out: a field that a later release adds then changes the
    fingerprint of no rulebook that does without it.

    SOURCE: RFC 7693 (BLAKE2); the attribute RULEBOOK_HASH of the SDMX structure in ``docs/exports.md``.
    """
    said = {field: value for field, value in book.fields().items() if value not in (None, ())}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=str)
    return blake2b(text.encode("ascii"), digest_size=8).hexdigest()
