"""The manifest ``kiriman.toml``: what a month's folder says about its files that the files cannot say themselves."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any, Final

import attrs

from okoce_core.evidence import Problems
from okoce_core.values import PartialDate

__all__ = ["MANIFEST", "Entry", "Manifest", "load"]

MANIFEST: Final = "kiriman.toml"
_KEYS: Final = frozenset({"path", "partner", "adapter", "observed", "received", "password"})


@attrs.frozen
class Entry:
    """What the manifest says of one file.

    Attributes:
        partner, adapter: Whose file, and read by what; None: found out from the content.
        observed, received: The day it describes, the day it came.
        password: The *name* of the environment variable with its password; a password itself never stands in a file.
    """

    partner: str | None = None
    adapter: str | None = None
    observed: PartialDate | None = None
    received: PartialDate | None = None
    password: str | None = None


@attrs.define
class Manifest:
    """Entries by path, and what holds for files that have none."""

    default: Entry = Entry()
    files: dict[str, Entry] = attrs.field(factory=dict)

    def entry(self, path: str) -> Entry:
        """What is said of a file: its own entry, or the defaults."""
        return self.files.get(path, self.default)


def load(data: bytes, problems: Problems) -> Manifest:
    """Read a manifest. What is wrong in it is a problem, and the rest still holds."""
    try:
        said = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        problems.add("manifest-invalid", expected="TOML, UTF-8")
        return Manifest()
    files = said.get("file", [])
    defaults = said.get("defaults", {})
    if not isinstance(files, list) or not isinstance(defaults, dict) or set(said) - {"file", "defaults"}:
        problems.add("manifest-invalid", expected="[defaults] and [[file]] tables and nothing else")
        files, defaults = (files if isinstance(files, list) else []), (defaults if isinstance(defaults, dict) else {})
    default = _entry(defaults, Entry(), problems)
    manifest = Manifest(default)
    for table in files:
        path = table.get("path") if isinstance(table, dict) else None
        if not isinstance(path, str) or _leaves(path):
            problems.add("manifest-invalid", expected="each [[file]] has a path inside the folder", field="path")
            continue
        path = path.replace("\\", "/").removeprefix("./")
        if path in manifest.files:
            problems.add("manifest-invalid", expected="one [[file]] for each path", field="path")
        else:
            manifest.files[path] = _entry(table, default, problems)
    return manifest


def _leaves(path: str) -> bool:
    """Whether a path is not one inside the folder, by the rules of any system it may be read on."""
    return path.startswith(("/", "\\")) or path[1:2] == ":" or ".." in path.replace("\\", "/").split("/")


def _entry(table: Mapping[str, Any], default: Entry, problems: Problems) -> Entry:
    if set(table) - _KEYS:
        problems.add("manifest-invalid", expected=f"the keys {', '.join(sorted(_KEYS))}")
    said: dict[str, Any] = {}
    for key in ("partner", "adapter", "password"):
        if isinstance(table.get(key), str):
            said[key] = table[key]
        elif key in table:
            problems.add("manifest-invalid", expected="text", field=key)
    for key in ("observed", "received"):
        if key in table and (day := _day(table[key])):
            said[key] = day
        elif key in table:
            problems.add("manifest-invalid", expected="a date, YYYY-MM-DD", field=key)
    return attrs.evolve(default, **said)


def _day(value: Any) -> PartialDate | None:
    if isinstance(value, dt.date):
        return PartialDate.of(value)
    try:
        return PartialDate.from_iso(value) if isinstance(value, str) else None
    except ValueError:
        return None
