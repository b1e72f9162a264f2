"""Putting the statements of all files under one numbering, once it is decided who is the same."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import attrs

from okoce_core.identity.decisions import Applied
from okoce_core.identity.population import Doubt, Estimate, Links, Population, Said
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
    reading: Reading, identity: str, people: Numbering, enterprises: Numbering, doubts: tuple[Doubt, ...],
    estimates: tuple[Estimate | None, Estimate | None] = (None, None), *, decisions: Applied | None = None,
) -> Population:  # fmt: skip
    """The population of a reading under decided numberings; the estimates are of people and of enterprises."""
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
        estimate=estimates[0],
        enterprise_estimate=estimates[1],
        decisions=decisions,
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
    several: dict[int, list[Life]] = {}
    start = 0
    for file in reading.files:
        for entry, life in _told(file.records.enterprises.columns):
            number = enterprise[start + entry]
            if number in lives:
                several.setdefault(number, [lives[number]]).append(life)
            else:
                lives[number] = life
        start += len(file.records.enterprises)
    return lives | {number: _together(told) for number, told in several.items()}


_LIFE: Final = tuple(a.name for a in attrs.fields(Life))


def _told(columns: dict[str, list[Any]]) -> Iterator[tuple[int, Life]]:
    """The entries that say anything about their life: in most files none does."""
    unlived = attrs.astuple(Life(), recurse=False)
    size = len(columns["started"])
    if any(columns[f].count(nothing) < size for f, nothing in zip(_LIFE, unlived, strict=True)):
        for entry, said in enumerate(zip(*(columns[f] for f in _LIFE), strict=True)):
            if said != unlived:
                yield entry, Life(*said)


def _together(told: Sequence[Life]) -> Life:
    """What all entries of one enterprise say together: the earliest start, the latest closing.

    They are put together at once and not one by one, since a yes, a no and a yes must come to the same in any order.
    """
    return Life(
        started=_first(life.started for life in told),
        closed=max(_known(life.closed for life in told), key=_days, default=None),
        reactivated=tuple(sorted({day for life in told for day in life.reactivated}, key=_days)),
        taken_over=_first(life.taken_over for life in told),
        normal_hours=min(life.normal_hours for life in told),
        brand=_answer(life.brand for life in told),
        supports_owner=_answer(life.supports_owner for life in told),
        received=None if any(life.received is None for life in told) else _first(life.received for life in told),
    )


def _known(dates: Iterable[PartialDate | None]) -> list[PartialDate]:
    return [date for date in dates if date is not None]


def _first(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    return min(_known(dates), key=_days, default=None)


def _days(date: PartialDate) -> tuple[int, int]:
    return date.first, date.last


def _answer(said: Iterable[bool | None]) -> bool | None:
    """A yes or a no beats silence; both together are as good as silence."""
    answers = {answer for answer in said if answer is not None}
    return answers.pop() if len(answers) == 1 else None
