"""Putting the statements of all files under one numbering, once it is decided who is the same."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any, Final

import attrs

from okoce_core.identity.population import Doubt, Links, Population, Said
from okoce_core.intake.outcome import Reading
from okoce_core.model.entities import Partner
from okoce_core.model.life import Life
from okoce_core.values import PartialDate

__all__ = ["merged"]

_KINDS: Final = {
    "participation": ("participations", "person", None),
    "ownership": ("ownerships", "enterprise", "person"),
    "permit": ("permits", "enterprise", None),
    "headcount": ("headcounts", "enterprise", None),
    "employment": ("employments", "enterprise", "person"),
}
"""For each kind of statement: its columns in a record set, who it is about, who else is concerned."""

Numbering = tuple["array[int]", int, Links]


def merged(
    reading: Reading, identity: str, people: Numbering, enterprises: Numbering, doubts: tuple[Doubt, ...]
) -> Population:
    """The population of a reading under decided numberings."""
    numbers = {"person": people[0], "enterprise": enterprises[0]}
    return Population(
        reading=reading,
        identity=identity,
        people=people[1],
        enterprises=enterprises[1],
        person=people[0],
        enterprise=enterprises[0],
        lives=_lives(reading, enterprises[0]),
        said={kind: _said(reading, numbers, *shape) for kind, shape in _KINDS.items()},
        partners=_partners(reading),
        totals=tuple(total for file in reading.files for total, _ in file.records.totals),
        doubts=doubts,
        person_links=people[2],
        enterprise_links=enterprises[2],
    )


def _said(reading: Reading, numbers: dict[str, array[int]], kind: str, subject: str, other: str | None) -> Said:
    said = Said()
    starts = {"person": 0, "enterprise": 0}
    for file in reading.files:
        records = file.records
        told: Any = getattr(records, kind)
        sizes = {"person": len(records.people), "enterprise": len(records.enterprises)}
        of = {k: numbers[k][start : start + sizes[k]] for k, start in starts.items()}
        said.starts.append(len(said.fact))
        offset = len(said.facts)
        said.facts += told.facts
        said.subject.extend(map(of[subject].__getitem__, told.subject))
        said.fact.extend(map(offset.__add__, told.fact) if offset else told.fact)
        said.row.extend(told.row)
        if other:
            said.other.extend(map(of[other].__getitem__, told.other))
        starts = {k: start + sizes[k] for k, start in starts.items()}
    return said


def _partners(reading: Reading) -> dict[str, Partner]:
    partners: dict[str, Partner] = {}
    for file in reading.files:
        for identity, partner in sorted(file.records.partners.items()):
            known = partners.setdefault(identity, partner)
            if known.name is None and partner.name is not None:
                partners[identity] = partner
    return dict(sorted(partners.items()))


def _lives(reading: Reading, enterprise: array[int]) -> dict[int, Life]:
    lives: dict[int, Life] = {}
    start = 0
    for file in reading.files:
        for entry, life in _told(file.records.enterprises.columns):
            number = enterprise[start + entry]
            lives[number] = _one(lives[number], life) if number in lives else life
        start += len(file.records.enterprises)
    return lives


_LIFE: Final = tuple(a.name for a in attrs.fields(Life))


def _told(columns: dict[str, list[Any]]) -> Iterator[tuple[int, Life]]:
    """The entries that say anything about their life: in most files none does."""
    unlived = attrs.astuple(Life(), recurse=False)
    size = len(columns["started"])
    if any(columns[f].count(nothing) < size for f, nothing in zip(_LIFE, unlived, strict=True)):
        for entry, said in enumerate(zip(*(columns[f] for f in _LIFE), strict=True)):
            if said != unlived:
                yield entry, Life(*said)


def _one(a: Life, b: Life) -> Life:
    """What two entries of one enterprise say together: the earliest start, the latest closing."""
    return Life(
        _chosen(a.started, b.started, latest=False),
        _chosen(a.closed, b.closed, latest=True),
        tuple(sorted({*a.reactivated, *b.reactivated}, key=lambda d: (d.first, d.last))),
        min(a.normal_hours, b.normal_hours),
        None if a.received is None or b.received is None else _chosen(a.received, b.received, latest=False),
    )


def _chosen(a: PartialDate | None, b: PartialDate | None, *, latest: bool) -> PartialDate | None:
    known = [d for d in (a, b) if d is not None]
    return (max if latest else min)(known, key=lambda d: (d.first, d.last), default=None)
