"""The command as a whole: languages, help, words that are no command, bugs, pipes, what it loads."""

import gettext
import io
import json
import os
import subprocess
import sys

import pytest

from okoce_core import cli
from okoce_core.cli import terminal

EVERY = (
    "count, compare, explain, report, read, convert, resolve, review, pseudonyms, overlap, adapters, partners, "
    "template, rulebooks, published"
)


def process(*words, **more):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **more.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "okoce_core", *map(str, words)], capture_output=True, env=environment, **more
    )


def test_help_is_indonesian_and_leaves_with_nought(okoce):
    status, out, err = okoce("--help")
    assert (status, err) == (0, "")
    assert out.startswith("pemakaian: okoce")
    assert "tampilkan bantuan ini lalu keluar" in out
    assert "hitung berkas mitra menurut aturan hitung yang bernama" in out
    assert "opsi:" in out
    assert "usage" not in out


@pytest.mark.parametrize(
    "words", [("--bahasa", "en", "--help"), ("--help", "--bahasa=en"), ("--help", "--bahasa", "en")]
)
def test_english_may_be_asked_for_anywhere(okoce, words):
    out = okoce(*words)[1]
    assert out.startswith("usage: okoce")
    assert "show this help message and exit" in out


def test_the_environment_may_ask_for_english_and_the_option_wins(okoce, monkeypatch):
    monkeypatch.setenv("OKOCE_BAHASA", "en")
    assert okoce("--help")[1].startswith("usage: ")
    assert okoce("--bahasa", "id", "--help")[1].startswith("pemakaian: ")


def test_a_language_that_is_not_spoken_is_wrong_use(okoce, monkeypatch):
    assert okoce("--bahasa", "fr", "count")[::2] == (2, "okoce: kesalahan: Tidak ada bahasa fr. Yang ada: id, en.\n")
    assert okoce("count", "--bahasa")[::2] == (2, "okoce: kesalahan: Sebutkan bahasa sesudah --bahasa: id, en.\n")
    monkeypatch.setenv("OKOCE_BAHASA", "fr")
    assert okoce("count")[0] == 2


def test_words_after_two_dashes_are_paths(okoce, members, monkeypatch):
    odd = members.rename(members.with_name("--bahasa"))
    monkeypatch.chdir(odd.parent)
    assert okoce("read", "--", "--bahasa")[0] == 0


def test_without_a_word_the_help_is_shown_and_it_was_wrong_use(okoce):
    status, out, _ = okoce()
    assert (status, out.startswith("pemakaian: okoce")) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("cuont", "x"), "Tidak ada perintah cuont. Yang ada: " + EVERY + ". Maksud Anda count"),
        (("rulebooks", "lst"), "Tidak ada perintah lst. Yang ada: list, show, diff. Maksud Anda list?"),
        (
            ("count", "x", "--rulebok", "y"),
            "Tidak ada opsi --rulebok. Lihat pilihannya dengan --help. Maksud Anda --rulebook?",
        ),
        (("adapters", "list", "--jsn"), "Maksud Anda --json?"),
        (("rulebooks",), "argumen ini wajib diberikan: PERINTAH"),
        (("count",), "argumen ini wajib diberikan: PATH"),
        (("adapters", "show", "a", "b"), "argumen tidak dikenal: b"),
        (("count", "x", "--as-of"), "memerlukan satu nilai"),
    ],
)
def test_words_that_make_no_sense_are_told_so_in_indonesian(okoce, words, said):
    status, out, err = okoce(*words)
    assert (status, out, said in err) == (2, "", True), err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("cuont", "x"), "There is no command cuont. There are: " + EVERY + ". Did you mean count"),
        (
            ("count", "x", "--rulebok", "y"),
            "There is no option --rulebok. See them with --help. Did you mean --rulebook?",
        ),
        (("rulebooks",), "the following arguments are required: COMMAND"),
        (("adapters", "show", "a", "b"), "unrecognized arguments: b"),
        (("count", "x", "--as-of"), "expected one argument"),
    ],
)
def test_words_that_make_no_sense_are_told_so_in_english(okoce, words, said):
    status, out, err = okoce(*words, "--bahasa=en")
    assert (status, out, said in err) == (2, "", True), err


def test_options_are_never_guessed_from_their_beginning(okoce, records):
    assert okoce("count", records, "--rule", "okoce-p4@1")[0] == 2


