"""The fields a column may feed, and the kinds of cell that can be asked for by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, get_args

from okoce_core.model.facts import MEASURES, PERMIT_KINDS, STAGES, PermitKind
from okoce_core.values import (
    Rejected,
    email,
    institution,
    membership,
    name,
    nib,
    nik,
    nisn,
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
from okoce_core.values.missing import MISSING, is_missing, says_nothing

__all__ = ["FIELDS", "KINDS", "Parser", "yes_no"]

Parser = Callable[[Cell], object]
"""A cell into a value, :class:`~okoce_core.values.Rejected`, or None where the cell says nothing."""

LATEST_BIRTH: Final = 2019
"""Two-digit birth years are read as the latest century not after this: nobody younger owns or learns a business."""


def _verbatim(cell: Cell) -> str | None:
    said = text(cell)
    return None if said.lower() in MISSING or ("  " in said and is_missing(said)) else said


_YES: Final = frozenset({"ya", "y", "yes", "sudah", "ada", "v", "x", "1", "true", "punya", "memiliki", "√", "✓"})
_NO: Final = frozenset(
    {"tidak", "tdk", "t", "no", "n", "belum", "blm", "0", "false", "tidak ada", "belum ada", "tidak punya"}
)


def yes_no(cell: Cell) -> bool | None:
    """Whether a cell says yes (``ya``, ``sudah``, ``ada``, ``v``) or no; None where it says neither."""
    word = text(cell).casefold()
    return True if word in _YES else False if word in _NO else None


def _told(cell: Cell) -> bool | None:
    """Yes, no, or what it is, which is a yes: a column for the brand holds either."""
    answer = yes_no(cell)
    return answer if answer is not None or says_nothing(cell) else True


_NOT_HELD: Final = Rejected("permit-not-held", "a permit that is held")
_NO_PERMIT: Final = Rejected("permit-unknown", "the number of the permit, or a yes")


def _permit(cell: Cell, kind: PermitKind) -> bool | Rejected | None:
    """Whether the permit of a column of its own is held: its number, its name or a yes says so."""
    said = _verbatim(cell)
    if said is None or (answer := yes_no(cell)) is not None:
        return None if said is None else answer
    told = permit.parse(f"NIB {said}")  # as it would be said among others: "NIB diajukan" is one that is not held
    if isinstance(told, Rejected):
        return told
    if not told:
        return _NOT_HELD
    named = permit.parse(said)
    is_named = isinstance(named, tuple) and kind in named
    is_yes = all(word in _YES for word in said.casefold().split())
    return is_named or is_yes or any(c in "123456789" for c in said) or _NO_PERMIT


_ROLES: Final = {
    "owner": "pemilik owner pengusaha direktur komisaris founder ceo",
    "employee": "karyawan karyawati pegawai staf staff pekerja employee",
    "student": "siswa siswi mahasiswa mahasiswi santri santriwati pelajar student",
    "representative": "perwakilan wakil pengurus representative",
    "mentor": "pendamping mentor fasilitator pelatih narasumber",
    "committee": "panitia committee",
    "beneficiary": "peserta anggota binaan beneficiary",
}
_ROLE_OF: Final = {word: role for role, words in _ROLES.items() for word in words.split()}
_NO_ROLE: Final = Rejected("role-unknown", "owner (pemilik), employee (karyawan), student, representative, mentor")


def _role(cell: Cell) -> str | Rejected | None:
    if says_nothing(cell):
        return None
    found = {_ROLE_OF[word] for word in text(cell).casefold().replace("/", " ").split() if word in _ROLE_OF}
    return found.pop() if len(found) == 1 else _NO_ROLE


_date = partial_date.parse
_birth: Parser = partial(partial_date.parse, not_after=LATEST_BIRTH)

KINDS: Final[dict[str, Parser]] = {
    "text": _verbatim,
    "name": name.parse,
    "nik": nik.parse,
    "phone": phone.parse,
    "email": email.parse,
    "date": _date,
    "birth_date": _birth,
    "place_and_date": partial(partial_date.parse_after_place, not_after=LATEST_BIRTH),
    "yes_no": yes_no,
    "sex": sex.parse,
    "region": region.parse,
    "regency": partial(region.parse, level=2),
    "sector": sector.parse,
    "nib": nib.parse,
    "npwp": npwp.parse,
    "nspp": partial(institution.parse, scheme="NSPP"),
    "npsn": partial(institution.parse, scheme="NPSN"),
    "nisn": nisn.parse,
    "membership": membership.parse,
    "permits": permit.parse,
    "count": number.parse,
    "role": _role,
}
"""Ways to read a cell, by name: what a column may ask for instead of its field's own way."""

FIELDS: Final[dict[str, Parser]] = {
    "person.name": name.parse,
    "person.nik": nik.parse,
    "person.phones": phone.parse,
    "person.email": email.parse,
    "person.born": _birth,
    "person.sex": sex.parse,
    "person.region": region.parse,
    "person.address": _verbatim,
    "person.disability": yes_no,
    "person.nisn": nisn.parse,
    "person.membership": membership.parse,
    "role": _role,
    "enterprise.name": _verbatim,
    "enterprise.nib": nib.parse,
    "enterprise.npwp": npwp.parse,
    "enterprise.started": _date,
    "enterprise.closed": _date,
    "enterprise.brand": _told,
    "enterprise.region": region.parse,
    "enterprise.sector": sector.parse,
    "enterprise.nspp": KINDS["nspp"],
    "enterprise.npsn": KINDS["npsn"],
    "date": _date,
    "observed": _date,
    **{f"stage.{stage}": _date for stage in STAGES},
    "permits": permit.parse,
    **{f"permit.{kind}": partial(_permit, kind=kind) for kind in get_args(PermitKind)},
    **{f"permit.{kind}.issued": _date for kind in PERMIT_KINDS},
    "headcount.date": _date,
    **{f"headcount.{part}": number.parse for part in ("total", "full_time", "part_time", "casual", "third_party")},
    **{f"total.{measure}": number.parse for measure in MEASURES},
    "total.as_of": _date,
}
"""Every field a column may feed, with the parser its cells go through unless the column names another."""
