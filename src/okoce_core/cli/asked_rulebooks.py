"""The rulebooks a caller names: presets by ``id@version``, files of his own, single fields set otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from okoce_core.misuse import Misuse
from okoce_core.rules import Rulebook, parse_rulebook, preset, with_fields

__all__ = ["DEFAULT", "named", "with_settings"]

DEFAULT: Final = ("okoce-claim@1", "okoce-reach@1", "okoce-p4@1")
"""What is shown where nothing is asked for: several side by side, since there is no default meaning (law 3)."""


def named(name: str) -> Rulebook:
    """A rulebook by its ``id@version``, or from a TOML file.

    Raises:
        Misuse: there is none of that name, or the file cannot be opened or is no rulebook.
    """
    if not name.lower().endswith(".toml"):
        return preset(name)
    try:
        return parse_rulebook(Path(name).read_text("utf-8-sig"))
    except OSError:
        raise Misuse("cannot-open", f"{name} cannot be opened", asked=name) from None
    except UnicodeDecodeError:
        raise Misuse("rulebook-syntax", f"{name} is not UTF-8", asked=name) from None


def with_settings(books: Iterable[Rulebook], settings: Sequence[str]) -> list[Rulebook]:
    """The rulebooks with each ``FIELD=JSON`` set in all that have the part it belongs to.

    Raises:
        Misuse: it is no FIELD=JSON, the field or value is not allowed, or none of the rulebooks has that part.
    """
    changed = list(books)
    for setting in settings:
        field, equals, value = setting.partition("=")
        if not equals:
            raise Misuse("set-form", f"--set takes FIELD=JSON, not {setting!r}", asked=setting)
        changed = _with_field(changed, field.strip(), _json_or_text(value))
    return changed


def _with_field(books: Iterable[Rulebook], field: str, value: Any) -> list[Rulebook]:
    tried = [(book, _changed(book, field, value)) for book in books]
    if not any(new for _, new in tried):
        raise Misuse("set-not-asked", f"none of the rulebooks has the part that {field} belongs to", asked=field)
    return [new or book for book, new in tried]


def _changed(book: Rulebook, field: str, value: Any) -> Rulebook | None:
    try:
        return with_fields(book, {field: value})
    except Misuse as wrong:
        if wrong.code == "rulebook-part":
            return None
        raise


def _json_or_text(value: str) -> Any:
    """The value; a bare word is taken as text, since shells eat quotes."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value
