"""Sharing out credit where a definition needs several services together: the exact Shapley value.

For a coverage count, where any one partner is enough, the Shapley value is the equal split (counting.md 3.2), and
:func:`~okoce_core.counting.partners.attribution` gives that without a game. It is not where the services are needed
*jointly*: trained by one **and** licensed through another. Source: Shapley 1953; counting.md 3.2.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from math import factorial
from typing import Final

from okoce_core.misuse import Misuse
from okoce_core.rules.heads import Number

__all__ = ["MAX_PLAYERS", "Services", "Worth", "needs", "shapley", "shared_by_service"]

MAX_PLAYERS: Final = 12
"""All coalitions are gone through: 4,096 of twelve partners."""

Worth = Callable[[frozenset[str]], Number]
"""What a coalition of partners achieves without the others."""

Services = frozenset[frozenset[str]]
"""What a unit needed in order to count: for each service the partners that gave it."""


def needs(services: Iterable[Collection[str]]) -> Worth:
    """The definition that a unit counts once every service was given by somebody.

    Args:
        services: For each service the partners that gave it to the unit.

    >>> worth = needs([["A"], ["B", "C"]])                       # trained by A; licensed through B, and again through C
    >>> worth(frozenset("AC")), worth(frozenset("BC"))
    (1, 0)
    """
    needed = [frozenset(partners) for partners in services]
    return lambda coalition: int(bool(needed) and all(partners & coalition for partners in needed))


def shapley(players: Collection[str], worth: Worth) -> dict[str, Fraction]:
    """Each player's share in what all achieve together: his contribution, on average over the orders of joining.

    Args:
        players: At most :data:`MAX_PLAYERS`. worth: Of each coalition; of nobody, 0.

    Returns:
        Shares that sum exactly to the worth of all players.

    Raises:
        Misuse: too many players, or nobody achieves something.

    >>> shares = shapley("ABC", needs(["A", "B"]))               # C merely lists the person
    >>> {partner: str(share) for partner, share in shares.items()}
    {'A': '1/2', 'B': '1/2', 'C': '0'}
    """
    names = sorted(set(players))
    if len(names) > MAX_PLAYERS:
        raise Misuse("game-size", f"a game has at most {MAX_PLAYERS} players", asked=str(len(names)))
    worths = [Fraction(worth(_coalition(names, bits))) for bits in range(1 << len(names))]
    if worths[0]:
        raise Misuse("game-of-nobody", "a coalition of nobody must be worth 0")
    return {name: _share(place, worths, len(names)) for place, name in enumerate(names)}


def _share(player: int, worths: Sequence[Fraction], n: int) -> Fraction:
    """What a player adds to each coalition without him, weighted by how many orders of joining let it come first."""
    orders = [Fraction(factorial(size) * factorial(n - size - 1), factorial(n)) for size in range(n)]
    without = (bits for bits in range(1 << n) if not bits >> player & 1)
    return sum((orders[b.bit_count()] * (worths[b | 1 << player] - worths[b]) for b in without), Fraction(0))


def _coalition(names: Sequence[str], bits: int) -> frozenset[str]:
    return frozenset(name for i, name in enumerate(names) if bits >> i & 1)


def shared_by_service(units: Mapping[Services, Number]) -> dict[str, Fraction]:
    """The shares of partners in many units, each of which counts once all of its services were given.

    Units with the same services are one game. Who gave none of them is no player in it, and would get nothing.

    Args:
        units: What units with these services come to: their number, or the jobs in them.

    >>> trained, listed = frozenset("A"), frozenset("ABC")
    >>> shares = shared_by_service({frozenset([trained, frozenset("B")]): 4, frozenset([listed]): 3})
    >>> {partner: str(share) for partner, share in shares.items()}
    {'A': '3', 'B': '3', 'C': '1'}
    """
    shares: dict[str, Fraction] = {}
    for services, value in units.items():
        for partner, share in shapley(frozenset(chain.from_iterable(services)), needs(services)).items():
            shares[partner] = shares.get(partner, Fraction(0)) + value * share
    return dict(sorted(shares.items()))
