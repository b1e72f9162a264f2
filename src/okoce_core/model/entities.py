"""Who and what is counted: partners, people, enterprises. Personal fields never show in a ``repr``."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal, get_args

import attrs

from okoce_core.values.partial_date import PartialDate

__all__ = ["PARTNER_KINDS", "Enterprise", "Institution", "Membership", "Partner", "PartnerKind", "Person", "Sector"]

PartnerKind = Literal["community", "association", "campus", "school", "pesantren", "company", "government"]
PARTNER_KINDS: Final[tuple[str, ...]] = get_args(PartnerKind)


@attrs.frozen
class Partner:
    """An organisation (*mitra*, *penggerak*) that serves people and keeps its own list of them."""

    id: str
    name: str | None = attrs.field(default=None, repr=False)
    kind: PartnerKind | None = None


@attrs.frozen
class Sector:
    """A code in a named version of a classification, such as KBLI2020 56101; the letters moved between versions."""

    scheme: str = attrs.field(repr=False)
    code: str = attrs.field(repr=False)


@attrs.frozen
class Institution:
    """The register number of an institution: NSPP (pesantren) or NPSN (school)."""

    scheme: Literal["NSPP", "NPSN"]
    number: str


@attrs.frozen
class Membership:
    """A number that some organisation gave a person, which may be wrong.

    Attributes:
        issuer: Who gave it, without whom it means nothing: ``NISN`` (pupils), else the id of a partner.
        number: As :mod:`okoce_core.values.nisn` or :mod:`okoce_core.values.membership` gives it.
    """

    issuer: str
    number: str = attrs.field(repr=False)


@attrs.frozen
class Person:
    """A human being as one source describes him or her; None is unknown.

    Attributes:
        id: Meaningful inside its source only, unless the source says its ids are resolved.
        nik: 16 digits. phones: E.164. born: may be partial. sex: F or M.
        region: Kemendagri code of residence with dots, ``31.75.06``.
        disability: None unless asked; never inferred.
        memberships: Numbers that organisations gave him or her; several may be of one issuer.
    """

    id: str = attrs.field(repr=False)
    name: str | None = attrs.field(default=None, repr=False)
    nik: str | None = attrs.field(default=None, repr=False)
    phones: tuple[str, ...] = attrs.field(default=(), repr=False)
    email: str | None = attrs.field(default=None, repr=False)
    born: PartialDate | None = attrs.field(default=None, repr=False)
    sex: Literal["F", "M"] | None = attrs.field(default=None, repr=False)
    region: str | None = attrs.field(default=None, repr=False)
    address: str | None = attrs.field(default=None, repr=False)
    disability: bool | None = attrs.field(default=None, repr=False)
    memberships: tuple[Membership, ...] = attrs.field(default=(), repr=False)


@attrs.frozen
class Enterprise:
    """An economic unit; jobs sit on it, never on its owners (law 5).

    Attributes:
        nib: 13 digits. npwp: 16 digits. region: Kemendagri code of the workplace.
        started, closed, reactivated: its life; a closure is undone by a later reactivation.
        taken_over: The day its activity was taken over by a legal unit set up for that purpose (Eurostat-OECD).
        normal_hours: The unit's own weekly working hours, against which BPS measures unpaid workers.
        brand: Whether it has a brand (*merek*). supports_owner: Whether it at least pays for its owner's own needs
            (*mandiri*). Both only where somebody said so.
        institution: Set where the unit is a pesantren or school rather than a business.
        received: When all this became known; before that day only its existence is.
    """

    id: str = attrs.field(repr=False)
    name: str | None = attrs.field(default=None, repr=False)
    nib: str | None = attrs.field(default=None, repr=False)
    npwp: str | None = attrs.field(default=None, repr=False)
    started: PartialDate | None = None
    closed: PartialDate | None = None
    reactivated: tuple[PartialDate, ...] = ()
    taken_over: PartialDate | None = None
    normal_hours: Fraction = Fraction(40)
    brand: bool | None = None
    supports_owner: bool | None = None
    region: str | None = attrs.field(default=None, repr=False)
    sector: Sector | None = None
    institution: Institution | None = attrs.field(default=None, repr=False)
    received: PartialDate | None = None
