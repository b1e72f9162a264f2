"""Exact identity: people and enterprises by identifiers and full agreement alone."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from okoce_core.identity.components import Components
from okoce_core.identity.keys import Keys, Names, Sounds, emails, names_with_birth, niks, phones_with_first_name
from okoce_core.identity.linker import Linker, ids, starts
from okoce_core.identity.population import Links
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.values.business_name import BusinessKeyer

__all__ = ["exact_enterprises", "exact_people"]


def exact_people(reading: Reading) -> tuple[Components, Links, list[tuple[int, int]]]:
    """The people of all files, their links, and pairs of entries that share a NIK which one of the rows contradicts."""
    begins = starts([len(f.records.people) for f in reading.files])
    linker, sounds = Linker(begins[-1]), Sounds()
    placed = list(zip(begins, reading.files, strict=False))
    local = [(start, file) for start, file in placed if not file.records.resolved]
    linker.claim("id", ((start, ids(f.records.people.ids)) for start, f in placed if f.records.resolved))
    linker.claim("id", ((start, ids(f.records.people.ids, start)) for start, f in local))
    doubted: list[tuple[int, str]] = []
    holders = linker.claim("nik", ((start, niks(file, start, doubted)) for start, file in local))
    spelled = [(start, file, Names(file, sounds)) for start, file in local]
    linker.claim("phone-first-name", ((start, phones_with_first_name(file, said)) for start, file, said in spelled))
    linker.claim("name-born", ((start, names_with_birth(file, said)) for start, file, said in spelled))
    linker.claim("email", ((start, emails(file)) for start, file in local))
    pairs = [(entry, holders.setdefault(nik, entry)) for entry, nik in doubted]
    return linker.components, linker.links, pairs


def exact_enterprises(reading: Reading, person: array[int]) -> tuple[Components, Links]:
    """The enterprises of all files and their links; ``person``: the number of each person's entry."""
    files = reading.files
    begins = starts([len(f.records.enterprises) for f in files])
    people_begins = starts([len(f.records.people) for f in files])
    linker = Linker(begins[-1])
    placed = list(zip(begins, people_begins, files, strict=False))
    linker.claim("id", ((s, ids(f.records.enterprises.ids)) for s, _, f in placed if f.records.resolved))
    local = [(s, p, f) for s, p, f in placed if not f.records.resolved]
    linker.claim("id", ((s, ids(f.records.enterprises.ids, s)) for s, _, f in local))
    for field in ("nib", "institution"):
        linker.claim(field, ((s, _given(f.records.enterprises.columns[field])) for s, _, f in local))
    several = _with_several(files, people_begins, person)
    names = BusinessKeyer()
    owned = ((s, f.records.enterprises.columns, _owned(f, p, person)) for s, p, f in local)
    named = ((s, _named(columns, owners, several, names)) for s, columns, owners in owned)
    linker.claim("owner-business-name", named)
    return linker.components, linker.links


def _named(
    columns: Mapping[str, list[Any]], owners: Iterator[tuple[int, int]], several: set[int], names: BusinessKeyer
) -> Keys:
    """Enterprises by owner and name; nameless ones of an owner are one, unless they began at different times.

    A list that is sent again must not make two of it (law 6), and file-local ids cannot tell.
    """
    for entry, owner in owners:
        if owner in several:
            name = columns["name"][entry]
            if name:
                yield entry, (owner, names(name))
            elif columns["nib"][entry] is None:
                yield entry, (owner, columns["started"][entry])


def _given(column: list[Any]) -> Keys:
    return ((entry, value) for entry, value in enumerate(column) if value is not None)


def _with_several(files: Sequence[FileReading], starts: Sequence[int], person: array[int]) -> set[int]:
    """The people who own more than one entry: only theirs can be one enterprise by name."""
    owned = chain.from_iterable(_owned(f, s, person) for f, s in zip(files, starts, strict=False))
    return {owner for owner, entries in Counter(owner for _, owner in owned).items() if entries > 1}


def _owned(file: FileReading, start: int, person: array[int]) -> Iterator[tuple[int, int]]:
    """Each enterprise of a file with the number of an owner."""
    if not file.records.resolved:
        said = file.records.ownerships
        for entry, owner in zip(said.subject, said.other, strict=True):
            yield entry, person[start + owner]
