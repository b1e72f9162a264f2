"""Changes that break somebody's code are found, and allowed only where users are told of them."""

import shutil

import pytest

from .api_breaks import main
from .make_api import ROOT

REQUIRED = (
    "counting/count.py",
    "def count(\n    population: Population,",
    "def count(\n    population: Population, why: str,",
)


@pytest.fixture
def later(tmp_path):
    """The sources with one thing in them otherwise, and the folder of fragments."""

    def make(file, old, new):
        ignore = shutil.ignore_patterns("__pycache__", "*.toml", "*.csv", "*.mo")
        shutil.copytree(ROOT / "src", tmp_path / "src", ignore=ignore)
        path = tmp_path / "src" / "okoce_core" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return tmp_path / "src", tmp_path

    return make


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (REQUIRED, "why"),
        (("adapter/column.py", "    required: bool = False\n", ""), "required"),
        (("identity/resolve.py", "def resolve(", "def resolved("), "resolve"),
    ],
)
def test_a_break_of_what_was_promised_is_found(later, capsys, change, said):
    assert main(ROOT / "src", *later(*change)) == 1
    out = capsys.readouterr().out
    assert "BREAK: " in out
    assert said in out


def test_a_break_that_a_fragment_names_is_allowed(later, capsys):
    sources, fragments = later(*REQUIRED)
    (fragments / "7.breaking.md").write_text("`okoce.count(population, why)` wants to know why.\n", "utf-8")
    assert main(ROOT / "src", sources, fragments) == 0
    assert "told:  " in capsys.readouterr().out


def test_a_fragment_about_something_else_allows_nothing(later):
    sources, fragments = later(*REQUIRED)
    (fragments / "7.breaking.md").write_text("`okoce.read` is another matter.\n", "utf-8")
    assert main(ROOT / "src", sources, fragments) == 1


OPTIONAL = (
    "counting/count.py",
    "labour_force: int | None = None,\n)",
    "labour_force: int | None = None, more: int = 0,\n)",
)
UNPROMISED = ("counting/summing.py", "def ", "def other_")


@pytest.mark.parametrize("change", [OPTIONAL, UNPROMISED], ids=["a new optional argument", "what nobody was promised"])
def test_what_breaks_nobody_is_no_break(later, change):
    assert main(ROOT / "src", *later(*change)) == 0
