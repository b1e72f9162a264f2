"""Write ``problems.md`` from the list of codes and their texts; ``tests/docs/test_pages.py`` holds the two together.

Run it as ``python docs/make_problems.py`` after a code or a text has changed.
"""

from __future__ import annotations

from pathlib import Path

from okoce_core.evidence import CODES
from okoce_core.report.texts import problem_text

PAGE = Path(__file__).parent / "problems.md"
HEAD = """# Problem codes

Daftar ini tertutup: tidak ada kode lain, dan satu kode tidak pernah dipakai untuk hal lain. Tiap masalah menyebut
berkas, lembar, dan sel sebagaimana mitra melihatnya, apa yang salah, dan cara memperbaikinya; isi selnya tidak pernah
diulang.

The list is closed. A code is part of the API: never reused for something else. *error*: a file, sheet or row gives
nothing. *warning*: a row gives less than it holds. *notice*: nothing is lost, but somebody should know.
"""
GROUPS = {"error": "Errors", "warning": "Warnings", "notice": "Notices"}


def page() -> str:
    """The page as it should stand."""
    parts = [HEAD]
    for severity, title in GROUPS.items():
        parts.append(f"\n## {title}\n\n| code | Indonesia | English |\n|---|---|---|\n")
        parts += [_row(code) for code, grave in CODES.items() if grave == severity]
    return "".join(parts)


def _row(code: str) -> str:
    cells = (" ".join(problem_text(code, language)).replace("|", "\\|") for language in ("id", "en"))  # type: ignore[arg-type]
    return f"| `{code}` | {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
