"""Which entries are worth comparing: those that share a key, in blocks of bounded size.

Pairs are one integer each, ``smaller * size + larger``, in a set: never an object for a pair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import attrs

from okoce_core.identity.full.blocks import MOST, Blocks, Keys, blocks, chained, divided, none
from okoce_core.identity.full.comparing import LEVELS, Levels
from okoce_core.identity.full.evidence import Evidence, Words

__all__ = ["Candidates", "candidates", "met_without_birth"]

_FEW: Final = 8
"""A mailbox or a sign that more entries have is an office's, or as common as its words."""
_NAMESAKES: Final = 25
"""Of a name that more bear, those of one region are compared, if they are no more."""
_HOUSES: Final = 10
"""More entries than this with two words of an address in common are a street or a village."""
_HOUSEHOLD: Final = 6
"""A phone number beside more first names than this is a facilitator's: it takes the first name as well."""
_SHORTENED: Final = LEVELS["name"].index("shortened")
_MUHAMMAD: Final = "muhammad"
_DAYS: Final = 100_000_000
"""Birth dates, as YYYYMMDD, are less."""


@attrs.define
class Candidates:
    """The pairs to compare.

    Attributes:
        pairs: By what is neither the NIK nor below. by_further: By an address or a member's number alone.
        by_nik: By the NIK alone, or its first fifteen digits.
        apart: Pairs that share a key of name or date and have clearly different trusted NIKs: examples of two people.
    """

    pairs: set[int]
    by_further: set[int]
    by_nik: set[int]
    apart: set[int]

    def all(self) -> set[int]:
        """All of them but those apart."""
        return self.pairs | self.by_further | self.by_nik


def candidates(shown: Evidence) -> Candidates:
    """The pairs of entries that share a key."""
    size, chain = len(shown), chained(shown)
    by_nik = _paired(blocks(_niks(shown), chain), size)
    found = set[int]()
    for keys in (_phones(shown), _plain(shown.nib)):
        found |= _paired(blocks(keys, chain), size)
    for keys in (_plain(shown.email), _businesses(shown)):
        found |= _paired(blocks(keys, chain, _FEW), size)
    apart = set[int]()
    _pair_unless_apart(blocks(_births(shown), _by_name(shown)), shown, found, apart, one_birth=True)
    _pair_unless_apart(blocks(_names(shown), _by_region(shown), _NAMESAKES), shown, found, apart, one_birth=False)
    further = set[int]()
    further |= _paired(blocks(_addresses(shown), none, _HOUSES), size)
    further |= _paired(blocks(_each(shown.memberships), chain), size)
    return Candidates(found, further - found, by_nik - found - further, apart - found)


def met_without_birth(of: Levels) -> bool:
    """Whether two entries that agree so far share a key that is not of the birth date of either."""
    name, _, _, _, _, phone, email, business, nib, _ = of
    return phone > 1 or email > 1 or nib > 1 or business > 2 or name > _SHORTENED


def _by_name(shown: Evidence) -> Callable[[list[int]], Blocks]:
    return lambda block: divided(block, lambda entry: (shown.region[entry], shown.whole[entry]), MOST)


def _by_region(shown: Evidence) -> Callable[[list[int]], Blocks]:
    """Of a common name those of one region; none of one that is common there too."""
    return lambda block: divided(block, shown.region.__getitem__, _NAMESAKES)


def _paired(found: Blocks, size: int) -> set[int]:
    return {a * size + b for block in found for place, b in enumerate(block) for a in block[:place]}


def _pair_unless_apart(met: Blocks, shown: Evidence, found: set[int], apart: set[int], *, one_birth: bool) -> None:
    """Pair the entries of blocks of names and dates, but for those that are told apart at sight.

    Two of different regions are two, whatever name they bear, unless one birth date and a part of the name say more;
    without one birth date so are two of different years. Of those whom trusted NIKs tell apart a quarter is kept.
    """
    size, names, regions, marks = len(shown), shown.names, shown.region, shown.mark
    trusted = [number if good else "" for number, good in zip(shown.nik, shown.trusted, strict=True)]
    years = [0 if one_birth else day // 10000 for day in shown.told]
    for block in met:
        before: list[tuple[int, str, int, str]] = []
        for b in block:
            number, year, region = trusted[b], years[b], regions[b]
            for a, other, born, place in before:
                if year != born and year and born:
                    continue
                if place != region and place and region and not (one_birth and not set(names[a]).isdisjoint(names[b])):
                    continue
                if number != other and number and other and number[6:] != other[6:] and number[:6] != other[:6]:
                    if not (marks[a] ^ marks[b]) & 3:
                        apart.add(a * size + b)
                else:
                    found.add(a * size + b)
            before.append((b, number, year, region))


def _plain(column: Sequence[str]) -> Keys:
    return ((entry, value) for entry, value in enumerate(column) if value)


def _addresses(shown: Evidence) -> Keys:
    """Each two neighbouring words of the address, in alphabetical order: one that is misspelt leaves others whole."""
    return ((entry, pair) for entry, words in enumerate(shown.address) for pair in pairwise(words))


def _each(column: Sequence[Words]) -> Keys:
    return ((entry, value) for entry, told in enumerate(column) for value in told)


def _niks(shown: Evidence) -> Keys:
    """The number, and its first fifteen digits: a spreadsheet, or a hand, loses the last."""
    return ((entry, number[:15]) for entry, number in enumerate(shown.nik) if number)


def _phones(shown: Evidence) -> Keys:
    shared = shown.shared
    for entry, (phones, names) in enumerate(zip(shown.phones, shown.names, strict=True)):
        for phone in phones:
            if shared.get(phone, 0) <= _HOUSEHOLD:
                yield entry, phone
            elif names:
                yield entry, (phone, names[0])


def _businesses(shown: Evidence) -> Keys:
    for entry, (parts, names) in enumerate(zip(shown.business, shown.names, strict=True)):
        if parts and names:
            yield entry, (parts, names[0][:3])


def _births(shown: Evidence) -> Keys:
    """The birth date, day and month in either order, with the beginning of each part of the name; as one integer."""
    beginnings = dict[str, int]()
    for entry, (day, names) in enumerate(zip(shown.born, shown.names, strict=True)):
        if day:
            month, date = day // 100 % 100, day % 100
            either = day if month <= date else day // 10000 * 10000 + date * 100 + month
            for part in names:
                if part != _MUHAMMAD:
                    yield entry, beginnings.setdefault(part[:3], len(beginnings)) * _DAYS + either


def _names(shown: Evidence) -> Keys:
    """The whole name; a single one with the region."""
    for entry, (whole, region) in enumerate(zip(shown.whole, shown.region, strict=True)):
        if " " in whole:
            yield entry, whole
        elif whole:
            yield entry, (whole, region or "?")
