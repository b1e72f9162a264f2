"""How many people there are, corrected for those counted twice and those taken for one.

The NIK of rows that have one is hidden: how often would they have missed their mates, or found a false one? What is
measured so on rows with a NIK is expected of rows without, stratum by stratum (partner; whether there is a phone, a
birth date, more than one name). The interval holds what sampling leaves open and that rows without a NIK may be worse.
Source: identity notes 5; the idea is that of clerical review samples, with numbers in place of clerks.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from okoce_core.identity.full.clusters import EVEN, Clusters
from okoce_core.identity.full.evidence import Evidence
from okoce_core.identity.population import Estimate

__all__ = ["NEVER", "Hidden", "estimated"]

_FEW: Final = 100
"""With fewer labelled pairs than this nothing is corrected: there is nothing to learn the rates from."""
_LOST: Final = 0.025
"""How many entries miss their mates in lists of the usual noise; few numbers, some of them a relative's, say less."""
_FIRM: Final = 4000
"""How firmly that is held: as entries it is taken to have been seen in. In one stratum the rate of all, as if in:"""
_FIRM_IN_STRATUM: Final = 100
_PAIRS: Final = 10
"""As so many losses, one in two of a person with one mate, are taken to have been seen before any."""
NEVER: Final = -1e9
"""The odds of those who are never compared."""
_95: Final = 1.96
_ALONE: Final = 0.45
"""How much of what is missed is measured with the mate's number hidden too: a row without one often has such mates."""
_UNLIKE: Final = 0.35
"""How far rows without a NIK may differ from those with one, as a share of what is corrected; see docs/identity.md."""

Stratum = tuple[int, bool, bool, bool]


class Hidden:
    """Of each entry with a trusted NIK the best odds of a mate it would have without.

    Attributes:
        mate: Where the mate keeps its number, and with it a birth date. alone: Where the mate's is hidden too.
    """

    def __init__(self, shown: Evidence) -> None:
        self.mate = [NEVER] * len(shown)
        self.alone = [NEVER] * len(shown)

    def note(self, entry: int, odds: float, alone: float) -> None:
        """Note the odds of a pair of one person of which an entry is one."""
        self.mate[entry] = max(self.mate[entry], odds)
        self.alone[entry] = max(self.alone[entry], alone)


def estimated(shown: Evidence, clusters: Clusters, hidden: Hidden, labels: int, wrong: float) -> Estimate | None:
    """The corrected number of people; None where there are too few labels to correct by.

    Args:
        labels: How many pairs trusted NIKs settled. wrong: How many pairs of one person carry clearly different ones.
    """
    if labels < _FEW:
        return None
    members: defaultdict[int, list[int]] = defaultdict(list)
    for entry in range(len(shown)):
        members[clusters.components.root(entry)].append(entry)
    strata, losses, groups = _strata(shown), _losses(shown, hidden), list(members.values())
    missed, doubt = _missed(shown, groups, strata, _rates(strata, losses))
    missed *= 1 - _told_twice(shown, groups, losses)
    missed += wrong * sum(times for times in _mates(shown).values() if times > 1) / 2  # of a pair one is the wrong one
    value = len(groups) - missed + clusters.false
    unlike = _UNLIKE * (missed + clusters.false)
    half = _95 * math.sqrt(doubt + clusters.variance + unlike * unlike)
    return Estimate(value, value - half, value + half, missed, clusters.false)


def _strata(shown: Evidence) -> list[Stratum]:
    told = zip(shown.partner, shown.phones, shown.told, shown.names, strict=True)
    return [(partner, bool(phones), bool(day), len(names) > 1) for partner, phones, day, names in told]


def _mates(shown: Evidence) -> Counter[str]:
    """How many entries carry each trusted NIK."""
    return Counter(number for number, good in zip(shown.nik, shown.trusted, strict=True) if good)


def _losses(shown: Evidence, hidden: Hidden) -> dict[int, float]:
    """Of each entry whose NIK has mates whether it would have missed all of them without, 0 to 1."""
    mates = _mates(shown)
    with_mates = (e for e, number in enumerate(shown.nik) if shown.trusted[e] and mates[number] > 1)
    return {e: _ALONE * (hidden.alone[e] <= EVEN) + (1 - _ALONE) * (hidden.mate[e] <= EVEN) for e in with_mates}


def _told_twice(shown: Evidence, groups: Sequence[Sequence[int]], losses: dict[int, float]) -> float:
    """The share of what is missed that is told of both: two rows without NIKs that are all there is of one person."""
    pairs = [group for group in groups if len(group) == 2]
    of_two = sum(losses.get(entry, 0) for group in pairs for entry in group)
    without = [sum(not shown.trusted[entry] for entry in group) for group in pairs]
    both = 2 * without.count(2) / max(1, sum(without))
    return both / 2 * (of_two + _PAIRS) / (sum(losses.values()) + 2 * _PAIRS)


def _rates(strata: Sequence[Stratum], losses: dict[int, float]) -> dict[Stratum, tuple[float, float]]:
    """For each stratum how often an entry with mates would have missed all of them without its NIK, and how surely."""
    with_mates, lost = Counter[Stratum](), defaultdict[Stratum, float](float)
    for entry, loss in losses.items():
        with_mates[strata[entry]] += 1
        lost[strata[entry]] += loss
    overall = (sum(lost.values()) + _FIRM * _LOST) / (with_mates.total() + _FIRM)
    rates = {}
    for stratum in set(strata):
        seen = with_mates[stratum] + _FIRM_IN_STRATUM
        rate = (lost[stratum] + _FIRM_IN_STRATUM * overall) / seen
        rates[stratum] = rate, rate * (1 - rate) / seen
    return rates


def _missed(
    shown: Evidence, groups: Sequence[Sequence[int]], strata: Sequence[Stratum],
    rates: dict[Stratum, tuple[float, float]],
) -> tuple[float, float]:  # fmt: skip
    """How many clusters without a NIK have a mate they missed, and the variance of that number."""
    linked, all_of = Counter[Stratum](), Counter[Stratum]()
    for group in groups:
        for entry in group:
            if not shown.trusted[entry]:
                all_of[strata[entry]] += 1
                linked[strata[entry]] += len(group) > 1
    has_mate = {s: min(0.98, linked[s] / n / (1 - rates[s][0])) for s, n in all_of.items()}
    missed, variance, pull = 0.0, 0.0, Counter[Stratum]()
    for cluster in groups:
        if any(shown.trusted[entry] for entry in cluster):
            continue
        lost = math.prod(rates[strata[entry]][0] for entry in cluster)
        mate = max(has_mate[strata[entry]] for entry in cluster) if len(cluster) == 1 else 0.6
        chance = mate * lost / (mate * lost + 1 - mate)
        missed += chance
        variance += chance * (1 - chance)
        pull[min(strata[entry] for entry in cluster)] += 1
    shared = sum((n * has_mate[s]) ** 2 * rates[s][1] for s, n in pull.items())
    return missed, variance + shared
