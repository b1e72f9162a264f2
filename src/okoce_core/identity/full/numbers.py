"""What two NIKs say together, beside everything else that two entries show."""

from __future__ import annotations

import math
from collections import Counter
from typing import Final

from okoce_core.identity.full.evidence import Evidence

__all__ = ["RELATIONS", "clearly_different", "relation", "weights"]

RELATIONS: Final = (
    "same",
    "last digit lost",
    "one digit",
    "neighbours exchanged",
    "serial",
    "two digits",
    "other",
    "vouched for",
    "doubtful",
)
"""How two numbers stand to each other; *doubtful*: they are the same, and the row of one of them speaks against it;
*vouched for*: so it does, but both rows bear one name."""

_EXPECTED_SAME: Final = {
    "same": 9.0, "last digit lost": 0.3, "one digit": 0.4, "neighbours exchanged": 0.2, "serial": 0.05,
    "two digits": 0.05, "other": 0.3, "vouched for": 0.2, "doubtful": 0.1,
}  # fmt: skip
_EXPECTED_OTHER: Final = {
    "same": 0.02, "last digit lost": 0.01, "one digit": 0.02, "neighbours exchanged": 0.01, "serial": 0.05,
    "two digits": 0.05, "other": 9.6, "vouched for": 0.001, "doubtful": 0.02,
}  # fmt: skip
"""What is expected of ten pairs of one person, and of two, before the lists say more."""


def relation(shown: Evidence, a: int, b: int) -> str:
    """How the numbers of two entries stand to each other; "" where one has none, or one that tells nothing."""
    one, other = shown.nik[a], shown.nik[b]
    if not one or not other:
        return ""
    if not (shown.trusted[a] and shown.trusted[b]):
        return "" if one != other else "vouched for" if shown.whole[a] == shown.whole[b] != "" else "doubtful"
    return _relation(one, other)


def _relation(a: str, b: str) -> str:
    if a == b:
        return "same"
    if a[:15] == b[:15] and "0" in (a[15], b[15]):
        return "last digit lost"
    differing = [place for place in range(16) if a[place] != b[place]]
    if len(differing) == 1:
        return "one digit" if differing[0] < 12 else "serial"
    if len(differing) == 2:
        first, second = differing
        exchanged = second == first + 1 and a[first] == b[second] and a[second] == b[first]
        return "neighbours exchanged" if exchanged else "two digits"
    return "other"


def clearly_different(a: str, b: str) -> bool:
    """Whether two numbers are no misspelling of each other: more than two digits differ."""
    return a != b and sum(map(str.__ne__, a, b)) > 2


def weights(same: Counter[str], other: Counter[str]) -> dict[str, float]:
    """What each relation adds to the score, from pairs that everything else has settled already.

    Where many pairs of one person carry different numbers, these numbers cannot be trusted and weigh little.
    """
    of_same, of_other = sum(same.values()) + 10, sum(other.values()) + 10
    found = {"": 0.0}
    for name in RELATIONS:
        likely = math.log((same[name] + _EXPECTED_SAME[name]) / of_same)
        unlikely = math.log((other[name] + _EXPECTED_OTHER[name]) / of_other)
        found[name] = max(-7.0, min(8.0, likely - unlikely))
    found["serial"] = min(found["serial"], 0.0)  # twins, and brothers registered one after the other
    found["vouched for"] = max(found["vouched for"], found["same"])  # who has both another's number and his name?
    return found
