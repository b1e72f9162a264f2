"""Whether what a plugin gives was written for the version of the face that is installed."""

from __future__ import annotations

__all__ = ["other_version"]


def other_version(written_for: object, installed: int, face: str) -> str | None:
    """Why it cannot be used, with who has to move; None where the versions are the same.

    >>> other_version(2, 1, "okoce_core.adapter")
    'it is written for version 2 of okoce_core.adapter, and this is version 1: a newer okoce is needed'
    >>> other_version(1, 2, "okoce_core.adapter")
    'it is written for version 1 of okoce_core.adapter, and this is version 2: its author has to bring it up to date'
    """
    if written_for == installed:
        return None
    newer = isinstance(written_for, int) and written_for > installed
    mend = "a newer okoce is needed" if newer else "its author has to bring it up to date"
    return f"it is written for version {written_for} of {face}, and this is version {installed}: {mend}"
