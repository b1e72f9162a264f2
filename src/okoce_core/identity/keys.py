"""The exact keys by which people are found again, and what speaks against a NIK.

A NIK is believed only as far as it agrees with the birth date and sex that stand beside it in the same row: numbers
are borrowed from relatives and typed by officers. Judged row by row, so the order of rows changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from okoce_core.intake.outcome import FileReading
from okoce_core.values import PartialDate, nik
from okoce_core.values.name import Keyer, first_name

__all__ = ["PersonKey", "nik_contradicted", "person_keys"]

PersonKey = tuple[int, str, object]
"""The entry's number in its file, the reason, the key itself."""


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


def person_keys(file: FileReading, keyer: Keyer, doubted: Callable[[int, str], None]) -> Iterator[PersonKey]:
    """Every key of every person of a file; NIKs that their own row speaks against go to ``doubted`` instead."""
    columns: Mapping[str, list[Any]] = file.records.people.columns
    yield from _niks(columns["nik"], columns["born"], columns["sex"], doubted)
    for entry, email in enumerate(columns["email"]):
        if email is not None:
            yield entry, "email", email
    yield from _named(columns, keyer)


def _niks(
    numbers: Sequence[str | None], born: Sequence[PartialDate | None], sexes: Sequence[str | None],
    doubted: Callable[[int, str], None],
) -> Iterator[PersonKey]:  # fmt: skip
    for entry, number in enumerate(numbers):
        if number is not None:
            if nik_contradicted(number, born[entry], sexes[entry]):
                doubted(entry, number)
            else:
                yield entry, "nik", number


def _named(columns: Mapping[str, list[Any]], keyer: Keyer) -> Iterator[PersonKey]:
    details = zip(columns["name"], columns["phones"], columns["born"], columns["region"], strict=True)
    for entry, (name, phones, born, region) in enumerate(details):
        if name is None or not (phones or born):
            continue
        key = keyer(name)
        first = first_name(key)
        for phone in phones:
            yield entry, "phone-first-name", (phone, first)
        if born is not None and born.day is not None:
            if " " in key:
                yield entry, "name-born", (key, born.first)
            elif region is not None:  # a single name and a date are shared by many; with the town they are not
                yield entry, "name-born", (key, born.first, region)
