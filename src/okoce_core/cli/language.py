"""Which language the command speaks: ``--bahasa`` anywhere, else OKOCE_BAHASA, else Indonesian."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files

from okoce_core.misuse import Misuse
from okoce_core.report.tongue import LANGUAGES, Tongue, tongue

__all__ = ["argparse_speaking", "choose"]

_FLAG = "--bahasa"


def choose(words: Sequence[str], environment: Mapping[str, str]) -> tuple[Tongue, list[str]]:
    """The language asked for, and the words without what asked for it; what follows ``--`` is left alone.

    Raises:
        Misuse: a language that is not spoken, or none after ``--bahasa``.
    """
    end = words.index("--") if "--" in words else len(words)
    asked, rest = environment.get("OKOCE_BAHASA") or "id", []
    before = iter(words[:end])
    for word in before:
        if word == _FLAG:
            asked = next(before, "")
        elif word.startswith(f"{_FLAG}="):
            asked = word.partition("=")[2]
        else:
            rest.append(word)
    if not asked:
        raise Misuse("language-missing", f"{_FLAG} needs a language", allowed=LANGUAGES)
    return tongue(asked), [*rest, *words[end:]]


@contextmanager
def argparse_speaking(tongue: Tongue) -> Iterator[None]:
    """Speak a language in argparse's own words while the block runs.

    argparse takes them from the process's gettext domain, which is set here and put back afterwards.
    """
    domain, bound = gettext.textdomain(), gettext.bindtextdomain("okoce")
    told = os.environ.get("LANGUAGE")
    gettext.bindtextdomain("okoce", str(files("okoce_core.report").joinpath("locale")))
    gettext.textdomain("okoce")
    os.environ["LANGUAGE"] = tongue.language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        gettext.bindtextdomain("okoce", bound)
        if told is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = told
