"""What each entry shows of a person, in columns, in the forms in which entries are compared.

A NIK tells the birth date and sex too: they fill in what the row does not say, and where the row says otherwise the
number is held to be somebody else's (a relative's, or mistyped) and is not trusted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final
from zlib import crc32

from okoce_core.identity.full.evidence import Evidence, Words
from okoce_core.identity.keys import Sounds, nik_contradicted
from okoce_core.intake.outcome import FileReading
from okoce_core.values import PartialDate, nik
from okoce_core.values.business_name import BusinessKeyer
from okoce_core.values.spelling import fold_sound

__all__ = ["evidence", "gathered"]

_YOUNGEST: Final = 12
"""Two digits of a year in a NIK up to this are of this century."""
_WORD: Final = re.compile(r"[^\W_]+")


def evidence(files: Sequence[FileReading]) -> Evidence:
    """The evidence of all people entries of the files, in their order."""
    told = gathered(files)
    return told.of(range(len(told)))


def gathered(files: Sequence[FileReading], sounds: Sounds | None = None) -> Evidence:
    """The evidence of all people entries of the files, in their order, to be finished by :meth:`Evidence.of`.

    Args:
        files: What was read. sounds: What is known of how names sound.
    """
    shown, heard, parts = Evidence(), _Heard(sounds or Sounds()), _Parts()
    lists = [_lists(file) for file in files]
    numbers = {said: number for number, said in enumerate(sorted(set(chain.from_iterable(lists))))}
    for said, file in zip(lists, files, strict=True):
        columns = file.records.people.columns
        shown.partner += [numbers[of] for of in said]
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
    shown.mark = _marks(shown)
    return shown


def _marks(shown: Evidence) -> list[int]:
    plain = (shown.nik, shown.whole, shown.email, shown.region, shown.nib, shown.sex)
    lists = [column for column in (shown.phones, shown.business, shown.address, shown.memberships) if any(column)]
    joined = (map(" ".join, column) for column in lists)
    told = zip(*plain, *joined, map(str, shown.told), strict=True)
    return [crc32("|".join(said).encode("utf-8", "surrogatepass")) for said in told]


def _lists(file: FileReading) -> list[str]:
    """Whose list each entry is of: the file's partner's; where it has none, that of whom the entry took part with."""
    if file.partner:
        return [file.partner.id] * len(file.records.people)
    said, lists = file.records.participations, [file.source.sha256] * len(file.records.people)
    for entry, fact in zip(said.subject, said.fact, strict=True):
        lists[entry] = said.facts[fact].partner
    return lists


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
