"""A language to speak in: sentences through a gettext catalogue, numbers as its readers write them.

Sentences stand in the sources in English; the Indonesian ones are in ``locale/id``. Nothing here changes the process:
two languages can be spoken side by side. What shows itself, as in a notebook, is told by nobody which: it speaks that
of :func:`bahasa`.
"""

from __future__ import annotations

import gettext
import os
from contextvars import ContextVar
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Final, Literal, get_args

import attrs

from okoce_core.misuse import Misuse

__all__ = ["LANGUAGES", "Language", "Tongue", "bahasa", "printable", "spoken", "tongue"]

Language = Literal["id", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
"""Indonesian first: it is what is spoken unless another is asked for."""


@attrs.frozen
class Tongue:
    """One language.

    Attributes:
        language: ``id`` or ``en``.
    """

    language: Language = "id"

    def say(self, sentence: str, **slots: object) -> str:
        """The sentence in this language, its ``{slots}`` filled in."""
        said = _catalogue(self.language).gettext(sentence)
        return said.format(**slots) if slots else said

    def number(self, number: Fraction | int) -> str:
        """A number for the eye: rounded to two decimals, with ≈ before it where that is not exact.

        >>> Tongue("id").number(1469937), Tongue("en").number(1469937), Tongue("id").number(Fraction(7, 2))
        ('1.469.937', '1,469,937', '3,5')
        >>> Tongue("en").number(Fraction(-1, 3))
        '≈-0.33'
        """
        hundredths = round(Fraction(number) * 100)
        whole, rest = divmod(abs(hundredths), 100)
        decimals = f"{rest:02d}".rstrip("0")
        written = f"{'-' if hundredths < 0 else ''}{whole:,}{'.' if decimals else ''}{decimals}"
        exact = "" if hundredths == Fraction(number) * 100 else "≈"
        return exact + (written.translate(_SWAP) if self.language == "id" else written)


_SWAP: Final = str.maketrans(",.", ".,")


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    compiled = files("okoce_core.report").joinpath("locale", language, "LC_MESSAGES", "okoce.mo")
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def tongue(language: str) -> Tongue:
    """The language of that name.

    Raises:
        Misuse: it is not spoken here.
    """
    for known in LANGUAGES:
        if language == known:
            return Tongue(known)
    raise Misuse("unknown-language", f"no language is named {language!r}", asked=language, allowed=LANGUAGES)


_CHOSEN: Final[ContextVar[Tongue | None]] = ContextVar("okoce_bahasa", default=None)


def bahasa(language: str) -> None:
    """From here on, results in a notebook show themselves in this language.

    Unless it is called they speak that of ``OKOCE_BAHASA``, else Indonesian. Another thread keeps its own.

    Args:
        language: ``id`` or ``en``.

    Raises:
        Misuse: it is not spoken here.
    """
    _CHOSEN.set(tongue(language))


def spoken() -> Tongue:
    """The language of what shows itself.

    Raises:
        Misuse: ``OKOCE_BAHASA`` names none.
    """
    return _CHOSEN.get() or tongue(os.environ.get("OKOCE_BAHASA") or "id")


def printable(text: str) -> str:
    """A text without control characters, which move a terminal's cursor: file and sheet names come from outside.

    >>> printable("Anggota" + chr(27) + "[2J")
    'Anggota�[2J'
    """
    return text if text.isprintable() else "".join(" " if c.isspace() else c if c.isprintable() else "�" for c in text)
