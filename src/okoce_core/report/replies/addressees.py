"""Whose problem is whose: each partner's files, and of a file that speaks of several what is one's own.

A line or row belongs to a partner where all that it says is about this partner's people and enterprises alone. What two
partners share, and what cannot be told, goes to nobody and is said to the caller.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Literal

import attrs

from okoce_core.evidence import Ledger, Problem
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.model.entities import Partner
from okoce_core.model.recordset import SHEET_BITS
from okoce_core.plugins.partners import find_partners
from okoce_core.report.replies.owners import row_owners

__all__ = ["Addressee", "OwnFile", "Unaddressed", "address", "partners_of", "row_key"]

Why = Literal["no-partner", "form-only", "shared", "manifest"]


@attrs.frozen
class OwnFile:
    """What of a file is one partner's.

    Attributes:
        file: The file. problems: Those of this partner, each of one row, or of a sheet or file as a whole.
        ledger: Of this partner's rows. whole: Whether nobody else is in the file.
        by_form: Whether it is his by its form alone, which another organisation may use too.
    """

    file: FileReading = attrs.field(repr=False)
    problems: tuple[Problem, ...]
    ledger: Ledger
    whole: bool = True
    by_form: bool = False


@attrs.frozen
class Addressee:
    """A partner who gets a reply.

    Attributes:
        partner: Who. files: His, or his part of them.
    """

    partner: Partner
    files: tuple[OwnFile, ...]

    @property
    def is_guessed(self) -> bool:
        """Whether there are several files and some are his by their form alone: they may be two organisations'."""
        return len(self.files) > 1 and any(own.by_form for own in self.files)


@attrs.frozen
class Unaddressed:
    """Problems that no reply tells.

    Attributes:
        file: The name of the file. problems: How many.
        why: ``no-partner``: nobody knows whose it is. ``form-only``: several files of a form that many
            organisations use. ``shared``: these rows are not one partner's alone. ``manifest``: no partner's file.
    """

    file: str
    problems: int
    why: Why


def address(reading: Reading) -> tuple[list[Addressee], list[Unaddressed]]:
    """The partners of a reading with what is theirs, by id, and what goes to nobody.

    Some ids stand for every organisation of a kind (:attr:`KnownPartner.generic`): of several files of such a partner
    those that are his by their form alone may be other organisations', so they are sent to nobody.
    """
    known = {partner.id: partner for partner in find_partners()[0]}
    own: dict[str, list[OwnFile]] = {}
    names: dict[str, str | None] = {}
    nobody: list[Unaddressed] = []
    for file in sorted(reading.files, key=lambda f: (f.source.name, f.source.sha256, f.state)):
        partners = partners_of(file)
        names |= {partner.id: names.get(partner.id) or partner.name for partner in partners}
        told = _shares(file, [partner.id for partner in partners])
        for one, share in told.items():
            own.setdefault(one, []).append(share)
        if missing := _size(file.problems) - sum(_size(share.problems) for share in told.values()):
            nobody.append(Unaddressed(file.source.name, missing, _why(file, partners)))
    made: list[Addressee] = []
    for one, files in sorted(own.items()):
        partner = Partner(one, names[one] or (known[one].name if one in known else None))
        addressee = Addressee(partner, tuple(files))
        if addressee.is_guessed and one in known and known[one].generic:
            nobody += [Unaddressed(f.file.source.name, _size(f.problems), "form-only") for f in files if f.by_form]
            addressee = Addressee(partner, tuple(f for f in files if not f.by_form))
        made += [addressee] if addressee.files else []
    return made, sorted(nobody, key=lambda n: (n.file, n.why))


def _why(file: FileReading, partners: Collection[Partner]) -> Why:
    if file.source.media == "toml":
        return "manifest"
    return "shared" if partners else "no-partner"


def partners_of(file: FileReading) -> list[Partner]:
    """Everybody a file speaks of; where it names nobody, the one who sent it."""
    records = file.records
    facts: tuple[Any, ...] = (
        *records.participations.facts,
        *records.headcounts.facts,
        *(total for total, _ in records.totals),
    )
    named = {partner: records.partners.get(partner, Partner(partner)) for partner in {f.partner for f in facts}}
    named |= records.partners
    if not named and file.partner:
        named[file.partner.id] = file.partner
    if not named and file.sender:
        named[file.sender] = Partner(file.sender)
    return [named[partner] for partner in sorted(named)]


def _size(problems: Iterable[Problem]) -> int:
    return sum(problem.count for problem in problems)


def _shares(file: FileReading, partners: list[str]) -> dict[str, OwnFile]:
    """What of a file is whose."""
    if not partners:
        return {}
    if len(partners) == 1:
        by_form = file.sender is None and file.partner is not None
        return {partners[0]: OwnFile(file, tuple(_single_rows(file.problems)), file.ledger, by_form=by_form)}
    owners = row_owners(file.records)
    sheets: dict[int, set[str]] = {}
    for row, of in owners.items():
        sheets.setdefault(row >> SHEET_BITS, set()).update(of)
    told: dict[str, list[Problem]] = {partner: [] for partner in partners}
    for problem in _single_rows(file.problems):
        whose = _whose(file, problem, owners, sheets)
        if len(whose) == 1:
            told[next(iter(whose))].append(problem)
    rows = {partner: sum(owners.get(row) == {partner} for row in file.records.rows) for partner in partners}
    return {
        partner: OwnFile(file, tuple(told[partner]), Ledger(rows[partner], rows[partner]), whole=False)
        for partner in partners
    }


def _whose(
    file: FileReading, problem: Problem, owners: dict[int, set[str]], sheets: dict[int, set[str]]
) -> Collection[str]:
    """Whose row it is; in a workbook also whose sheet, where a row or the heading says nothing of it."""
    row, names = row_key(file, problem), file.records.sheets
    if row is not None and row in owners:
        return owners[row]
    if problem.place.sheet in names and len(names) > 1:
        return sheets.get(names.index(problem.place.sheet), set())
    return ()


def row_key(file: FileReading, problem: Problem) -> int | None:
    """The row of a problem as the records of its file number it; None where it is of no row, or of a sheet unread."""
    if problem.place.row is None:
        return None
    names = file.records.sheets
    if not names:
        return problem.place.row
    if problem.place.sheet not in names:
        return None
    return names.index(problem.place.sheet) << SHEET_BITS | problem.place.row


def _single_rows(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each problem of a row by itself, where a run of rows has it."""
    for problem in problems:
        if problem.place.row is None or problem.count == 1:
            yield problem
        else:
            for below in range(problem.count):
                place = attrs.evolve(problem.place, row=problem.place.row + below)
                yield attrs.evolve(problem, place=place, count=1)
