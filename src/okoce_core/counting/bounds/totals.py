"""What partners that gave only a number leave open: they widen ``low`` and ``high`` of a figure, never ``value``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from okoce_core.counting.bounds.unions import Size, boole_frechet
from okoce_core.model.facts import PartnerTotal
from okoce_core.rules.heads import Number
from okoce_core.rules.standing import Clock, Standing, by, known, span

__all__ = ["Bounds", "bounds", "sizes"]


@attrs.frozen
class Bounds:
    """How far totals move the ends of a figure."""

    low: Number = 0
    high: Number = 0


def bounds(
    totals: Iterable[PartnerTotal], measure: str, listed: Mapping[str, Number], union: Number, clock: Clock
) -> Bounds:
    """The effect of all totals of a measure.

    Args:
        totals: What partners gave. measure: participants, entrepreneurs, enterprises or jobs.
        listed: How many of each partner's own list are counted. union: How many are counted in all.
        clock: Totals of a later day, or received later, do not count.
    """
    ends = boole_frechet(sizes(totals, measure, listed, clock).values(), union)
    return Bounds(ends.lower - union, ends.upper - union)


def sizes(
    totals: Iterable[PartnerTotal],
    measure: str,
    listed: Mapping[str, Number],
    clock: Clock,
    repeats: int | None = None,
) -> dict[str, Size]:
    """How many each partner that gave a total has; see :func:`bounds` and :meth:`Size.of_total`.

    Totals that conflict, or may be of a later day, leave open what they do not agree on.
    """
    found = {}
    for partner, given in sorted(_latest(totals, measure, clock).items()):
        told = [Size.of_total(t.value, t.unit, repeats, listed.get(partner, 0)) for t in given]
        least = min(size.least for size in told) if all(_certain(total, clock) for total in given) else 0
        found[partner] = Size(least, max(size.most for size in told), told[0].listed)
    return found


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
