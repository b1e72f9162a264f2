"""What one column of a sheet may feed: by its heading, and by how many of its cells can be read as that.

Sure is only what heading and cells say alike. A number of 16 digits may be a family card's, so cells alone decide
nothing; and a heading that has misled is never decided (:mod:`~okoce_core.intake.mapping.synonyms`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from okoce_core.adapter import FIELDS, KINDS, Parser
from okoce_core.intake.mapping.synonyms import feeds_nothing, propose, trap
from okoce_core.values import Rejected
from okoce_core.values.cell import Cell
from okoce_core.values.missing import says_nothing

__all__ = ["STRICT", "Drafted", "drafted", "settled", "share"]

STRICT: Final = ("nik", "nib", "phone", "email", "sex", "date")
"""Kinds that no other text is read as by accident."""

_MOST: Final = 0.8
"""The share of cells that must be read as a kind: forms are filled in by hand, and a fifth is often wrong."""

_CELLS: Final = 200
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}$")
_PART: Final = re.compile(r"pria|wanita|laki|perempuan|tki|tka|\bl\b|\bp\b", re.IGNORECASE)
_OTHER_KINDS: Final = {
    "person.born": ("place_and_date",), "person.region": ("regency",), "enterprise.region": ("regency",),
}  # fmt: skip
_FIELD_OF: Final = {
    "nik": ("person.nik",), "nib": ("enterprise.nib",), "phone": ("person.phones",), "email": ("person.email",),
    "sex": ("person.sex",), "date": ("date", "observed", "person.born"), "permits": ("permits",),
    "regency": ("person.region", "enterprise.region"), "role": ("role",),
    "yes_no": ("person.disability", "enterprise.brand"),
}  # fmt: skip
_NOTHING_READ: Final = "sebagian besar isinya tidak terbaca sebagai {fields}; apa isinya?"
_EITHER: Final = "yang mana: {fields}?"
_BY_CELLS: Final = "isinya tampak seperti {kind}; benarkah, dan milik siapa?"
_UNKNOWN: Final = "apa isinya? Bila tidak diperlukan, pindahkan judulnya ke ignore."
_TWICE: Final = "ada kolom lain untuk {fields}; mana yang benar, atau bagian dari yang lain?"


@attrs.frozen
class Drafted:
    """One column of a drafted mapping.

    Attributes:
        head: Its heading, or its letter. nth: Which of the columns of that heading.
        fields: What it may feed, best first. kind: How its cells are read, "" for the field's own way.
        at: Of a headcount: the year in its heading.
        ask: What the partner is to be asked, in Indonesian; "" where it is sure. unread: Whether it feeds no field.
    """

    head: str
    nth: int = 1
    fields: tuple[str, ...] = ()
    kind: str = ""
    at: str = ""
    ask: str = ""
    unread: bool = False

    @property
    def sure(self) -> bool:
        """Whether heading and cells say alike what it feeds."""
        return bool(self.fields) and not self.ask


def drafted(head: str, cells: Sequence[Cell], nth: int = 1, *, by_letter: bool = False) -> Drafted:
    """What a column may feed.

    Args:
        head: Its heading, or its letter. cells: What stands below. nth: Which of the columns of that heading.
        by_letter: Whether ``head`` is a letter, which says nothing.
    """
    if by_letter:
        return _by_cells(head, cells, nth)
    if misled := trap(head):
        return Drafted(head, nth, misled.may, ask=misled.ask)
    if feeds_nothing(head):
        return Drafted(head, nth, unread=True)
    fields = propose(head)
    if not fields:
        return _by_cells(head, cells, nth)
    if len(fields) > 1 or nth > 1:
        return Drafted(head, nth, fields, ask=_EITHER.format(fields=" / ".join(fields)))
    return _by_heading(head, cells, fields[0])


def _by_heading(head: str, cells: Sequence[Cell], field: str) -> Drafted:
    """A heading with one meaning: sure where the cells agree, or where there are none."""
    year = _YEAR.search(head.strip()) if field.startswith("headcount.") else None
    at = year[0] if year else ""
    kinds: list[tuple[str, Parser]] = [("", FIELDS[field])]
    kinds += [(kind, KINDS[kind]) for kind in _OTHER_KINDS.get(field, ())]
    for kind, parse in kinds:
        if (said := share(cells, parse)) is None or said >= _MOST:
            return Drafted(head, 1, (field,), kind, at)
    return Drafted(head, 1, (field,), at=at, ask=_NOTHING_READ.format(fields=field))


def _by_cells(head: str, cells: Sequence[Cell], nth: int) -> Drafted:
    """Never sure: a proposal by the first kind that most cells are read as."""
    for kind, fields in _FIELD_OF.items():
        if (share(cells, KINDS[kind]) or 0) >= _MOST:
            own = kind if kind == "regency" else ""
            return Drafted(head, nth, fields, own, ask=_BY_CELLS.format(kind=kind))
    return Drafted(head, nth, ask=_UNKNOWN)


def share(cells: Iterable[Cell], parse: Parser) -> float | None:
    """Which share of the cells that say something can be read; None where none says anything."""
    told = [cell for cell in cells if not says_nothing(cell)][:_CELLS]
    answers = (parse(cell) for cell in told)
    return sum(not isinstance(answer, Rejected | None) for answer in answers) / len(told) if told else None


def settled(columns: Sequence[Drafted]) -> tuple[Drafted, ...]:
    """The columns, no two sure of one field; only telephone numbers and parts of a headcount are put together.

    A total beside its parts would be counted twice, so it stands alone and the parts are asked about.
    """
    kept: set[int] = set()
    for field, at in dict.fromkeys((c.fields[0], c.at) for c in columns if c.sure):
        claims = [n for n, c in enumerate(columns) if c.sure and (c.fields[0], c.at) == (field, at)]
        wholes = [n for n in claims if not _PART.search(columns[n].head)]
        several = field == "person.phones" or (field.startswith("headcount.") and not wholes)
        kept.update(claims if several else (wholes or claims)[:1])
    return tuple(
        attrs.evolve(c, ask=_TWICE.format(fields=c.fields[0])) if c.sure and n not in kept else c
        for n, c in enumerate(columns)
    )
