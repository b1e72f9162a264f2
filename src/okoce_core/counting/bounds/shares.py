"""What totals leave open about each partner's share of the credit: an interval, never a point.

Whom a bare number stands for is not known. They may all be new people, each a whole credit for the partner that gave
it; they may be people already on many lists, and then it shares them. And of the partners with lists, too, it may
take a share. Only *full* credit stays what was said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from okoce_core.counting.bounds.groups import Groups
from okoce_core.counting.bounds.unions import Size
from okoce_core.rules.heads import Number

__all__ = ["equal_shares"]

Spread = dict[int, Number]
"""How many there are by the number of partners that share them."""


def equal_shares(served: Groups, partners: Mapping[str, Size]) -> dict[str, tuple[Fraction, Fraction]]:
    """The least and the most of each partner's share under *equal* (and *shapley*, which is the same).

    Without totals the two are one number. The most is reached if those not on lists are new people whom nobody else
    has; the least if they are on the lists most shared, and all other totals fall on the partner's own people. A
    population that limits new people, and overlaps that are known, are not taken into account.

    Args:
        served: Who is on lists. partners: How many each has.
    """
    return {name: (_least(name, served, partners), _most(name, served, partners)) for name in sorted(partners)}


def _most(name: str, served: Groups, partners: Mapping[str, Size]) -> Fraction:
    own = (Fraction(value) / len(group) for group, value in served.items() if name in group)
    return sum(own, Fraction(_unlisted(partners[name].most, partners[name])))


def _least(name: str, served: Groups, partners: Mapping[str, Size]) -> Fraction:
    own: Counter[int] = Counter()
    of_others: Counter[int] = Counter()
    for group, value in served.items():
        (own if name in group else of_others)[len(group)] += value  # type: ignore[assignment]
    left = _unlisted(partners[name].least, partners[name])
    for many in sorted(of_others, reverse=True):
        taken = min(left, of_others[many])
        own[many + 1] += taken  # type: ignore[assignment]
        left -= taken
    own[1] += left  # type: ignore[assignment]
    others = (size for other, size in partners.items() if other != name)
    spread = _covered(own, (_unlisted(size.most, size) for size in others))
    return sum((Fraction(value) / many for many, value in spread.items()), Fraction(0))


def _unlisted(number: Number, size: Size) -> Number:
    return max(0, number - size.listed)


def _covered(spread: Mapping[int, Number], totals: Iterable[Number]) -> Mapping[int, Number]:
    """The people after each total took part in as many of them as it can, those least shared first.

    One more partner takes most from those with the fewest, so that no other choice leaves less.
    """
    for total in totals:
        after: Counter[int] = Counter()
        left = total
        for many in sorted(spread):
            taken = min(left, spread[many])
            after[many + 1] += taken  # type: ignore[assignment]
            after[many] += spread[many] - taken  # type: ignore[assignment]
            left -= taken
        spread = after
    return spread
