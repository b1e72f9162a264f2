"""Rulebooks from TOML: the presets that ship, a user's own file, and single fields set by the caller.

A wrong field is an error at once that names it and what is allowed; nothing is defaulted in silence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

import attrs

from okoce_core.misuse import Misuse
from okoce_core.rules.rulebook import CLASSES, EntrepreneurRule, JobRule, ParticipantRule, Rulebook
from okoce_core.values.permit import PERMIT_KINDS
from okoce_core.values.stage import STAGES

__all__ = ["parse_rulebook", "preset", "presets", "rulebook", "with_fields"]

_STAGE_NAMES: Final = {f"P{n}": stage for n, stage in enumerate(STAGES, 1)}
_CLASS_NAMES: Final = {"ft": "full_time", "pt": "part_time"}


def _one_of(*allowed: Any, also: Mapping[str, Any] = {}) -> Callable[[str, Any], Any]:
    def check(field: str, value: Any) -> Any:
        value = also.get(value, value) if isinstance(value, str) else value
        if not any(type(value) is type(a) and value == a for a in allowed):
            raise _wrong(field, "one of " + ", ".join(map(str, allowed)), map(str, allowed))
        return value

    return check


def _several(*allowed: str, also: Mapping[str, str] = {}) -> Callable[[str, Any], Any]:
    one = _one_of(*allowed, also=also)

    def check(field: str, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise _wrong(field, "a list of " + ", ".join(allowed), allowed)
        chosen = {one(field, v) for v in value}
        return tuple(a for a in allowed if a in chosen)

    return check


def _months(field: str, value: Any) -> int | None:
    if value is None or value == "none":
        return None
    if type(value) is not int or value < 0:
        raise _wrong(field, 'a whole number of months, or "none"')
    return value


def _wrong(field: str, allowed: str, choices: Iterable[str] = ()) -> Misuse:
    return Misuse("rulebook-field", f"rulebook field {field} must be {allowed}", asked=field, allowed=choices)


_FIELDS: Final[dict[str, Callable[[str, Any], Any]]] = {
    "basis": _one_of("units", "rows"),
    "dates": _one_of("certain", "possible"),
    "participant.min_stage": _one_of(*STAGES, also=_STAGE_NAMES),
    "entrepreneur.test": _one_of("none", "owns", "permit", "employer"),
    "entrepreneur.state": _one_of("ever", "active"),
    "entrepreneur.new_only": _one_of(True, False),
    "entrepreneur.permits": _several(*PERMIT_KINDS),
    "jobs.classes": _several(*CLASSES, also=_CLASS_NAMES),
    "jobs.unpaid": _one_of("none", "1/3", "all"),
    "jobs.owners": _one_of("exclude", "per_enterprise"),
    "jobs.unit": _one_of("head", "fte"),
    "jobs.value": _one_of("last", "stock", "peak", "net"),
    "jobs.floor": _one_of(True, False),
    "jobs.max_age_months": _months,
    "jobs.conflict": _one_of("min", "max"),
}
_PARTS: Final[dict[str, Any]] = {"participant": ParticipantRule, "entrepreneur": EntrepreneurRule, "jobs": JobRule}
_ABOUT: Final = ("id", "version", "title", "definition", "source", "valid_from")


def parse_rulebook(text: str) -> Rulebook:
    """A user's own rulebook from its TOML text.

    Raises:
        Misuse: it is not TOML, or a field is missing, wrong or unknown; the message names it and what is allowed. Or it
            takes the name of one that ships, and says something else.
    """
    book = _parse(text)
    if book != presets().get(book.name, book):
        raise Misuse("rulebook-name-taken", f"{book.name} is the name of a rulebook that ships", asked=book.name)
    return book


def _parse(text: str) -> Rulebook:
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Misuse("rulebook-syntax", f"the rulebook is not TOML: {error}") from None
    about = {field: said.pop(field, None) for field in _ABOUT}
    _check_about(about)
    parts = _parts(said)
    return Rulebook(**about, **parts)


def _check_about(about: Mapping[str, Any]) -> None:
    for field in ("id", "source", "valid_from"):
        if not isinstance(about[field], str) or not about[field]:
            raise _wrong(field, "text")
    if type(about["version"]) is not int:
        raise _wrong("version", "a whole number")
    for field in ("title", "definition"):
        if not isinstance(about[field], dict) or set(about[field]) != {"id", "en"}:
            raise _wrong(field, "a table with id (Indonesian) and en (English)")


def _parts(said: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    absent = [part for part in _PARTS if said.get(part) == "none"]
    for key, value in said.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": given for inner, given in value.items()}
        elif key not in absent:
            flat[key] = value
    for field in flat:
        if field not in _FIELDS:
            raise Misuse("rulebook-unknown-field", f"a rulebook has no field {field!r}", asked=field, allowed=_FIELDS)
    checked = {field: _FIELDS[field](field, value) for field, value in flat.items()}
    rows = checked.get("basis") == "rows"
    needed = [f for f in _FIELDS if f.split(".")[0] not in absent and f != "basis"]
    if not rows and (missing := [f for f in needed if f not in checked]):
        raise _wrong(missing[0], "given (every rulebook has every field)")
    made: dict[str, Any] = {f: checked[f] for f in ("basis", "dates") if f in checked}
    for part, rule in _PARTS.items():
        if not rows and part not in absent:
            made[part] = rule(**{a.name: checked[f"{part}.{a.name}"] for a in attrs.fields(rule)})
    return made


def with_fields(book: Rulebook, changes: Mapping[str, Any]) -> Rulebook:
    """The rulebook with some fields set otherwise; its label says so.

    Raises:
        Misuse: an unknown field, a value that is not allowed, a part this rulebook does not have.
    """
    for field, value in changes.items():
        if field not in _FIELDS or field == "basis":
            raise Misuse("rulebook-unknown-field", f"a rulebook has no field {field!r}", asked=field, allowed=_FIELDS)
        part, _, name = field.rpartition(".")
        checked = _FIELDS[field](field, value)
        rule = getattr(book, part) if part else book
        if rule is None or book.basis == "rows":
            raise Misuse("rulebook-part", f"{book.name} does not ask for {part or field}, so {field} cannot be set")
        inner: Any = attrs.evolve(rule, **{name: checked}) if part else checked
        change: dict[str, Any] = {part or field: inner, "set": {**book.set, field: _shown(checked)}}
        book = attrs.evolve(book, **change)
    return book


def _shown(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@cache
def presets() -> Mapping[str, Rulebook]:
    """Every rulebook that ships, by name."""
    folder = resources.files("okoce_core.rules").joinpath("presets")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    books = [_parse(f.read_text("utf-8")) for f in files]
    return {book.name: book for book in books}


def preset(name: str) -> Rulebook:
    """A rulebook that ships, by ``id@version``; ``id`` alone is refused, since a figure must name its version."""
    books = presets()
    if name not in books:
        raise Misuse("unknown-rulebook", f"no rulebook is named {name!r}", asked=name, allowed=books)
    return books[name]


def rulebook(given: str | Rulebook) -> Rulebook:
    """A rulebook as a caller names it: the object itself, or a preset's ``id@version``."""
    return given if isinstance(given, Rulebook) else preset(given)
