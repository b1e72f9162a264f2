"""What would have been read, in the language of the one who mends it.

Problems say it in English (:attr:`Problem.expected`). The sentences that a partner meets have an Indonesian one in
``expected.toml``, with ``{}`` where a number, a heading or another such sentence stands.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from okoce_core.report.tongue import Language

__all__ = ["expected_text"]


def expected_text(expected: str, language: Language) -> str:
    """The sentence in that language; the English one where there is no other.

    >>> expected_text("a column 'NIK'", "id"), expected_text("exactly 16 digits", "id")
    ("kolom 'NIK'", 'tepat 16 angka')
    """
    if language == "en" or not expected:
        return expected
    for pattern, said in _sentences():
        if found := pattern.fullmatch(expected):
            return said.format(*(expected_text(part, language) for part in found.groups()))
    return expected


@cache
def _sentences() -> tuple[tuple[re.Pattern[str], str], ...]:
    told = tomllib.loads(files("okoce_core.report").joinpath("expected.toml").read_text("utf-8"))
    return tuple((re.compile(re.escape(one["en"]).replace(r"\{\}", "(.+)")), one["id"]) for one in told["sentence"])
