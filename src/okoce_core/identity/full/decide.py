"""Full identity of people, from evidence to clusters and the estimate of how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

import attrs

from okoce_core.identity.bonds import NO_BONDS, Bonds
from okoce_core.identity.full.candidates import Candidates, candidates
from okoce_core.identity.full.clusters import Clusters, Edge, clustered
from okoce_core.identity.full.comparing import Comparer, switches
from okoce_core.identity.full.evidence import Evidence, evidence
from okoce_core.identity.full.expected import Hidden, estimated
from okoce_core.identity.full.learning import Example, Model, taught
from okoce_core.identity.full.numbers import relation, weights
from okoce_core.identity.full.odds import asking, scored
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
_SETTLED: Final = 8_000
_WRONG_NUMBERS: Final = 0.05
"""Where more pairs of one person than this carry clearly different NIKs, a NIK does not tell people apart."""
_ENOUGH: Final = 100
"""Fewer pairs of one person than this cannot say so."""


@attrs.define
class Decided:
    """What was decided of the people of some lists.

    Attributes:
        shown: The evidence. model: What the lists taught. numbers: What two NIKs add. clusters: Who is one person.
        estimate: How many people there are, corrected; None where too few labels were found.
    """

    shown: Evidence
    model: Model
    numbers: dict[str, float]
    clusters: Clusters
    estimate: Estimate | None


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
    shown = evidence(files, sounds)
    comparer, found = Comparer(shown), candidates(shown)
    sample = _drawn(_numbered(found.pairs, shown), _SAMPLE, shown)
    model = taught(_lessons(shown, sample, found, comparer))
    numbers, settled, wrong = _number_weights(shown, sample[:_SETTLED], model, comparer)
    hidden = Hidden(shown)
    if scorer is None:
        edges = scored(shown, found, comparer, model, numbers, hidden)
    else:
        edges = scored_by(scorer, shown, comparer, hidden)
    _sort(edges, shown)
    bind = wrong < _WRONG_NUMBERS or settled < _ENOUGH
    ask = None if scorer else asking(shown, comparer, model, numbers, edges)
    clusters = clustered(edges, shown, numbers_bind=bind, bonds=bonds, ask=ask)
    return Decided(shown, model, numbers, clusters, estimated(shown, clusters, hidden, model.labels, wrong))


def _numbered(pairs: Collection[int], shown: Evidence) -> list[int]:
    """The pairs of which both entries have a NIK."""
    size, nik = len(shown), shown.nik
    return [pair for pair in pairs if nik[pair // size] and nik[pair % size]]


def _drawn(pairs: Collection[int], most: int, shown: Evidence) -> list[int]:
    """About so many of the pairs, by what their entries show and not by where they stand, in an order of no meaning."""
    size, mark = len(shown), shown.mark
    share = (1 << 32) * most // max(most, len(pairs))
    drawn = (((mark[pair // size] + mark[pair % size]) * 2654435761 & 0xFFFFFFFF, pair) for pair in pairs)
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


def _sort(edges: list[Edge], shown: Evidence) -> None:
    """In falling order of odds; equal ones by what their entries show."""
    size, mark = len(shown), shown.mark
    edges.sort(key=lambda edge: (-edge[0], mark[edge[1] // size] * mark[edge[1] % size], edge[1]))
