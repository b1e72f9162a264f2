"""What each field adds to the odds of a pair: the model's switches told apart again, field by field.

The model weighs fields together (a birth date beside a name, a phone beside both), so a field has no weight of its own.
Here the fields are told one after the other, from a pair of which nothing is known: what the odds change by is the
field's weight. So unknown weighs nothing, and all of them with ``base`` add up to the odds.
"""

from __future__ import annotations

from typing import Final

from okoce_core.identity.full import comparing
from okoce_core.identity.full.comparing import Levels
from okoce_core.identity.full.learning import Model

__all__ = ["FIELDS", "weighed"]

FIELDS: Final = tuple(field for field in comparing.FIELDS if field != "rare")
"""The fields in the order in which they are told; a name with how rare it is."""

_PLACE: Final = {field: place for place, field in enumerate(comparing.FIELDS)}
_RARE: Final = _PLACE["rare"]


def weighed(model: Model, of: Levels) -> tuple[float, dict[str, float]]:
    """The odds of a pair of which nothing is known, and what each field adds."""
    told = [0] * len(of)
    base = before = model.odds(tuple(told))
    weights = {}
    for field in FIELDS:
        told[_PLACE[field]] = of[_PLACE[field]]
        told[_RARE] = of[_RARE]
        after = model.odds(tuple(told))
        weights[field], before = after - before, after
    return base, weights
