"""The exact keys by which people are found again, and what speaks against a NIK.

A NIK is believed only as far as it agrees with the birth date and sex that stand beside it in the same row: numbers
are borrowed from relatives and typed by officers. Judged row by row, so the order of rows changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from okoce_core.intake.outcome import FileReading
from okoce_core.values import PartialDate, nik
from okoce_core.values.name import Keyer, first_name
from okoce_core.values.spelling import fold_sound

__all__ = ["Keys", "Sounds", "emails", "name_keys", "names_with_birth", "nik_contradicted", "niks", "phones_with_first_name"]

Keys = Iterator[tuple[int, object]]
"""The number of an entry in its file, and its key."""


def nik_contradicted(number: str, born: PartialDate | None, sex: str | None) -> bool:
    """Whether a NIK cannot be this row's: its birth date differs in more than one part, or its sex without a date's support.

    A single wrong part, or day and month exchanged, is a typing error in the date rather than somebody else's number.
    """
    if born is None and sex is None:
        return False
    facts = nik.facts(number)
    if born is None or born.day is None or born.month is None:
        return sex is not None and facts.sex != sex
    year = born.year % 100 == facts.year2
    swapped = year and (facts.day, facts.month) == (born.month, born.day)
    agreeing = (facts.day == born.day) + (facts.month == born.month) + year
    return not (agreeing >= 2 or swapped) or (agreeing < 3 and sex is not None and facts.sex != sex)


def niks(file: FileReading, doubted: list[tuple[int, str]]) -> Keys:
    """The NIKs of a file's people; those that their own row speaks against go to ``doubted`` instead."""
    columns: Mapping[str, list[Any]] = file.records.people.columns
    written: dict[int, tuple[str, str]] = {}
    for entry, number in enumerate(columns["nik"]):
        if number is None:
            continue
        born = columns["born"][entry]
        if born is not None and number[6:12] in (written.get(born.first) or _as_in_a_nik(born, written)):
            yield entry, number
        elif nik_contradicted(number, born, columns["sex"][entry]):
            doubted.append((entry, number))
        else:
            yield entry, number


def _as_in_a_nik(born: PartialDate, written: dict[int, tuple[str, str]]) -> tuple[str, ...]:
    """A birth date as a NIK has it, of a man and of a woman; only whole dates are."""
    if born.day is None:
        return ()
    rest = f"{born.month:02d}{born.year % 100:02d}"
    written[born.first] = (f"{born.day:02d}{rest}", f"{born.day + 40:02d}{rest}")
    return written[born.first]


def emails(file: FileReading) -> Keys:
    """The e-mail addresses of a file's people."""
    return ((entry, email) for entry, email in enumerate(file.records.people.columns["email"]) if email is not None)


def phones_with_first_name(file: FileReading, names: Sequence[str | None], sounds: Sounds) -> Keys:
    """Each phone number with the first name beside it: one number serves a household, or a facilitator's whole group."""
    for entry, (name, phones) in enumerate(zip(names, file.records.people.columns["phones"], strict=True)):
        if phones and name is not None:
            first = " ".join(sounds.of(first_name(name)))
            for phone in phones:
                yield entry, (phone, first)


def names_with_birth(file: FileReading, names: Sequence[str | None], sounds: Sounds) -> Keys:
    """The full name with the birth date, its parts in alphabetical order, since their order varies between lists.

    A single name with a date is shared by too many, so it takes the town as well.
    """
    columns = file.records.people.columns
    for entry, (name, born, region) in enumerate(zip(names, columns["born"], columns["region"], strict=True)):
        if born is not None and name is not None and born.day is not None:
            parts = sounds.of(name)
            if len(parts) > 1:
                yield entry, (" ".join(sorted(parts)), born.first)
            elif region is not None:
                yield entry, (parts[0], born.first, region)


class Sounds:
    """Names as they sound. What it remembers of names lives and dies with it."""

    def __init__(self) -> None:
        self._sound: dict[str, str] = {}

    def of(self, key: str) -> list[str]:
        """The parts of a name, each as it sounds."""
        sound, parts = self._sound, key.split()
        try:
            return [sound[part] for part in parts]
        except KeyError:
            sound.update((part, fold_sound(part)) for part in parts if part not in sound)
            return [sound[part] for part in parts]


def name_keys(file: FileReading, keyer: Keyer) -> list[str | None]:
    """The names of a file's people in the form that is compared."""
    return [None if name is None else keyer(name) for name in file.records.people.columns["name"]]
