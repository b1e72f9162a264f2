"""The rulebooks a caller names: presets by ``id@version``, files of his own, single fields set otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from okoce_core.misuse import Misuse
from okoce_core.rules import Rulebook, parse_rulebook, preset, with_fields
from okoce_core.rules.loading import set_alone

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
    asked = dict(_setting(written) for written in settings)
    chosen = list(books)
    for field, value in asked.items():
        if not any(_has(book, field, value) for book in chosen):
            raise Misuse("set-not-asked", f"none of the rulebooks has the part that {field} belongs to", asked=field)
    return [with_fields(book, {f: v for f, v in asked.items() if _has(book, f, v)}) for book in chosen]


def _setting(written: str) -> tuple[str, Any]:
    field, equals, value = written.partition("=")
    if not equals:
        raise Misuse("set-form", f"--set takes FIELD=JSON, not {written!r}", asked=written)
    return field.strip(), _json_or_text(value)


def _has(book: Rulebook, field: str, value: Any) -> bool:
    """Whether a rulebook has the part a field belongs to; a value that no field may have is refused at once."""
    try:
        set_alone(book, field, value)
    except Misuse as wrong:
        if wrong.code == "rulebook-part":
            return False
        raise
    return True


def _json_or_text(value: str) -> Any:
    """The value; a bare word is taken as text, since shells eat quotes."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value
