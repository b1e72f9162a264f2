"""Of a file that speaks of several partners: whose each row is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okoce_core.model.recordset import RecordSet

__all__ = ["row_owners"]

_Of = dict[int, set[str]]
"""By the index of a person or enterprise, or by row: the partners."""


def row_owners(records: RecordSet) -> _Of:
    """The partners of each row that gave a record; of a row about people whom two partners serve, both."""
    people, enterprises = _served(records)
    rows: _Of = {}
    for roll, of in ((records.people, people), (records.enterprises, enterprises)):
        told: Any = roll
        for row, entry in (*zip(told.row, range(len(told)), strict=True), *told.again.items()):
            _add(rows, row, of.get(entry, ()))
    for name in ("participations", "headcounts"):
        said: Any = getattr(records, name)
        for row, fact in zip(said.row, said.fact, strict=True):
            _add(rows, row, (said.facts[fact].partner,))
    for name in ("ownerships", "employments", "permits"):
        said = getattr(records, name)
        for row, enterprise, person in zip(said.row, said.subject, said.other, strict=True):
            _add(rows, row, enterprises.get(enterprise, ()))
            _add(rows, row, people.get(person, ()))
    for total, row in records.totals:
        _add(rows, row, (total.partner,))
    return rows


def _served(records: RecordSet) -> tuple[_Of, _Of]:
    """The partners of each person and of each enterprise; what one of the two says holds for the other."""
    people: _Of = {}
    enterprises: _Of = {}
    for of, said in ((people, records.participations), (enterprises, records.headcounts)):
        told: Any = said
        for subject, fact in zip(told.subject, told.fact, strict=True):
            _add(of, subject, (told.facts[fact].partner,))
    pairs = [
        (enterprise, person)
        for told in (records.ownerships, records.employments)
        for enterprise, person in zip(told.subject, told.other, strict=True)
    ]
    for enterprise, person in pairs:
        _add(enterprises, enterprise, people.get(person, ()))
    for enterprise, person in pairs:
        _add(people, person, enterprises.get(enterprise, ()))
    return people, enterprises


def _add(of: _Of, key: int, partners: Iterable[str]) -> None:
    of.setdefault(key, set()).update(partners)
