"""Entries that share a key, in blocks of bounded size: those of a block are worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from okoce_core.identity.full.evidence import Evidence

__all__ = ["MOST", "Blocks", "Keys", "blocks", "chained", "divided", "none"]

MOST: Final = 80
"""Entries in a block; a larger one is divided, or tells too little."""

Keys = Iterable[tuple[int, Any]]
Blocks = Iterator[list[int]]


def blocks(keys: Keys, divide: Callable[[list[int]], Blocks], most: int = MOST) -> Blocks:
    """The entries that share a key, each block once; those that are too large divided."""
    alone: dict[Any, int] = {}
    several: dict[Any, list[int]] = {}
    for entry, key in keys:
        first = alone.setdefault(key, entry)
        if first != entry:
            block = several.get(key)
            if block is None:
                several[key] = [first, entry]
            elif block[-1] != entry:
                block.append(entry)
    del alone
    for block in several.values():
        if len(block) <= most:
            yield block
        else:
            yield from divide(block)


def none(_block: list[int]) -> Blocks:
    """A block that is too large tells nothing."""
    return iter(())


def chained(shown: Evidence) -> Callable[[list[int]], Blocks]:
    """Of very many entries each is looked at beside the next two by name: one person in a hundred lists stays one."""

    def divide(block: list[int]) -> Blocks:
        ordered = sorted(block, key=lambda entry: (shown.whole[entry], shown.mark[entry]))
        return (sorted(ordered[start : start + 3]) for start in range(len(ordered) - 1))

    return divide


def divided(block: list[int], by: Callable[[int], object], most: int) -> Blocks:
    """A block divided by what its entries show; parts that are still too large tell nothing."""
    parts: defaultdict[object, list[int]] = defaultdict(list)
    for entry in block:
        parts[by(entry)].append(entry)
    return (part for part in parts.values() if 1 < len(part) <= most)
