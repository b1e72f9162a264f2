"""Joining the entries of all files that share a key, and remembering why."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from okoce_core.identity.components import Components
from okoce_core.identity.keys import Keys
from okoce_core.identity.population import REASONS, Links

__all__ = ["Linker", "ids", "starts"]


class Linker:
    """Joins the entries that share a key and remembers why."""

    def __init__(self, size: int) -> None:
        self.components, self.links = Components(size), Links()

    def claim(self, reason: str, files: Iterable[tuple[int, Keys]]) -> dict[object, int]:
        """Say which keys of one kind the entries of all files have; each joins whoever had its key first.

        Args:
            reason: What the keys are. files: For each file the number of its first entry, and its entries' keys.

        Returns:
            Who had each key first.
        """
        holders: dict[object, int] = {}
        setdefault, join, links = holders.setdefault, self.components.join, self.links
        code = REASONS.index(reason)
        for start, keys in files:
            for entry, key in keys:
                holder = setdefault(key, start + entry)
                if holder != start + entry and join(holder, start + entry):
                    links.reason.append(code)
                    links.a.append(holder)
                    links.b.append(start + entry)
        return holders

    def link(self, reason: str, pairs: Iterable[tuple[int, int]]) -> None:
        """Join pairs that something else has found."""
        code, links = REASONS.index(reason), self.links
        for a, b in pairs:
            if self.components.join(a, b):
                links.reason.append(code)
                links.a.append(a)
                links.b.append(b)


def ids(given: list[str], file: int = -1) -> Keys:
    """The ids that the source gave; local ones are the same within their ``file`` alone."""
    return ((entry, ("id", file, identity)) for entry, identity in enumerate(given))


def starts(sizes: Iterable[int]) -> list[int]:
    """The number of the first entry of each file, and of what would follow the last."""
    return [0, *accumulate(sizes)]
