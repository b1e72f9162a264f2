"""The odds of pairs, and what they would be without NIKs, for the estimate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from okoce_core.identity.full.candidates import Candidates, met_without_birth
from okoce_core.identity.full.clusters import Edge, Odds
from okoce_core.identity.full.comparing import LEVELS, Comparer, Levels
from okoce_core.identity.full.evidence import Evidence
from okoce_core.identity.full.expected import NEVER, Hidden
from okoce_core.identity.full.further import Further
from okoce_core.identity.full.learning import Model
from okoce_core.identity.full.numbers import relation

__all__ = ["Weighing", "asking", "scored"]

_WORTH: Final = -4.6
"""Links of odds below one in a hundred are forgotten at once."""
_MISSPELT: Final = LEVELS["name"].index("misspelt")


@attrs.frozen
class Weighing:
    """What makes odds: the evidence, how it is compared, the model, what two NIKs add, what is beside them."""

    shown: Evidence
    comparer: Comparer
    model: Model
    numbers: dict[str, float]
    further: Further

    def odds(self, a: int, b: int) -> float:
        """The logarithm of the odds of any two entries."""
        return self.without_further(a, b) + self.further.odds(a, b)

    def without_further(self, a: int, b: int) -> float:
        """As :meth:`odds`, by the model and the NIKs alone."""
        return self.model.odds(self.comparer.levels(a, b)) + self.numbers[relation(self.shown, a, b)]


def scored(weighing: Weighing, found: Candidates, hidden: Hidden) -> list[Edge]:
    """The odds of every pair; what they would be without NIKs is noted for the estimate."""
    shown, model, numbers, further = weighing.shown, weighing.model, weighing.numbers, weighing.further
    size, nik, levels_of, edges = len(shown), shown.nik, weighing.comparer.levels, list[Edge]()
    for pairs, by_other in ((found.pairs, True), (found.by_further, True), (found.by_nik, False)):
        for pair in sorted(pairs):  # neighbours in memory
            a, b = divmod(pair, size)
            levels = levels_of(a, b)
            more, said = further.odds(a, b) if further else 0.0, ""
            odds = model.odds(levels) + more
            if nik[a] and nik[b]:
                said = relation(shown, a, b)
                if said == "serial" and levels[0] < _MISSPELT:
                    continue  # twins, and brothers registered one after the other
                if by_other and said == "same":
                    _hide(weighing, a, b, levels, more, hidden)
            if odds + numbers[said] > _WORTH:
                edges.append((odds + numbers[said], pair))
    return edges


def _hide(weighing: Weighing, a: int, b: int, levels: Levels, more: float, hidden: Hidden) -> None:
    """Note what the odds of two rows of one NIK would be without it, and without what it alone tells."""
    told, sexes, odds = weighing.shown.told, weighing.shown.told_sex, weighing.model.odds
    day, other_day, sex, other_sex = told[a], told[b], sexes[a], sexes[b]

    def without(*, born: bool, of_sex: bool) -> float:
        if not born and more <= 0 and not met_without_birth(levels):
            return NEVER
        return odds((*levels[:2], levels[2] if born else 0, levels[3] if of_sex else 0, *levels[4:])) + more

    alone = without(born=bool(day and other_day), of_sex=bool(sex and other_sex))
    if day and other_day and sex and other_sex:
        hidden.note(a, alone, alone)
        hidden.note(b, alone, alone)
    else:
        hidden.note(a, without(born=bool(day), of_sex=bool(sex)), alone)
        hidden.note(b, without(born=bool(other_day), of_sex=bool(other_sex)), alone)


def asking(weighing: Weighing, edges: Sequence[Edge]) -> Odds:
    """The odds of any pair, those of the edges as they are."""
    size, known = len(weighing.shown), {pair: odds for odds, pair in edges}

    def ask(pair: int) -> float:
        odds = known.get(pair)
        if odds is None:
            odds = known[pair] = weighing.odds(*divmod(pair, size))
        return odds

    return ask
