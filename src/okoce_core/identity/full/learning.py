"""A logistic model of what pairs of one person look like, taught by the pairs whose NIKs settle them.

Pairs found by name, date or phone of which both rows carry a trusted NIK are labels for free: the same number, or a
clearly different one. Where these are few, the weights that ship stand in for them (learnt from invented lists).
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Sequence
from functools import cache, cached_property
from importlib import resources
from itertools import pairwise
from typing import Final

import attrs

from okoce_core.identity.full.comparing import RARITIES, STARTS, SWITCHES, Levels, Switches

__all__ = ["FEW", "Example", "Model", "taught"]

_SEED: Final = 7
_PRIOR_STRENGTH: Final = 200.0
"""How firmly the weights that ship are held: as squared gradients they are taken to have seen."""
FEW: Final = 1000
"""Fewer labels than this teach nothing: some of them are wrong, and the weights that ship do better alone."""

Example = tuple[Switches, bool, float]
"""What a pair turns on, whether it is one person, and how much it counts."""


@attrs.frozen
class Model:
    """A weight for each switch; their sum with ``base`` is the logarithm of the odds of one person.

    Attributes:
        weights, base: As above. labels: How many pairs taught it.
    """

    weights: list[float] = attrs.field(repr=False)
    base: float
    labels: int = 0

    def score(self, switches: Switches) -> float:
        """The logarithm of the odds that a pair is one person, NIKs aside."""
        return self.base + sum(map(self.weights.__getitem__, switches))

    def odds(self, of: Levels) -> float:
        """As :meth:`score`, of the levels; faster, as each of the tables holds what several switches add."""
        name, rare, born, sex, region, phone, email, business, nib, of_list = of
        names, phones, businesses, places, days, rest = self._tables
        return (
            names[(name * 6 + born) * RARITIES + rare]
            + phones[phone * 7 + name]
            + businesses[business * 7 + name]
            + places[(region * 6 + born) * 2 + (name >= 5)]
            + days[(born * 5 + phone) * 2 + (name > 2)]
            + rest[((email * 3 + sex) * 3 + nib) * 2 + of_list]
        )

    @cached_property
    def _tables(self) -> tuple[list[float], ...]:
        groups = [self.weights[start:end] for start, end in pairwise(STARTS)]
        birth, rarity, phone, phone_name, email, sex, region, business, nib, one_list, places, days, signs = groups
        return (
            [
                self.base + birth[pair] + rarity[pair // 6 * RARITIES + rare]
                for pair in range(len(birth))
                for rare in range(RARITIES)
            ],
            [phone[place // 7] + weight for place, weight in enumerate(phone_name)],
            [business[place // 7] + weight for place, weight in enumerate(signs)],
            [region[place // 12] + weight for place, weight in enumerate(places)],
            days,
            [e + s + n + o for e in email for s in sex for n in nib for o in one_list],
        )


@cache
def prior() -> Model:
    """The model that ships."""
    said = json.loads(resources.files("okoce_core.identity.full").joinpath("data/prior.json").read_text("utf-8"))
    return Model(said["weights"], said["base"])


def taught(examples: Sequence[Example], *, least: int = FEW) -> Model:
    """The model that examples teach, beginning at the one that ships; where they are few, that one as it is.

    Examples that the first lessons make no sense of are labelled wrongly, and left out.

    Args:
        examples: In any order that depends on nothing but the evidence. least: Fewer of them teach nothing.
    """
    beginning = prior()
    if len(examples) < least:
        return attrs.evolve(beginning, labels=len(examples))
    chance, lessons = random.Random(_SEED), list(examples)
    model = _fitted(lessons, beginning, 3, chance)
    sensible = [e for e in lessons if (model.score(e[0]) > -3.5 if e[1] else model.score(e[0]) < 2.0)]
    return attrs.evolve(_fitted(sensible, beginning, 4, chance), labels=len(examples))


def _fitted(lessons: list[Example], beginning: Model, rounds: int, chance: random.Random) -> Model:
    """Stochastic gradient descent with a rate for each weight that falls with what it has seen (AdaGrad)."""
    weights, base = list(beginning.weights), beginning.base
    seen, seen_base = [_PRIOR_STRENGTH] * SWITCHES, _PRIOR_STRENGTH
    of, exp, root = weights.__getitem__, math.exp, math.sqrt
    for _ in range(rounds):
        chance.shuffle(lessons)
        for switches, is_one, counts in lessons:
            z = base + sum(map(of, switches))
            error = counts * (is_one - (1 / (1 + exp(-z)) if z > -30 else 0.0))
            square = error * error
            seen_base += square
            base += 0.25 * error / root(seen_base)
            for switch in switches:
                seen[switch] += square
                weights[switch] += 0.25 * error / root(seen[switch]) - 1e-5 * weights[switch]
    return Model(weights, base)
