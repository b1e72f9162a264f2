"""What must come of a row of a made file: the keys and values that its lines of okoce-records/1 must have."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from okoce_core.adapter import FIELDS, Adapter
from okoce_core.testing.kit.made_cells import Made, meaning
from okoce_core.testing.kit.made_form import Form
from okoce_core.testing.kit.slots import Use

__all__ = ["Told", "entities", "meant", "said_by", "totals"]

Told = set[tuple[str, str, str]]
"""Type of line, key, and value as JSON."""

_PROOFS: Final = ("enterprise.name", "enterprise.nib", "enterprise.nspp", "enterprise.npsn", "permits")
_OF_ENTERPRISES: Final = ("enterprise.", "permit", "headcount.")
_CONSTANT: Final = ("person.", "enterprise.", "date", "observed", "role")
_ROLES: Final = {
    "mentor": ("participation", "role", "mentor"),
    "committee": ("participation", "role", "committee"),
    "owner": ("ownership", "type", "ownership"),
    "employee": ("employment", "type", "employment"),
}
"""What a role comes to: who is served is a beneficiary whatever he is in the business; owning and working are facts."""

_WORKERS: Final = {f"headcount.{part}" for part in ("total", "full_time", "part_time", "casual", "third_party")}
_CLOCKS: Final = frozenset({"id", "type", "place", "observed", "received", "revision"})

_Values = dict[tuple[str, str, int | None], Any]
"""By field, moment and person."""


def meant(form: Form, number: int) -> Told:
    """What the ``number``-th row of a made table must say."""
    values = _together(form.said(number))
    fields = {field for field, _, _ in values}
    for field, said in form.adapter.constants:
        if field not in fields and field.startswith(_CONSTANT):
            values[field, "", None] = meaning(FIELDS[field](said))
    trades = _trades(values)
    told: Told = set()
    for (field, _, _), value in values.items():
        if trades if field.startswith(_OF_ENTERPRISES) else form.adapter.subject == "person":
            told |= {(kind, key, _json(one)) for kind, key, one in _lines(field, value, form.adapter, fields)}
    return told if trades else {one for one in told if one[0] not in ("ownership", "employment")}


def _together(said: Iterable[tuple[Use, Made]]) -> _Values:
    """Columns that feed one field: the numbers of a person are put together, counts added, else the first counts."""
    values: _Values = {}
    for use, cell in said:
        if use.column.grade != "held":
            continue
        for field, value in cell.means.items():
            key = (field, use.column.moment if field.startswith(("headcount.", "total.")) else "", use.person)
            before = values.get(key)
            if before is None:
                values[key] = value
            elif field in ("person.phones", "person.membership"):
                values[key] = [*before, *value]
            elif field.startswith(("headcount.", "total.")) and isinstance(before, int) and isinstance(value, int):
                values[key] = before + value
    return values


def _trades(values: _Values) -> bool:
    heads = any(f.startswith("headcount.") and isinstance(v, int) and v > 0 for (f, _, _), v in values.items())
    return heads or any(field in _PROOFS and value for (field, _, _), value in values.items())


def _lines(field: str, value: Any, adapter: Adapter, fields: set[str]) -> Iterator[tuple[str, str, Any]]:
    """The line, key and value that a field comes to."""
    room, _, key = field.partition(".")
    if field in ("enterprise.nspp", "enterprise.npsn"):
        if field == "enterprise.npsn" or "enterprise.npsn" not in fields:  # of two numbers the school's is kept
            yield "enterprise", "institution", {"scheme": key.upper(), "number": value}
    elif field == "enterprise.sector":
        yield "enterprise", "sector", {"scheme": adapter.sector_scheme, "code": value}
    elif field in ("person.nisn", "person.membership"):
        issuer = "NISN" if field == "person.nisn" else adapter.partner.id
        for number in value if isinstance(value, list) else [value]:
            yield "person", "memberships", {"issuer": issuer, "number": number}
    elif room in ("person", "enterprise"):
        yield from ((room, key, one) for one in (value if isinstance(value, list) else [value]))
    elif room == "headcount" and (isinstance(value, int) or (key == "date" and fields & _WORKERS)):
        yield "headcount", key, value
    elif room in ("date", "observed"):
        yield "participation", room, value
    elif room == "stage":
        yield from (("participation", "stage", key), ("participation", "date", value))
    elif room == "role" and value in _ROLES:
        yield _ROLES[value]
    elif room in ("permits", "permit"):
        yield from _permits(key, value, fields)


def _permits(key: str, value: Any, fields: set[str]) -> Iterator[tuple[str, str, Any]]:
    kind, _, issued = key.partition(".")
    if not kind:
        yield from (("permit", "kind", one) for one in value)
    elif not issued:
        yield "permit", "kind", kind
    elif f"permit.{kind}" in fields:
        yield "permit", "issued", value


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def said_by(lines: Iterable[Mapping[str, Any]]) -> Told:
    """What the lines of one row say; lists are taken apart, and an absent stage is ``registered``."""
    told: Told = set()
    for line in lines:
        for key, value in line.items():
            values = value if isinstance(value, list) else [value]
            told |= {(line["type"], key, _json(one)) for one in values}
    return told


def entities(told: Told) -> Told:
    """Of what is said the part that describes people and enterprises."""
    return {(kind, key, value) for kind, key, value in told if kind in ("person", "enterprise") and key not in _CLOCKS}


def totals(form: Form, count: int) -> dict[tuple[str, str], int]:
    """What the totals of a made table must come to, by measure and the day they speak of."""
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for number in range(count):
        values = _together(form.said(number))
        for (field, moment, person), value in values.items():
            if field.startswith("total.") and field != "total.as_of" and isinstance(value, int):
                day = values.get(("total.as_of", moment, person)) or values.get(("total.as_of", "", person)) or moment
                sums[field.removeprefix("total."), str(day or "")] += value
    return dict(sums)
