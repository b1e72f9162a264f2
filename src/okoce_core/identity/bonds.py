"""What binds the clustering of people: pairs of entries that somebody decided."""

from __future__ import annotations

from typing import Final

import attrs

__all__ = ["NO_BONDS", "Bonds"]


@attrs.frozen
class Bonds:
    """Pairs of entries; none of ``different`` is one by ``same``.

    Attributes:
        same: They are one person. different: They are two.
    """

    same: tuple[tuple[int, int], ...] = ()
    different: tuple[tuple[int, int], ...] = ()


NO_BONDS: Final = Bonds()
"""Nothing is decided yet."""
