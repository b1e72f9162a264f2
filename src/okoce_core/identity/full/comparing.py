"""Two entries compared: for each field how far they agree, and the switches that turns on in the model.

The model is additive, so what depends on another field (a common name says more beside the same birth date) is a switch
of its own.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from okoce_core.identity.full.evidence import Evidence, Words
from okoce_core.identity.full.likeness import alike, joined_alike

__all__ = [
    "FIELDS",
    "LEVELS",
    "RARITIES",
    "STARTS",
    "SWITCHES",
    "Comparer",
    "Levels",
    "Switches",
    "born_level",
    "switches",
]

FIELDS: Final = ("name", "rare", "born", "sex", "region", "phone", "email", "business", "nib", "list")
"""What two entries are compared by; *rare*: how rare what two names share is; *list*: whether one list has both."""

Levels = tuple[int, ...]
"""How far two entries agree in each of :data:`FIELDS`."""

Switches = tuple[int, ...]

LEVELS: Final = {
    "name": ("none", "little", "some", "much", "misspelt", "shortened", "same"),
    "born": ("unknown", "other", "same year", "one part differs", "exchanged or 1 January", "same"),
    "phone": ("unknown", "other", "same", "of a household", "of many"),
    "email": ("unknown", "other", "same"),
    "sex": ("unknown", "other", "same"),
    "region": ("unknown", "other", "same"),
    "business": ("unknown", "other", "part", "same"),
    "nib": ("unknown", "other", "same"),
    "list": ("other", "same"),
}
"""How far each field can agree, from least to most."""

_RARE: Final = (4, 6, 8, 10, 12, 15)
"""Steps of how rare the shared parts of a name are, in natural logarithms."""
RARITIES: Final = 8
_SAME_NAME: Final = LEVELS["name"].index("same")
_HOUSEHOLD: Final = LEVELS["phone"].index("of a household")
"""What a number of many people says at most against two rows of one name: whoever else has it, bears another."""

_SIZES: Final = {
    "name and birth date": 7 * 6, "name and rarity": 7 * 8, "phone": 5, "phone and name": 5 * 7, "email": 3, "sex": 3,
    "region": 3, "business": 4, "nib": 3, "one list": 2, "region, birth date and name": 3 * 6 * 2,
    "birth date, phone and name": 6 * 5 * 2, "business and name": 4 * 7,
}  # fmt: skip
STARTS: Final = tuple(accumulate(_SIZES.values(), initial=0))
SWITCHES: Final = STARTS[-1]
"""How many switches there are; two entries turn on one of each group."""


def switches(of: Levels) -> Switches:
    """What two entries that agree so far turn on."""
    name, rare, born, sex, region, phone, email, business, nib, of_list = of
    s = STARTS
    return (
        s[0] + name * 6 + born, s[1] + name * 8 + rare, s[2] + phone, s[3] + phone * 7 + name, s[4] + email,
        s[5] + sex, s[6] + region, s[7] + business, s[8] + nib, s[9] + of_list,
        s[10] + (region * 6 + born) * 2 + (name >= 5), s[11] + (born * 5 + phone) * 2 + (name > 2),
        s[12] + business * 7 + name,
    )  # fmt: skip


_COMPARED: Final = ("whole", "born", "sex", "region", "phones", "email", "business", "nib", "partner")


class Comparer:
    """Compares entries by their places in the evidence."""

    def __init__(self, shown: Evidence) -> None:
        self._shown = shown
        known = Counter(part for names in shown.names for part in names)
        size = max(len(shown), 2)
        self._rarity = {part: math.log(size / times) for part, times in known.items()}
        self._whole_rarity: dict[str, float] = {}
        self._rows = list(zip(*(getattr(shown, column) for column in _COMPARED), strict=True))

    def levels(self, a: int, b: int, *, told: bool = False) -> Levels:
        """How far two entries agree; ``told``: without what a NIK alone tells of birth dates and sexes."""
        whole, born, sex, region, phones, email, business, nib, of_list = self._rows[a]
        whole_b, born_b, sex_b, region_b, phones_b, email_b, business_b, nib_b, of_list_b = self._rows[b]
        if told:
            shown = self._shown
            born, born_b, sex, sex_b = shown.told[a], shown.told[b], shown.told_sex[a], shown.told_sex[b]
        name, shared = (_SAME_NAME, self._whole(a)) if whole == whole_b != "" else self._parts(a, b)
        phone = self._phone(phones, phones_b) if phones and phones_b else 0
        return (
            name,
            bisect_left(_RARE, shared),
            born_level(born, born_b) if born and born_b else 0,
            (2 if sex == sex_b else 1) if sex and sex_b else 0,
            (2 if region == region_b else 1) if region and region_b else 0,
            _HOUSEHOLD if phone > _HOUSEHOLD and name == _SAME_NAME else phone,
            (2 if email == email_b else 1) if email and email_b else 0,
            _businesses(business, business_b) if business and business_b else 0,
            (2 if nib == nib_b else 1) if nib and nib_b else 0,
            1 if of_list == of_list_b else 0,
        )

    def names(self, a: int, b: int) -> tuple[int, float]:
        """How far two names agree, and how rare what they share is."""
        whole = self._shown.whole
        return (_SAME_NAME, self._whole(a)) if whole[a] == whole[b] != "" else self._parts(a, b)

    def _whole(self, entry: int) -> float:
        whole = self._shown.whole[entry]
        known = self._whole_rarity.get(whole)
        if known is None:
            known = self._whole_rarity[whole] = sum(map(self._rarity.__getitem__, self._shown.names[entry]))
        return known

    def _parts(self, a: int, b: int) -> tuple[int, float]:
        """As :meth:`names`, of names that are not the same."""
        shorter, longer = self._shown.names[a], self._shown.names[b]
        if not shorter or not longer:
            return 0, 0.0
        if (len(shorter), shorter) > (len(longer), longer):
            shorter, longer = longer, shorter
        shared, left = 0.0, []
        for part in shorter:
            if part in longer:
                shared += self._rarity[part]
            else:
                left.append(part)
        if not left:
            return 5, shared
        level, more = self._misspelt(left, [part for part in longer if part not in shorter])
        if level:
            return level, shared + more
        if len(shorter) != len(longer) and joined_alike(shorter, longer):
            return 4, shared + more + 4
        shared += more
        return (3 if shared > 7 else 2 if shared > 3 else 1), shared

    def _misspelt(self, left: Sequence[str], rest: list[str]) -> tuple[int, float]:
        """Whether each part that is left is an initial (5) or a misspelling (4) of another; 0 where one is neither."""
        level, shared = 5, 0.0
        for part in left:
            if (found := _initial(part, rest)) is not None:
                shared += 1.0
            elif (found := next((other for other in rest if alike(part, other)), None)) is not None:
                level = 4 if level else 0
                shared += 0.6 * min(self._rarity[part], self._rarity[found], 6.0)
            else:
                level = 0
                continue
            rest.remove(found)
        return level, shared

    def _phone(self, a: Words, b: Words) -> int:
        if len(a) == 1 == len(b):
            if a != b:
                return 1
            shared = self._shown.shared.get(a[0], 9)
        else:
            shared = min((self._shown.shared.get(phone, 9) for phone in a if phone in b), default=0)
            if not shared:
                return 1
        return 2 if shared <= 2 else 3 if shared <= 6 else 4


def _businesses(a: Words, b: Words) -> int:
    return 3 if a == b else 1 if set(a).isdisjoint(b) else 2


def born_level(a: int, b: int) -> int:
    """How far two birth dates (YYYYMMDD) agree. 1 January is what is written where only the year is known."""
    if not a or not b:
        return 0
    if a == b:
        return 4 if a % 10000 == 101 else 5
    (year, month, day), (year_b, month_b, day_b) = ((d // 10000, d // 100 % 100, d % 100) for d in (a, b))
    if year == year_b and month == day_b and day == month_b:
        return 4
    same = (year == year_b) + (month == month_b) + (day == day_b)
    return 3 if same == 2 else 2 if same == 1 and year == year_b else 1


def _initial(part: str, rest: Sequence[str]) -> str | None:
    return next((other for other in rest if (len(part) == 1 or len(other) == 1) and part[0] == other[0]), None)
