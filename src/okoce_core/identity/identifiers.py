"""What people and enterprises are known by across lists: each kind of identifier in one normal form, strongest first.

The strong kinds are the keys of exact identity as texts; the weak ones say only that two may be one. A NIK that its own
row speaks against is none.
"""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from okoce_core.identity.keys import Keys, Names, Sounds, emails, names_with_birth, niks, phones_with_first_name
from okoce_core.identity.population import Population
from okoce_core.intake.outcome import FileReading
from okoce_core.model.recordset import SHEET_BITS, Roll
from okoce_core.values.business_name import business_key

__all__ = [
    "ENTERPRISE_KINDS", "PERSON_KINDS", "WEAK_KINDS", "Stated", "enterprise_texts", "person_texts", "row_texts",
]  # fmt: skip

PERSON_KINDS: Final = ("nik", "name-born", "phone-first-name", "email")
"""What a person can be known by, strongest first."""

WEAK_KINDS: Final = ("first-name-born", "phone", "name-region")
"""What several people may well share: a household's telephone, a common name in one regency."""

ENTERPRISE_KINDS: Final = ("nib", "institution", "owner-business-name")
"""What an enterprise can be known by, strongest first."""

Stated = Iterator[tuple[int, str]]
"""The number of a person or enterprise in the population, and a text that some row states of it."""

_REGENCY: Final = len("31.75")
_FileKeys = Callable[[FileReading], Keys]


def person_texts(population: Population) -> Iterator[tuple[str, Stated]]:
    """Each kind of :data:`PERSON_KINDS`, then of :data:`WEAK_KINDS`, with what is stated of people.

    The texts: the 16 digits; the name's parts as they sound, in alphabetical order, ``|`` and the whole birth date, and
    of a single name ``|`` and the region; the phone number, ``|`` and the first name as it sounds; the e-mail address;
    the first name, ``|`` and the birth date; the phone number; the parts of a name of several, ``|`` and the regency.
    """
    sounds = Sounds()
    names = {id(file): Names(file, sounds) for file in population.reading.files}
    told: tuple[tuple[_FileKeys, Callable[[Any], str]], ...] = (
        (lambda file: niks(file, 0, []), str),
        (lambda file: names_with_birth(file, names[id(file)]), _dated),
        (lambda file: phones_with_first_name(file, names[id(file)]), "|".join),
        (emails, str),
        (lambda file: _first_names_with_birth(file, names[id(file)]), _dated),
        (_phones, str),
        (lambda file: _names_with_regency(file, sounds), "|".join),
    )
    for kind, (keys, text) in zip(PERSON_KINDS + WEAK_KINDS, told, strict=True):
        yield kind, _stated(population, keys, text)


def _stated(population: Population, keys: _FileKeys, text: Callable[[Any], str]) -> Stated:
    start = 0
    for file in population.reading.files:
        for entry, key in keys(file):
            yield population.person[start + entry], text(key)
        start += len(file.records.people)


def _dated(key: tuple[Any, ...]) -> str:
    name, born, *region = key
    return "|".join([name, dt.date.fromordinal(born).isoformat(), *region])


def _first_names_with_birth(file: FileReading, names: Names) -> Keys:
    for entry, (first, born) in enumerate(zip(names.first, file.records.people.columns["born"], strict=True)):
        if first is not None and born is not None and born.day is not None:
            yield entry, (first, born.first)


def _phones(file: FileReading) -> Keys:
    return ((entry, phone) for entry, told in enumerate(file.records.people.columns["phones"]) for phone in told)


def _names_with_regency(file: FileReading, sounds: Sounds) -> Keys:
    columns = file.records.people.columns
    for entry, (name, region) in enumerate(zip(columns["name"], columns["region"], strict=True)):
        if name is not None and region is not None and len(region) >= _REGENCY:
            parts = sounds.of(name)
            if len(parts) > 1:
                yield entry, (" ".join(sorted(parts)), region[:_REGENCY])


def enterprise_texts(population: Population, people: Sequence[str]) -> Iterator[tuple[str, Stated]]:
    """Each kind of :data:`ENTERPRISE_KINDS` with what is stated of enterprises.

    The texts: the 13 digits; ``NSPP`` or ``NPSN``, ``|`` and the number; an owner's pseudonym, ``|`` and the name as it
    is compared.

    Args:
        people: The pseudonym of each person.
    """
    said = population.said["ownership"]
    owners: dict[int, set[int]] = {}
    for enterprise, owner in zip(said.subject, said.other, strict=True):
        owners.setdefault(enterprise, set()).add(owner)
    yield "nib", ((number, nib) for number, nib in _column(population, "nib"))
    yield "institution", ((number, f"{i.scheme}|{i.number}") for number, i in _column(population, "institution"))
    named = ((number, business_key(name)) for number, name in _column(population, "name"))
    owned = ((number, name, owner) for number, name in named for owner in owners.get(number, ()))
    yield "owner-business-name", ((number, f"{people[owner]}|{name}") for number, name, owner in owned)


def _column(population: Population, field: str) -> Iterator[tuple[int, Any]]:
    start = 0
    for file in population.reading.files:
        for entry, value in enumerate(file.records.enterprises.columns[field]):
            if value is not None:
                yield population.enterprise[start + entry], value
        start += len(file.records.enterprises)


def row_texts(population: Population, rolls: Sequence[Roll[Any]], numbers: array[int]) -> dict[int, str]:
    """For each number the row it comes from first: the file's hash, the sheet's place, the row, the place in the row.

    Args:
        rolls: The people, or the enterprises, of each file. numbers: The number of each of them.
    """
    texts: dict[int, str] = {}
    start = 0
    for file, roll in zip(population.reading.files, rolls, strict=True):
        met: dict[int, int] = {}
        for entry, row in enumerate(roll.row):
            place = met[row] = met.get(row, -1) + 1
            number = numbers[start + entry]
            if number not in texts:
                sheet, line = divmod(row, 1 << SHEET_BITS)
                texts[number] = f"{file.source.sha256}|{sheet}|{line}|{place}"
        start += len(roll)
    return texts
