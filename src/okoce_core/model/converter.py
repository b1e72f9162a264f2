"""The converter between JSON objects and the model (cattrs): strict, exact, nothing coerced.

Its exceptions quote what they refuse, so they end in :mod:`okoce_core.model.records` and never leave it (law 8).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, Final, Literal, get_args, get_origin

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from okoce_core.model.entities import Enterprise, Partner, Person
from okoce_core.model.facts import Employment, Headcount, Ownership, Participation, PartnerTotal, Permit
from okoce_core.values import PartialDate

__all__ = ["LINES", "RENAMED", "Line", "converter"]

RENAMED: Final = {"start": "from", "end": "to"}
"""Attributes whose JSON key is a word Python keeps for itself, or its fellow."""


@attrs.frozen
class Line:
    """One type of line: what it structures into, and the keys that say whom it is about.

    Attributes:
        made: The entity or fact. subjects: Keys with ids, outside the fact itself.
    """

    made: type[Any]
    subjects: tuple[str, ...] = ()


LINES: Final[dict[str, Line]] = {
    "partner": Line(Partner),
    "person": Line(Person),
    "enterprise": Line(Enterprise),
    "participation": Line(Participation, ("person",)),
    "ownership": Line(Ownership, ("enterprise", "person")),
    "permit": Line(Permit, ("enterprise",)),
    "headcount": Line(Headcount, ("enterprise",)),
    "employment": Line(Employment, ("enterprise", "person")),
    "total": Line(PartnerTotal),
}
"""The types of line by their ``type``."""


MOST: Final = 10**12
"""More than this is no number of anybody, and from some hundred digits on no program can write it."""


def _whole(value: Any, _: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise ValueError
    return value


def _text(value: Any, _: Any) -> str:
    if type(value) is not str:
        raise ValueError
    return value


def _yes(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


def _hours(value: Any, _: Any) -> Fraction:
    if type(value) not in {int, Fraction} or value < 0:
        raise ValueError
    return Fraction(value)


_day = lru_cache(1 << 14)(PartialDate.from_iso)


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


@cache
def _choices(kind: Any) -> Callable[[Any, Any], Any]:
    allowed = {(type(choice), choice) for choice in get_args(kind)}

    def choose(value: Any, _: Any) -> Any:
        if (type(value), value) not in allowed:
            raise ValueError
        return value

    return choose


@cache
def converter() -> cattrs.Converter:
    """The converter between JSON objects and the model: strict, exact, without coercion."""
    made = cattrs.Converter(detailed_validation=False, forbid_extra_keys=True, omit_if_default=False)
    for kind, hook in ((int, _whole), (str, _text), (bool, _yes), (Fraction, _hours)):
        made.register_structure_hook(kind, hook)
    made.register_structure_hook_factory(_is_literal, _choices)
    made.register_structure_hook(PartialDate, lambda value, _: _day(_text(value, str)))
    made.register_unstructure_hook(PartialDate, str)
    made.register_unstructure_hook(Fraction, _number)
    for line in LINES.values():
        fields = attrs.fields_dict(line.made)
        special: dict[str, Any] = {a: override(rename=key) for a, key in RENAMED.items() if a in fields}
        special |= {a: override(omit=True) for a in ("by_class",) if a in fields}
        made.register_structure_hook(line.made, make_dict_structure_fn(line.made, made, **special))
        made.register_unstructure_hook(line.made, make_dict_unstructure_fn(line.made, made, **special))
    return made
