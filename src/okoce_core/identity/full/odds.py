"""The odds of pairs by the model and the NIKs, and what they would be without NIKs, for the estimate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from okoce_core.identity.full.candidates import Candidates, met_without_birth
from okoce_core.identity.full.clusters import Edge, Odds
from okoce_core.identity.full.comparing import LEVELS, Comparer, Levels
from okoce_core.identity.full.evidence import Evidence
from okoce_core.identity.full.expected import NEVER, Hidden
from okoce_core.identity.full.learning import Model
from okoce_core.identity.full.numbers import relation

__all__ = ["asking", "scored"]

_WORTH: Final = -4.6
"""Links of odds below one in a hundred are forgotten at once."""
_MISSPELT: Final = LEVELS["name"].index("misspelt")


def scored(
    shown: Evidence, found: Candidates, comparer: Comparer, model: Model, numbers: dict[str, float], hidden: Hidden
) -> list[Edge]:
    """The odds of every pair; what they would be without NIKs is noted for the estimate."""
    size, nik, edges, odds_of = len(shown), shown.nik, list[Edge](), model.odds
    for pairs, by_other in ((found.pairs, True), (found.by_nik - found.pairs, False)):
        for pair in sorted(pairs):  # neighbours in memory
            a, b = divmod(pair, size)
            levels = comparer.levels(a, b)
            odds, said = odds_of(levels), ""
            if nik[a] and nik[b]:
                said = relation(shown, a, b)
                if said == "serial" and levels[0] < _MISSPELT:
                    continue  # twins, and brothers registered one after the other
                if by_other and said == "same":
                    _hide(shown, a, b, levels, odds, model, hidden)
            if odds + numbers[said] > _WORTH:
                edges.append((odds + numbers[said], pair))
    return edges


def _hide(shown: Evidence, a: int, b: int, levels: Levels, odds: float, model: Model, hidden: Hidden) -> None:
    """Note what the odds of two rows of one NIK would be without it, and without what it alone tells."""
    day, other_day, sex, other_sex = shown.told[a], shown.told[b], shown.told_sex[a], shown.told_sex[b]
    if day and other_day and sex and other_sex:
        hidden.note(a, odds, odds)
        hidden.note(b, odds, odds)
        return

    def without(*, born: bool, of_sex: bool) -> float:
        if not born and not met_without_birth(levels):
            return NEVER
        return model.odds((*levels[:2], levels[2] if born else 0, levels[3] if of_sex else 0, *levels[4:]))

    alone = without(born=bool(day and other_day), of_sex=bool(sex and other_sex))
    hidden.note(a, without(born=bool(day), of_sex=bool(sex)), alone)
    hidden.note(b, without(born=bool(other_day), of_sex=bool(other_sex)), alone)


def asking(shown: Evidence, comparer: Comparer, model: Model, numbers: dict[str, float], edges: Sequence[Edge]) -> Odds:
    """The odds of any pair, those of the edges as they are."""
    size, known = len(shown), {pair: odds for odds, pair in edges}

    def ask(pair: int) -> float:
        odds = known.get(pair)
        if odds is None:
            a, b = divmod(pair, size)
            odds = known[pair] = model.odds(comparer.levels(a, b)) + numbers[relation(shown, a, b)]
        return odds

    return ask
