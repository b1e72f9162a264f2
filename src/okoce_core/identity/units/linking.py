"""Links by their odds: made from even odds on, left open below; what both leave to expect."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from okoce_core.identity.units.evidence import probability
from okoce_core.identity.units.joining import Joining

__all__ = ["Linking"]

_EVEN = 0.0
_NEGLIGIBLE = -7.0
"""Odds of one to a thousand: such pairs are not kept for the expectation."""


class Linking:
    """Decides pairs that come in falling order of their odds, and remembers how sure it was.

    Args:
        joining: What is joined so far.
    """

    def __init__(self, joining: Joining) -> None:
        self._joining = joining
        self._open: list[tuple[float, int, int]] = []
        self._wrong = self._unseen = self._variance = 0.0

    def insist(self, reason: str, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what numbers say is one, wherever no other number speaks against it."""
        for a, b in pairs:
            if self._joining.allowed(a, b):
                self._joining.join(reason, a, b)

    def decide(self, reason: str, odds: float, pairs: Sequence[tuple[int, int]], *, unseen: float = 0.0) -> None:
        """Join pairs of even odds or better, unless numbers forbid it.

        Args:
            reason: Why they would be one. odds: Their logarithm. pairs: Of entries, in an order of contents.
            unseen: For each true pair among them, how many true ones are expected that were never compared.
        """
        if odds < _NEGLIGIBLE:
            return
        chance, joining = probability(odds), self._joining
        self._unseen += unseen * chance * len(pairs)
        for a, b in pairs:
            if odds < _EVEN:
                self._open.append((chance, a, b))
            elif joining.allowed(a, b) and joining.join(reason, a, b):
                self._wrong += 1 - chance
                self._variance += chance * (1 - chance)

    def doubt(self, chances: Iterable[float]) -> None:
        """Note links made elsewhere, each with the chance that it hides an enterprise of its own."""
        for chance in chances:
            self._wrong += chance
            self._variance += chance * (1 - chance)

    def expected(self) -> tuple[float, float, float]:
        """How many links are expected to be missed and how many wrong, and the variance of both together."""
        joining, likeliest = self._joining, dict[tuple[int, int], float]()
        for chance, a, b in self._open:
            one, other = sorted((joining.components.root(a), joining.components.root(b)))
            if one != other and joining.allowed(one, other):
                likeliest[one, other] = max(chance, likeliest.get((one, other), 0.0))
        missed = math.fsum(likeliest.values()) + self._unseen
        doubt = math.fsum(chance * (1 - chance) for chance in likeliest.values())
        return missed, self._wrong, self._variance + self._unseen + doubt
