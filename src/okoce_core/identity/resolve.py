"""Who is the same across lists: ``resolve(reading)`` gives a population, with the reason of every link.

``identity="exact"`` links by identifiers and full agreement alone: NIK (unless its own row speaks against it), phone
with first name, full name with birth date, e-mail; NIB or institution number for enterprises, and one owner's
enterprise of one name. Placeholders never reach it (the parsers refuse them), and a name alone never links.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import Final

from okoce_core.identity.components import Components
from okoce_core.identity.keys import Keys, Sounds, emails, name_keys, names_with_birth, niks, phones_with_first_name
from okoce_core.identity.merging import merged
from okoce_core.identity.population import REASONS, Doubt, Links, Population
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.misuse import Misuse
from okoce_core.model.bulk import bulk
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
    with bulk():
        people, links, doubted = _people(reading)
        person, count = people.numbered()
        units, unit_links = _enterprises(reading, person)
        enterprise, unit_count = units.numbered()
        pairs = ((person[a], person[b]) for a, b in doubted)
        doubts = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
        return merged(
            reading, identity, (person, count, links), (enterprise, unit_count, unit_links),
            tuple(Doubt("nik", a, b) for a, b in doubts),
        )  # fmt: skip


class _Linker:
    """Joins the entries that share a key and remembers why."""

    def __init__(self, size: int) -> None:
        self.components, self.links = Components(size), Links()
        self.holders: dict[object, int] = {}

    def claim(self, start: int, reason: str, keys: Keys) -> None:
        """Say which keys the entries of a file have; each joins whoever had its key first.

        Args:
            start: The number of the file's first entry. reason: What the keys are. keys: Entries with theirs.
        """
        setdefault, join, links = self.holders.setdefault, self.components.join, self.links
        code = REASONS.index(reason)
        for entry, key in keys:
            holder = setdefault(key, start + entry)
            if holder != start + entry and join(holder, start + entry):
                links.reason.append(code)
                links.a.append(holder)
                links.b.append(start + entry)


def _people(reading: Reading) -> tuple[Components, Links, list[tuple[int, int]]]:
    starts = _starts([len(f.records.people) for f in reading.files])
    linker, keyer, sounds = _Linker(starts[-1]), Keyer(), Sounds()
    contradicted: list[tuple[int, str]] = []
    local = [(f, s) for f, s in zip(reading.files, starts, strict=False) if not f.records.resolved]
    for file, start in zip(reading.files, starts, strict=False):
        if file.records.resolved:
            linker.claim(start, "id", _ids(file.records.people.ids))
    for file, start in local:
        doubted: list[tuple[int, str]] = []
        linker.claim(start, "nik", niks(file, doubted))
        contradicted += [(start + entry, number) for entry, number in doubted]
    for file, start in local:
        names = name_keys(file, keyer)
        linker.claim(start, "phone-first-name", phones_with_first_name(file, names, sounds))
        linker.claim(start, "name-born", names_with_birth(file, names, sounds))
        linker.claim(start, "email", emails(file))
    holders = linker.holders
    return linker.components, linker.links, [(e, holders[n]) for e, n in contradicted if n in holders]


def _ids(ids: list[str]) -> Keys:
    return ((entry, ("id", identity)) for entry, identity in enumerate(ids))


def _starts(sizes: list[int]) -> list[int]:
    return [0, *accumulate(sizes)]


def _enterprises(reading: Reading, person: array[int]) -> tuple[Components, Links]:
    files = reading.files
    starts = _starts([len(f.records.enterprises) for f in files])
    people_starts = _starts([len(f.records.people) for f in files])
    linker = _Linker(starts[-1])
    several = _with_several(files, people_starts, person)
    names = _BusinessNames()
    for file, start, people_start in zip(files, starts, people_starts, strict=False):
        columns = file.records.enterprises.columns
        if file.records.resolved:
            linker.claim(start, "id", _ids(file.records.enterprises.ids))
            continue
        for field in ("nib", "institution"):
            linker.claim(start, field, ((e, number) for e, number in enumerate(columns[field]) if number is not None))
        owned = _owned(file, people_start, person)
        named = ((e, (owner, names[columns["name"][e] or ""])) for e, owner in owned if owner in several)
        linker.claim(start, "owner-business-name", named)
    return linker.components, linker.links


class _BusinessNames(dict[str, str]):
    """Business names in the form that is compared, each worked out once."""

    def __missing__(self, name: str) -> str:
        key = self[name] = business_key(name)
        return key


def _with_several(files: Sequence[FileReading], starts: Sequence[int], person: array[int]) -> set[int]:
    """The people who own more than one entry: only theirs can be one enterprise by name."""
    once: set[int] = set()
    owners = chain.from_iterable(_owned(f, s, person) for f, s in zip(files, starts, strict=False))
    return {owner for _, owner in owners if owner in once or once.add(owner)}  # type: ignore[func-returns-value]


def _owned(file: FileReading, start: int, person: array[int]) -> Iterator[tuple[int, int]]:
    """Each enterprise of a file with the number of an owner."""
    if not file.records.resolved:
        said = file.records.ownerships
        for entry, owner in zip(said.subject, said.other, strict=True):
            yield entry, person[start + owner]
