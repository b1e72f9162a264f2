"""A partner's form from its TOML file (``docs/mappings.md``) into an adapter; an error names the line and the key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, get_args

import attrs

from okoce_core.adapter.column import Column, Grade
from okoce_core.adapter.fields import KINDS
from okoce_core.adapter.form import Adapter, Expect, Gather, Partner, Skip
from okoce_core.adapter.lines import line_of
from okoce_core.misuse import Misuse
from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.model.facts import ROLES, STAGES

__all__ = ["load_mapping", "parse_mapping"]

Check = Callable[[Any], bool]
_Keys = dict[str, tuple[Check, tuple[str, ...]]]
"""For each key of a table a test of its value, and what is allowed, in words."""


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, list) and all(map(_is_text, value)))


def _is_table_of_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(v, str) for v in value.values())


def _is_whole(value: Any) -> bool:
    return type(value) is int and value >= 0


def _yes_no(value: Any) -> bool:
    return isinstance(value, bool)


def _among(*allowed: Any) -> tuple[Check, tuple[str, ...]]:
    return (lambda value: any(value == a and type(value) is type(a) for a in allowed)), tuple(map(str, allowed))


_TEXT: Final = (_is_text, ("text",))
_TEXTS: Final = (_is_texts, ("text", "a list of texts"))
_FLAG: Final = (_yes_no, ("true", "false"))
_NUMBER: Final = (_is_whole, ("a whole number from 0",))

_FORM: Final[_Keys] = {
    "name": _TEXT, "title": _TEXT, "unit": _TEXT, "why": _TEXT, "refused": _TEXT, "ignore": _TEXTS, "sheets": _TEXTS,
    "seen": _TEXTS, "source": _TEXTS, "repeat": _TEXTS, "owners_included": _FLAG, "first_row": _NUMBER,
    "header": _among(0, 1, 2, 3), "api": _NUMBER, "stage": _among(*STAGES), "role": _among(*ROLES),
    "subject": _among("person", "enterprise"), "sector_scheme": _among("KBLI2020", "KBLI2025"),
    "known": _among("seen", "described", "guessed"),
}  # fmt: skip
_PARTNER: Final[_Keys] = {"id": _TEXT, "name": _TEXT, "kind": _among(*PARTNER_KINDS)}
_EXPECT: Final[_Keys] = {"min": _NUMBER, "max": _NUMBER}
_GATHER: Final[_Keys] = {"by": _TEXT, "distinct": _TEXT}
_SKIP: Final[_Keys] = {"column": _TEXTS, "values": _TEXTS, "keep": _TEXTS, "empty": _FLAG, "past": _FLAG}
_COLUMN: Final[_Keys] = {
    "from": _TEXTS, "to": (lambda v: v == [] or _is_texts(v), ("a field", "a list of fields")), "required": _FLAG,
    "kind": _among(*KINDS), "lookup": (_is_table_of_texts, ("a table of texts",)), "take": _TEXT, "join": _TEXTS,
    "with": (lambda v: isinstance(v, str), ("text",)), "nth": _NUMBER, "at": _TEXT, "series": _TEXT,
    "grade": _among(*get_args(Grade)),
}  # fmt: skip
_TABLES: Final = {"partner": _PARTNER, "expect": _EXPECT, "gather": _GATHER}
_LISTS: Final = {"skip": _SKIP, "column": _COLUMN}
_RENAMED: Final = {"from": "heads", "with": "between", "column": "heads"}
_TOML_NAMES: Final = {"heads": "column"}  # of a skip; a column needs none of its keys


@attrs.frozen
class _Said:
    """The TOML text of one form, and where it came from; ``at`` points into it."""

    text: str
    file: str

    def wrong(self, where: tuple[str, int, str], allowed: tuple[str, ...], why: str = "") -> Misuse:
        table, number, key = where
        line = line_of(self.text, table, number, key)
        named = ".".join(filter(None, (table, key)))
        told, why = f"{self.file} line {line}, {named}", why or f"not allowed; {', '.join(allowed)}"
        return Misuse("mapping-key", f"{told}: {why}", asked=told, allowed=allowed)

    def checked(self, given: Any, keys: _Keys, table: str = "", number: int = 1) -> dict[str, Any]:
        """The values of a table, each checked; keys nobody knows are refused."""
        if not isinstance(given, dict):
            raise self.wrong((table, number, ""), ("a table",))
        for key, value in given.items():
            if key not in keys:
                raise self.wrong((table, number, key), tuple(keys))
            if not keys[key][0](value):
                raise self.wrong((table, number, key), keys[key][1])
        return given

    def made(self, make: Any, said: Mapping[str, Any], table: str = "", number: int = 1) -> Any:
        """The object of a table; what it refuses points at its line."""
        try:
            return make(**{_RENAMED.get(key, key): value for key, value in said.items()})
        except Misuse as refused:
            key = next((k for k, v in said.items() if refused.asked and refused.asked in _texts(v)), "")
            raise self.wrong((table, number, key), refused.allowed, str(refused)) from None
        except TypeError:  # an argument is missing, the one thing not checked by now
            needed = [a.name for a in attrs.fields(make) if a.default is attrs.NOTHING]
            missing = [_TOML_NAMES.get(name, name) for name in needed if _TOML_NAMES.get(name, name) not in said]
            raise self.wrong((table, number, ""), tuple(missing), f"lacks {', '.join(missing)}") from None


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list | dict) else (str(value),)


def load_mapping(path: str | os.PathLike[str]) -> Adapter:
    """The adapter that a mapping file describes.

    Raises:
        Misuse: it cannot be opened, is not TOML, or has a key or value that is not allowed; line and key are named.
    """
    file = Path(path)
    try:
        return parse_mapping(file.read_text("utf-8-sig"), file.name)
    except OSError:
        raise Misuse("cannot-open", f"{file} cannot be opened", asked=str(file)) from None
    except UnicodeDecodeError:
        raise Misuse("mapping-syntax", f"{file.name} is not UTF-8", asked=file.name) from None


@lru_cache(maxsize=1024)  # every reading asks all that are installed, and an adapter never changes
def parse_mapping(text: str, file: str = "the mapping") -> Adapter:
    """The adapter that a mapping's TOML text describes; ``file`` is its name in what is said of it.

    Raises:
        Misuse: see :func:`load_mapping`.
    """
    try:
        given = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise Misuse("mapping-syntax", f"{file} is not TOML: {error}", asked=file) from None
    said = _Said(text, file)
    tables = {name: said.checked(given.pop(name), keys, name) for name, keys in _TABLES.items() if name in given}
    constants = given.pop("constants", {})
    if not _is_table_of_texts(constants):
        raise said.wrong(("constants", 1, ""), ("a table of texts",))
    lists = {name: _listed(said, given.pop(name, []), name) for name in _LISTS}
    form = dict(said.checked(given, {**_FORM, **dict.fromkeys((*_TABLES, *_LISTS, "constants"), _TEXT)}))
    return _adapter(said, form, tables, constants, lists)


def _listed(said: _Said, given: Any, name: str) -> list[dict[str, Any]]:
    if not isinstance(given, list):
        raise said.wrong((name, 1, ""), (f"[[{name}]]",))
    return [said.checked(table, _LISTS[name], name, number) for number, table in enumerate(given, 1)]


def _adapter(
    said: _Said, form: dict[str, Any], tables: dict[str, Any], constants: dict[str, str], lists: dict[str, Any]
) -> Adapter:
    if "partner" in tables:
        form["partner"] = said.made(Partner, tables["partner"], "partner")
    if "expect" in tables:
        form["expect"] = said.made(Expect, tables["expect"], "expect")
    if "gather" in tables:
        form["gather"] = said.made(Gather, tables["gather"], "gather")
    form["skip"] = tuple(said.made(Skip, table, "skip", n) for n, table in enumerate(lists["skip"], 1))
    columns = []
    for number, table in enumerate(lists["column"], 1):
        parse = {"parse": KINDS[table["kind"]]} if "kind" in table else {}
        rest = {key: value for key, value in table.items() if key != "kind"}
        columns.append(said.made(Column, {**rest, **parse}, "column", number))
    form["columns"], form["constants"] = tuple(columns), constants
    adapter: Adapter = said.made(Adapter, form)
    return adapter
