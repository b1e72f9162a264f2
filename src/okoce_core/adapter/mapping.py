"""A partner's form from its TOML file (``docs/mappings.md``) into an adapter; an error names the line and the key."""

from __future__ import annotations

import os
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from okoce_core.adapter.column import Column
from okoce_core.adapter.fields import KINDS
from okoce_core.adapter.form import API_VERSION, Adapter, Expect, Gather, Partner, Skip
from okoce_core.adapter.holding import kinds_for
from okoce_core.adapter.keys import COLUMN, EXPECT, FORM, GATHER, PARTNER, SKIP, table_of_texts
from okoce_core.adapter.written import Where, Written
from okoce_core.face_version import other_version
from okoce_core.misuse import Misuse

__all__ = ["load_mapping", "parse_mapping"]

_TABLES: Final = {"partner": (PARTNER, Partner), "expect": (EXPECT, Expect), "gather": (GATHER, Gather)}
_LISTS: Final = {"skip": SKIP, "column": COLUMN}
_PARTS: Final = (*_TABLES, *_LISTS, "constants")
_CONCERNS: Final[dict[str, Where]] = {
    "adapter-name": ("", 1, "name"), "adapter-unrecognisable": ("column", 1, "required"),
    "column-letter": ("", 1, "header"), "first-row": ("", 1, "first_row"), "subject-enterprise": ("", 1, "subject"),
    "gather-field": ("gather", 1, "by"),
}  # fmt: skip
"""The key that is wrong where a form does not hold together, unless the refused text itself says which."""


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
    written = Written(text, file)
    _check_api(given, written)
    parts = {name: given.pop(name) for name in _PARTS if name in given}
    form = dict(written.checked(given, FORM, also=_PARTS))
    for name, (keys, make) in _TABLES.items():
        if name in parts:
            form[name] = written.made(make, written.checked(parts[name], keys, (name, 1, "")), (name, 1, ""))
    if "partner" in parts and "kind" not in parts["partner"]:
        raise written.lacks(("partner", 1, ""), ["kind"])
    form["constants"] = parts.get("constants", {})
    if wrong := table_of_texts(form["constants"]):
        raise written.wrong(("constants", 1, ""), wrong)
    form["skip"] = [written.made(Skip, said, where) for said, where in _listed(written, parts, "skip")]
    form["columns"] = [_column(written, said, where) for said, where in _listed(written, parts, "column")]
    return _adapter(written, form, parts)


def _check_api(given: dict[str, Any], written: Written) -> None:
    """Before anything else: what a mapping for another version says may have keys that this one does not know."""
    api = given.get("api", 1)
    if type(api) is int and (why := other_version(api, API_VERSION, "okoce_core.adapter")):
        raise Misuse("wrong-api", str(written.wrong(("", 1, "api"), Misuse("wrong-api", why))))


def _listed(written: Written, parts: dict[str, Any], name: str) -> list[tuple[dict[str, Any], Where]]:
    given = parts.get(name, [])
    if not isinstance(given, list):
        raise written.wrong((name, 1, ""), Misuse("mapping-list", f"it is written [[{name}]]", asked=name))
    places: list[Where] = [(name, number, "") for number in range(1, len(given) + 1)]
    return [(written.checked(said, _LISTS[name], at), at) for said, at in zip(given, places, strict=True)]


def _column(written: Written, said: dict[str, Any], where: Where) -> Column:
    table, number, _ = where
    if "to" not in said:
        raise written.lacks(where, ["to"])
    if "with" in said and "join" not in said:
        told = Misuse("column-with", "with stands between what is joined, and nothing is")
        raise written.wrong((table, number, "with"), told)
    rest = {key: value for key, value in said.items() if key != "kind"}
    if "kind" in said:
        rest["parse"] = KINDS[said["kind"]]
    column: Column = written.made(Column, rest, where)
    for field in column.to:
        if "kind" in said and said["kind"] not in kinds_for(field):
            told = Misuse("column-kind", f"{field} is read by another kind", asked=field, allowed=kinds_for(field))
            raise written.wrong((table, number, "kind"), told)
    return column


def _adapter(written: Written, form: dict[str, Any], parts: dict[str, Any]) -> Adapter:
    missing = [key for key in ("name", "title", "unit", "why", "partner") if key not in form]
    if missing:
        raise written.lacks(("", 1, ""), missing)
    try:
        return Adapter(**form)
    except Misuse as refused:
        raise written.wrong(_concerned(refused, form, parts), refused) from refused


def _concerned(refused: Misuse, form: dict[str, Any], parts: dict[str, Any]) -> Where:
    """Where the key stands that an adapter was refused for."""
    asked = refused.asked
    if refused.code in _CONCERNS:
        return _CONCERNS[refused.code]
    if refused.code.startswith("constant-"):
        return "constants", 1, asked
    columns = [(*column.heads, *column.join) for column in form["columns"]]
    if refused.code == "repeat-skip":
        return "skip", 1 + next(n for n, skip in enumerate(form["skip"]) if asked in skip.heads), "column"
    if refused.code == "repeat-field":
        fits = (n for n, heads in enumerate(columns) if "{}" in "".join(heads) and asked in form["columns"][n].to)
        return "column", 1 + next(fits), "to"
    if refused.code == "repeat-heading" and asked:
        number = next(n for n, heads in enumerate(columns) if asked in heads)
        return "column", number + 1, "from" if "from" in parts["column"][number] else "join"
    return "", 1, "repeat"
