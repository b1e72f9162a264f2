"""A name for each entry of people in the lists, so that what somebody decided of it is found again in a later run.

With a key it is the pseudonym of all that the entry states with its partner: the same list sent again gives the same
names, in whatever order, and an entry that states something new gets a new one. What several rows of one file state
alike names none of them: these, and all entries where there is no key, are named by file and row, which hold for the
same bytes alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Any, Final

from okoce_core.identity.keys import Sounds
from okoce_core.identity.pseudonyms import pseudonym
from okoce_core.intake.outcome import FileReading
from okoce_core.model.recordset import SHEET_BITS
from okoce_core.values.business_name import business_key

__all__ = ["entry_names"]

_PLAIN: Final = ("nik", "born", "sex", "email", "region")
_BETWEEN: Final = "|"
_MARK: Final = "p"
"""Before the hash: a spreadsheet takes 32 digits, or digits around an e, for a number and spoils them."""


def entry_names(files: Sequence[FileReading], key: bytes | None) -> list[str]:
    """The name of each entry of people in the files, in their order; the files' ids must not be resolved.

    Raises:
        Misuse: a key that is too short.
    """
    if key is None:
        return [_MARK + blake2b(text.encode(), digest_size=16).hexdigest() for file in files for text in _rows(file)]
    sounds, names = Sounds(), list[str]()
    for file in files:
        stated = list(_stated(file, sounds))
        times = Counter(stated)
        for text, row in zip(stated, _rows(file), strict=True):
            names.append(_MARK + (pseudonym("entry", text, key) if times[text] == 1 else pseudonym("row", row, key)))
    return names


def _rows(file: FileReading) -> Iterator[str]:
    """Of each entry the file's hash, the sheet's place, the row, and which of the row's people."""
    met = Counter[int]()
    for row in file.records.people.row:
        sheet, line = divmod(row, 1 << SHEET_BITS)
        yield _BETWEEN.join((file.source.sha256, str(sheet), str(line), str(met[row])))
        met[row] += 1


def _stated(file: FileReading, sounds: Sounds) -> Iterator[str]:
    """Of each entry all that identity looks at: in the forms that are compared, with what its businesses are called."""
    columns = file.records.people.columns
    businesses, partners = _businesses(file), _partners(file)
    for entry, (name, phones) in enumerate(zip(columns["name"], columns["phones"], strict=True)):
        plain = ("" if (value := columns[field][entry]) is None else str(value) for field in _PLAIN)
        parts = sorted(sounds.of(name)) if name else ()
        told = (
            *sorted(partners.get(entry, ())),
            *plain,
            " ".join(parts),
            " ".join(sorted(phones)),
            *sorted(businesses.get(entry, ())),
        )
        yield _BETWEEN.join(told)


def _partners(file: FileReading) -> dict[int, set[str]]:
    """Whose list each entry stands in; in okoce-records the participations say so."""
    if file.partner:
        return {entry: {file.partner.id} for entry in range(len(file.records.people))}
    of: dict[int, set[str]] = {}
    told = file.records.participations
    for subject, fact in zip(told.subject, told.fact, strict=True):
        of.setdefault(subject, set()).add(told.facts[fact].partner)
    return of


def _businesses(file: FileReading) -> dict[int, set[str]]:
    said = file.records.ownerships
    columns: dict[str, list[Any]] = file.records.enterprises.columns
    of: dict[int, set[str]] = {}
    for unit, owner in zip(said.subject, said.other, strict=True):
        name, nib = columns["name"][unit], columns["nib"][unit]
        of.setdefault(owner, set()).add(f"{business_key(name) if name else ''} {nib or ''}")
    return of
