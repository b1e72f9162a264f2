"""Who is the same across lists: ``resolve(reading)`` gives a population, with the reason of every link.

``identity="exact"`` links by identifiers and full agreement alone: NIK (unless its own row speaks against it), phone
with first name, full name with birth date, e-mail; NIB or institution number for enterprises, and one owner's
enterprise of one name. Placeholders never reach it (the parsers refuse them), and a name alone never links.
``identity="full"`` compares all that entries show of people, by a model that the lists teach; see
:mod:`okoce_core.identity.full`.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import Any, Final

from okoce_core.identity.components import Components
from okoce_core.identity.full import decide
from okoce_core.identity.keys import Keys, Names, Sounds, emails, names_with_birth, niks, phones_with_first_name
from okoce_core.identity.merging import merged
from okoce_core.identity.population import REASONS, Doubt, Estimate, Links, Population
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.misuse import Misuse
from okoce_core.model.bulk import bulk
from okoce_core.values.name import business_key

__all__ = ["IDENTITIES", "resolve"]

IDENTITIES: Final = ("exact", "full")
"""The ways of deciding identity: by identifiers and full agreement alone, or by all the evidence there is."""


def resolve(reading: Reading, *, identity: str = "exact") -> Population:
    """Decide who is the same.

    Args:
        reading: What was read. Files whose ids are "resolved" are taken at their word.
        identity: One of :data:`IDENTITIES`.

    Raises:
        Misuse: an unknown way; or a reading that came out of a pickle, which carries no personal values.
    """
    if identity not in IDENTITIES:
        raise Misuse(
            "unknown-identity", f"no way of deciding identity is named {identity!r}", asked=identity, allowed=IDENTITIES
        )
    if any(f.records.people.withheld or f.records.enterprises.withheld for f in reading.files):
        raise Misuse("reading-without-values", "a pickled reading carries no personal values; read the files again")
    with bulk():
        people, links, doubted, estimate = _people(reading) if identity == "exact" else _people_by_evidence(reading)
        person, count = people.numbered()
        units, unit_links = _enterprises(reading, person)
        enterprise, unit_count = units.numbered()
        pairs = ((person[a], person[b]) for a, b in doubted)
        doubts = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
        reason = "nik" if identity == "exact" else "evidence"
        return merged(
            reading, identity, (person, count, links), (enterprise, unit_count, unit_links),
            tuple(Doubt(reason, a, b) for a, b in doubts), estimate,
        )  # fmt: skip


class _Linker:
    """Joins the entries that share a key and remembers why."""

    def __init__(self, size: int) -> None:
        self.components, self.links = Components(size), Links()

    def claim(self, reason: str, files: Iterable[tuple[int, Keys]]) -> dict[object, int]:
        """Say which keys of one kind the entries of all files have; each joins whoever had its key first.

        Args:
            reason: What the keys are. files: For each file the number of its first entry, and its entries' keys.

        Returns:
            Who had each key first.
        """
        holders: dict[object, int] = {}
        setdefault, join, links = holders.setdefault, self.components.join, self.links
        code = REASONS.index(reason)
        for start, keys in files:
            for entry, key in keys:
                holder = setdefault(key, start + entry)
                if holder != start + entry and join(holder, start + entry):
                    links.reason.append(code)
                    links.a.append(holder)
                    links.b.append(start + entry)
        return holders

    def link(self, reason: str, pairs: Iterable[tuple[int, int]]) -> None:
        """Join pairs that something else has found."""
        code, links = REASONS.index(reason), self.links
        for a, b in pairs:
            if self.components.join(a, b):
                links.reason.append(code)
                links.a.append(a)
                links.b.append(b)


_Pairs = list[tuple[int, int]]
_LIKELY: Final = -2.0
"""Links of odds above one in eight that were not made are in doubt."""


def _people(reading: Reading) -> tuple[Components, Links, _Pairs, Estimate | None]:
    starts = _starts([len(f.records.people) for f in reading.files])
    linker, sounds = _Linker(starts[-1]), Sounds()
    placed = list(zip(starts, reading.files, strict=False))
    local = [(start, file) for start, file in placed if not file.records.resolved]
    linker.claim("id", ((start, _ids(f.records.people.ids)) for start, f in placed if f.records.resolved))
    linker.claim("id", ((start, _ids(f.records.people.ids, start)) for start, f in local))
    doubted: list[tuple[int, str]] = []
    holders = linker.claim("nik", ((start, niks(file, start, doubted)) for start, file in local))
    spelled = [(start, file, Names(file, sounds)) for start, file in local]
    linker.claim("phone-first-name", ((start, phones_with_first_name(file, said)) for start, file, said in spelled))
    linker.claim("name-born", ((start, names_with_birth(file, said)) for start, file, said in spelled))
    linker.claim("email", ((start, emails(file)) for start, file in local))
    return linker.components, linker.links, [(entry, holders.setdefault(nik, entry)) for entry, nik in doubted], None


def _people_by_evidence(reading: Reading) -> tuple[Components, Links, _Pairs, Estimate | None]:
    starts = _starts([len(f.records.people) for f in reading.files])
    linker, placed = _Linker(starts[-1]), list(zip(starts, reading.files, strict=False))
    local = [(start, file) for start, file in placed if not file.records.resolved]
    linker.claim("id", ((start, _ids(f.records.people.ids)) for start, f in placed if f.records.resolved))
    linker.claim("id", ((start, _ids(f.records.people.ids, start)) for start, f in local))
    places = [entry for start, file in local for entry in range(start, start + len(file.records.people))]
    clusters = (decided := decide([file for _, file in local])).clusters
    links = sorted(divmod(pair, len(places)) for _, pair in clusters.links)
    linker.link("evidence", ((places[a], places[b]) for a, b in links))
    doubted = [divmod(pair, len(places)) for odds, pair in clusters.open if odds > _LIKELY]
    return linker.components, linker.links, [(places[a], places[b]) for a, b in doubted], decided.estimate


def _ids(ids: list[str], file: int = -1) -> Keys:
    """The ids that the source gave; local ones are the same within their ``file`` alone."""
    return ((entry, ("id", file, identity)) for entry, identity in enumerate(ids))


def _starts(sizes: list[int]) -> list[int]:
    return [0, *accumulate(sizes)]


def _enterprises(reading: Reading, person: array[int]) -> tuple[Components, Links]:
    files = reading.files
    starts = _starts([len(f.records.enterprises) for f in files])
    people_starts = _starts([len(f.records.people) for f in files])
    linker = _Linker(starts[-1])
    placed = list(zip(starts, people_starts, files, strict=False))
    linker.claim("id", ((s, _ids(f.records.enterprises.ids)) for s, _, f in placed if f.records.resolved))
    local = [(s, p, f) for s, p, f in placed if not f.records.resolved]
    linker.claim("id", ((s, _ids(f.records.enterprises.ids, s)) for s, _, f in local))
    for field in ("nib", "institution"):
        linker.claim(field, ((s, _given(f.records.enterprises.columns[field])) for s, _, f in local))
    several = _with_several(files, people_starts, person)
    names = _BusinessNames()
    owned = ((s, f.records.enterprises.columns, _owned(f, p, person)) for s, p, f in local)
    named = ((s, _named(columns, owners, several, names)) for s, columns, owners in owned)
    linker.claim("owner-business-name", named)
    return linker.components, linker.links


def _named(
    columns: Mapping[str, list[Any]], owners: Iterator[tuple[int, int]], several: set[int], names: _BusinessNames
) -> Keys:
    """Enterprises by owner and name; nameless ones of an owner are one, unless they began at different times.

    A list that is sent again must not make two of it (law 6), and file-local ids cannot tell.
    """
    for entry, owner in owners:
        if owner in several:
            name = columns["name"][entry]
            if name:
                yield entry, (owner, names[name])
            elif columns["nib"][entry] is None:
                yield entry, (owner, columns["started"][entry])


def _given(column: list[Any]) -> Keys:
    return ((entry, value) for entry, value in enumerate(column) if value is not None)


class _BusinessNames(dict[str, str]):
    """Business names in the form that is compared, each worked out once."""

    def __missing__(self, name: str) -> str:
        key = self[name] = business_key(name)
        return key


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
