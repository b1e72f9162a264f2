"""Write ``misuse.md`` and its Indonesian from the texts of wrong use; ``tests/docs`` holds them together.

Run it as ``python docs/make_misuse.py`` after ``report/misuse.toml`` has changed.
"""

from __future__ import annotations

import runpy
import tomllib
from importlib.resources import files
from pathlib import Path

DOCS = Path(__file__).parent
PAGE = DOCS / "misuse.md"
CATALOGUE = DOCS / "locale" / "id" / "LC_MESSAGES" / "misuse.po"
HEAD = {
    "Codes of wrong use": "Kode salah pakai",
    (
        "Wrong use of the library raises {py:class}`okoce_core.Misuse` at once; the command prints its sentence and "
        "ends with status 2. `error.code` is stable, and programs may rely on it. Bad data are no wrong use: "
        "{doc}`problems`."
    ): (
        "Salah pakai pustaka langsung menimbulkan {py:class}`okoce_core.Misuse`; perintah mencetak kalimatnya dan "
        "berakhir dengan status 2. `error.code` tetap, dan program boleh mengandalkannya. Data yang keliru bukan salah "
        "pakai: {doc}`problems`."
    ),
    (
        "In the sentences `{asked}` is what the caller wrote, `{allowed}` the names that would do, `{detail}` the "
        "library's own sentence."
    ): (
        "Dalam kalimatnya `{asked}` ialah yang ditulis pemanggil, `{allowed}` nama-nama yang boleh, `{detail}` kalimat "
        "pustaka itu sendiri."
    ),
    "code": "kode",
    "what is said": "yang dikatakan",
}


def texts() -> dict[str, dict[str, str]]:
    """The sentence of every code, in both languages."""
    told = tomllib.loads(files("okoce_core.report").joinpath("misuse.toml").read_text("utf-8"))
    return {code: {language: shown(text[language]) for language in ("id", "en")} for code, text in told.items()}


def shown(sentence: str) -> str:
    """With what is to be filled in as code, and nothing that Markdown takes for its own."""
    for name in ("asked", "allowed", "detail"):
        sentence = sentence.replace(f"{{{name}}}", f"`{{{name}}}`")
    sentence = sentence.replace("{{", "{").replace("}}", "}")
    return sentence.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;")


def page() -> str:
    """The page as it should stand."""
    title, *sentences, code, said = HEAD
    rows = [f"| `{name}` | {text['en']} |" for name, text in texts().items()]
    return "\n".join(
        [f"# {title}", "", *(f"{text}\n" for text in sentences), f"| {code} | {said} |", "|---|---|", *rows, ""]
    )


def catalogue() -> str:
    """Its Indonesian as it should stand."""
    written = runpy.run_path(str(DOCS / "make_catalogues.py"))["written"]
    return str(written(HEAD | {text["en"].replace("\\|", "|"): text["id"] for text in texts().values()}))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    CATALOGUE.write_text(catalogue(), encoding="utf-8")
