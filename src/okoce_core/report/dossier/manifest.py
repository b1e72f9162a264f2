"""What it takes to count a report's figures again: the definitions, the day, the files by their hashes, the command."""

from __future__ import annotations

import datetime as dt
import shlex
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any, Final

import attrs

from okoce_core.intake.outcome import FileReading
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.rules.fingerprint import fingerprint
from okoce_core.rules.rulebook import Rulebook

__all__ = ["FORMAT", "manifest"]

FORMAT: Final = "okoce-report/1"


def manifest(dossier: Dossier, command: Sequence[str]) -> dict[str, Any]:
    """The manifest as it stands in ``manifest.json``.

    Args:
        command: The command line that writes the report again; empty where none did.
    """
    about, rules = dossier.rows.observations[0].about, dossier.suppress
    return {
        "format": FORMAT,
        "okoce": version("okoce"),
        "as_of": _day(about.as_of),
        "known_at": _day(about.known_at),
        "inputs": about.inputs,
        "identity": dossier.quality.identity,
        "scorer": dossier.quality.scorer,
        "decisions": dossier.quality.decisions,
        "suppression": attrs.asdict(rules, filter=attrs.filters.exclude("key")) if rules else None,
        "rounded": bool(rules and rules.key),
        "command": shlex.join(command),
        "rulebooks": [_rulebook(book) for book in dossier.books],
        "files": [_file(file) for file in files_in_order(dossier)],
    }


def files_in_order(dossier: Dossier) -> list[FileReading]:
    """The files by their names, whatever order they came in."""
    return sorted(dossier.reading.files, key=lambda file: (file.source.name, file.source.sha256, file.state))


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _rulebook(book: Rulebook) -> dict[str, Any]:
    return {
        "rulebook": book.name, "label": book.label, "fingerprint": fingerprint(book), "source": book.source,
        "title": dict(sorted(book.title.items())), "definition": dict(sorted(book.definition.items())),
        "fields": {field: _plain(value) for field, value in book.fields().items()},
    }  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool | int | str | None) else str(value)


def _file(file: FileReading) -> dict[str, Any]:
    return {
        "name": file.source.name, "sha256": file.source.sha256, "state": file.state, "adapter": file.adapter,
        "partner": file.partner.id if file.partner else None,
        "observed": str(file.observed) if file.observed else None,
        "received": str(file.received) if file.received else None,
    }  # fmt: skip
