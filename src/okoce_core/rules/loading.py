"""Rulebooks from TOML: the presets that ship, a user's own file, and single fields set by the caller.

A wrong field is an error at once that names it and what is allowed; nothing is defaulted in silence.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import Any, Final

import attrs

from okoce_core.misuse import Misuse
from okoce_core.rules.fields import FIELDS, OPTIONAL, wrong
from okoce_core.rules.rulebook import PARTS, Rulebook
from okoce_core.values.stage import STAGES

__all__ = ["parse_rulebook", "preset", "presets", "rulebook", "with_fields"]

_NAME: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
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
            raise wrong(field, "text")
    if not _NAME.fullmatch(about["id"]):
        raise wrong("id", "small letters, digits and hyphens")
    if type(about["version"]) is not int or about["version"] < 1:
        raise wrong("version", "a whole number from 1")
    for field in ("title", "definition"):
        if not isinstance(about[field], dict) or set(about[field]) != {"id", "en"}:
            raise wrong(field, "a table with id (Indonesian) and en (English)")


def _parts(said: dict[str, Any]) -> dict[str, Any]:
    checked, absent = _checked(said)
    basis = checked.get("basis", "units")
    parts = [part for part in _TABLES[basis] if part not in absent]
    own = [f for f in FIELDS if f.partition(".")[0] in (*parts, *_PLAIN)]
    if stray := [f for f in checked if f not in own and (basis != "rows" or "." in f)]:
        raise wrong(stray[0], f"left out where basis is {basis}")
    if basis != "rows" and (missing := [f for f in own if f not in checked and f not in OPTIONAL]):
        raise wrong(missing[0], "given (every rulebook has every field)")
    made: dict[str, Any] = {field: checked[field] for field in _PLAIN if field in checked}
    for part in parts:
        names = [a.name for a in attrs.fields(PARTS[part]) if f"{part}.{a.name}" in checked]
        made[part] = PARTS[part](**{name: checked[f"{part}.{name}"] for name in names})
    return _consistent(made)


_PLAIN: Final = ("basis", "dates", "further")
_TABLES: Final = {"units": ("participant", "entrepreneur", "jobs"), "rates": ("participant", "rates"), "rows": ()}
"""The tables a rulebook has, by its basis."""


def _checked(said: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The fields with their values checked, and the tables that are said to be "none"."""
    flat: dict[str, Any] = {}
    absent = [part for part in ("jobs",) if said.get(part) == "none"]
    for key, value in said.items():
        if isinstance(value, dict):
            flat |= {f"{key}.{inner}": given for inner, given in value.items()}
        elif key not in absent:
            flat[key] = value
    for field in flat:
        if field not in FIELDS:
            raise Misuse("rulebook-unknown-field", f"a rulebook has no field {field!r}", asked=field, allowed=FIELDS)
    return {field: FIELDS[field](field, value) for field, value in flat.items()}, absent


def _consistent(made: dict[str, Any]) -> dict[str, Any]:
    rule = made.get("entrepreneur")
    if rule and (rule.test == "stage") != (rule.min_stage is not None):
        raise wrong("entrepreneur.min_stage", "given where entrepreneur.test is stage, and only there", STAGES)
    return made


def with_fields(book: Rulebook, changes: Mapping[str, Any]) -> Rulebook:
    """The rulebook with some fields set otherwise; its label says so.

    Raises:
        Misuse: an unknown field, a value that is not allowed, a part this rulebook does not have.
    """
    for field, value in changes.items():
        book = set_alone(book, field, value)
    _consistent({"entrepreneur": book.entrepreneur})
    return book


def set_alone(book: Rulebook, field: str, value: Any) -> Rulebook:
    """The rulebook with one field set; whether that goes together with the others is not asked.

    Raises:
        Misuse: an unknown field, a value that is not allowed, a part this rulebook does not have.
    """
    if field == "basis":
        raise Misuse("rulebook-part", "the basis of a rulebook cannot be set: it would be another one")
    if field not in FIELDS:
        raise Misuse("rulebook-unknown-field", f"a rulebook has no field {field!r}", asked=field, allowed=FIELDS)
    checked = FIELDS[field](field, value)
    part, _, name = field.rpartition(".")
    rule = getattr(book, part) if part else book
    if rule is None or book.basis == "rows":
        raise Misuse("rulebook-part", f"{book.name} does not ask for {part or field}, so {field} cannot be set")
    inner: Any = attrs.evolve(rule, **{name: checked}) if part else checked
    change: dict[str, Any] = {part or field: inner, "set": {**book.set, field: _shown(checked)}}
    return attrs.evolve(book, **change)


def _shown(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Fraction) else value


@cache
def presets() -> Mapping[str, Rulebook]:
    """Every rulebook that ships, by name."""
    folder = resources.files("okoce_core.rules").joinpath("presets")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    books = [_parse(f.read_text("utf-8")) for f in files]
    return {book.name: book for book in books}


def preset(name: str) -> Rulebook:
    """A rulebook that ships, by ``id@version``; ``id`` alone is refused, since a figure must name its version.

    Raises:
        Misuse: none has that name.
    """
    books = presets()
    if name not in books:
        raise Misuse("unknown-rulebook", f"no rulebook is named {name!r}", asked=name, allowed=books)
    return books[name]


def rulebook(given: str | Rulebook) -> Rulebook:
    """A rulebook as a caller names it: the object itself, or a preset's ``id@version``."""
    return given if isinstance(given, Rulebook) else preset(given)
