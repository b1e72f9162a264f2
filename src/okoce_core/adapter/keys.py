"""The keys of a mapping file, table by table, with what each may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, get_args

from okoce_core.adapter.column import Grade
from okoce_core.adapter.fields import KINDS
from okoce_core.misuse import Misuse
from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.model.facts import ROLES, STAGES

__all__ = ["COLUMN", "EXPECT", "FORM", "GATHER", "PARTNER", "SKIP", "Keys", "table_of_texts"]

Keys = dict[str, Callable[[Any], "Misuse | None"]]
"""For each key of a table what is wrong with a value of it, or None."""


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _text(value: Any) -> Misuse | None:
    return None if _is_text(value) else Misuse("mapping-text", "it must be a text")


def _string(value: Any) -> Misuse | None:
    return None if isinstance(value, str) else _text(value)


def _texts(value: Any) -> Misuse | None:
    whole = _is_text(value) or (isinstance(value, list) and value and all(map(_is_text, value)))
    return None if whole else Misuse("mapping-texts", "it must be a text or a list of texts")


def _texts_or_none(value: Any) -> Misuse | None:
    return None if value == [] else _texts(value)


def table_of_texts(value: Any) -> Misuse | None:
    """What is wrong with what must be a table of texts, or None."""
    whole = isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
    return None if whole else Misuse("mapping-table", "it must be a table of texts")


def _whole_from(least: int) -> Callable[[Any], Misuse | None]:
    wrong = Misuse("mapping-whole", f"it must be a whole number from {least}", asked=str(least))
    return lambda value: None if type(value) is int and value >= least else wrong


def _among(*allowed: Any) -> Callable[[Any], Misuse | None]:
    def check(value: Any) -> Misuse | None:
        if any(value == a and type(value) is type(a) for a in allowed):
            return None
        shown = [str(a).lower() if isinstance(a, bool) else str(a) for a in allowed]
        return Misuse("mapping-value", "it cannot be that", asked=str(value), allowed=shown)

    return check


_FLAG: Final = _among(True, False)

FORM: Final[Keys] = {
    "name": _text, "title": _text, "unit": _text, "why": _text, "refused": _text, "ignore": _texts_or_none,
    "sheets": _texts_or_none, "seen": _texts_or_none, "source": _texts_or_none, "repeat": _texts_or_none,
    "owners_included": _FLAG, "first_row": _whole_from(1), "header": _among(0, 1, 2, 3), "api": _whole_from(1),
    "stage": _among(*STAGES), "role": _among(*ROLES), "subject": _among("person", "enterprise"),
    "sector_scheme": _among("KBLI2020", "KBLI2025"), "known": _among("seen", "described", "guessed"),
}  # fmt: skip
PARTNER: Final[Keys] = {"id": _text, "name": _text, "kind": _among(*PARTNER_KINDS)}
EXPECT: Final[Keys] = {"min": _whole_from(0), "max": _whole_from(0)}
GATHER: Final[Keys] = {"by": _text, "distinct": _text}
SKIP: Final[Keys] = {
    "column": _texts, "values": _texts_or_none, "keep": _texts_or_none, "empty": _FLAG, "past": _FLAG,
}  # fmt: skip
COLUMN: Final[Keys] = {
    "from": _texts, "to": _texts_or_none, "required": _FLAG, "kind": _among(*KINDS), "lookup": table_of_texts,
    "take": _text, "join": _texts, "with": _string, "nth": _whole_from(1), "at": _text, "series": _text,
    "grade": _among(*get_args(Grade)),
}  # fmt: skip
