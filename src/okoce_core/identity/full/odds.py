"""The odds of pairs, and what they would be without NIKs, for the estimate."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs

from okoce_core.identity.full.candidates import Candidates, met_without_birth
from okoce_core.identity.full.clusters import Edge, Odds
from okoce_core.identity.full.comparing import LEVELS, Comparer, Levels
from okoce_core.identity.full.evidence import Evidence, Words
from okoce_core.identity.full.expected import NEVER, Hidden
from okoce_core.identity.full.further import Further
from okoce_core.identity.full.learning import Model
from okoce_core.identity.full.likeness import one_edit
from okoce_core.identity.full.numbers import relation

__all__ = ["Weighing", "agreed", "asking", "is_one_number", "scored"]

_WORTH: Final = -4.6
"""Links of odds below one in a hundred are forgotten at once."""
_DOUBT: Final = -1.0
"""A telephone, an address or a town alone links no two rows of different names: at most they are in doubt."""
_NAMED: Final = LEVELS["name"].index("misspelt")
_SAME_NAME: Final = LEVELS["name"].index("same")
_SAME: Final = LEVELS["email"].index("same")
_NEVER_ONE: Final = -7.0
"""Odds of twins, and of brothers registered one after the other."""
_OTHER_BIRTH: Final = LEVELS["born"].index("other")
_ONE_BIRTH: Final = LEVELS["born"].index("same")
_OTHER: Final = LEVELS["business"].index("other")
_SAME_BIRTH: Final = LEVELS["born"].index("exchanged or 1 January")
_ONE_NUMBER: Final = frozenset({"same", "vouched for", "last digit lost", "one digit", "neighbours exchanged"})


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
        said = relation(self.shown, a, b)
        levels = agreed(self.comparer.levels(a, b), said)
        if said == "serial" and levels[0] < _SAME_NAME:
            return _NEVER_ONE
        odds = self.model.odds(levels) + self.numbers[said] + self.further.odds(a, b)
        return self.held(odds, levels, a, b, one_number=is_one_number(self, a, b))

    def held(self, odds: float, levels: Levels, a: int, b: int, *, one_number: bool) -> float:
        """Odds as far as names, or what is one's own, bear them out."""
        return odds if odds <= _DOUBT or one_number or not self.are_near(levels, a, b) else _DOUBT

    def are_near(self, levels: Levels, a: int, b: int) -> bool:
        """Whether two entries agree as two members of one household do."""
        if levels[0] == _NAMED and _of_twins(levels, self.shown.names[a], self.shown.names[b]):
            return True
        return _of_a_household(levels)

    def without_further(self, a: int, b: int) -> float:
        """As :meth:`odds`, by the model and the NIKs alone."""
        said = relation(self.shown, a, b)
        return self.model.odds(agreed(self.comparer.levels(a, b), said)) + self.numbers[said]


def scored(weighing: Weighing, found: Candidates, hidden: Hidden) -> list[Edge]:
    """The odds of every pair; what they would be without NIKs is noted for the estimate."""
    shown, model, numbers, further = weighing.shown, weighing.model, weighing.numbers, weighing.further
    size, nik, levels_of, edges = len(shown), shown.nik, weighing.comparer.levels, list[Edge]()
    are_near = weighing.are_near
    for pairs, by_other in ((found.pairs, True), (found.by_further, True), (found.by_nik, False)):
        for pair in sorted(pairs):  # neighbours in memory
            a, b = divmod(pair, size)
            levels = levels_of(a, b)
            more, said = further.odds(a, b) if further else 0.0, ""
            if nik[a] and nik[b]:
                said = relation(shown, a, b)
                if said == "vouched for":
                    levels = agreed(levels, said)
                if said == "serial" and levels[0] < _SAME_NAME:
                    continue  # twins, and brothers registered one after the other
                if by_other and said == "same":
                    _hide(weighing, a, b, levels, more, hidden)
            odds = model.odds(levels) + more + numbers[said]
            if odds > _DOUBT and are_near(levels, a, b) and not is_one_number(weighing, a, b):
                odds = _DOUBT
            if odds > _WORTH:
                edges.append((odds, pair))
    return edges


def is_one_number(weighing: Weighing, a: int, b: int) -> bool:
    """Whether two entries have one number of a person, be it misspelt."""
    return relation(weighing.shown, a, b) in _ONE_NUMBER or weighing.further.one_number(a, b)


def agreed(levels: Levels, said: str) -> Levels:
    """Levels as far as they count: where one name vouches for one number, what speaks against it is wrong."""
    return (*levels[:2], 0, 0, *levels[4:]) if said == "vouched for" else levels


def _of_a_household(levels: Levels) -> bool:
    """Whether names are different or missing, and nothing of one's own agrees: as between members of one household.

    The birth date is not one's own where the telephone is the same: twins live together. Two quite different birth
    dates are of two people, of father and son, whatever name they bear.
    """
    name, _, born, _, _, phone, email, business, nib, _ = levels
    if born == _OTHER_BIRTH:
        return email < _SAME and nib < _SAME
    own = (born >= _SAME_BIRTH and phone < _SAME) or nib == _SAME or business > _SAME
    return name < _NAMED and not own


def _of_twins(levels: Levels, names: Words, others: Words) -> bool:
    """Whether one list has two of one birth date whose names differ in a letter of the first: Rina and Rini."""
    _, _, born, _, _, _, email, business, nib, of_list = levels
    if not of_list or born != _ONE_BIRTH or email == _SAME or business > _OTHER or nib == _SAME:
        return False
    return names[1:] == others[1:] and one_edit(names[0], others[0])


def _hide(weighing: Weighing, a: int, b: int, levels: Levels, more: float, hidden: Hidden) -> None:
    """Note what the odds of two rows of one NIK would be without it, and without what it alone tells."""
    told, sexes, odds = weighing.shown.told, weighing.shown.told_sex, weighing.model.odds
    day, other_day, sex, other_sex = told[a], told[b], sexes[a], sexes[b]

    def without(*, born: bool, of_sex: bool) -> float:
        if not born and more <= 0 and not met_without_birth(levels):
            return NEVER
        left = (*levels[:2], levels[2] if born else 0, levels[3] if of_sex else 0, *levels[4:])
        return weighing.held(odds(left) + more, left, a, b, one_number=weighing.further.one_number(a, b))

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
