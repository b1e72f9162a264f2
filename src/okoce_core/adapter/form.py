"""What an adapter says of a whole form: whose it is, what one row is and proves, which rows are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, Literal

import attrs
import pluggy

from okoce_core.adapter.agreement import check_together
from okoce_core.adapter.column import Column
from okoce_core.misuse import Misuse
from okoce_core.model.entities import PARTNER_KINDS, Partner
from okoce_core.model.facts import Role, Stage

__all__ = ["API_VERSION", "Adapter", "Expect", "Gather", "Partner", "Skip", "hookimpl"]

API_VERSION: Final = 1
"""The version of this face; an adapter written for another one is refused with a status, not a crash."""

hookimpl = pluggy.HookimplMarker("okoce")
"""Marks the function ``okoce_adapters()`` of a plugin, which returns its adapters."""


def _as_tuple(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@attrs.frozen
class Skip:
    """Rows that are left out, by what one of their cells says; asked before anything of the row is read.

    Attributes:
        heads: The column, and other spellings of its heading.
        values: Left out where the cell is one of these. keep: Left out where it is none of these.
        empty: Left out where the cell says nothing (True), or something (False).
        past: Left out where the cell is a date that was over on the day the file describes.
    """

    heads: tuple[str, ...] = attrs.field(converter=_as_tuple)
    values: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    keep: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    empty: bool | None = None
    past: bool = False

    def __attrs_post_init__(self) -> None:
        if [bool(self.values), bool(self.keep), self.empty is not None, self.past].count(True) != 1:
            raise Misuse("skip-test", "a skip has one of values, keep, empty, past")


@attrs.frozen
class Expect:
    """How many data rows a file of the form has: with fewer it is not read, with more a warning says so."""

    min: int = 0
    max: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.max is not None and self.max < self.min:
            raise Misuse("expect-range", "max is not below min", asked=str(self.max))


@attrs.frozen
class Gather:
    """Several rows tell of one enterprise, such as one a project.

    Attributes:
        by: The field that says which rows belong together, such as ``enterprise.nib``. Their headcounts are added.
        distinct: The heading of what tells the rows themselves apart; of two with the same, one counts.
    """

    by: str
    distinct: str


def _columns(given: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(given)


def _as_pairs(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(given.items()) if isinstance(given, Mapping) else tuple(given)


Known = Literal["seen", "described", "guessed"]


@attrs.frozen(kw_only=True)
class Adapter:
    """How one form of one partner maps into the canonical model.

    Attributes:
        name: ``partner/form``, without blanks.
        partner: Whose form it is, unless the manifest says otherwise.
        title: One line a partner would recognise his form by.
        unit: What one row is: a person, a membership, an attendance, a statistic of an area, …
        why: What a row proves, and so which stage it maps to, in one sentence.
        stage: The stage a row proves by standing in the list. role: What the person of a row is.
        subject: What a row is of; an enterprise's rows tell of no person.
        columns: What is read. ignore: headings left unread on purpose.
        constants: What is true of every row: a field and its text; a column that says something comes first.
        skip: Rows that are left out. expect: How many rows there should be. gather: Rows that belong together.
        sheets: Patterns of the names of the sheets it is asked for; none: all.
        header: How many rows the headings take; 0: none, columns go by letter and the data begin at ``first_row``. Such
            a form cannot be recognised: it is read where its name is given.
        repeat: What stands for ``{}`` in headings, in turn, where a row has several persons.
        owners_included: Whether the owner is inside the form's headcounts; None: the form does not say.
        sector_scheme: The classification its sector codes are in.
        refused: Set where the form is understood and must not be counted: the reason, one sentence.
        seen: The headings it had when it was last looked at; what changed since is told.
        known: How the form is known: its real headings seen, described in a document, or guessed. source: Where.
        api: The :data:`API_VERSION` it was written for; 1 where it does not say.
    """

    name: str
    partner: Partner
    title: str
    unit: str
    why: str
    columns: tuple[Column, ...] = attrs.field(converter=_columns)
    ignore: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    stage: Stage = "registered"
    role: Role = "beneficiary"
    subject: Literal["person", "enterprise"] = "person"
    constants: tuple[tuple[str, str], ...] = attrs.field(converter=_as_pairs, default=())
    skip: tuple[Skip, ...] = attrs.field(converter=tuple, default=())
    expect: Expect = Expect()
    gather: Gather | None = None
    sheets: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    header: int = 1
    first_row: int = 1
    repeat: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    owners_included: bool | None = None
    sector_scheme: Literal["KBLI2020", "KBLI2025"] = "KBLI2020"
    refused: str | None = None
    seen: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    known: Known | None = None
    source: tuple[str, ...] = attrs.field(converter=_as_tuple, default=())
    api: int = 1  # not API_VERSION: one that does not say must not become newer with okoce

    def __attrs_post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", self.name):
            raise Misuse(
                "adapter-name", "an adapter is named partner/form, in lower case without blanks", asked=self.name
            )
        if self.partner.kind not in PARTNER_KINDS:
            raise Misuse("partner-kind", "unknown kind of partner", asked=str(self.partner.kind), allowed=PARTNER_KINDS)
        if not any(column.required for column in self.columns):
            raise Misuse("adapter-unrecognisable", f"adapter {self.name} requires no column, so any table would match")
        check_together(self)

    @property
    def kind(self) -> str:
        """The kind of partner."""
        return str(self.partner.kind)

    @property
    def is_aggregate(self) -> bool:
        """Whether its rows are numbers of an area or group, never people."""
        return self.refused is not None or any(to.startswith("total.") for c in self.columns for to in c.to)
