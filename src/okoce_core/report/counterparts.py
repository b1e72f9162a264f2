"""What the core says in English, in the reader's language: what was expected, refused or found, and what ships with it.

Behind the terminal they stay English, since programs read them. They are found again in ``counterparts.toml``, with the
names and numbers in them. What is not there is printed as it is: lists of names, and the words of a form's own author.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from okoce_core.report.tongue import Language

__all__ = ["check_text", "detail_text", "expected_text", "shipped_text"]

_NUMBERS: Final = ("n", "m", "k")
_KINDS: Final = {
    **dict.fromkeys(_NUMBERS, r"[\d,]+"),
    "adapter": "[a-z0-9-]+/[a-z0-9-]+",
    "kind": r"\w+",
    "list": "(?:(?!; ).)+",
    "module": r"[\w.]+",
    "name": "[^:]+",
    "quoted": r"'(?:[^'\\]|\\.)*'" + r'|"(?:[^"\\]|\\.)*"',
    "what": "[^:]+",
}
_SENTENCES: Final = {"error", "raised", "thing", "told", "what", "when", "whole", "why"}
_Kind = Literal["expected", "detail", "check"]


def expected_text(expected: str, language: Language) -> str:
    """What a problem expected, in this language.

    >>> expected_text("at most 1,000 rows", "id"), expected_text("at most 1,000 rows", "en")
    ('paling banyak 1.000 baris', 'at most 1,000 rows')
    """
    return expected if language == "en" else _said("expected", expected)


def detail_text(detail: str, language: Language) -> str:
    """Why a plugin is not used, or what exactly was wrong with the use, in this language.

    >>> detail_text("it cannot be imported: TypeError in okoce_contoh", "id")
    'tidak dapat diimpor: TypeError di okoce_contoh'
    """
    return detail if language == "en" else _said("detail", detail)


def check_text(what: str, language: Language) -> str:
    """What a check of an adapter found wrong, in this language.

    >>> check_text("without 'Nama': 2 missing (person), first in row 3", "id")
    "tanpa 'Nama': 2 hilang (person), mulai di baris 3"
    """
    return what if language == "en" else _said("check", what)


def shipped_text(said: str, language: Language) -> str:
    """What a form, rulebook or partner that ships says of itself, in this language; anybody else's words as they are.

    >>> shipped_text("a business with its owner", "id"), shipped_text("Formulirnya tidak ditemukan.", "en")
    ('usaha dan pemiliknya', 'Its form was not found.')
    """
    return _shipped().get(said, {language: said})[language]


@cache
def _shipped() -> dict[str, dict[Language, str]]:
    """By what it says in either language."""
    return {said: each for each in _told()["shipped"] for said in each.values()}


def _said(kind: _Kind, english: str) -> str:
    return _translated(kind, english) or "; ".join(_translated(kind, part) or part for part in english.split("; "))


def _translated(kind: _Kind, english: str) -> str | None:
    for pattern, indonesian in _templates(kind):
        if found := pattern.fullmatch(english):
            return indonesian.format(**{slot: _slot(kind, slot, value) for slot, value in found.groupdict().items()})
    return None


def _slot(kind: _Kind, slot: str, value: str) -> str:
    if slot in _NUMBERS:
        return value.replace(",", ".")
    if slot == "who":
        return value.replace(" and by ", " dan oleh ").replace("(plugin ", "(pengaya ")
    return _said(kind, value) if slot in _SENTENCES else value


@cache
def _told() -> dict[str, list[dict[Language, str]]]:
    told: dict[str, list[dict[Language, str]]] = tomllib.loads(
        files("okoce_core.report").joinpath("counterparts.toml").read_text("utf-8")
    )
    return told


@cache
def _templates(kind: _Kind) -> list[tuple[re.Pattern[str], str]]:
    """Every English template as a pattern, with the Indonesian one; those with most words of their own first."""
    ordered = sorted(_told()[kind], key=lambda each: -len(re.sub(r"\{\w+\}", "", each["en"])))
    return [(_pattern(each["en"]), each["id"]) for each in ordered]


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    pieces = [f"(?P<{part}>{_KINDS.get(part, '.+')})" if i % 2 else re.escape(part) for i, part in enumerate(parts)]
    return re.compile("".join(pieces), re.DOTALL)
