"""A trail: from something that was read back to the bytes, and what read them."""

from __future__ import annotations

import attrs

from okoce_core.evidence.place import Place

__all__ = ["Trail"]


@attrs.frozen
class Trail:
    """Where a statement comes from.

    Attributes:
        place: The file, sheet and row, or what a line of okoce-records says of itself.
        sha256: The hash of the bytes it was read from; with the place it finds the cell again.
        adapter: What read it: the adapter's name, or ``okoce-records/1``.
    """

    place: Place
    sha256: str
    adapter: str | None

    def __str__(self) -> str:
        return str(self.place)
