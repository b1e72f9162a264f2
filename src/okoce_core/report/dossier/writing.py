"""Writing a report into a folder: the page, its tables as CSV and SQLite, SDMX-CSV, the manifest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from okoce_core.counting import Comparison, Suppression
from okoce_core.intake.outcome import Reading
from okoce_core.misuse import Misuse
from okoce_core.plugins.partners import KnownPartner
from okoce_core.report.dossier.dossier import Dossier, gather
from okoce_core.report.dossier.manifest import FORMAT, manifest
from okoce_core.report.dossier.page import page
from okoce_core.report.dossier.records import Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.sections import (
    ages,
    bridges,
    figures,
    ladder,
    origins,
    overlaps,
    problems,
    provinces,
    quality,
    senders,
    shares,
)
from okoce_core.report.dossier.sqlite_file import sqlite_bytes
from okoce_core.report.tongue import Language, Tongue

__all__ = ["check_folder", "files_of", "write_report"]

SUPPRESSION = Suppression()
"""What a report hides unless it is told otherwise."""


def write_report(
    comparison: Comparison, reading: Reading, out: Path | str, *, suppress: Suppression | None = SUPPRESSION,
    partners: Iterable[KnownPartner] = (), language: Language = "id", command: Sequence[str] = (),
) -> dict[str, bytes]:  # fmt: skip
    """Write the report of a comparison into a folder.

    Args:
        comparison: Figures under several definitions; the report is about the last.
        reading: What they are counted from.
        out: A folder that does not exist, is empty, or holds an earlier report.
        suppress: Rules of disclosure control; None: nothing is hidden.
        partners: Those that are known, whether they sent anything or not. language: Of the page.
        command: The command line that writes it again.

    Raises:
        Misuse: the folder holds other things or cannot be written; an extra is missing.
    """
    folder = Path(out)
    check_folder(folder)
    made = files_of(comparison, reading, suppress=suppress, partners=partners, language=language, command=command)
    try:
        for name, data in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
    except OSError:
        raise Misuse("cannot-write", f"{folder} cannot be written", asked=str(folder)) from None
    return made


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds anything else than an earlier report.

    Raises:
        Misuse: it does, or is no folder.
    """
    try:
        if not folder.exists() or not any(folder.iterdir()):
            return
        earlier = json.loads((folder / "manifest.json").read_text("utf-8"))
        if isinstance(earlier, dict) and earlier.get("format") == FORMAT:
            return
    except (OSError, ValueError, RecursionError):
        pass
    raise Misuse("report-folder", f"{folder} holds other things than a report", asked=str(folder))


def files_of(
    comparison: Comparison, reading: Reading, *, suppress: Suppression | None,
    partners: Iterable[KnownPartner], language: Language, command: Sequence[str],
) -> dict[str, bytes]:  # fmt: skip
    """Every file of a report, by its name, whole; the same inputs give the same bytes."""
    dossier, tongue = gather(comparison, reading, partners, suppress), Tongue(language)
    origin = manifest(dossier, command)
    tables = list(_tables(dossier, origin))
    html = page(dossier, list(_sections(dossier, origin, tongue)), origin["command"], tongue)
    made = {
        "laporan.html": _bytes(html),
        **{f"tabel/{table.name}.csv": _bytes(table.to_csv()) for table in tables},
        "okoce.sqlite": sqlite_bytes([*tables, _told(origin)]),
        "angka.sdmx.csv": _bytes(dossier.rows.to_sdmx_csv()),
    }
    origin["outputs"] = {name: sha256(data).hexdigest() for name, data in made.items()}
    return {**made, "manifest.json": _bytes(json.dumps(origin, indent=1, ensure_ascii=True) + "\n")}


def _sections(dossier: Dossier, origin: Mapping[str, Any], tongue: Tongue) -> Iterator[Section]:
    parts = (
        figures.section(dossier, tongue),
        bridges.section(dossier, tongue),
        ladder.section(dossier, tongue),
        provinces.section(dossier, tongue),
        overlaps.section(dossier, tongue),
        shares.section(dossier, tongue),
        senders.section(dossier, tongue),
        ages.section(dossier, tongue),
        problems.section(dossier, tongue),
        quality.section(dossier, tongue),
        origins.section(dossier, origin, tongue),
    )
    yield from filter(None, parts)


def _tables(dossier: Dossier, origin: Mapping[str, Any]) -> Iterator[Records]:
    for part in (figures, bridges, ladder, provinces, overlaps, shares, senders, ages, problems, quality):
        yield from part.records(dossier)
    yield from origins.records(origin)


def _told(origin: Mapping[str, Any]) -> Records:
    """The manifest as a table, which goes into SQLite alone: beside the CSV files stands manifest.json."""
    rows = (
        {"name": name, "value": value if isinstance(value, str) else json.dumps(value)}
        for name, value in origin.items()
    )
    return Records("manifest", {"name": "text", "value": "text"}, ("name",), tuple(rows))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
