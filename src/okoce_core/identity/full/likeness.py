"""How alike two parts of a name are: one edit apart, or sharing most of their pairs of letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

__all__ = ["alike", "bigrams_shared", "joined_alike", "one_edit"]


def one_edit(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes one of the other, or two neighbours exchanged.

    >>> one_edit("budi", "budy"), one_edit("budi", "bdi"), one_edit("budi", "bduy"), one_edit("budi", "ubdi")
    (True, True, False, True)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    shortest = min(len(a), len(b))
    while i < shortest and a[i] == b[i]:
        i += 1
    if len(a) != len(b):
        return a[i + 1 :] == b[i:] if len(a) > len(b) else a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


def bigrams_shared(a: str, b: str) -> float:
    """The Dice coefficient of their pairs of neighbouring letters, 0 to 1."""
    if len(a) < 2 or len(b) < 2:
        return float(a == b)
    in_a, in_b = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b))
    return 2 * len(in_a & in_b) / (len(in_a) + len(in_b))


@lru_cache(maxsize=1 << 18)
def alike(a: str, b: str) -> bool:
    """Whether two parts of a name may be one, misspelt."""
    return one_edit(a, b) or bigrams_shared(a, b) >= 0.6


def joined_alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names may be one, misspelt, if spaces are left aside."""
    one, other = "".join(a), "".join(b)
    near = 5 * min(len(one), len(other)) >= 3 * max(len(one), len(other))  # else three quarters cannot be shared
    return one == other or (near and bigrams_shared(one, other) >= 0.75)
