"""The answer of a parser that cannot read a cell: a code and what was expected, never the cell itself."""

from __future__ import annotations

import attrs

__all__ = ["Rejected"]


@attrs.frozen
class Rejected:
    """Why a text gives no value.

    Attributes:
        code: A problem code of the closed list in :mod:`okoce_core.evidence.codes`.
        expected: What would have been read, in our own English words.
    """

    code: str
    expected: str
