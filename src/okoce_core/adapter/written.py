"""A mapping file as it was written: what is wrong in it is told with file, line and key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import attrs

from okoce_core.adapter.keys import Keys
from okoce_core.adapter.lines import line_of
from okoce_core.misuse import Misuse

__all__ = ["Where", "Written"]

Where = tuple[str, int, str]
"""A table ("" for the top), which of an array of tables it is, and a key ("" for the table itself)."""

_RENAMED: Final = {"from": "heads", "with": "between", "column": "heads"}


@attrs.frozen
class Written:
    """The TOML text of one form, and the name of its file."""

    text: str
    file: str

    def wrong(self, where: Where, why: Misuse) -> Misuse:
        """What is wrong at a key; :func:`~okoce_core.report.texts.misuse_text` finds ``why`` as its cause."""
        table, _, key = where
        line = line_of(self.text, *where)
        named = ".".join(filter(None, (table, key)))
        allowed = f"; allowed: {', '.join(why.allowed)}" if why.allowed else ""
        told = f"{self.file} line {line}, {named}: {why}{allowed}"
        wrong = Misuse("mapping-key", told, asked=f"{self.file}:{line} {named}")
        wrong.__cause__ = why
        return wrong

    def lacks(self, where: Where, missing: Iterable[str]) -> Misuse:
        """A table without keys it must have."""
        table, number, key = where
        names = ", ".join(missing)
        return self.wrong((table, number, key or names), Misuse("mapping-lacks", f"lacks {names}", asked=names))

    def checked(self, given: Any, keys: Keys, where: Where = ("", 1, ""), *, also: Iterable[str] = ()) -> Any:
        """The values of a table, each checked; keys nobody knows are refused. ``also``: keys that were taken out."""
        table, number, _ = where
        if not isinstance(given, dict):
            raise self.wrong(where, Misuse("mapping-table", "it must be a table"))
        for key, value in given.items():
            if key not in keys:
                told = Misuse("mapping-unknown", f"there is no key {key!r}", asked=key, allowed=(*keys, *also))
                raise self.wrong((table, number, key), told)
            if why := keys[key](value):
                raise self.wrong((table, number, key), why)
        return given

    def made(self, make: Any, said: Mapping[str, Any], where: Where) -> Any:
        """The object of a table; what it refuses points at its line."""
        table, number, _ = where
        named = {_RENAMED.get(key, key): key for key in said}
        needed = [a.name for a in attrs.fields(make) if a.default is attrs.NOTHING]
        back = {"heads": "column"}  # of a skip; a column needs none of its keys
        if missing := [back.get(name, name) for name in needed if name not in named]:
            raise self.lacks(where, missing)
        try:
            return make(**{name: said[key] for name, key in named.items()})
        except Misuse as refused:
            key = next((k for k, v in said.items() if refused.asked and refused.asked in _texts(v)), "")
            raise self.wrong((table, number, key), refused) from refused


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list | dict) else (str(value),)
