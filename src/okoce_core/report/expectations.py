"""What a problem expected, in the reader's language.

A problem says it in English words of ours with names and numbers in them; they are found again in
``expectations.toml``. What is not there is printed as it is: lists of names, and the words of a form's own author.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from okoce_core.report.tongue import Language

__all__ = ["expected_text"]

_NUMBER: Final = r"[\d,]+"
_KINDS: Final = {
    "n": _NUMBER, "m": _NUMBER, "k": _NUMBER, "adapter": "[a-z0-9-]+/[a-z0-9-]+", "list": "(?:(?!; ).)+",
}  # fmt: skip


def expected_text(expected: str, language: Language) -> str:
    """What was expected, in this language.

    >>> expected_text("at most 1,000 rows", "id"), expected_text("at most 1,000 rows", "en")
    ('paling banyak 1.000 baris', 'at most 1,000 rows')
    """
    if language == "en" or not expected:
        return expected
    whole = _translated(expected)
    if whole is not None:
        return whole
    return "; ".join(_translated(part) or part for part in expected.split("; "))


def _translated(expected: str) -> str | None:
    for pattern, translation in _templates():
        if found := pattern.fullmatch(expected):
            slots = found.groupdict()
            return translation.format(
                **{k: v.replace(",", ".") if k in {"n", "m", "k"} else v for k, v in slots.items()}
            )
    return None


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    """Every English template as a pattern, with the Indonesian one; those with fewest free words first."""
    told = tomllib.loads(files("okoce_core.report").joinpath("expectations.toml").read_text("utf-8"))["expected"]
    ordered = sorted(told, key=lambda each: (each["en"].count("{"), -len(each["en"])))
    return [(_pattern(each["en"]), each["id"]) for each in ordered]


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    pieces = [f"(?P<{part}>{_KINDS.get(part, '.+')})" if i % 2 else re.escape(part) for i, part in enumerate(parts)]
    return re.compile("".join(pieces), re.DOTALL)
