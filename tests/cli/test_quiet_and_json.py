"""``--quiet`` and ``--json``, which every command takes, and what each writes for programs."""

import ast
import json
from pathlib import Path

import pytest

import okoce_core.cli
from okoce_core.cli.parser import COMMANDS, parse, parsers
from okoce_core.report.tongue import Tongue

LEAVES = [" ".join(filter(None, (c, verb))) for c, verbs in COMMANDS.items() for verb in verbs or ("",)]
DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("words", LEAVES)
def test_every_command_can_be_quiet_and_every_one_but_completion_writes_json(words):
    there = parsers(Tongue())[words]._option_string_actions
    assert {"--quiet", "--bahasa", "--help"} <= set(there)
    assert ("--json" in there) != words.startswith("completion")


@pytest.mark.parametrize(
    ("words", "quiet"),
    [
        (["rulebooks", "list"], False),
        (["--quiet", "rulebooks", "list"], True),
        (["rulebooks", "--quiet", "list"], True),
        (["rulebooks", "list", "--quiet"], True),
        (["count", "a", "--quiet", "b"], True),
    ],
)
def test_quiet_may_stand_before_the_command_or_after_it(words, quiet):
    assert parse(words, Tongue()).quiet is quiet


def test_every_command_that_shows_progress_keeps_still_when_asked_to():
    for path in Path(okoce_core.cli.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Progress":
                assert "quiet" in {keyword.arg for keyword in node.keywords}, path.name


def test_quiet_shows_the_figures_and_neither_files_nor_problems(okoce, members):
    loud, quiet = okoce("count", members)[1], okoce("count", members, "--quiet")[1]
    assert loud.startswith(quiet.rstrip("\n"))
    assert "okoce-p4@1" in quiet
    assert "anggota.csv" in loud
    assert "anggota.csv" not in quiet
    assert "nik-length" not in quiet


@pytest.mark.parametrize("command", ["compare", "explain"])
def test_quiet_leaves_the_steps_and_the_reasons(okoce, members, command):
    more = ["--rulebook", "okoce-p4@1"] if command == "explain" else []
    loud, quiet = okoce(command, members, *more)[1], okoce(command, members, *more, "--quiet")[1]
    assert 0 < len(quiet) < len(loud)
    assert "nik-length" in loud
    assert "nik-length" not in quiet


def test_quiet_changes_nothing_for_what_is_asked_of_the_files_themselves(okoce, members):
    assert okoce("read", members, "--quiet") == okoce("read", members)


WRITING = {"convert": "a.jsonl", "resolve": "b.csv", "pseudonyms": "c.csv", "review": "d.csv"}
FORMATS = {
    "convert": "okoce-conversion/1", "resolve": "okoce-resolution/1", "pseudonyms": "okoce-pseudonymisation/1",
    "review": "okoce-review/1",
}  # fmt: skip


@pytest.fixture
def out(tmp_path):
    """A folder to write into, away from what is read."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "kunci").write_text("kunci yang cukup panjang")
    return folder


def written_by(command, out):
    """The words that say where a command writes, with the key where it takes one."""
    key = [] if command == "convert" else ["--key-file", out / "kunci"]
    return ["--out", out / WRITING[command], *key]


@pytest.mark.parametrize("command", WRITING)
def test_quiet_says_nothing_where_a_file_was_written(okoce, members, out, command):
    assert okoce(command, members, *written_by(command, out), "--quiet") == (0, "", "")
    assert (out / WRITING[command]).stat().st_size > 0


@pytest.mark.parametrize("command", WRITING)
def test_quiet_still_says_that_nothing_could_be_read(okoce, out, tmp_path, command):
    (tmp_path / "asing.csv").write_text("satu;dua;tiga\n1;2;3\n")
    status, said, err = okoce(command, tmp_path / "asing.csv", *written_by(command, out), "--quiet", "--bahasa", "en")
    assert (status, said, err) == (3, "Nothing could be read, so nothing was written.\n", "")


@pytest.mark.parametrize("command", WRITING)
def test_what_was_written_is_told_to_programs_with_what_was_read(okoce, members, out, command):
    status, said, _ = okoce(command, members, *written_by(command, out), "--json")
    told = json.loads(said)
    assert (status, told["format"]) == (0, FORMATS[command])
    assert told["ledger"] == {"seen": 4, "recorded": 2, "rejected": 1, "blank": 0, "skipped": 1}
    assert "Contoh" not in said
    rows = len((out / WRITING[command]).read_text("utf-8-sig").splitlines())
    if command == "convert":
        assert (told["file"], told["lines"]) == (str(out / "a.jsonl"), rows)
    if command == "resolve":
        assert told["rows"] == rows - 1 == 3
    if command == "pseudonyms":
        assert (told["people"], told["unknown"]) == (2, 0)
    if command == "review":
        assert (told["pairs"], told["left"]) == (0, 0)


@pytest.mark.parametrize("command", ["convert", "pseudonyms", "review"])
def test_where_nothing_could_be_read_no_file_is_named(okoce, out, tmp_path, command):
    (tmp_path / "asing.csv").write_text("satu;dua;tiga\n1;2;3\n")
    status, said, _ = okoce(command, tmp_path / "asing.csv", *written_by(command, out), "--json")
    assert (status, json.loads(said)["file"]) == (3, None)
    assert not (out / WRITING[command]).exists()


def test_the_rulebooks_as_json(okoce):
    told = json.loads(okoce("rulebooks", "list", "--json")[1])
    assert told["format"] == "okoce-rulebooks/1"
    p4 = next(book for book in told["rulebooks"] if book["rulebook"] == "okoce-p4@1")
    assert set(p4) == {"rulebook", "title", "definition", "source", "valid_from"}
    assert set(p4["title"]) == {"id", "en"}
    one = json.loads(okoce("rulebooks", "show", "okoce-p4@1", "--json")[1])
    assert one.pop("format") == "okoce-rulebook/1"
    assert one.pop("fields")["entrepreneur.test"] == "permit"
    assert one == p4


def test_rates_of_a_rulebook_are_texts_since_they_are_exact(okoce):
    told = json.loads(okoce("rulebooks", "show", "okoce-ratio@1", "--json")[1])
    assert isinstance(told["fields"]["rates.jobs"], str)


def test_one_adapter_as_json(okoce):
    told = json.loads(okoce("adapters", "show", "tda/anggota", "--json")[1])
    assert (told["format"], told["name"], told["kind"]) == ("okoce-adapter/1", "tda/anggota", "community")
    assert told["partner"] == {"id": "tda", "name": "Tangan Di Atas"}
    assert {"headings": ["nama"], "feeds": ["person.name"], "required": True} in told["columns"]


def test_a_form_that_was_written_as_json(okoce, out):
    told = json.loads(okoce("template", "tda/anggota", "--out", out / "isian.xlsx", "--json")[1])
    assert told == {"format": "okoce-template/1", "file": str(out / "isian.xlsx"), "adapter": "tda/anggota"}
    assert okoce("template", "tda/anggota", "--out", out / "lain.xlsx", "--quiet") == (0, "", "")


def test_a_package_that_was_drafted_as_json(okoce, members, out):
    told = json.loads(okoce("adapters", "new", "sahabat", "--from", members, "--out", out, "--json")[1])
    assert (told["format"], told["folder"], told["header"]) == ("okoce-package/1", str(out / "sahabat"), True)
    assert told["mapped"] + told["to_ask"] == 9  # the columns of the list
    assert (out / "sahabat" / told["mapping"].split("/")[-1]).exists() or list(out.rglob(told["mapping"]))
    assert okoce("adapters", "new", "lain", "--from", members, "--out", out, "--quiet") == (0, "", "")


def test_every_format_of_json_stands_in_the_docs():
    text = "".join(path.read_text("utf-8") for path in DOCS.glob("*.md"))
    for name in (*FORMATS.values(), "okoce-rulebooks/1", "okoce-rulebook/1", "okoce-adapter/1", "okoce-template/1",
                 "okoce-package/1"):  # fmt: skip
        assert name in text
