"""Full identity of people, from evidence to clusters and the estimate of how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import compress, pairwise
from typing import Final

import attrs

from okoce_core.identity.bonds import NO_BONDS, Bonds
from okoce_core.identity.full.candidates import Candidates, candidates
from okoce_core.identity.full.clusters import Clusters, Edge, clustered
from okoce_core.identity.full.comparing import Comparer, switches
from okoce_core.identity.full.copies import Copies, copies
from okoce_core.identity.full.evidence import Evidence
from okoce_core.identity.full.expected import Hidden, estimated
from okoce_core.identity.full.further import FURTHER, Further
from okoce_core.identity.full.gathering import gathered
from okoce_core.identity.full.learning import FEW, Example, Model, taught
from okoce_core.identity.full.numbers import relation, weights
from okoce_core.identity.full.odds import Weighing, asking, scored
from okoce_core.identity.full.scoring import scored_by
from okoce_core.identity.keys import Sounds
from okoce_core.identity.population import Estimate
from okoce_core.intake.outcome import FileReading
from okoce_core.scorer import Scorer

__all__ = ["Decided", "decide"]

_LESSONS: Final = 8_000
_MANY: Final = 300_000
"""In lists of more entries than this twice as many lessons cost next to nothing."""
_SAMPLE: Final = 250_000
_SPREAD: Final = 2654435761
"""Knuth's multiplier: numbers that lie close come out far from each other."""
_SETTLED: Final = 8_000
_FEW_OF_ONE: Final = 200
"""Fewer pairs of one person than this, of one number of a member, teach nothing."""
_OTHER_NUMBER, *_, _SAME_NUMBER = range(1, len(FURTHER["membership"]))
_WRONG_NUMBERS: Final = 0.05
"""Where more pairs of one person than this carry clearly different NIKs, a NIK does not tell people apart."""
_ENOUGH: Final = 100
"""Fewer pairs of one person than this cannot say so."""


@attrs.define
class Decided:
    """What was decided of the people of some lists.

    Attributes:
        weighing: The evidence of distinct entries, and what it weighs. of: Of each entry its place there.
        clusters: Who is one person, of all entries.
        estimate: How many people there are, corrected; None where too few labels were found.
    """

    weighing: Weighing
    of: list[int]
    clusters: Clusters
    estimate: Estimate | None

    def __len__(self) -> int:
        return len(self.of)


def decide(
    files: Sequence[FileReading], bonds: Bonds = NO_BONDS, scorer: Scorer | None = None, sounds: Sounds | None = None
) -> Decided:
    """Decide who is the same among the people entries of the files, numbered through all of them in order.

    Args:
        files: What was read. bonds: What somebody has decided already. scorer: Whose odds hold in place of the model's.
        sounds: What is known already of how names sound.

    Raises:
        Misuse: the scorer fails, or gives what is no answer.
    """
    shown, same = _distinct(files, bonds, sounds)
    comparer, found = Comparer(shown), candidates(shown)
    sample = _drawn(_numbered(found.pairs, shown), _SAMPLE, shown)
    lessons, further = _lessons(shown, sample, found, comparer), Further(shown)
    labels = len(lessons)
    members = _of_members(shown, found, comparer, further) if labels < FEW else []
    model = taught([*lessons, *members], least=len(members) or FEW)
    numbers, settled, wrong = _number_weights(shown, sample[:_SETTLED], model, comparer)
    weighing = Weighing(shown, comparer, model, numbers, further)
    _measure(weighing, found)
    hidden = Hidden(shown)
    edges = scored(weighing, found, hidden) if scorer is None else scored_by(scorer, shown, comparer, hidden)
    _sort(edges, shown)
    bind = wrong < _WRONG_NUMBERS or settled < _ENOUGH
    ask = None if scorer else asking(weighing, edges)
    clusters = clustered(edges, shown, numbers_bind=bind, bonds=same.bound(bonds), ask=ask)
    estimate = estimated(shown, clusters, hidden, labels, wrong)
    return Decided(weighing, same.of, same.spread(clusters), estimate)


def _distinct(files: Sequence[FileReading], bonds: Bonds, sounds: Sounds | None) -> tuple[Evidence, Copies]:
    everybody = gathered(files, sounds)
    same = copies(everybody, {entry for pair in (*bonds.same, *bonds.different) for entry in pair})
    return everybody.of(same.first), same


