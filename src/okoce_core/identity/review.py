"""The pairs of entries that a person should look at, those that would change the figures most first.

Open pairs that may well be one person, links that may well be wrong, and pairs that two numbers keep apart although all
else says one. Of two groups of entries only the likeliest pair between them is asked about: one answer settles them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from okoce_core.evidence import Trail
from okoce_core.identity.decisions import Applied, Decisions, applied
from okoce_core.identity.entries import Entries
from okoce_core.identity.entry_names import entry_names
from okoce_core.identity.explaining import Evidence, said_of
from okoce_core.identity.full import Decided, decide
from okoce_core.identity.full.comparing import FIELDS, LEVELS, Comparer
from okoce_core.identity.full.numbers import relation
from okoce_core.intake.outcome import Reading

__all__ = ["CHANGES", "Doubtful", "Review", "review"]

CHANGES: Final = ("participants", "entrepreneurs", "enterprises")
"""The figures that an answer may change."""

_EDGE: Final = 2.0
"""Odds between one in eight and eight to one are doubtful (the logarithm of e² = 7.4)."""
_ALIKE: Final = frozenset({"part", "same"})


@attrs.frozen
class Doubtful:
    """A pair to decide.

    Attributes:
        names: Of the two entries, in order; see :mod:`~okoce_core.identity.entry_names`.
        entries: Their numbers. trails: Where they were read.
        standing: open, outvoted, made, refused; see :data:`~okoce_core.identity.explaining.STANDINGS`.
        odds: The logarithm of the odds that they are one person.
        changes: Which of :data:`CHANGES` another answer would change by one.
        evidence: What each field says.
    """

    names: tuple[str, str]
    entries: tuple[int, int]
    trails: tuple[Trail, Trail]
    standing: str
    odds: float
    changes: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def probability(self) -> float:
        """The probability that they are one person."""
        return 1 / (1 + math.exp(-self.odds))


@attrs.frozen(repr=False)
class Review:
    """What there is to decide.

    Attributes:
        pairs: Most consequential first, then the most uncertain. left: How many more there were.
        decisions: What became of what was decided before. entries: Where values are read again, if asked for.
        names: Of every entry.
    """

    pairs: tuple[Doubtful, ...]
    left: int
    decisions: Applied
    entries: Entries = attrs.field(repr=False)
    names: Sequence[str] = attrs.field(repr=False)

    def __repr__(self) -> str:
        return f"<Review of {len(self.pairs)} pairs, {self.left} more left>"


_Pair = tuple[float, str, int, int, tuple[str, ...]]
"""Odds, standing, the two entries, what an answer changes."""


def review(reading: Reading, decisions: Decisions | None = None, *, most: int = 500) -> Review:
    """The doubtful pairs of a reading, but for those that were decided before, *unknown* ones among them.

    Args:
        reading: What was read. decisions: Earlier ones, and the key of the entries' names. most: How many pairs.

    Raises:
        Misuse: the reading came out of a pickle; a key that is too short.
    """
    decisions = decisions or Decisions()
    entries = Entries.compared(reading)
    names = entry_names(entries.files, decisions.key)
    outcome = applied(decisions, names)
    decided = decide(entries.files, outcome.bonds)
    comparer, settled = decided.weighing.comparer, decisions.settled()
    weighed = _weighed(decided, comparer, entries)
    found = [pair for pair in weighed if names[pair[2]] != names[pair[3]] and _names(names, pair) not in settled]
    found.sort(key=lambda pair: (-len(pair[4]), abs(pair[0]), _names(names, pair)))
    told = tuple(_told(pair, decided, comparer, entries, names) for pair in found[:most])
    return Review(told, len(found) - len(told), outcome, entries, names)


def _names(names: Sequence[str], pair: _Pair) -> tuple[str, str]:
    one, other = names[pair[2]], names[pair[3]]
    return min(one, other), max(one, other)


def _told(pair: _Pair, decided: Decided, comparer: Comparer, entries: Entries, names: Sequence[str]) -> Doubtful:
    odds, standing, one, other, changes = pair
    a, b = sorted((one, other), key=names.__getitem__)
    _, _, evidence = said_of(decided, comparer, a, b)
    trails = entries.trail(a), entries.trail(b)
    return Doubtful((names[a], names[b]), (a, b), trails, standing, odds, changes, evidence)


def _weighed(decided: Decided, comparer: Comparer, entries: Entries) -> Iterator[_Pair]:
    """Every doubtful pair with what an answer to it changes."""
    size, root = len(decided), decided.clusters.components.root
    shown_by = entries.part()
    by_group = tuple({root(entry) for entry in told} for told in shown_by)
    for odds, standing, pair in _doubtful(decided):
        a, b = divmod(pair, size)
        parts, of = (shown_by, (a, b)) if standing == "made" else (by_group, (root(a), root(b)))
        changes = [CHANGES[place] for place, told in enumerate(parts) if of[0] in told and of[1] in told]
        if CHANGES[1] in changes and _same_business(comparer, decided.of[a], decided.of[b]):
            changes.append(CHANGES[2])
        yield odds, standing, a, b, tuple(changes)


def _doubtful(decided: Decided) -> Iterator[tuple[float, str, int]]:
    clusters, weighing = decided.clusters, decided.weighing
    size, met = len(decided), defaultdict[str, set[tuple[int, int]]](set)
    kinds = (("open", clusters.open), ("outvoted", clusters.outvoted), ("refused", clusters.refused))
    for standing, edges in (*kinds, ("made", clusters.links)):
        for odds, pair in edges:
            a, b = divmod(pair, size)
            without = odds - weighing.numbers[relation(weighing.shown, decided.of[a], decided.of[b])]
            near = {"made": odds < _EDGE, "open": odds > -_EDGE, "outvoted": True, "refused": without > _EDGE}
            doubtful = near[standing]
            if doubtful and (standing == "made" or _is_new((a, b), decided, met[standing])):
                yield odds, standing, pair


def _is_new(pair: tuple[int, int], decided: Decided, met: set[tuple[int, int]]) -> bool:
    """Whether no likelier pair is between the same two groups; edges come in falling order of odds."""
    one, other = sorted(map(decided.clusters.components.root, pair))
    if one == other or (one, other) in met:
        return False
    met.add((one, other))
    return True


def _same_business(comparer: Comparer, a: int, b: int) -> bool:
    """Whether two people who are one may have one enterprise where now there are two."""
    agree = dict(zip(FIELDS, comparer.levels(a, b), strict=True))
    return any(LEVELS[field][agree[field]] in _ALIKE for field in ("business", "nib"))
