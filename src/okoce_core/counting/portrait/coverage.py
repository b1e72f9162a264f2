"""Who sent what: of each partner whether it sent lists, gave only totals, sent what nobody could read, or nothing.

What was not reported is unknown and never nought (law 2): a number nobody gave is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, Literal

import attrs

from okoce_core.counting.breakdowns.cell import Cell, Status
from okoce_core.counting.disclosure.rounding import cell_name
from okoce_core.counting.disclosure.suppression import Suppression, published
from okoce_core.intake.manifest import MANIFEST
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.model.entities import Partner
from okoce_core.model.facts import PartnerTotal
from okoce_core.model.recordset import RecordSet
from okoce_core.plugins.partners import KnownPartner

__all__ = ["COVERAGE_STATES", "Coverage", "CoverageState", "coverage"]

CoverageState = Literal["lists", "totals", "not readable", "not reported"]
COVERAGE_STATES: Final[tuple[CoverageState, ...]] = ("lists", "totals", "not readable", "not reported")
"""In the order of :func:`coverage`."""

_MEASURES: Final = ("participants", "entrepreneurs", "enterprises", "jobs")


@attrs.frozen
class Coverage:
    """What one partner sent.

    Attributes:
        partner: Its id; None: files of which nobody knows whose they are. name, kind: Where they are known.
        state: *lists* of people or enterprises; *totals* and no list; *not readable*: files came, and nothing could be
            taken from any; *not reported*: it is known, and nothing came.
        files: How many came, repeated ones among them. unread: How many of them could not be read.
        recorded: Rows that gave a record; None: no list came that could be read.
        rejected: Rows that gave none; None: unknown, as where a file of records holds several partners' lines.
        totals: By measure the latest number it gave itself; with ends where it gave several of one day.
    """

    partner: str | None
    name: str | None
    kind: str | None
    state: CoverageState
    files: int = 0
    unread: int = 0
    recorded: int | None = None
    rejected: int | None = None
    totals: Mapping[str, Cell] = attrs.field(factory=dict, hash=False)


def coverage(
    reading: Reading, partners: Iterable[KnownPartner | Partner] = (), suppress: Suppression | None = None
) -> tuple[Coverage, ...]:
    """Every partner that sent something, that the manifest awaited something of, or that is known; by state and name.

    Args:
        reading: What came. partners: Those the movement knows of, whether they sent anything or not; see
            :func:`okoce_core.plugins.partners.find_partners`.
        suppress: Rules of disclosure control: totals below the threshold are hidden. Numbers of files and rows are no
            numbers of persons.
    """
    known: dict[str, KnownPartner | Partner] = {partner.id: partner for partner in partners}
    parts: dict[str | None, list[_Part]] = {id_: [] for id_ in (*known, *reading.awaited)}
    for file in reading.files:
        for partner in (*file.records.partners.values(), *filter(None, [file.partner])):
            known.setdefault(partner.id, partner)
        for part in _parts(file) if not file.source.name.endswith(MANIFEST) else ():
            parts.setdefault(part.partner, []).append(part)
    told = (_coverage(id_, known.get(id_ or ""), of, suppress) for id_, of in parts.items())
    return tuple(sorted(told, key=_order))


def _order(of: Coverage) -> tuple[int, str]:
    return COVERAGE_STATES.index(of.state), (of.name or of.partner or "").casefold()


@attrs.frozen
class _Part:
    """What one file holds of one partner. ``recorded``, ``rejected``: None where that is unknown."""

    partner: str | None
    state: str
    lists: bool = False
    recorded: int | None = None
    rejected: int | None = None
    totals: tuple[PartnerTotal, ...] = ()


def _parts(file: FileReading) -> Iterator[_Part]:
    """A file is its partner's. Only one of okoce-records has lines of several; whose a bad one is then nobody knows."""
    partner = file.partner.id if file.partner else None
    if file.state != "read":
        yield _Part(partner, file.state, lists=file.state == "repeated")
    elif partner is not None:
        rows, told = file.ledger, file.records.totals
        lists = rows.recorded + rows.rejected > len({row for _, row in told})
        yield _Part(partner, "read", lists, rows.recorded, rows.rejected, tuple(total for total, _ in told))
    else:
        yield from _of_records(file.records)


def _of_records(records: RecordSet) -> Iterator[_Part]:
    rows: dict[str, set[int]] = {}
    for said in (records.participations, records.headcounts):
        for fact, row in zip(said.fact, said.row, strict=True):
            rows.setdefault(said.facts[fact].partner, set()).add(row)
    totals: dict[str, list[tuple[PartnerTotal, int]]] = {}
    for total, row in records.totals:
        totals.setdefault(total.partner, []).append((total, row))
    for partner in sorted({*rows, *totals}):
        told = totals.get(partner, [])
        recorded = len(rows.get(partner, ())) + len(told)
        yield _Part(partner, "read", partner in rows, recorded, None, tuple(total for total, _ in told))


def _coverage(
    partner: str | None, known: KnownPartner | Partner | None, parts: Sequence[_Part], suppress: Suppression | None
) -> Coverage:
    totals = _latest(total for part in parts for total in part.totals)
    return Coverage(
        partner, known.name if known else None, known.kind if known else None, _state(parts), len(parts),
        sum(part.state == "not readable" for part in parts),
        _sum([part.recorded for part in parts if part.state == "read"]),
        _sum([part.rejected for part in parts if part.state == "read"]),
        {measure: _told(totals[measure], suppress) for measure in _MEASURES if measure in totals},
    )  # fmt: skip


def _state(parts: Sequence[_Part]) -> CoverageState:
    if any(part.lists for part in parts):
        return "lists"
    if any(part.totals for part in parts):
        return "totals"
    return "not readable" if parts else "not reported"


def _sum(numbers: Sequence[int | None]) -> int | None:
    """The sum; unknown where there is nothing, or any of it is unknown."""
    known = [number for number in numbers if number is not None]
    return sum(known) if known and len(known) == len(numbers) else None


def _latest(totals: Iterable[PartnerTotal]) -> dict[str, list[PartnerTotal]]:
    """Of each measure the totals of the latest day, receipt and revision; several where they conflict."""
    latest: dict[str, list[PartnerTotal]] = {}
    for total in totals:
        rivals = latest.setdefault(total.measure, [])
        if rivals and _age(total) > _age(rivals[0]):
            rivals.clear()
        if not rivals or _age(total) == _age(rivals[0]):
            rivals.append(total)
    return latest


def _age(total: PartnerTotal) -> tuple[int, int, int]:
    day = total.as_of or total.observed
    return (day.last if day else 0, total.received.last if total.received else 0, total.revision)


def _told(totals: Sequence[PartnerTotal], suppress: Suppression | None) -> Cell:
    """The least of what it gave, which is also the low end; the most is the high end."""
    values = [Fraction(total.value) for total in totals]
    cell = Cell(min(values), min(values), max(values), units=None)
    if suppress is None:
        return cell
    status: Status = "few" if 0 < min(values) < suppress.threshold else ""
    return published(cell, status, suppress, cell_name(totals[0].measure, {"total of": totals[0].partner}))
