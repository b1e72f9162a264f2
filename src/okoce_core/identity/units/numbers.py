"""What register numbers say: the same, the same but for a typing error, or clearly another; and whose they are not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from okoce_core.identity.full.likeness import one_edit

__all__ = ["Numbers", "contradict", "near", "of_a_crowd"]

Numbers = tuple[str, ...]
"""The numbers of an entry, each after the name of its register."""

_CROWD: Final = 6
"""One number with more owners than a family has, and names as many as half of them, is a consultant's."""


def near(a: str, b: str) -> bool:
    """Whether two different NIBs are one, a digit wrong or two neighbours exchanged; other numbers never are.

    >>> near("NIB 9120000000011", "NIB 9120000000012"), near("NSPP 510099990001", "NSPP 510099990002")
    (True, False)
    """
    return a.startswith("NIB ") and b.startswith("NIB ") and a != b and len(a) == len(b) and one_edit(a, b)


def contradict(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of numbers cannot be one enterprise's: none in common, two of one register clearly differ."""
    one, other = set(one), set(other)
    if not one.isdisjoint(other):
        return False
    return any(a.split()[0] == b.split()[0] and not near(a, b) for a in one for b in other)


def of_a_crowd(bearers: Iterable[tuple[str, int, str]]) -> set[str]:
    """The NIBs that prove nothing, since too many owners with too many names give them.

    Args:
        bearers: Number, owner and form of each entry with a NIB.
    """
    owners: dict[str, set[int]] = {}
    forms: dict[str, set[str]] = {}
    for number, owner, form in bearers:
        owners.setdefault(number, set()).add(owner)
        if form:
            forms.setdefault(number, set()).add(form)
    return {
        number for number, of in owners.items() if len(of) >= _CROWD and 2 * len(forms.get(number, ())) >= len(of)
    }  # fmt: skip
