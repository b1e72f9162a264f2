"""What problem codes, wrong uses, steps and reasons say in Indonesian and English; the words are data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from okoce_core.misuse import Misuse
from okoce_core.report.counterparts import detail_text
from okoce_core.report.tongue import Language, Tongue

__all__ = ["explanation_text", "misuse_text", "problem_text", "shows_expected"]


@cache
def _texts(name: str) -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(files("okoce_core.report").joinpath(name).read_text("utf-8"))


def problem_text(code: str, language: Language) -> tuple[str, str]:
    """What is wrong where a problem has this code, and how to mend it.

    >>> problem_text("nik-length", "en")[0]
    'The NIK does not have 16 digits.'
    """
    text = _texts("problems.toml")[code]
    return text[language], text[f"mend_{language}"]


def shows_expected(code: str) -> bool:
    """Whether what was expected says more than the text does: a name, a number, a heading."""
    return bool(_texts("problems.toml")[code].get("shows_expected", False))


Table = Literal["step", "what", "standing", "conflict", "further"]


def explanation_text(table: Table, name: str, language: Language) -> str:
    """What a name in a comparison or an explanation means.

    >>> explanation_text("standing", "later", "en")
    'only after the reference date'
    """
    text: str = _texts("explanations.toml")[table][name][language]
    return text


_FEW: Final = 20
"""How many allowed names are still worth reading out."""


def misuse_text(error: Misuse, tongue: Tongue) -> str:
    """The error as a sentence, with the near matches; its own English one where there is none for it.

    Of what is wrong at a place of a file the error's cause says what, with every name that would do.
    """
    if isinstance(error.__cause__, Misuse):
        return _sentence(error, tongue, _sentence(error.__cause__, tongue, error.__cause__.message, None), _FEW)
    return _sentence(error, tongue, error.message, _FEW)


def _sentence(error: Misuse, tongue: Tongue, detail: str, most: int | None) -> str:
    text = _texts("misuse.toml").get(error.code, {}).get(tongue.language)
    told = detail_text(detail, tongue.language)
    slots = {"asked": error.asked, "allowed": ", ".join(error.allowed[:most]), "detail": told}
    if text is None or any(f"{{{name}}}" in text and not value for name, value in slots.items()):
        return str(error)
    sentence = str(text).format(**slots)
    if error.near:
        sentence += " " + tongue.say("Did you mean {near}?", near=tongue.say(" or ").join(error.near))
    return sentence
