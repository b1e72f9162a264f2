"""``okoce completion``: the scripts are run by the shells themselves, where they are installed."""

import shutil
import subprocess
import sys

import pytest

from okoce_core.cli.parser import COMMANDS
from okoce_core.counting.breakdowns.dimensions import DIMENSIONS
from okoce_core.counting.partners import METHODS
from okoce_core.rules import presets

ASK = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
function=$(complete -p okoce | sed 's/.*-F \\([^ ]*\\).*/\\1/')
"$function"
printf '%s\\n' "${COMPREPLY[@]}"
"""


def needs(shell):
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.fixture
def script(okoce, tmp_path):
    """Writes the script for a shell into a file."""

    def write(shell):
        status, out, err = okoce("completion", shell)
        assert (status, err) == (0, "")
        path = tmp_path / f"okoce.{shell}"
        path.write_text(out, "utf-8")
        return path

    return write


@pytest.fixture
def bash(script, tmp_path):
    """What bash proposes after some words, the last of them unfinished."""
    path = script("bash")
    (tmp_path / "aturan.toml").touch()

    def propose(*words):
        asked = ["bash", "-c", ASK, "bash", str(path), "okoce", *words]
        return subprocess.run(asked, capture_output=True, text=True, check=True, cwd=tmp_path).stdout.split()

    return propose


@needs("bash")
@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (("",), {*COMMANDS}),
        (("rulebooks", ""), {"list", "show", "diff"}),
        (("completion", ""), {"bash", "zsh", "fish"}),
        (("count", "data", "--by", ""), {*DIMENSIONS}),
        (("count", "data", "--attribution", ""), {*METHODS}),
        (("count", "data", "--identity", ""), {"exact", "full"}),
        (("count", "--bahasa", ""), {"id", "en"}),
        (("published", "check", "data", "--scope", "d"), {"dki"}),
        (("adapters", "new", "x", "--kind", "ca"), {"campus"}),
        (("count", "data", "--set", "jobs.own"), {"jobs.owners="}),
        (("explain", "data", "--cell", "provin"), {"province="}),
        (("count", "--rulebo"), {"--rulebook"}),
        (("count", "--qui"), {"--quiet"}),
        (("rulebooks", "show", "okoce-p"), {"okoce-p4@1"}),
        (("adapters", "show", "tda/"), {"tda/anggota", "tda/keanggotaan"}),
        (("count", "--adapter", "tda/"), {"tda/anggota", "tda/keanggotaan"}),
        (("template", "tda"), {"tda", "tda/anggota", "tda/keanggotaan"}),
    ],
)
def test_bash_proposes_commands_options_and_names(bash, words, proposed):
    assert set(bash(*words)) - {"-h", "--help", "--bahasa"} >= proposed - {"--bahasa"}
    assert all(word.startswith(words[-1]) for word in bash(*words))


@needs("bash")
def test_a_rulebook_may_be_one_that_ships_or_a_file(bash):
    assert {*presets(), "aturan.toml"} <= set(bash("count", "--rulebook", ""))
    assert bash("count", "--rulebook", "atur") == ["aturan.toml"]
    assert bash("count", "atur") == ["aturan.toml"]


@needs("zsh")
def test_zsh_can_read_its_script(script):
    assert subprocess.run(["zsh", "-n", str(script("zsh"))], check=True).returncode == 0


@needs("fish")
@pytest.mark.parametrize(
    ("line", "proposed"), [("okoce rulebooks ", "show"), ("okoce count --rulebook okoce-p", "okoce-p4@1")]
)
def test_fish_proposes_commands_and_names(script, line, proposed):
    asked = ["fish", "--no-config", "-c", f"source {script('fish')}; complete -C '{line}'"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert proposed in [proposal.split("\t")[0] for proposal in told.splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_script_names_every_command_rulebook_and_adapter(script, shell):
    text = script(shell).read_text("utf-8")
    for said in (*COMMANDS, *presets(), "hipmi/anggota", "--known-at"):
        assert said in text


def test_a_shell_nobody_wrote_a_script_for_is_wrong_use(okoce):
    assert "Tidak ada perintah fsh. Yang ada: bash, zsh, fish. Maksud Anda fish" in okoce("completion", "fsh")[2]


def test_without_shtab_it_is_said_what_to_install(okoce, monkeypatch):
    monkeypatch.setitem(sys.modules, "shtab", None)
    status, out, err = okoce("completion", "bash")
    assert (status, out) == (2, "")
    assert "pip install 'okoce[completion]'" in err
