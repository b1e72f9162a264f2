"""What each entry shows of a person, in columns, in the forms in which entries are compared.

A NIK tells the birth date and sex too: they fill in what the row does not say, and where the row says otherwise the
number is held to be somebody else's (a relative's, or mistyped) and is not trusted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final
from zlib import crc32

import attrs

from okoce_core.identity.keys import Sounds, nik_contradicted
from okoce_core.intake.outcome import FileReading
from okoce_core.values import PartialDate, nik
from okoce_core.values.business_name import BusinessKeyer
from okoce_core.values.spelling import fold_sound

__all__ = ["Evidence", "evidence"]

_YOUNGEST: Final = 12
"""Two digits of a year in a NIK up to this are of this century."""

_SPREAD: Final = 2654435761
"""Knuth's multiplier: sums that lie close come out far from each other."""

_WORD: Final = re.compile(r"[^\W_]+")

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


def evidence(files: Sequence[FileReading], sounds: Sounds | None = None) -> Evidence:
    """The evidence of all people entries of the files, in their order; ``sounds``: what is known of how names sound."""
    shown, heard, parts = Evidence(), _Heard(sounds or Sounds()), _Parts()
    lists = [file.partner.id if file.partner else file.source.sha256 for file in files]
    numbers = {said: number for number, said in enumerate(sorted(set(lists)))}
    for said, file in zip(lists, files, strict=True):
        columns = file.records.people.columns
        shown.partner += [numbers[said]] * len(file.records.people)
        names = [heard.of(name) if name else () for name in columns["name"]]
        shown.names += names
        shown.whole += [" ".join(sorted(told)) for told in names]
        shown.phones += columns["phones"]
        shown.email += [email or "" for email in columns["email"]]
        shown.region += [region or "" for region in columns["region"]]
        shown.address += [_words(address) if address else () for address in columns["address"]]
        shown.memberships += [tuple(f"{m.issuer} {m.number}" for m in told) for told in columns["memberships"]]
        _dates_and_numbers(shown, columns["nik"], columns["born"], columns["sex"])
        _businesses(shown, file, parts)
    shown.shared = _shared(shown)
    shown.mark = _marks(shown)
    return shown


def _marks(shown: Evidence) -> list[int]:
    """Of each entry what it shows, and what its whole list shows, in whatever order the list is."""
    plain = (shown.nik, shown.whole, shown.email, shown.region, shown.nib, shown.sex)
    lists = [column for column in (shown.phones, shown.business, shown.address, shown.memberships) if any(column)]
    joined = (map(" ".join, column) for column in lists)
    told = zip(*plain, *joined, map(str, shown.told), strict=True)
    marks = [crc32("|".join(said).encode("utf-8", "surrogatepass")) for said in told]
    of_list = Counter[int]()
    for number, mark in zip(shown.partner, marks, strict=True):
        of_list[number] += mark
    among = {number: (total * _SPREAD) & 0xFFFFFFFF for number, total in of_list.items()}
    return [mark ^ among[number] for number, mark in zip(shown.partner, marks, strict=True)]


def _words(address: str) -> Words:
    return tuple(sorted(set(_WORD.findall(address.casefold()))))


class _Heard:
    """Names as they sound, each worked out once: o and u are not told apart, nor are ee and i."""

    def __init__(self, sounds: Sounds) -> None:
        self._sounds = sounds
        self._known: dict[str, str] = {}

    def of(self, name: str) -> Words:
        known = self._known
        told = [known.get(part) or self._learnt(part) for part in self._sounds.of(name)]
        return tuple(dict.fromkeys(told)) if told != [""] else ()

    def _learnt(self, part: str) -> str:
        sound = self._known[part] = part.replace("ee", "i").replace("o", "u")
        return sound


class _Parts(dict[str, Words]):
    """The parts of business names as they sound."""

    def __init__(self) -> None:
        super().__init__()
        self._key = BusinessKeyer()
        self._sounds: dict[str, str] = {}

    def __missing__(self, name: str) -> Words:
        sounds = self._sounds
        parts = self._key(name).split()
        for part in parts:
            if part not in sounds:
                sounds[part] = fold_sound(part)
        told = self[name] = tuple(dict.fromkeys(sounds[part] for part in parts))
        return told


def _dates_and_numbers(
    shown: Evidence, niks: Sequence[str | None], born: Sequence[PartialDate | None], sexes: Sequence[str | None]
) -> None:
    days = {date: _written(date) for date in set(born)}
    for number, date, sex in zip(niks, born, sexes, strict=True):
        told, trusted = days[date], False
        day, of_sex = told, sex or ""
        if number is not None:
            trusted = not nik_contradicted(number, date, sex)
            if trusted and not (told and of_sex):
                facts = nik.facts(number)
                day = told or _century(facts.year2) * 10000 + facts.month * 100 + facts.day
                of_sex = of_sex or facts.sex
        shown.nik.append(number or "")
        shown.trusted.append(trusted)
        shown.told.append(told)
        shown.born.append(day)
        shown.sex.append(of_sex)
        shown.told_sex.append(sex or "")


def _written(date: PartialDate | None) -> int:
    if date is None or date.day is None or date.month is None:
        return 0
    return date.year * 10000 + date.month * 100 + date.day


def _century(year2: int) -> int:
    return year2 + (2000 if year2 <= _YOUNGEST else 1900)


def _businesses(shown: Evidence, file: FileReading, parts: _Parts) -> None:
    """Of each person the business of the row; of several the names together and the NIB that sorts first."""
    said, size = file.records.ownerships, len(file.records.people)
    names, nibs = (file.records.enterprises.columns[field] for field in ("name", "nib"))
    business: list[Words] = [()] * size
    numbers = [""] * size
    for unit, owner in zip(said.subject, said.other, strict=True):
        if name := names[unit]:
            told = parts[name]
            business[owner] = told if not business[owner] else tuple(dict.fromkeys((*business[owner], *told)))
        if nib := nibs[unit]:
            numbers[owner] = min(nib, numbers[owner]) if numbers[owner] else nib
    shown.business += business
    shown.nib += numbers


def _shared(shown: Evidence) -> dict[str, int]:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for name, phone in _with_phone(shown):
        beside[phone].add(name)
    return {phone: len(names) for phone, names in beside.items()}


def _with_phone(shown: Evidence) -> Iterator[tuple[str, str]]:
    for names, phones in zip(shown.names, shown.phones, strict=True):
        for phone in phones if names else ():
            yield names[0], phone
