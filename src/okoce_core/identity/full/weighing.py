"""What each field adds to the odds of a pair: the model's switches told apart again, field by field.

The model weighs fields together (a birth date beside a name, a phone beside both), so a field has no weight of its own.
Here the fields are told one after the other, from a pair of which nothing is known: what the odds change by is the
field's weight. So unknown weighs nothing, and all of them with ``base`` add up to the odds.
"""

from __future__ import annotations

from itertools import accumulate
from typing import Final

import attrs

from okoce_core.identity.full.comparing import LEVELS, Switches
from okoce_core.identity.full.learning import Model

__all__ = ["FIELDS", "Levels", "levels", "switches", "weighed"]

FIELDS: Final = ("name", "born", "sex", "region", "phone", "email", "business", "nib", "list")
"""The fields in the order in which they are told; *list*: whether one partner's list has both."""

_RARITIES: Final = 8
_SIZE: Final = {name: len(words) for name, words in LEVELS.items()}
_STARTS: Final = tuple(
    accumulate((
        _SIZE["name"] * _SIZE["born"], _SIZE["name"] * _RARITIES, _SIZE["phone"], _SIZE["phone"] * _SIZE["name"],
        _SIZE["email"], _SIZE["sex"], _SIZE["region"], _SIZE["business"], _SIZE["nib"], 2,
        _SIZE["region"] * _SIZE["born"] * 2, _SIZE["born"] * _SIZE["phone"] * 2,
    ), initial=0)
)  # fmt: skip
"""Where each group of switches begins; see :mod:`~okoce_core.identity.full.comparing`."""


@attrs.frozen
class Levels:
    """How far each field of a pair agrees, as :data:`~okoce_core.identity.full.comparing.LEVELS` counts.

    Attributes:
        rare: How rare what two names share is. list: 1 where one partner's list has both.
    """

    name: int = 0
    rare: int = 0
    born: int = 0
    sex: int = 0
    region: int = 0
    phone: int = 0
    email: int = 0
    business: int = 0
    nib: int = 0
    list: int = 0


def levels(turned_on: Switches) -> Levels:
    """The levels behind the switches of a pair."""
    place = [switch - start for switch, start in zip(turned_on, _STARTS, strict=False)]
    name, born = divmod(place[0], _SIZE["born"])
    return Levels(
        name=name, rare=place[1] - name * _RARITIES, born=born, phone=place[2], email=place[4], sex=place[5],
        region=place[6], business=place[7], nib=place[8], list=place[9],
    )  # fmt: skip


def switches(of: Levels) -> Switches:
    """The switches that levels turn on."""
    place = (
        of.name * _SIZE["born"] + of.born, of.name * _RARITIES + of.rare, of.phone, of.phone * _SIZE["name"] + of.name,
        of.email, of.sex, of.region, of.business, of.nib, of.list,
        (of.region * _SIZE["born"] + of.born) * 2 + (of.name >= 5),
        (of.born * _SIZE["phone"] + of.phone) * 2 + (of.name > 2), of.business * _SIZE["name"] + of.name,
    )  # fmt: skip
    return tuple(start + here for start, here in zip(_STARTS, place, strict=True))


def weighed(model: Model, of: Levels) -> tuple[float, dict[str, float]]:
    """The odds of a pair of which nothing is known, and what each field adds."""
    told = Levels()
    base = before = model.score(switches(told))
    weights = {}
    for field in FIELDS:
        rare = of.rare if field == "name" else told.rare
        told = attrs.evolve(told, **{field: getattr(of, field), "rare": rare})
        after = model.score(switches(told))
        weights[field], before = after - before, after
    return base, weights
