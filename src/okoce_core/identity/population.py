"""A population: people and enterprises across all lists, and the statements about them under one numbering."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

import attrs

from okoce_core.evidence import Trail
from okoce_core.frames import Records
from okoce_core.identity.decisions import Applied
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.model.entities import Partner
from okoce_core.model.facts import PartnerTotal
from okoce_core.model.life import Life
from okoce_core.shown import Shown

__all__ = ["REASONS", "Doubt", "Estimate", "Link", "Links", "Population", "Said"]

REASONS: Final = (
    "id", "nik", "phone-first-name", "name-born", "email", "nib", "institution", "owner-business-name", "evidence",
    "owner-similar-name", "nib-misspelt", "owner-nameless", "co-owners",
    "decision",
)  # fmt: skip
"""Why two entries are held to be the same, in the order the keys are tried; *evidence*: all that they show together;
*decision*: somebody said so."""


@attrs.frozen
class Link:
    """Two entries held to be one.

    Attributes:
        kind: person or enterprise. reason: One of :data:`REASONS`. a, b: Where the two were read.
    """

    kind: Literal["person", "enterprise"]
    reason: str
    a: Trail
    b: Trail


@attrs.frozen
class Doubt:
    """Two people who may be one: a key says so, something else speaks against it. They stay apart in ``value``.

    Attributes:
        reason: The key that agrees. a, b: Numbers of the two people.
    """

    reason: str
    a: int
    b: int


@attrs.frozen
class Estimate:
    """How many there are, with the ends of a 95 % interval: estimated, never counted (law 4).

    Attributes:
        value, low, high: People, or enterprises. missed: Expected to be counted twice.
        false: Expected to be two taken for one.
    """

    value: float
    low: float
    high: float
    missed: float = 0.0
    false: float = 0.0


@attrs.define
class Said:
    """All statements of one kind in the population.

    Attributes:
        facts: The distinct facts. subject, other, fact: Parallel columns as in
            :class:`~okoce_core.model.Statements`, with population numbers for people and enterprises.
        row: Where each was read. starts: For each file of the reading, the position of its first statement.
    """

    facts: list[Any] = attrs.field(factory=list, repr=False)
    subject: array[int] = attrs.field(factory=lambda: array("q"), repr=False)
    other: array[int] = attrs.field(factory=lambda: array("q"), repr=False)
    fact: array[int] = attrs.field(factory=lambda: array("q"), repr=False)
    row: array[int] = attrs.field(factory=lambda: array("q"), repr=False)
    starts: list[int] = attrs.field(factory=list, repr=False)

    def __len__(self) -> int:
        return len(self.fact)


@attrs.define
class Links:
    """The links of one kind, kept as numbers of entries; :meth:`Population.links` shows them."""

    reason: array[int] = attrs.field(factory=lambda: array("b"))
    a: array[int] = attrs.field(factory=lambda: array("q"))
    b: array[int] = attrs.field(factory=lambda: array("q"))

    def __len__(self) -> int:
        return len(self.a)


@attrs.define(eq=False, repr=False)
class Population(Shown):
    """Who is counted. Numbers run from 0 and mean nothing outside this population.

    Attributes:
        people, enterprises: How many distinct ones.
        person, enterprise: For each entry of the reading, in order of files and rows, its number.
        lives: Of each enterprise that has one; absent: nothing is known.
        said: Statements by kind: participation, ownership, permit, headcount, employment.
        totals: What partners gave as a number only.
        doubts: Pairs of people left apart in doubt.
        estimate: How many people there are, corrected for links missed or made in error; None where identity is exact,
            or too little could be learnt to correct by. enterprise_estimate: The same of enterprises.
        decisions: What became of the decisions that bound it; None where there were none.
        scorer: The name of the scorer whose odds decided; "" where they are okoce's own.
    """

    reading: Reading = attrs.field(repr=False)
    identity: str
    people: int
    enterprises: int
    person: array[int] = attrs.field(repr=False)
    enterprise: array[int] = attrs.field(repr=False)
    lives: Mapping[int, Life] = attrs.field(repr=False)
    said: Mapping[str, Said] = attrs.field(repr=False)
    partners: Mapping[str, Partner]
    totals: tuple[PartnerTotal, ...]
    doubts: tuple[Doubt, ...] = ()
    person_links: Links = attrs.field(factory=Links, repr=False)
    enterprise_links: Links = attrs.field(factory=Links, repr=False)
    estimate: Estimate | None = None
    enterprise_estimate: Estimate | None = None
    decisions: Applied | None = None
    scorer: str = ""

    def __repr__(self) -> str:
        units = f"{self.people} people and {self.enterprises} enterprises"
        return f"<Population of {units}, identity {self.identity}, {len(self.doubts)} pairs in doubt>"

    def rows(self, key: bytes | None = None) -> Records:
        """A line for each row of data, recorded or rejected: file, sheet, row, person, enterprise, doubt.

        Args:
            key: With one, people and enterprises are pseudonyms that stay the same from run to run; without, numbers
                that mean nothing outside this table.

        Raises:
            Misuse: a key that is too short.
        """
        from okoce_core.identity.source_rows import table_of_rows

        return table_of_rows(self, key)

    def links(self) -> Iterator[Link]:
        """Every link with its reason."""
        people = [(file, row) for file in self.reading.files for row in file.records.people.row]
        yield from _shown("person", self.person_links, people)
        units = [(file, row) for file in self.reading.files for row in file.records.enterprises.row]
        yield from _shown("enterprise", self.enterprise_links, units)


def _shown(
    kind: Literal["person", "enterprise"], links: Links, entries: list[tuple[FileReading, int]]
) -> Iterator[Link]:
    for reason, *both in zip(links.reason, links.a, links.b, strict=True):
        a, b = (file.trail(row) for file, row in (entries[entry] for entry in both))
        yield Link(kind, REASONS[reason], a, b)
