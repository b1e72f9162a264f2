"""What fields, levels and standings of a compared pair are called, in Indonesian and English; the words are data."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from okoce_core.report.tongue import Language

__all__ = ["level_text", "link_text", "words"]

Table = Literal["field", "level", "nik", "standing", "why", "change", "answer", "heading", "state", "reason"]


@cache
def _texts() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("okoce_core.report").joinpath("links.toml").read_text("utf-8"))


def link_text(table: Table, name: str, language: Language) -> str:
    """What a name of a compared pair means.

    >>> link_text("standing", "never", "en")
    'never compared'
    """
    return _texts()[table][name][language]


def words(table: Table) -> Mapping[str, Mapping[str, str]]:
    """All names of a kind, each in both languages."""
    return _texts()[table]


def level_text(field: str, level: str, language: Language) -> str:
    """How far a field agrees.

    >>> level_text("nik", "serial", "en"), level_text("list", "same", "en")
    ('the serial number alone differs', 'the same')
    """
    return link_text("nik" if field == "nik" else "level", level, language)