def _numbered(pairs: Collection[int], shown: Evidence) -> list[int]:
    """The pairs of which both entries have a NIK."""
    size, nik = len(shown), shown.nik
    return [pair for pair in pairs if nik[pair // size] and nik[pair % size]]


def _drawn(pairs: Collection[int], most: int, shown: Evidence) -> list[int]:
    """About so many of the pairs, by what their entries show and not by where they stand, in an order of no meaning."""
    size, mark = len(shown), shown.mark
    share = (1 << 32) * most // max(most, len(pairs))
    drawn = (((mark[pair // size] + mark[pair % size]) * _SPREAD & 0xFFFFFFFF, pair) for pair in pairs)
    return [pair for _, pair in sorted(both for both in drawn if both[0] < share)]


def _lessons(shown: Evidence, sample: Sequence[int], found: Candidates, comparer: Comparer) -> list[Example]:
    """Pairs that trusted NIKs settle, seen without what the NIK alone tells of birth date and sex."""
    size, trusted, lessons, looked = len(shown), shown.trusted, list[Example](), 0
    most = _LESSONS if size < _MANY else 2 * _LESSONS
    for pair in sample:
        looked += 1
        a, b = divmod(pair, size)
        if trusted[a] and trusted[b]:
            said = relation(shown, a, b)
            if said in {"same", "other"}:
                lessons.append((switches(comparer.levels(a, b, told=True)), said == "same", 1.0))
                if len(lessons) >= most:
                    break
    share = min(1.0, looked / max(1, len(sample)))
    for pair in _drawn(found.apart, max(200, int(len(found.apart) * share)), shown):
        a, b = divmod(pair, size)
        lessons.append((switches(comparer.levels(a, b, told=True)), False, 4.0))  # a quarter of such pairs were kept
    return lessons


def _of_members(shown: Evidence, found: Candidates, comparer: Comparer, further: Further) -> list[Example]:
    """Pairs that members' numbers settle; none where few are of one person: who has a number once shows nothing."""
    size, told = len(shown), shown.memberships
    both = [pair for pair in found.pairs if told[pair // size] and told[pair % size]] if any(told) else []
    lessons = list[Example]()
    for pair in _drawn(both, _LESSONS, shown):
        a, b = divmod(pair, size)
        level = further.level("membership", a, b)
        if level in {_SAME_NUMBER, _OTHER_NUMBER}:
            lessons.append((switches(comparer.levels(a, b, told=True)), level == _SAME_NUMBER, 1.0))
    return lessons if sum(is_one for _, is_one, _ in lessons) >= _FEW_OF_ONE else []


def _number_weights(
    shown: Evidence, sample: Sequence[int], model: Model, comparer: Comparer
) -> tuple[dict[str, float], int, float]:
    """What two NIKs add to the score; of how many pairs of one person what share carry clearly different ones."""
    size, same, other = len(shown), Counter[str](), Counter[str]()
    for pair in sample:
        a, b = divmod(pair, size)
        odds = model.odds(comparer.levels(a, b, told=True))
        if odds > 4:
            same[relation(shown, a, b)] += 1
        elif odds < -3:
            other[relation(shown, a, b)] += 1
    settled = same.total()
    return weights(same, other), settled, same["other"] / max(1, settled)


def _measure(weighing: Weighing, found: Candidates) -> None:
    """What further evidence adds: from likely pairs, and from neighbours in an order of no meaning."""
    if further := weighing.further:
        shown, size = weighing.shown, len(weighing.shown)
        told = [bool(address or numbers) for address, numbers in zip(shown.address, shown.memberships, strict=True)]
        both = [pair for pair in found.pairs if told[pair // size] and told[pair % size]]
        likely = (divmod(pair, size) for pair in _drawn(both, _SETTLED, shown))
        mixed = sorted(compress(range(size), told), key=lambda entry: shown.mark[entry] * _SPREAD & 0xFFFFFFFF)
        two = ((a, b) for a, b in pairwise(mixed[: 4 * _SETTLED]) if shown.whole[a] != shown.whole[b])
        further.measure([(a, b, weighing.without_further(a, b)) for a, b in likely], two)


def _sort(edges: list[Edge], shown: Evidence) -> None:
    """In falling order of odds; equal ones by what their entries show."""
    size, mark = len(shown), shown.mark
    edges.sort(key=lambda edge: (-edge[0], mark[edge[1] // size] * mark[edge[1] % size], edge[1]))
