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

__all__ = ["Hidden", "estimated"]

_FEW: Final = 100
"""With fewer labelled pairs than this nothing is corrected: there is nothing to learn the rates from."""
_LOST: Final = 0.025
"""How many entries miss their mates in lists of the usual noise; few numbers, some of them a relative's, say less."""
_FIRM: Final = 4000
"""How firmly that is held: as entries it is taken to have been seen in. In one stratum the rate of all, as if in:"""
_FIRM_IN_STRATUM: Final = 100
_NEVER: Final = -1e9
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
        self.mate = [_NEVER] * len(shown)
        self.alone = [_NEVER] * len(shown)

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
    size, root = len(shown), clusters.components.root
    roots = [root(entry) for entry in range(size)]
    count = len(set(roots))
    strata = _strata(shown)
    missing = _rates(shown, strata, hidden)
    missed, doubt = _missed(shown, roots, strata, missing)
    missed += wrong * sum(times for times in _mates(shown).values() if times > 1) / 2  # of a pair one is the wrong one
    value = count - missed + clusters.false
    unlike = _UNLIKE * (missed + clusters.false)
    half = _95 * math.sqrt(doubt + clusters.variance + unlike * unlike)
    return Estimate(value, value - half, value + half, missed, clusters.false)


def _strata(shown: Evidence) -> list[Stratum]:
    told = zip(shown.partner, shown.phones, shown.told, shown.names, strict=True)
    return [(partner, bool(phones), bool(day), len(names) > 1) for partner, phones, day, names in told]


def _mates(shown: Evidence) -> Counter[str]:
    """How many entries carry each trusted NIK."""
    return Counter(number for number, good in zip(shown.nik, shown.trusted, strict=True) if good)


def _rates(shown: Evidence, strata: Sequence[Stratum], hidden: Hidden) -> dict[Stratum, tuple[float, float]]:
    """For each stratum how often an entry with mates would have missed all of them without its NIK, and how surely."""
    mates = _mates(shown)
    with_mates, lost = Counter[Stratum](), defaultdict[Stratum, float](float)
    for entry, stratum in enumerate(strata):
        if shown.trusted[entry] and mates[shown.nik[entry]] > 1:
            with_mates[stratum] += 1
            alone, beside = hidden.alone[entry] <= EVEN, hidden.mate[entry] <= EVEN
            lost[stratum] += _ALONE * alone + (1 - _ALONE) * beside
    overall = (sum(lost.values()) + _FIRM * _LOST) / (with_mates.total() + _FIRM)
    rates = {}
    for stratum in set(strata):
        seen = with_mates[stratum] + _FIRM_IN_STRATUM
        rate = (lost[stratum] + _FIRM_IN_STRATUM * overall) / seen
        rates[stratum] = rate, rate * (1 - rate) / seen
    return rates


def _missed(
    shown: Evidence, roots: Sequence[int], strata: Sequence[Stratum], rates: dict[Stratum, tuple[float, float]]
) -> tuple[float, float]:
    """How many clusters without a NIK have a mate they missed, and the variance of that number."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for entry, of in enumerate(roots):
        members[of].append(entry)
    linked, all_of = Counter[Stratum](), Counter[Stratum]()
    for entry, stratum in enumerate(strata):
        if not shown.trusted[entry]:
            all_of[stratum] += 1
            linked[stratum] += len(members[roots[entry]]) > 1
    has_mate = {s: min(0.98, linked[s] / n / (1 - rates[s][0])) for s, n in all_of.items()}
    missed, variance, pull = 0.0, 0.0, Counter[Stratum]()
    for cluster in members.values():
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
