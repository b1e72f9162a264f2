"""The worked vectors by id: their expected values were derived by hand, see the comments in ``vectors.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["vector"]


@cache
def _vectors() -> dict[str, Any]:
    text = (Path(__file__).parents[1] / "counting" / "vectors.yaml").read_text("utf-8")
    return {one["id"]: one for one in yaml.safe_load(text)["vectors"]}


def vector(name: str) -> Any:
    """A vector, ``V22``."""
    return _vectors()[name]
