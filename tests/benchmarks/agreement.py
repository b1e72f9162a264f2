"""How well a clustering agrees with the truth: pairwise and B-cubed, from their contingency table alone.

SOURCE: Bagga and Baldwin 1998, Algorithms for scoring coreference chains (B-cubed).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from math import comb

import attrs

__all__ = ["Agreement", "agreement"]


@attrs.frozen
class Agreement:
    """What came out.

    Attributes:
        pairwise: F1 of the pairs of items that are together. b_cubed: F1 of B-cubed.
        count, truth: How many clusters, and how many there are.
    """

    pairwise: float
    b_cubed: float
    count: int
    truth: int

    @property
    def count_error(self) -> float:
        """By how much the count is wrong, as a share of the truth."""
        return (self.count - self.truth) / self.truth


def agreement(truth: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Agreement:
    """The agreement over the items of ``truth``; one that was not found is a cluster of its own."""
    joint = Counter((of, found.get(item, (None, item))) for item, of in truth.items())
    true, clusters = Counter[Hashable](), Counter[Hashable]()
    for (of, cluster), size in joint.items():
        true[of] += size
        clusters[cluster] += size
    together = sum(comb(size, 2) for size in joint.values())
    pairs = [sum(comb(size, 2) for size in sizes.values()) for sizes in (clusters, true)]
    precision = sum(size * size / clusters[cluster] for (_, cluster), size in joint.items()) / len(truth)
    recall = sum(size * size / true[of] for (of, _), size in joint.items()) / len(truth)
    f1 = 2 * together / sum(pairs) if sum(pairs) else 1.0
    return Agreement(f1, 2 * precision * recall / (precision + recall), len(clusters), len(true))
