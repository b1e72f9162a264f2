"""Who is the same across lists: ``resolve(reading)`` gives a population, with the reason of every link.

``identity="exact"`` links by identifiers and full agreement alone: NIK (unless its own row speaks against it), phone
with first name, full name with birth date, e-mail; NIB or institution number for enterprises, and one owner's
enterprise of one name. Placeholders never reach it (the parsers refuse them), and a name alone never links.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from okoce_core.identity.components import Components
from okoce_core.identity.keys import person_keys
from okoce_core.identity.merging import merged
from okoce_core.identity.population import REASONS, Doubt, Links, Population
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.misuse import Misuse
from okoce_core.values.name import Keyer, business_key

__all__ = ["IDENTITIES", "resolve"]

IDENTITIES: Final = ("exact",)
"""The ways of deciding identity; *full* comes with the identity issue's engine."""


def resolve(reading: Reading, *, identity: str = "exact") -> Population:
    """Decide who is the same.

    Args:
        reading: What was read. Files whose ids are "resolved" are taken at their word.
        identity: One of :data:`IDENTITIES`.

    Raises:
        Misuse: an unknown way; or a reading that came out of a pickle, which carries no personal values.
    """
    if identity not in IDENTITIES:
        raise Misuse("unknown-identity", f"no way of deciding identity is named {identity!r}", asked=identity, allowed=IDENTITIES)
    if any(f.records.people.withheld or f.records.enterprises.withheld for f in reading.files):
        raise Misuse("reading-without-values", "a pickled reading carries no personal values; read the files again")
    people, links, doubted = _people(reading)
    person, count = people.numbered()
    units, unit_links = _enterprises(reading, person)
    enterprise, unit_count = units.numbered()
    doubts = {(min(p), max(p)) for a, b in doubted if (p := (person[a], person[b]))[0] != p[1]}
    return merged(
        reading, identity, (person, count, links), (enterprise, unit_count, unit_links),
        tuple(Doubt("nik", a, b) for a, b in sorted(doubts)),
    )  # fmt: skip


class _Linker:
    """Joins the entries that share a key and remembers why."""

    def __init__(self, size: int) -> None:
        self.components, self.links = Components(size), Links()
        self.holders: dict[object, int] = {}
        self._codes = {reason: code for code, reason in enumerate(REASONS)}

    def claim(self, entry: int, reason: str, key: object) -> None:
        """Say that ``entry`` has a key; it joins whoever had it first."""
        holder = self.holders.setdefault(key, entry)
        if holder != entry and self.components.join(holder, entry):
            self.links.reason.append(self._codes[reason])
            self.links.a.append(holder)
            self.links.b.append(entry)


def _people(reading: Reading) -> tuple[Components, Links, list[tuple[int, int]]]:
    starts = _starts([len(f.records.people) for f in reading.files])
    linker, keyer = _Linker(starts[-1]), Keyer()
    contradicted: list[tuple[int, str]] = []
    for file, start in zip(reading.files, starts, strict=False):
        if file.records.resolved:
            for entry, identity in enumerate(file.records.people.ids):
                linker.claim(start + entry, "id", (identity, "id"))
        else:
            doubted = lambda entry, number, at=start: contradicted.append((at + entry, number))  # noqa: E731
            for entry, reason, key in person_keys(file, keyer, doubted):
                linker.claim(start + entry, reason, key)
    holders = linker.holders
    return linker.components, linker.links, [(e, holders[n]) for e, n in contradicted if n in holders]


def _starts(sizes: list[int]) -> list[int]:
    return [0, *accumulate(sizes)]


def _enterprises(reading: Reading, person: array[int]) -> tuple[Components, Links]:
    files = reading.files
    starts = _starts([len(f.records.enterprises) for f in files])
    people_starts = _starts([len(f.records.people) for f in files])
    linker = _Linker(starts[-1])
    owned = [(s, o) for f, s, p in zip(files, starts, people_starts, strict=False) for s, o in _owners(f, s, p, person)]
    several = {owner for owner, n in Counter(owner for _, owner in owned).items() if n > 1}
    names: dict[int, str] = {}
    for file, start in zip(files, starts, strict=False):
        columns = file.records.enterprises.columns
        if file.records.resolved:
            for entry, identity in enumerate(file.records.enterprises.ids):
                linker.claim(start + entry, "id", (identity, "id"))
            continue
        for field, reason in (("nib", "nib"), ("institution", "institution")):
            for entry, number in enumerate(columns[field]):
                if number is not None:
                    linker.claim(start + entry, reason, number)
        names.update((start + e, n) for e, n in enumerate(columns["name"]) if n is not None)
    for entry, owner in owned:
        if owner in several:
            linker.claim(entry, "owner-business-name", (owner, business_key(names.get(entry, ""))))
    return linker.components, linker.links


def _owners(file: FileReading, start: int, people_start: int, person: array[int]) -> Iterator[tuple[int, int]]:
    if not file.records.resolved:
        said = file.records.ownerships
        for entry, owner in zip(said.subject, said.other, strict=True):
            yield start + entry, person[people_start + owner]
