"""How many there are in all, where some partners gave only a number: bounds in closed form.

Each bound holds whatever the truth is, because what nobody said is taken at its worst. Where no two partners' overlap
is known, Boole-Fréchet is sharp: no narrower bound holds. Where overlaps are known, the others narrow it down, and
:mod:`okoce_core.counting.bounds.sharp` gives the narrowest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import combinations

import attrs

from okoce_core.identity.components import Components
from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["Interval", "Overlaps", "Size", "bonferroni", "boole_frechet", "dawson_sankoff", "hunter_worsley", "pairs"]

Overlaps = Mapping[tuple[str, str], Number]
"""How many two partners have in common, in either order; a pair that is not named is unknown."""


@attrs.frozen
class Interval:
    """Between which numbers something lies."""

    lower: Number
    upper: Number


@attrs.frozen
class Size:
    """How many a partner has.

    Attributes:
        least, most: Between which the number lies. listed: How many of them are known from the partner's own list.
    """

    least: Number
    most: Number
    listed: Number = 0

    @property
    def all_listed(self) -> bool:
        """Whether there is nobody but those on the list."""
        return self.most == self.listed

    @classmethod
    def of_total(cls, total: int, unit: str = "persons", repeats: int | None = None, listed: Number = 0) -> Size:
        """What a bare number says.

        Args:
            total: The number. listed: How many are on the partner's own list; it may have more than it says.
            unit: *persons*: the number itself. *rows*: a person stands in up to ``repeats`` of them, so there are at
                least total / repeats, and who does not know ``repeats`` knows nothing. *unknown*: at most so many.
            repeats: The most rows one person may have.
        """
        if repeats is not None and repeats < 1:
            raise Misuse("bounds-number", f"a person has at least one row, not {repeats}", asked=str(repeats))
        least = total if unit == "persons" else -(-total // repeats) if unit == "rows" and repeats else 0
        return cls(least, max(total, listed), listed)


def boole_frechet(sizes: Iterable[Size], union: Number = 0, population: int | None = None) -> Interval:
    """The union of lists and totals: max(union, largest) and union + what is not listed, at most the population.

    With a union L and a partner's total t of which l are on its own list, r = t - l are not listed by it and o = L - l
    are listed by others only. Then L + max(0, r - o) <= U <= L + r, and L + max(0, r - o) is max(L, t).

    Args:
        sizes: One for each partner that gave a total. union: How many there are on all lists together.
        population: How many there can be at all, such as the adults of a district.

    Raises:
        Misuse: the population is smaller than what is known to be there.

    SOURCE: Boole-Fréchet inequalities; sharpness: arXiv 2512.09161. CARE's "report the highest figure, never add"
    (Emergency Toolkit 5.3.1) is the lower bound.
    """
    told = list(sizes)
    lower = max((size.least for size in told), default=0)
    lower, upper = max(lower, union), union + sum(max(0, size.most - size.listed) for size in told)
    if population is not None and population < lower:
        message = f"a population of {population} cannot hold the {lower} that are known"
        raise Misuse("bounds-contradict", message, asked=str(population))
    return Interval(lower, upper if population is None else min(upper, population))


def pairs(sizes: Mapping[str, Size], overlaps: Overlaps) -> dict[tuple[str, str], Number]:
    """The overlaps with each pair sorted.

    Raises:
        Misuse: a partner that is none, a pair of one, two numbers for one pair, or more in common than one of them has.
    """
    found: dict[tuple[str, str], Number] = {}
    for (a, b), common in overlaps.items():
        for name in (a, b):
            if name not in sizes:
                raise Misuse("unknown-partner", f"partner {name!r} gave nothing to bound", asked=name, allowed=sizes)
        most = min(sizes[a].most, sizes[b].most)
        if a == b or not 0 <= common <= most or found.setdefault((min(a, b), max(a, b)), common) != common:
            message = f"{a!r} and {b!r} cannot have {common} in common: one of them has at most {most}"
            raise Misuse("bounds-contradict", message, asked=f"{a}, {b}")
    return found


def _sums(sizes: Mapping[str, Size], overlaps: Overlaps) -> tuple[Number, Number]:
    """The least the sizes come to, and the most the overlaps of all pairs do; an unknown one is the smaller partner."""
    known = pairs(sizes, overlaps)
    most = (known.get((a, b), min(sizes[a].most, sizes[b].most)) for a, b in combinations(sorted(sizes), 2))
    return sum(size.least for size in sizes.values()), sum(most)


def bonferroni(sizes: Mapping[str, Size], overlaps: Overlaps) -> Number:
    """Lower bound S1 - S2: the sizes, less every pair's overlap. Below 0 where there is much overlap."""
    singles, doubles = _sums(sizes, overlaps)
    return singles - doubles


def dawson_sankoff(sizes: Mapping[str, Size], overlaps: Overlaps) -> Fraction:
    """Lower bound 2 S1 / (k + 1) - 2 S2 / (k (k + 1)) with k = 1 + floor(2 S2 / S1): the best from S1 and S2 alone.

    Whoever is in r sets adds r to S1 and r (r - 1) / 2 to S2, hence r (2k + 1 - r) / (k (k + 1)), which is at most 1
    for every whole r and k; so any k gives a bound, and this one the best.

    SOURCE: Dawson and Sankoff (1967), An inequality for probabilities, Proc. AMS 18.
    """
    singles, doubles = _sums(sizes, overlaps)
    if not singles:
        return Fraction(0)
    k = 1 + int(2 * doubles // singles)
    return Fraction(2 * singles) / (k + 1) - Fraction(2 * doubles) / (k * (k + 1))


def hunter_worsley(sizes: Mapping[str, Size], overlaps: Overlaps) -> Number:
    """Upper bound: the sizes, less the overlaps along the heaviest tree that joins the partners.

    An overlap nobody knows may be 0, and is taken as such.

    SOURCE: Hunter (1976), J. Appl. Prob. 13; Worsley (1982), Biometrika 69.
    """
    numbers = {name: number for number, name in enumerate(sorted(sizes))}
    forest = Components(len(numbers))
    heaviest = sorted(pairs(sizes, overlaps).items(), key=lambda pair: (-pair[1], pair[0]))
    tree = sum(common for (a, b), common in heaviest if forest.join(numbers[a], numbers[b]))
    return sum(size.most for size in sizes.values()) - tree
