"""What each entry shows of a person, in columns, in the forms in which entries are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

import attrs

__all__ = ["Evidence", "Words"]

_SPREAD: Final = 2654435761
"""Knuth's multiplier: sums that lie close come out far from each other."""

Words = tuple[str, ...]


@attrs.define
class Evidence:
    """One list a field, all equally long; an entry is a place in them. Empty and 0 are unknown.

    Attributes:
        nik: The number. trusted: Whether its own row does not speak against it.
        born: The birth date as YYYYMMDD, the row's or else the NIK's; told: the row's alone.
        sex: F or M, the row's or else the NIK's; told_sex: the row's alone.
        phones, email, region: As in the model. partner: The number of the partner's list.
        names: The parts of the name as they sound. whole: The same in alphabetical order, as one text.
        business: The parts of the names of the person's businesses. nib: One of their NIBs.
        address: The words and numbers of the address. memberships: Numbers of members, each after its issuer.
        shared: Of each phone number, how many different first names stand beside it.
        mark: A number made of what the entry shows: what is drawn or tied is settled by it, never by the order of rows.
    """

    nik: list[str] = attrs.field(factory=list)
    trusted: list[bool] = attrs.field(factory=list)
    born: list[int] = attrs.field(factory=list)
    told: list[int] = attrs.field(factory=list)
    sex: list[str] = attrs.field(factory=list)
    told_sex: list[str] = attrs.field(factory=list)
    phones: list[Words] = attrs.field(factory=list)
    email: list[str] = attrs.field(factory=list)
    region: list[str] = attrs.field(factory=list)
    partner: list[int] = attrs.field(factory=list)
    names: list[Words] = attrs.field(factory=list)
    whole: list[str] = attrs.field(factory=list)
    business: list[Words] = attrs.field(factory=list)
    nib: list[str] = attrs.field(factory=list)
    address: list[Words] = attrs.field(factory=list)
    memberships: list[Words] = attrs.field(factory=list)
    shared: dict[str, int] = attrs.field(factory=dict)
    mark: list[int] = attrs.field(factory=list)

    def __len__(self) -> int:
        return len(self.nik)

    def said(self, entry: int) -> tuple[object, ...]:
        """All that an entry shows."""
        return tuple(getattr(self, name)[entry] for name in _COLUMNS)

    def of(self, entries: Sequence[int]) -> Evidence:
        """The evidence of some of the entries, in their order, as if there were no others."""
        taken, kept = Evidence(), bytearray(len(self))
        for entry in entries:
            kept[entry] = 1
        for name in (*_COLUMNS, "mark"):
            setattr(taken, name, list(compress(getattr(self, name), kept)))
        return _finished(taken)


_COLUMNS: Final = tuple(field.name for field in attrs.fields(Evidence) if field.name not in {"shared", "mark"})


def _finished(shown: Evidence) -> Evidence:
    """With what is known of the lists as wholes: who shares a telephone, and marks that tell like entries apart."""
    shown.shared = _shared(shown)
    of_list = Counter[int]()
    for number, mark in zip(shown.partner, shown.mark, strict=True):
        of_list[number] += mark
    among = {number: (total * _SPREAD) & 0xFFFFFFFF for number, total in of_list.items()}
    shown.mark = [mark ^ among[number] for number, mark in zip(shown.partner, shown.mark, strict=True)]
    return shown


def _shared(shown: Evidence) -> dict[str, int]:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for name, phone in _with_phone(shown):
        beside[phone].add(name)
    return {phone: len(names) for phone, names in beside.items()}


def _with_phone(shown: Evidence) -> Iterator[tuple[str, str]]:
    for names, phones in zip(shown.names, shown.phones, strict=True):
        for phone in phones if names else ():
            yield names[0], phone
