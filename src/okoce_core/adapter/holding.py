"""What a field holds: which kinds of cell may feed it, and whether a value that a parser gave belongs there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from okoce_core.adapter.fields import FIELDS, KINDS
from okoce_core.model.facts import PERMIT_KINDS, ROLES
from okoce_core.values import PartialDate, Rejected
from okoce_core.values.number import Count

__all__ = ["belongs", "kinds_for"]

_ALIKE: Final = (("text", "name"), ("date", "birth_date", "place_and_date"), ("region", "regency"))
"""Kinds that give values of one type, of which a field takes any."""

_OWN: Final = {parse: kind for kind, parse in KINDS.items()}


def _own(field: str) -> str:
    """The kind that reads a field unless its column asks for another; permits and brands are told by a yes."""
    return _OWN.get(FIELDS[field], "yes_no")


def kinds_for(field: str) -> tuple[str, ...]:
    """The kinds a column may ask for where it feeds this field.

    >>> kinds_for("person.born"), kinds_for("headcount.total"), kinds_for("permit.NIB")
    (('date', 'birth_date', 'place_and_date'), ('count',), ('yes_no', 'nib'))
    """
    own = _own(field)
    alike = next((kinds for kinds in _ALIKE if own in kinds), (own,))
    return (*alike, "nib") if field == "permit.NIB" else alike


def _texts_of(allowed: tuple[str, ...] | None) -> Callable[[Any], bool]:
    def test(value: Any) -> bool:
        return isinstance(value, tuple) and all(isinstance(v, str) and (not allowed or v in allowed) for v in value)

    return test


_TESTS: Final[dict[str, Callable[[Any], bool]]] = {
    "date": lambda value: isinstance(value, PartialDate),
    "birth_date": lambda value: isinstance(value, PartialDate),
    "count": lambda value: isinstance(value, Count),
    "yes_no": lambda value: isinstance(value, bool),
    "sex": lambda value: value in ("M", "F"),
    "role": lambda value: value in ROLES,
    "phone": _texts_of(None),
    "membership": _texts_of(None),
    "permits": _texts_of(PERMIT_KINDS),
}


def belongs(field: str, value: object) -> bool:
    """Whether a value is one that the field holds; a refusal and None are at home everywhere.

    >>> belongs("headcount.total", 3), belongs("person.name", "Sari"), belongs("person.name", None)
    (False, True, True)
    """
    if value is None or isinstance(value, Rejected):
        return True
    if isinstance(value, str) and field.startswith("permit.") and FIELDS[field] not in _OWN:
        return True  # its number
    return _TESTS.get(_own(field), lambda given: isinstance(given, str))(value)
