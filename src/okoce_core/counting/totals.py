"""What partners that gave only a number leave open (counting.md 3.3): they widen ``low`` and ``high``, not ``value``.

With a list union L and a partner's total t of which l are on its own list, r = t - l are not listed; o = L - l are
listed by others. Then L + max(0, r - o) <= U <= L + r, sharp (Boole-Fréchet); a partner without a list has l = 0.
A total that may count rows, where a person can stand twice, bounds from above only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from okoce_core.model.facts import PartnerTotal
from okoce_core.rules.standing import Clock, Standing, by, known, span

__all__ = ["Bounds", "bounds"]


@attrs.frozen
class Bounds:
    """How far totals move the ends of a figure."""

    low: int = 0
    high: int = 0


def bounds(totals: Iterable[PartnerTotal], measure: str, listed: Mapping[str, int], union: int, clock: Clock) -> Bounds:
    """The effect of all totals of a measure.

    Args:
        totals: What partners gave. measure: participants, entrepreneurs, enterprises or jobs.
        listed: How many of each partner's own list are counted. union: How many are counted in all.
        clock: Totals of a later day, or received later, do not count.
    """
    lows, high = [0], 0
    for partner, given in sorted(_latest(totals, measure, clock).items()):
        own = listed.get(partner, 0)
        high += max(0, max(t.value for t in given) - own)
        if all(t.unit == "persons" and _certain(t, clock) for t in given):
            lows.append(max(0, min(t.value for t in given) - own - (union - own)))
    return Bounds(max(lows), high)


def _certain(total: PartnerTotal, clock: Clock) -> bool:
    return by(span(total.as_of, total.observed), clock.as_of) is Standing.CERTAIN


def _latest(totals: Iterable[PartnerTotal], measure: str, clock: Clock) -> dict[str, list[PartnerTotal]]:
    """Each partner's latest total of a measure, by its day, receipt and revision; several where they conflict."""
    latest: dict[str, list[PartnerTotal]] = {}
    for total in totals:
        usable = known(total, clock) and by(span(total.as_of, total.observed), clock.as_of) >= Standing.UNDATED
        if total.measure == measure and usable:
            rivals = latest.setdefault(total.partner, [])
            if not rivals or _age(total) >= _age(rivals[0]):
                latest[total.partner] = [t for t in rivals if _age(t) == _age(total)] + [total]
    return latest


def _age(total: PartnerTotal) -> tuple[int, int, int]:
    day = total.as_of or total.observed
    return (day.last if day else 0, total.received.last if total.received else 0, total.revision)
