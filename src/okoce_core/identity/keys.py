"""The exact keys by which people are found again, and what speaks against a NIK.

A NIK is believed only as far as it agrees with the birth date and sex that stand beside it in the same row: numbers
are borrowed from relatives and typed by officers. Judged row by row, so the order of rows changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from okoce_core.intake.outcome import FileReading
from okoce_core.values import PartialDate, nik
from okoce_core.values.name import Keyer
from okoce_core.values.name_words import words
from okoce_core.values.spelling import fold_sound

__all__ = [
    "Keys",
    "Names",
    "Sounds",
    "emails",
    "names_with_birth",
    "nik_contradicted",
    "niks",
    "phones_with_first_name",
]

Keys = Iterator[tuple[int, object]]
"""The number of an entry in its file, and its key."""


def nik_contradicted(number: str, born: PartialDate | None, sex: str | None) -> bool:
    """Whether a NIK cannot be this row's: its birth date differs in more than one part, or its sex with no date for it.

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


def niks(file: FileReading, start: int, doubted: list[tuple[int, str]]) -> Keys:
    """The NIKs of a file's people; those that their own row speaks against go to ``doubted`` instead.

    There entries are numbered through all files; ``start`` is the number of this file's first.
    """
    columns: Mapping[str, list[Any]] = file.records.people.columns
    written: dict[int, tuple[str, str]] = {}
    for entry, number in enumerate(columns["nik"]):
        if number is None:
            continue
        born = columns["born"][entry]
        if born is not None and number[6:12] in (written.get(born.first) or _as_in_a_nik(born, written)):
            yield entry, number
        elif nik_contradicted(number, born, columns["sex"][entry]):
            doubted.append((start + entry, number))
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


def phones_with_first_name(file: FileReading, names: Names) -> Keys:
    """Each phone number with the first name beside it: one number serves a household, or a facilitator's group."""
    for entry, (first, phones) in enumerate(zip(names.first, file.records.people.columns["phones"], strict=True)):
        if phones and first is not None:
            for phone in phones:
                yield entry, (phone, first)


def names_with_birth(file: FileReading, names: Names) -> Keys:
    """The full name with the birth date; a single name is shared by too many, so it takes the town as well."""
    columns = file.records.people.columns
    for entry, (whole, born, region) in enumerate(zip(names.whole, columns["born"], columns["region"], strict=True)):
        if whole is not None and born.day is not None:
            if " " in whole:
                yield entry, (whole, born.first)
            elif region is not None:
                yield entry, (whole, born.first, region)


class Names:
    """The names of a file's people as they are compared: without titles, as they sound.

    Attributes:
        first: First names (two where the first is so common that it tells nobody apart).
        whole: Whole names, the parts in alphabetical order, since their order varies between lists; only of people
            whose birth date is told.
    """

    def __init__(self, file: FileReading, sounds: Sounds) -> None:
        columns = file.records.people.columns
        self.first: list[str | None] = []
        self.whole: list[str | None] = []
        for name, born in zip(columns["name"], columns["born"], strict=True):
            if name is None:
                self.first.append(None)
                self.whole.append(None)
                continue
            parts = sounds.of(name)
            self.first.append(parts[0] if parts[0] not in sounds.common else " ".join(parts[:2]))
            self.whole.append(None if born is None else " ".join(sorted(parts)))


class Sounds:
    """Names as they sound. What it remembers of names lives and dies with it.

    Attributes:
        common: First names so common that they tell nobody apart, as they sound.
    """

    def __init__(self) -> None:
        self._key = Keyer()
        self._sound: dict[str, str] = {}
        self._written: dict[str, str] = {}  # a word as written, where its place in the name says nothing
        self._seen: set[str] = set()
        self.common = frozenset(map(fold_sound, words().common_first))

    def of(self, name: str) -> list[str]:
        """The parts of a name without titles, each as it sounds; at least one."""
        written = self._written.get
        told = [written(word) for word in name.split()]
        return self._learnt(name) if None in told or not told else told  # type: ignore[return-value]

    def _learnt(self, name: str) -> list[str]:
        """Of a name with words that are new, or that mean something by their place."""
        words, written = name.split(), self._written
        for word in words:
            if word not in self._seen:
                self._seen.add(word)
                known = self._key.wherever(word)
                if known and " " not in known:
                    written[word] = self._sound[known] = self._sound.get(known) or fold_sound(known)
        if words and "," not in name and all(word in written for word in words):
            return [written[word] for word in words]
        sound, parts = self._sound, self._key(name).split()
        for part in parts:
            if part not in sound:
                sound[part] = fold_sound(part)
        return [sound[part] for part in parts] or [""]
