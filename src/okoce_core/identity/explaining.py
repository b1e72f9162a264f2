"""Why two entries are held to be one person, or not: what each field says, what it weighs, and what was decided.

Without a personal value: levels of agreement only. ``revealed=True`` reads the values again from the records.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from okoce_core.evidence import Trail
from okoce_core.identity.bonds import NO_BONDS, Bonds
from okoce_core.identity.components import Components
from okoce_core.identity.entries import Entries, Named
from okoce_core.identity.full import Decided, decide
from okoce_core.identity.full.candidates import candidates
from okoce_core.identity.full.comparing import FIELDS as COMPARED
from okoce_core.identity.full.comparing import LEVELS, Comparer
from okoce_core.identity.full.further import FURTHER
from okoce_core.identity.full.numbers import relation
from okoce_core.identity.full.odds import agreed, is_one_number
from okoce_core.identity.full.weighing import FIELDS, weighed
from okoce_core.identity.population import Population
from okoce_core.misuse import Misuse
from okoce_core.shown import Shown

__all__ = ["STANDINGS", "Evidence", "LinkExplanation", "explain_link", "explain_links", "said_of"]

STANDINGS: Final = (
    "made", "decided-same", "through-others", "open", "outvoted", "refused", "decided-different", "unlikely",
    "siblings", "never",
)  # fmt: skip
"""What became of a pair. *made*: linked; *decided-same*, *decided-different*: somebody said so; *through-others*: one
person by other rows; *open*: below even odds; *outvoted*: others of the two groups disagree; *refused*: two trusted
numbers; *unlikely*: odds below one in a hundred; *siblings*: numbers that differ in the serial alone, under other
names; *never*: nothing made anybody compare them."""

_HARDLY: Final = -4.6


@attrs.frozen
class Evidence:
    """What one field says of a pair.

    Attributes:
        field: name, born, sex, region, phone, email, business, nib, list, nik, address, membership; household where
            what agrees may be a household's, and the names do not.
        level: How far it agrees; for the NIK how the two numbers stand to each other.
        weight: What it adds to the logarithm of the odds.
        values: What the two entries say, where it was asked for.
    """

    field: str
    level: str
    weight: float
    values: tuple[str, str] | None = attrs.field(default=None, repr=False)


@attrs.frozen(repr=False)
class LinkExplanation(Shown):
    """Why two entries are one person, or not.

    Attributes:
        a, b: Where they were read. standing: One of :data:`STANDINGS`.
        base: The logarithm of the odds before anything is known of the two; odds: with all the evidence.
        evidence: What each field adds; the odds are their sum with ``base``.
    """

    a: Trail
    b: Trail
    standing: str
    base: float
    odds: float
    evidence: tuple[Evidence, ...]

    @property
    def probability(self) -> float:
        """The probability that they are one person, by the evidence."""
        return 1 / (1 + math.exp(-self.odds))

    def __repr__(self) -> str:
        return f"<LinkExplanation of {self.a} and {self.b}: {self.standing}, probability {self.probability:.4f}>"

    def as_json(self) -> dict[str, Any]:
        """The explanation for other programs, ``okoce-link/1``; without values unless they were asked for."""
        places = {name: trail.place for name, trail in (("a", self.a), ("b", self.b))}
        return {
            "format": "okoce-link/1",
            **{name: {"file": p.file, "sheet": p.sheet, "row": p.row} for name, p in places.items()},
            "standing": self.standing,
            "probability": f"{self.probability:.4f}",
            "odds": f"{self.odds:.3f}",
            "base": f"{self.base:.3f}",
            "evidence": [
                {"field": e.field, "level": e.level, "weight": f"{e.weight:.3f}"}
                | ({"values": list(e.values)} if e.values else {})
                for e in self.evidence
            ],
        }


def explain_link(population: Population, a: Named, b: Named, *, revealed: bool = False) -> LinkExplanation:
    """Why two entries are held to be one person, or not.

    It decides all over again, which takes as long as :func:`okoce_core.resolve`; for several pairs ask
    :func:`explain_links` once.

    Args:
        population: Of full identity. a, b: The rows of the two. revealed: Whether to read their values again.

    Raises:
        Misuse: the population is not of full identity; a row speaks of nobody, or the two are one entry.
    """
    return next(explain_links(population, [(a, b)], revealed=revealed))


def explain_links(
    population: Population, pairs: Iterable[tuple[Named, Named]], *, revealed: bool = False
) -> Iterator[LinkExplanation]:
    """As :func:`explain_link`, of several pairs."""
    if population.identity != "full":
        message = "links are explained where identity is full; exact ones have their reason in population.links()"
        raise Misuse("link-needs-full", message)
    if population.scorer:
        raise Misuse("link-needs-full", "links that a scorer made have no weights to explain")
    entries = Entries.compared(population.reading)
    asked = [(entries.find(a), entries.find(b)) for a, b in pairs]
    if any(a == b for a, b in asked):
        raise Misuse("link-of-one", "the two rows are one entry; name two")
    bonds = population.decisions.bonds if population.decisions else NO_BONDS
    decided = decide(entries.files, bonds)
    standings, comparer = _Standings(decided, bonds), decided.weighing.comparer
    for a, b in asked:
        base, odds, told = said_of(decided, comparer, a, b)
        if revealed:
            told = tuple(attrs.evolve(e, values=(entries.value(a, e.field), entries.value(b, e.field))) for e in told)
        yield LinkExplanation(entries.trail(a), entries.trail(b), standings.of(a, b, odds), base, odds, told)


def said_of(decided: Decided, comparer: Comparer, a: int, b: int) -> tuple[float, float, tuple[Evidence, ...]]:
    """What a pair of entries shows: the odds before anything is known, the odds after, and each field between."""
    shown, (a, b) = decided.weighing.shown, sorted((decided.of[a], decided.of[b]))
    numbers = relation(shown, a, b)
    of = agreed(comparer.levels(a, b), numbers)
    base, weights = weighed(decided.weighing.model, of)
    levels = dict(zip(COMPARED, of, strict=True))
    told = [Evidence(f, LEVELS[f][levels[f]], weights[f]) for f in FIELDS]
    told.append(Evidence("nik", numbers or "unknown", decided.weighing.numbers[numbers]))
    further = decided.weighing.further
    for name, known in FURTHER.items():
        level = further.level(name, a, b)
        told.append(Evidence(name, known[level], further.weights[name][level]))
    odds = base + sum(e.weight for e in told)
    if (held := decided.weighing.held(odds, of, a, b, one_number=is_one_number(decided.weighing, a, b))) < odds:
        told.append(Evidence("household", "other names", held - odds))
    return base, min(odds, held), tuple(told)


class _Standings:
    """What became of pairs."""

    def __init__(self, decided: Decided, bonds: Bonds) -> None:
        self._decided, clusters = decided, decided.clusters
        lists = (clusters.open, clusters.outvoted, clusters.refused, clusters.parted, clusters.links)
        names = ("open", "outvoted", "refused", "decided-different", "made")
        self._said = {pair: name for name, edges in zip(names, lists, strict=True) for _, pair in edges}
        self._bound = Components(len(decided))
        for a, b in bonds.same:
            self._bound.join(a, b)
        self._apart = {(min(pair), max(pair)) for pair in bonds.different}
        self._compared: set[int] | None = None

    def of(self, a: int, b: int, odds: float) -> str:
        """What became of a pair."""
        a, b = sorted((a, b))
        pair, root = a * len(self._decided) + b, self._decided.clusters.components.root
        if self._bound.root(a) == self._bound.root(b):
            return "decided-same"
        if (a, b) in self._apart:
            return "decided-different"
        if pair in self._said:
            return self._said[pair]
        if root(a) == root(b):
            return "through-others"
        one, other = sorted((self._decided.of[a], self._decided.of[b]))
        if one * len(self._decided.weighing.shown) + other not in self._pairs():
            return "never"
        return "unlikely" if odds <= _HARDLY else "siblings"

    def _pairs(self) -> set[int]:
        if self._compared is None:
            self._compared = candidates(self._decided.weighing.shown).all()
        return self._compared
