"""All that the author of an adapter imports.

An adapter says, mostly by declaration, how one partner's form maps into the canonical model: which heading feeds which
field, what one row is, what stage a row proves and why, whether owners are inside its headcounts. It never cleans,
merges or counts: those are the core's work, the same for every partner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final, Literal

import attrs
import pluggy

from okoce_core.misuse import Misuse
from okoce_core.model.entities import PARTNER_KINDS, Partner
from okoce_core.model.facts import MEASURES, PERMIT_KINDS, STAGES, Stage
from okoce_core.values import (
    email,
    institution,
    name,
    nib,
    nik,
    npwp,
    number,
    partial_date,
    permit,
    phone,
    region,
    sector,
    sex,
)
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import MISSING, is_missing

__all__ = ["API_VERSION", "FIELDS", "Adapter", "Column", "Parser", "Partner", "hookimpl", "yes_no"]

API_VERSION: Final = 1
"""The version of this face; an adapter written for another one is refused with a status, not a crash."""

hookimpl = pluggy.HookimplMarker("okoce")
"""Marks the function ``okoce_adapters()`` of a plugin, which returns its adapters."""

Parser = Callable[[Cell], object]
"""A cell into a value, :class:`~okoce_core.values.Rejected`, or None where the cell says nothing."""

LATEST_BIRTH: Final = 2019
"""Two-digit birth years are read as the latest century not after this: nobody younger owns or learns a business."""


def _verbatim(cell: Cell) -> str | None:
    said = text(cell)
    return None if said.lower() in MISSING or ("  " in said and is_missing(said)) else said


def yes_no(cell: Cell) -> bool | None:
    """Whether a cell says yes (``ya``, ``sudah``, ``ada``, ``v``) or no; None where it says neither."""
    word = text(cell).casefold()
    if word in {"ya", "y", "yes", "sudah", "ada", "v", "x", "1", "true", "punya", "memiliki"}:
        return True
    return False if word in {"tidak", "t", "no", "n", "belum", "0", "false", "tidak ada", "belum ada"} else None


_date = partial_date.parse
FIELDS: Final[dict[str, Parser]] = {
    "person.name": name.parse,
    "person.nik": nik.parse,
    "person.phones": phone.parse,
    "person.email": email.parse,
    "person.born": partial(partial_date.parse, not_after=LATEST_BIRTH),
    "person.sex": sex.parse,
    "person.region": region.parse,
    "person.address": _verbatim,
    "person.disability": yes_no,
    "enterprise.name": _verbatim,
    "enterprise.nib": nib.parse,
    "enterprise.npwp": npwp.parse,
    "enterprise.started": _date,
    "enterprise.closed": _date,
    "enterprise.region": region.parse,
    "enterprise.sector": sector.parse,
    "enterprise.nspp": partial(institution.parse, scheme="NSPP"),
    "enterprise.npsn": partial(institution.parse, scheme="NPSN"),
    "date": _date,
    "observed": _date,
    **{f"stage.{stage}": _date for stage in STAGES},
    "permits": permit.parse,
    **{f"permit.{kind}": _verbatim for kind in PERMIT_KINDS},
    **{f"permit.{kind}.issued": _date for kind in PERMIT_KINDS},
    "headcount.date": _date,
    **{f"headcount.{part}": number.parse for part in ("total", "full_time", "part_time", "casual", "third_party")},
    **{f"total.{measure}": number.parse for measure in MEASURES},
    "total.as_of": _date,
}
"""Every field a column may feed, with the parser its cells go through unless the column names another."""


def _as_tuple(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


@attrs.frozen
class Column:
    """One column of the partner's form.

    Attributes:
        heads: Its heading, and other spellings of it that this same partner uses. In JSON the dotted key.
        to: The field it feeds, or several, out of :data:`FIELDS`.
        required: The form is recognised only where this column is there.
        parse: Reads its cells instead of the field's own parser.
    """

    heads: tuple[str, ...] = attrs.field(converter=_as_tuple)
    to: tuple[str, ...] = attrs.field(converter=_as_tuple)
    required: bool = False
    parse: Parser | None = None

    def __attrs_post_init__(self) -> None:
        for field in self.to:
            if field not in FIELDS:
                raise Misuse("unknown-field", f"no field is named {field!r}", asked=field, allowed=FIELDS)


def _columns(given: Iterable[Column]) -> tuple[Column, ...]:
    return tuple(given)


@attrs.frozen(kw_only=True)
class Adapter:
    """How one form of one partner maps into the canonical model.

    Attributes:
        name: ``partner/form``, without blanks.
        partner: Whose form it is, unless the manifest says otherwise.
        title: One line a partner would recognise his form by.
        unit: What one row is: a person, a membership, an attendance, a statistic of an area, …
        why: What a row proves, and so which stage it maps to, in one sentence.
        stage: The stage a row proves by standing in the list.
        columns: What is read. ignore: headings left unread on purpose.
        owners_included: Whether the owner is inside the form's headcounts; None: the form does not say.
        sector_scheme: The classification its sector codes are in.
        refused: Set where the form is understood and must not be counted: the reason, one sentence.
        api: The :data:`API_VERSION` it was written for.
    """

    name: str
    partner: Partner
    title: str
    unit: str
    why: str
    columns: tuple[Column, ...] = attrs.field(converter=_columns)
    ignore: tuple[str, ...] = ()
    stage: Stage = "registered"
    owners_included: bool | None = None
    sector_scheme: Literal["KBLI2020", "KBLI2025"] = "KBLI2020"
    refused: str | None = None
    api: int = API_VERSION

    def __attrs_post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9-]+/[a-z0-9-]+", self.name):
            raise Misuse(
                "adapter-name", "an adapter is named partner/form, in lower case without blanks", asked=self.name
            )
        if self.partner.kind not in PARTNER_KINDS:
            raise Misuse("partner-kind", "unknown kind of partner", asked=str(self.partner.kind), allowed=PARTNER_KINDS)
        if not any(column.required for column in self.columns):
            raise Misuse("adapter-unrecognisable", f"adapter {self.name} requires no column, so any table would match")

    @property
    def kind(self) -> str:
        """The kind of partner."""
        return str(self.partner.kind)

    @property
    def is_aggregate(self) -> bool:
        """Whether its rows are numbers of an area or group, never people."""
        return self.refused is not None or any(to.startswith("total.") for c in self.columns for to in c.to)
