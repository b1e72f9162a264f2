"""What somebody else needs to count the same figures again: definitions, day, files by their hashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from okoce_core.frames import Kind
from okoce_core.report.blocks import Table
from okoce_core.report.counterparts import shipped_text
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.tongue import LANGUAGES, Tongue

__all__ = ["records", "section"]


def section(_dossier: Dossier, manifest: Mapping[str, Any], tongue: Tongue) -> Section:
    """What stands on the page."""
    say = tongue.say
    guide = say(
        "The same files counted under the same definitions give the same figures, to the last digit. A file is the "
        "same where its hash is; the first 16 digits of each stand here, all of them in manifest.json."
    )
    tables = (_count(manifest, tongue), _rulebooks(manifest, tongue), _files(manifest, tongue))
    return Section("asal", say("To count it again"), (guide,), (), tables)


def _count(manifest: Mapping[str, Any], tongue: Tongue) -> Table:
    say = tongue.say
    rows = (
        ("okoce", manifest["okoce"]),
        (say("Day of the figures"), manifest["as_of"] or say("none: nothing is dated")),
        (say("Known by"), manifest["known_at"] or say("everything")),
        (say("How people were recognised"), manifest["identity"]),
        (say("Hash of what was read"), manifest["inputs"]),
    )
    return Table(say("The count"), (say("What"), say("Value")), rows)


def _rulebooks(manifest: Mapping[str, Any], tongue: Tongue) -> Table:
    say = tongue.say
    rows = tuple(
        (book["label"], book["fingerprint"], shipped_text(book["source"], tongue.language))
        for book in manifest["rulebooks"]
    )
    return Table(say("Definitions"), (say("Rulebook"), say("Fingerprint"), say("Source")), rows)


def _files(manifest: Mapping[str, Any], tongue: Tongue) -> Table:
    say = tongue.say
    states = {"read": say("read"), "repeated": say("came twice"), "not readable": say("not readable")}
    rows = tuple(
        (file["name"], file["partner"] or "–", file["adapter"] or "–", states[file["state"]], file["observed"] or "–",
         file["received"] or "–", file["sha256"][:16])
        for file in manifest["files"]
    )  # fmt: skip
    heads = (
        say("File"), say("Partner"), say("Adapter"), say("State"), say("Observed"), say("Received"),
        say("Hash (SHA-256)"),
    )  # fmt: skip
    return Table(say("Files, with their hashes"), heads, rows)


def records(manifest: Mapping[str, Any]) -> Iterator[Records]:
    """The same for programs."""
    names = ("line", "name", "sha256", "state", "adapter", "partner", "observed", "received")
    columns: dict[str, Kind] = {**dict.fromkeys(names, "text"), "line": "whole"}
    rows = tuple({"line": n, **file} for n, file in enumerate(manifest["files"], 1))
    yield Records("berkas", columns, ("line",), rows)
    about = ("label", "rulebook", "fingerprint", "source")
    told = tuple((part, language) for part in ("title", "definition") for language in LANGUAGES)
    columns = dict.fromkeys((*about, *("_".join(each) for each in told)), "text")
    books = tuple(
        {name: book[name] for name in about} | {f"{part}_{language}": book[part][language] for part, language in told}
        for book in manifest["rulebooks"]
    )
    yield Records("aturan", columns, ("label",), books)
