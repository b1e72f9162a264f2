"""Write ``problems.md`` and its Indonesian from the list of codes and their texts; ``tests/docs`` holds them together.

Run it as ``python docs/make_problems.py`` after a code or a text has changed. What a code means and how to mend it are
the library's own texts; why it happens and what it costs the figures stand in ``problem_reasons.toml`` beside this.
"""

from __future__ import annotations

import runpy
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from okoce_core.evidence import CODES
from okoce_core.report.texts import problem_text

DOCS = Path(__file__).parent
PAGE = DOCS / "problems.md"
CATALOGUE = DOCS / "locale" / "id" / "LC_MESSAGES" / "problems.po"
REASONS = tomllib.loads((DOCS / "problem_reasons.toml").read_text("utf-8"))
ABOUT = REASONS["page"]


def paragraph(code: str, language: Any) -> str:
    """What a code means, why it happens, how to mend it, and what it costs the figures."""
    (means, mend), about = problem_text(code, language), REASONS[code]
    costs = about["costs"] if isinstance(about["costs"], dict) else REASONS["costs"][about["costs"]]
    parts = {"why": about["why"][language], "mend": mend, "costs": costs[language]}
    said = " ".join([means, *(f"*{ABOUT[name][language]}:* {part}" for name, part in parts.items())])
    return said.replace("<!DOCTYPE ...>", "`<!DOCTYPE>`")


def blocks() -> Iterator[tuple[str, str, str]]:
    """The page's parts, in order: a mark of Markdown, and the part in English and in Indonesian."""
    yield "# ", *both(ABOUT["title"])
    yield "", *both(ABOUT["head"])
    for severity in ("error", "warning", "notice"):
        yield "## ", *both(ABOUT[severity]["title"])
        yield "", *both(ABOUT[severity]["means"])
        for code in (code for code, grave in CODES.items() if grave == severity):
            yield "### ", f"`{code}`", f"`{code}`"
            yield "", paragraph(code, "en"), paragraph(code, "id")


def both(text: Mapping[str, str]) -> tuple[str, str]:
    return text["en"], text["id"]


def page() -> str:
    """The page as it should stand."""
    return "\n\n".join(mark + english for mark, english, _ in blocks()) + "\n"


def catalogue() -> str:
    """Its Indonesian as it should stand."""
    written = runpy.run_path(str(DOCS / "make_catalogues.py"))["written"]
    return str(written({english: indonesian for _, english, indonesian in blocks() if english != indonesian}))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    CATALOGUE.write_text(catalogue(), encoding="utf-8")
