"""Where the real files and their mappings are, and how one is read with the other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import okoce_core as okoce
from okoce_core.intake import FileReading
from okoce_core.plugins import Registry

__all__ = ["DATA", "MAPPINGS", "mapping", "read", "real", "totals"]

DATA = Path(os.environ.get("OKOCE_SHARED_DATA") or Path(__file__).parents[3] / "shared" / "data")
MAPPINGS = Path(__file__).parent / "mappings"


def mapping(name: str) -> str:
    """The path of a mapping."""
    return str(MAPPINGS / f"{name}.toml")


def real(path: str) -> Path:
    """A real file; the test skips, and says so, where it is absent."""
    if not (DATA / path).exists():
        pytest.skip(f"{path} is not in ../shared/data")
    return DATA / path


def read(given: Path | bytes, name: str) -> FileReading:
    """A file recognised by the one mapping there is."""
    (file,) = okoce.read(given, adapters=[mapping(name)], registry=Registry()).files
    return file


def totals(file: FileReading, measure: str = "context") -> dict[str, int]:
    """Its totals of a measure by the day they speak of; "" where they have none."""
    return {str(t.as_of or ""): t.value for t, _ in file.records.totals if t.measure == measure}
