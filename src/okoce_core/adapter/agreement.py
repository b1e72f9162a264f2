"""What must go together in an adapter, told at once and not by a file that is read wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from okoce_core.adapter.fields import FIELDS
from okoce_core.misuse import Misuse
from okoce_core.model.facts import ROLES, STAGES
from okoce_core.values import Rejected

if TYPE_CHECKING:
    from okoce_core.adapter.form import Adapter

__all__ = ["check_together"]

_NAMING: Final = frozenset({
    "person.name", "person.nik", "person.phones", "person.email", "person.nisn", "person.membership",
    "enterprise.name", "enterprise.nib",
})  # fmt: skip
"""What says who or what a row is about: never the same in every row."""

_ENTERPRISE: Final = ("enterprise.name", "enterprise.nib", "enterprise.nspp", "enterprise.npsn")
_AMONG: Final[dict[str, Sequence[object]]] = {
    "stage": STAGES, "role": ROLES, "subject": ("person", "enterprise"), "sector_scheme": ("KBLI2020", "KBLI2025"),
    "header": (0, 1, 2, 3), "known": (None, "seen", "described", "guessed"),
}  # fmt: skip


def check_together(adapter: Adapter) -> None:
    """Refuse what no form can mean; :class:`Misuse` says which."""
    for attribute, allowed in _AMONG.items():
        if (given := getattr(adapter, attribute)) not in allowed:
            told = f"{attribute} cannot be {given!r}"
            raise Misuse("adapter-value", told, asked=str(given), allowed=[str(a) for a in allowed if a is not None])
    _check_constants(adapter)
    _check_headings(adapter)
    _check_persons(adapter)
    _check_enterprises(adapter)


def _check_constants(adapter: Adapter) -> None:
    allowed = [field for field in FIELDS if field not in _NAMING]
    if not adapter.is_aggregate:
        allowed = [field for field in allowed if not field.startswith("total.")]
    for field, said in adapter.constants:
        if field not in allowed:
            told = "belongs to no form of people" if field.startswith("total.") else "cannot be the same everywhere"
            raise Misuse("constant-field", f"{field!r} {told}", asked=field, allowed=allowed)
        if isinstance(FIELDS[field](said), Rejected | None):
            raise Misuse("constant-value", f"the constant {field} cannot be read", asked=field)


def _headings(adapter: Adapter) -> Iterator[str]:
    return (head for column in adapter.columns for head in (*column.heads, *column.join))


def _check_headings(adapter: Adapter) -> None:
    if adapter.header == 0 and not all(re.fullmatch("[A-Z]{1,3}", head) for head in _headings(adapter)):
        raise Misuse("column-letter", "without headings a column goes by its letter: A, B, …, AF")
    if adapter.first_row < 1 or (adapter.first_row > 1 and adapter.header):
        raise Misuse("first-row", "first_row counts from 1, and only a form with header = 0 has it")


def _check_persons(adapter: Adapter) -> None:
    """{} stands for a person: of him is what such a heading feeds, and whether a row is left out is not his alone."""
    with_person = [head for head in _headings(adapter) if "{}" in head]
    if bool(adapter.repeat) != bool(with_person):
        asked = with_person[0] if with_person else ""
        raise Misuse("repeat-heading", "repeat needs a heading with {}, and such a heading needs repeat", asked=asked)
    allowed = [f for f in FIELDS if f.startswith(("person.", "stage.")) or f in {"role", "date"}]
    for column in adapter.columns:
        if "{}" in "".join((*column.heads, *column.join)) and (wrong := [f for f in column.to if f not in allowed]):
            told = f"{wrong[0]} is of the whole row, so its heading has no {{}}"
            raise Misuse("repeat-field", told, asked=wrong[0], allowed=allowed)
    for skip in adapter.skip:
        if wrong := [head for head in skip.heads if "{}" in head]:
            raise Misuse("repeat-skip", "a skip is of the whole row, so its column has no {}", asked=wrong[0])


def _check_enterprises(adapter: Adapter) -> None:
    fed = {field for column in adapter.columns for field in column.to}
    if adapter.subject == "enterprise" and not adapter.is_aggregate and not fed.intersection(_ENTERPRISE):
        told = "a form of enterprises has a column that says which"
        raise Misuse("subject-enterprise", told, allowed=_ENTERPRISE)
    if adapter.gather and adapter.gather.by not in fed:
        told = f"rows are gathered by a field that a column feeds, and none feeds {adapter.gather.by!r}"
        raise Misuse("gather-field", told, asked=adapter.gather.by, allowed=[f for f in FIELDS if f in fed])
