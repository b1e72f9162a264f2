"""The fields of a rulebook: what each may say, and the error that teaches what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, Final

from okoce_core.misuse import Misuse
from okoce_core.rules.rulebook import CLASSES, FURTHER
from okoce_core.values.permit import PERMIT_KINDS
from okoce_core.values.stage import STAGES

__all__ = ["FIELDS", "OPTIONAL", "wrong"]

_STAGE_NAMES: Final = {f"P{n}": stage for n, stage in enumerate(STAGES, 1)}
_CLASS_NAMES: Final = {"ft": "full_time", "pt": "part_time"}


def _one_of(*allowed: Any, also: Mapping[str, Any] = {}) -> Callable[[str, Any], Any]:
    def check(field: str, value: Any) -> Any:
        value = also.get(value, value) if isinstance(value, str) else value
        if not any(type(value) is type(a) and value == a for a in allowed):
            raise wrong(field, "one of " + ", ".join(map(str, allowed)), map(str, allowed))
        return value

    return check


def _several(*allowed: str, also: Mapping[str, str] = {}) -> Callable[[str, Any], Any]:
    one = _one_of(*allowed, also=also)

    def check(field: str, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise wrong(field, "a list of " + ", ".join(allowed), allowed)
        chosen = {one(field, v) for v in value}
        return tuple(a for a in allowed if a in chosen)

    return check


def _months(field: str, value: Any) -> int | None:
    if value is None or value == "none":
        return None
    if type(value) is not int or value < 0:
        raise wrong(field, 'a whole number of months, or "none"')
    return value


def _stage_or_none(field: str, value: Any) -> Any:
    return None if value is None or value == "none" else _stage(field, value)


def _rate(field: str, value: Any) -> Fraction:
    try:
        rate = Fraction(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else Fraction(-1)
    except (ValueError, ZeroDivisionError):
        rate = Fraction(-1)
    if rate < 0:
        raise wrong(field, 'a rate of 0 or more, written as text: "7/10"')
    return rate


def wrong(field: str, allowed: str, choices: Iterable[str] = ()) -> Misuse:
    """The error for a field with a value that is not allowed."""
    return Misuse("rulebook-field", f"rulebook field {field} must be {allowed}", asked=field, allowed=choices)


_stage = _one_of(*STAGES, also=_STAGE_NAMES)

FIELDS: Final[dict[str, Callable[[str, Any], Any]]] = {
    "basis": _one_of("units", "rows", "rates"),
    "dates": _one_of("certain", "possible"),
    "further": _several(*FURTHER),
    "participant.min_stage": _stage,
    "entrepreneur.test": _one_of("none", "owns", "permit", "employer", "brand", "self_supporting", "stage"),
    "entrepreneur.state": _one_of("ever", "active"),
    "entrepreneur.new_only": _one_of(True, False),
    "entrepreneur.permits": _several(*PERMIT_KINDS),
    "entrepreneur.min_stage": _stage_or_none,
    "jobs.classes": _several(*CLASSES, also=_CLASS_NAMES),
    "jobs.unpaid": _one_of("none", "1/3", "all"),
    "jobs.owners": _one_of("exclude", "per_enterprise"),
    "jobs.unit": _one_of("head", "fte"),
    "jobs.value": _one_of("last", "stock", "peak", "net"),
    "jobs.floor": _one_of(True, False),
    "jobs.max_age_months": _months,
    "jobs.conflict": _one_of("min", "max"),
    "rates.entrepreneurs": _rate,
    "rates.jobs": _rate,
}
"""Every field that decides a figure, with the check that gives its value."""

OPTIONAL: Final = frozenset({"basis", "further", "entrepreneur.min_stage"})
"""Fields that may be absent: *units*, no further measures, no stage."""