def test_the_language_leaves_nothing_behind_in_the_process(okoce, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "xx")
    before = gettext.textdomain(), gettext.bindtextdomain("okoce"), os.environ["LANGUAGE"]
    okoce("--help")
    assert (gettext.textdomain(), gettext.bindtextdomain("okoce"), os.environ["LANGUAGE"]) == before
    monkeypatch.delenv("LANGUAGE")
    okoce("--help")
    assert "LANGUAGE" not in os.environ


def failing(raised):
    def run(*_):
        raise raised

    return run


def test_a_bug_of_ours_tells_its_type_and_never_its_text(okoce, monkeypatch):
    monkeypatch.setattr(cli, "_run", failing(LookupError("RAHASIA")))
    status, out, err = okoce("count", "x")
    assert (status, out) == (70, "")
    assert err.startswith(
        "okoce: kesalahan: ini kesalahan di dalam okoce (LookupError); jalankan lagi dengan OKOCE_DEBUG=1"
    )
    assert "RAHASIA" not in err
    assert "this is a bug in okoce (LookupError)" in okoce("count", "x", "--bahasa", "en")[2]


def test_a_bug_of_ours_is_shown_whole_while_debugging(okoce, monkeypatch):
    monkeypatch.setenv("OKOCE_DEBUG", "1")
    monkeypatch.setattr(cli, "_run", failing(LookupError("RAHASIA")))
    with pytest.raises(LookupError, match="RAHASIA"):
        okoce("count", "x")


def test_an_interrupt_ends_with_130(okoce, monkeypatch):
    monkeypatch.setattr(cli, "_run", failing(KeyboardInterrupt()))
    assert okoce("count", "x") == (130, "", "")


def test_a_closed_pipe_ends_quietly_where_the_output_is_no_file(okoce, monkeypatch):
    monkeypatch.setattr(cli, "_run", failing(BrokenPipeError()))
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert cli.main(["count", "x"]) == 0


@pytest.mark.parametrize("words", [("count", "--json"), ("read",), ("--help",)])
def test_a_reader_that_stops_early_is_no_error(words, records):
    command = [sys.executable, "-m", "okoce_core", words[0], *([records] if words[0] != "--help" else []), *words[1:]]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        running.stdout.close()
        complaint = running.stderr.read()
    assert (running.returncode, complaint) == (0, b"")


def test_the_module_is_the_command(records):
    done = process("count", records, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["format"] == "okoce-figures/1"


def test_json_is_the_same_bytes_in_every_process_and_language(records, members):
    words = ("--json", "--by", "sex", "--attribution", "equal")
    one = process("count", records, members, *words, env={"PYTHONHASHSEED": "1", "OKOCE_BAHASA": "id"})
    other = process("count", members, records, *words, env={"PYTHONHASHSEED": "2", "OKOCE_BAHASA": "en"})
    assert one.stdout == other.stdout
    assert b"okoce-figures/1" in one.stdout


def test_a_terminal_that_cannot_write_a_dash_writes_a_question_mark(records):
    done = process("count", records, "--as-of", "2022-09-30", env={"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2 (2?2)" in done.stdout


def test_help_loads_nothing_that_only_the_work_needs():
    program = (
        "import sys; from okoce_core.cli import main; main(['count', '--help'])\n"
        "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stderr.split())
    assert "okoce_core" in loaded
    assert not loaded & {"python_calamine", "rich", "lokal", "cattrs", "pluggy", "okoce_adapters", "charset_normalizer"}


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def test_on_a_terminal_rich_draws_the_same_numbers(okoce, records, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert cli.main(["count", str(records), "--as-of", "2022-09-30"]) == 0
    drawn = sys.stdout.getvalue()
    assert "─" in drawn
    assert all(cell in drawn for cell in ("okoce-p4@1", "2 (2–2)", "tidak ditanya", "data.jsonl", "Tidak ada masalah."))


def test_a_terminal_without_rich_is_written_to_plainly(monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)  # importing it now raises ImportError
    monkeypatch.setattr(sys, "stdout", Terminal())
    terminal.show(["satu", "dua"])
    assert sys.stdout.getvalue() == "satu\n\ndua\n"


def test_what_waits_for_a_closed_pipe_goes_nowhere(monkeypatch):
    reading, writing = os.pipe()
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        pipe.write("x")
        os.close(reading)
        terminal.abandon()
        pipe.flush()  # would raise BrokenPipeError
