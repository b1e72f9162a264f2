"""Bring the translations of the documentation up to date: ``python docs/make_catalogues.py [--to LANGUAGE] [PAGE]...``.

A page is written in one language and translated whole or not at all: ``locale/id/LC_MESSAGES/PAGE.po`` holds the
Indonesian of a page written in English, ``locale/en/LC_MESSAGES/PAGE.po`` the English of one written in Indonesian.
Every catalogue there is gets the messages its page has now: what is translated stays, what the page no longer says
goes, what is new is empty. A PAGE that is named (``overlap``, ``partners/hipmi``) gets its first catalogue, in LANGUAGE
(``id``). What is left to do is printed; ``tests/docs/test_catalogues.py`` holds that nothing is.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel.messages.pofile import normalize, read_po

DOCS = Path(__file__).parent
LOCALE = DOCS / "locale"
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
FENCE = re.compile(r"^( *)```([^\n]*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"`+[^`]+`+")
KEPT = re.compile(r"(?<!`)\{[a-z:]+\}`(?:[^`<]*<)?([^`>]+)>?`|(?<!`)(`[^`]+`)(?!`)|\]\(([^)]+)\)|(https?://[^\s)>]+)")
"""What a translation must not lose: the target of a role or link, a code span, an address."""


def catalogues() -> Iterator[tuple[str, str, Path]]:
    """The language, page and path of every catalogue."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/**/*.po")):
        folder = path.relative_to(LOCALE).parts[0]
        yield folder, path.relative_to(LOCALE / folder / "LC_MESSAGES").with_suffix("").as_posix(), path


def extract(folder: Path) -> None:
    """Write what Sphinx finds to translate into a folder, a template a page.

    It is not shown the catalogues, since it would translate the pages first, and then miss the fences.
    """
    words = ["-q", "-b", "gettext", "-D", "locale_dirs=", "-d", str(folder / "doctrees"), str(DOCS), str(folder)]
    subprocess.run([sys.executable, "-m", "sphinx", *words], check=True)


def messages(templates: Path, page: str) -> list[str]:
    """What of a page is to be translated, in order: sentences, and the fences ``text``, which a program prints."""
    fences = {body: kind for _, kind, body in FENCE.findall((DOCS / f"{page}.md").read_text("utf-8"))}
    with (templates / f"{page}.pot").open("rb") as file:
        found = [str(message.id) for message in read_po(file) if message.id]
    return [text for text in found if (fences[text] == "text" if text in fences else has_words(text))]


def has_words(text: str) -> bool:
    """Whether anything is left to translate beside code and addresses."""
    return bool(re.search(r"[^\W\d_]{2}", KEPT.sub("", CODE.sub("", re.sub(r"(?<!`)\{[a-z:]+\}(?=`)", "", text)))))


def translations(path: Path) -> dict[str, str]:
    """What a catalogue holds, by message."""
    with path.open("rb") as file:
        return {
            str(message.id): "" if message.fuzzy else str(message.string) for message in read_po(file) if message.id
        }


def written(pairs: Mapping[str, str]) -> str:
    """The text of a catalogue: nothing in it but messages, so that two versions differ only where the page does."""
    return "\n".join(
        [
            HEAD,
            *(
                f"msgid {normalize(text, width=110)}\nmsgstr {normalize(said, width=110)}\n"
                for text, said in pairs.items()
            ),
        ]
    )


def lost(text: str, said: str) -> set[str]:
    """Code, links and addresses that stand in only one of a message and its translation."""
    return kept(text) ^ kept(said)


def kept(text: str) -> set[str]:
    return {part for found in KEPT.findall(text) for part in found if part}


def main() -> None:
    """Update every catalogue, and say what is left to do."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--to", choices=("id", "en"), default="id", help="the language of pages named; id unless said")
    words.add_argument("page", nargs="*", help="a page to begin translating, such as overlap or partners/hipmi")
    asked = words.parse_args()
    new = {(asked.to, page, LOCALE / asked.to / "LC_MESSAGES" / f"{page}.po") for page in asked.page}
    with tempfile.TemporaryDirectory() as folder:
        extract(Path(folder))
        for _, page, path in sorted({*catalogues(), *new}):
            old = translations(path) if path.exists() else {}
            pairs = {text: old.get(text, "") for text in messages(Path(folder), page)}
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written(pairs), encoding="utf-8")
            report(path, pairs)


def report(path: Path, pairs: Mapping[str, str]) -> None:
    """Say which messages are not yet translated, or lost something on the way."""
    empty = sum(not said for said in pairs.values())
    if empty:
        print(f"{path.relative_to(DOCS)}: {empty} of {len(pairs)} messages to translate")
    for text, said in pairs.items():
        if said and lost(text, said):
            print(
                f"{path.relative_to(DOCS)}: {sorted(lost(text, said))} in only one of {text[:60]!r} and its translation"
            )


if __name__ == "__main__":
    main()
