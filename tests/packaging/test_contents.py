"""What is in the wheel and the sdist: all of the two packages and nothing else."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src"
MOST = 2_000_000
"""Bytes of the wheel; it had 0.7 million when this was written."""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The wheel and the sdist, built without network by the backend itself."""
    folder = tmp_path_factory.mktemp("dist")
    for target in ("wheel", "sdist"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, sdist


@pytest.fixture(scope="module")
def inside(built):
    return set(zipfile.ZipFile(built[0]).namelist())


def sources():
    there = (path for path in SRC.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(SRC).as_posix() for path in there}


def test_the_wheel_holds_both_packages_whole_and_nothing_beside_them(inside):
    info = {name for name in inside if ".dist-info/" in name}
    assert inside - info == sources()
    assert {name.partition("/")[2] for name in info} == {
        "METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE",
    }  # fmt: skip


@pytest.mark.parametrize(
    "needed",
    [
        "okoce_core/py.typed",
        "okoce_adapters/py.typed",
        "okoce_adapters/partners.toml",
        "okoce_core/report/locale/id/LC_MESSAGES/okoce.mo",
        "okoce_core/report/problems.toml",
        "okoce_core/report/misuse.toml",
        "okoce_core/report/counterparts.toml",
        "okoce_core/testing/kit/suite.py",
    ],
)
def test_what_is_read_when_it_runs_is_in_the_wheel(inside, needed):
    assert needed in inside


def test_no_samples_tests_or_pages_are_in_the_wheel_and_it_is_small(built, inside):
    assert [name for name in inside if name.startswith(("tests", "docs")) or name.endswith((".xlsx", ".md"))] == []
    assert built[0].stat().st_size < MOST


def test_the_sdist_holds_what_the_tests_and_the_docs_need_and_no_more(built):
    with tarfile.open(built[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    tops = {name.partition("/")[0] for name in names}
    assert tops == {
        "src", "tests", "docs", "README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "PKG-INFO", ".gitignore",
        "CONTRIBUTING.md", "SECURITY.md",
    }  # fmt: skip
    assert {f"src/{name}" for name in sources()} <= names
    assert "tests/packaging/api.txt" in names
    assert not any("__pycache__" in name or "/_build/" in name for name in names)
