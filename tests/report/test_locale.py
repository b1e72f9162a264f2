"""The Indonesian catalogue: whole, compiled, and with the same slots as the English sentences."""

import ast
import gettext
import io
import re
import tomllib

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from .sources import ROOT, calls, texts

FOLDER = ROOT / "report" / "locale" / "id" / "LC_MESSAGES"
ARGPARSE = [
    "usage: ", "positional arguments", "options", "show this help message and exit", "%(prog)s: error: %(message)s\n",
    "the following arguments are required: %s", "unrecognized arguments: %s", "argument %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)", "expected one argument", "expected at most one argument",
    "expected at least one argument", "not allowed with argument %s", "one of the arguments %s is required",
    "ignored explicit argument %r", "invalid %(type)s value: %(value)r",
    "ambiguous option: %(option)s could match %(matches)s",
    "unknown parser %(parser_name)r (choices: %(choices)s)", "subcommands",
    ("expected %s argument", "expected %s arguments"),
]  # fmt: skip
"""What argparse may say to a user; its words to programmers stay English."""


@pytest.fixture(scope="module")
def catalogue():
    with (FOLDER / "okoce.po").open("rb") as file:
        return read_po(file)


def said():
    return {text for _, call in calls("say") for text in texts(call.args[0])}


def test_every_sentence_is_a_constant_that_can_be_found():
    assert [path.name for path, call in calls("say") if not list(texts(call.args[0]))] == []


def test_every_sentence_of_the_sources_is_translated(catalogue):
    assert {sentence for sentence in said() if not (message := catalogue.get(sentence)) or not message.string} == set()


def test_every_word_of_argparse_that_a_user_can_meet_is_translated(catalogue):
    assert [word for word in ARGPARSE if not (message := catalogue.get(word)) or not all(message.string)] == []


def test_nothing_is_translated_that_nobody_says(catalogue):
    ours = {
        message.id for message in catalogue if isinstance(message.id, str) and "python-brace-format" in message.flags
    }
    assert ours <= said()


def test_no_translation_is_a_guess(catalogue):
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


def slots(sentence):
    return sorted(re.findall(r"\{\w+\}|%\(\w+\)[rs]|%[rs]", sentence))


def test_each_translation_has_the_slots_of_its_sentence(catalogue):
    for message in catalogue:
        for original in (message.id,) if isinstance(message.id, str) else message.id:
            for translated in (message.string,) if isinstance(message.string, str) else message.string:
                assert not original or slots(original) == slots(translated), original


def tables(value, name):
    """Every table of a TOML document, with the way to it."""
    if isinstance(value, dict):
        yield name, value
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from tables(inner, f"{name}.{key}")


@pytest.mark.parametrize("path", sorted((ROOT / "report").glob("*.toml")), ids=lambda path: path.stem)
def test_every_text_that_is_data_has_both_languages_with_the_same_slots(path):
    for name, table in tables(tomllib.loads(path.read_text("utf-8")), path.stem):
        for key in table:
            if isinstance(table[key], str) and (key in {"id", "en"} or key.endswith(("_id", "_en"))):
                there = table.get(key[:-2] + "id"), table.get(key[:-2] + "en")
                assert all(isinstance(text, str) and text.strip() for text in there), (name, key)
                assert slots(there[0]) == slots(there[1]), (name, key)


def test_nothing_is_printed_but_by_the_terminal():
    """A sentence that is written elsewhere would be in one language only."""
    own = {"terminal.py", "progress.py", "rich_tables.py", "calamine_rows.py"}  # the last is a process of its own
    printing = [path.name for path, _ in calls("print") if path.name not in own and "testing" not in path.parts]
    writing = [
        path.name for path, call in calls("write")
        if ast.unparse(call.func).startswith(("sys.stdout", "sys.stderr")) and path.name not in own
    ]  # fmt: skip
    assert printing + writing == []


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    with (FOLDER / "okoce.mo").open("rb") as file:
        shipped = gettext.GNUTranslations(file)
    # The header ("") names the version of babel; it is no sentence.
    fresh = gettext.GNUTranslations(compiled)
    assert {k: v for k, v in shipped._catalog.items() if k} == {k: v for k, v in fresh._catalog.items() if k}
