"""How many are on either of two lists that cannot be linked in full: estimated from a sample checked by hand.

People are drawn at random from one list and each is looked for in the other. The estimate is *estimated*, with an
interval, and stands beside what was counted, never in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import ceil, floor, isqrt
from typing import Final, Literal

import attrs

from okoce_core.counting.bounds.unions import Interval
from okoce_core.misuse import Misuse

__all__ = ["Z95", "Estimated", "Sample", "overlap_by_sample", "wilson"]

Z95: Final = Fraction("1.959963984540054")
"""The two-sided 95 % point of the normal distribution."""

_FINE: Final = 10**12
"""Square roots are taken to so many parts of one, outwards; the ends of an interval are then given to four places."""


@attrs.frozen
class Sample:
    """A sample of one list, looked for in another; of the whole lists, or of one region's part of both.

    Attributes:
        size: Of the list that was drawn from. other: Of the list that was searched.
        drawn: How many were drawn at random. found: How many of them are on the other list.
        region: Which part of the lists. checked_by: Which office looked; a name of nobody.
    """

    size: int
    other: int
    drawn: int
    found: int
    region: str = ""
    checked_by: str = ""

    def __attrs_post_init__(self) -> None:
        if not (0 <= self.found <= self.drawn <= self.size and self.found <= self.other and self.drawn):
            message = f"{self.found} found of {self.drawn} drawn from {self.size}, in {self.other}: impossible"
            raise Misuse("sample-numbers", message, asked=self.region)

    @property
    def certain(self) -> tuple[int, int]:
        """Between which numbers the overlap lies for certain: those found have it, those not found do not."""
        return self.found, min(self.other, self.size - (self.drawn - self.found))


@attrs.frozen
class Estimated:
    """What a sample says of two lists.

    Attributes:
        shared, shared_ends: How many are on both, and between which numbers that is. union, union_ends: How many are
            on either. samples: What it was estimated from.
    """

    shared: Fraction
    shared_ends: Interval
    union: Fraction
    union_ends: Interval
    samples: tuple[Sample, ...]
    label: Literal["estimated"] = "estimated"


def overlap_by_sample(samples: Iterable[Sample], z: Fraction = Z95) -> Estimated:
    """The overlap and the union of two lists; of several regions, the sum of what each says.

    The overlap is size times found / drawn; the union is what both lists come to, less the overlap. Ends are Wilson's;
    over regions their distances from the estimate are put together as the root of the sum of squares. Neither the
    estimate nor an end goes beyond what is certain.

    Args:
        samples: One, or one for each region in which nobody of one region's list is on another's.
        z: How sure the interval is, in standard deviations; 95 % without it.

    Raises:
        Misuse: no sample.

    SOURCE: Wilson (1927), J. Am. Stat. Assoc. 22; Zou and Donner (2008), Statistics in Medicine 27 (sum of intervals).
    """
    told = tuple(samples)
    if not told:
        raise Misuse("sample-numbers", "there is no sample to estimate from")
    estimates = [_kept(Fraction(s.size * s.found, s.drawn), s) for s in told]
    ends = [[_kept(s.size * end, s) for end in wilson(s.found, s.drawn, z)] for s in told]
    below, above = (
        _root(sum(((end[side] - at) ** 2 for end, at in zip(ends, estimates, strict=True)), Fraction(0)))
        for side in (0, 1)
    )
    shared, both = sum(estimates, Fraction(0)), sum(s.size + s.other for s in told)
    low = max(_places(shared - below, floor), Fraction(sum(s.certain[0] for s in told)))
    high = min(_places(shared + above, ceil), Fraction(sum(s.certain[1] for s in told)))
    return Estimated(shared, Interval(low, high), both - shared, Interval(both - high, both - low), told)


def wilson(found: int, drawn: int, z: Fraction = Z95) -> tuple[Fraction, Fraction]:
    """The Wilson interval of a share found / drawn, its root taken upwards, so that it is never too narrow."""
    share, square = Fraction(found, drawn), z**2 / drawn
    centre = (share + square / 2) / (1 + square)
    half = _root(share * (1 - share) * square + square**2 / 4) / (1 + square)
    return max(centre - half, Fraction(0)), min(centre + half, Fraction(1))


def _kept(number: Fraction, sample: Sample) -> Fraction:
    least, most = sample.certain
    return min(max(number, Fraction(least)), Fraction(most))


def _root(number: Fraction) -> Fraction:
    """The square root, upwards to the next part of one."""
    whole = ceil(number * _FINE**2)
    root = isqrt(whole)
    return Fraction(root if root * root == whole else root + 1, _FINE)


def _places(number: Fraction, outwards: Callable[[Fraction], int]) -> Fraction:
    """To four decimal places."""
    return Fraction(outwards(number * 10_000), 10_000)
