"""From files to readings: find, open, recognise, map. Bad bytes give problems; only wrong use of the call raises."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from okoce_core.adapter import Adapter, Parser
from okoce_core.evidence import Problems, Source
from okoce_core.intake.find import Found, Given, find
from okoce_core.intake.manifest import MANIFEST, Entry, Manifest
from okoce_core.intake.manifest import load as load_manifest
from okoce_core.intake.mapping import load_mapping
from okoce_core.intake.mapping.notes import Memo
from okoce_core.intake.mapping.stating import Defaults
from okoce_core.intake.outcome import FileReading, Reading, State
from okoce_core.intake.reading import LIMITS, Limits, open_source, unpack
from okoce_core.intake.reading.text import decode
from okoce_core.intake.records_file import read_records
from okoce_core.intake.sheets import Sheets
from okoce_core.misuse import Misuse
from okoce_core.model.bulk import bulk
from okoce_core.model.entities import Partner
from okoce_core.plugins import Registry

__all__ = ["read"]


@attrs.define
class _Intake:
    """What one call of :func:`read` needs at every step."""

    adapters: tuple[Adapter, ...]
    forced: Adapter | None
    environment: Mapping[str, str]
    limits: Limits = LIMITS
    seen: dict[str, str] = attrs.field(factory=dict)
    memos: dict[Parser, Memo] = attrs.field(factory=dict, repr=False)


def read(
    *inputs: Given,
    adapter: str | None = None,
    adapters: Iterable[Adapter | str | os.PathLike[str]] = (),
    registry: Registry | None = None,
    environment: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
    on_progress: Callable[[str, int, int], None] = lambda _name, _done, _of: None,
) -> Reading:
    """Read partner files into the canonical model.

    Args:
        inputs: Files, folders (with a ``kiriman.toml`` or without), zip archives, or bytes.
        adapter: Read every file with this adapter, or mapping file, instead of recognising it by content.
        adapters: Further adapters or paths of mapping files, beside those that are installed.
        registry: The adapters to ask; without it, all installed ones.
        environment: Where the manifest's password variables are looked up; without it nowhere.
        limits: How large a file and what is in it may be; see ``docs/limits.md``.
        on_progress: Called with a file's name, its number and how many there are, and at the end, even where it was
            interrupted, with no name; :func:`okoce_core.progress` gives a bar.

    Returns:
        A reading of every file. No content of a file raises; it gives problems.

    Raises:
        Misuse: a path that does not exist, an adapter nobody knows, nothing to read.
    """
    registry = (registry or Registry.discover()).including(adapters)
    forced = _forced(adapter, registry) if adapter else None
    if not inputs:
        raise Misuse("nothing-to-read", "read() needs at least one path or bytes")
    found = find(inputs)
    intake = _Intake(registry.adapters, forced, environment or {}, limits)
    files: list[FileReading] = []
    with bulk():
        try:
            for number, file in enumerate(found):
                on_progress(file.name, number, len(found))
                files.extend(_read_file(file, intake))
        finally:  # whoever interrupts a long reading wants no bar left
            on_progress("", len(found), len(found))
    awaited = {partner for file in found for partner in file.awaited}
    return Reading(tuple(sorted(files, key=lambda f: f.source.name)), tuple(sorted(awaited)))


def _forced(adapter: str, registry: Registry) -> Adapter:
    return load_mapping(adapter) if adapter.lower().endswith(".toml") else registry.get(adapter)


def _read_file(file: Found, intake: _Intake) -> Iterator[FileReading]:
    if file.load is None:
        yield _unread(file, Source(file.name, "", "toml"))
        return
    data = _loaded(file, intake.limits)
    if data is None:
        yield _unread(file, Source(file.name, ""))
        return
    members = unpack(file.name, data, file.problems, limits=intake.limits)
    if members is None:
        yield _read_bytes(file, data, intake)
        return
    if len(file.problems):
        yield _unread(file, Source(file.name, hashlib.sha256(data).hexdigest(), "zip"))
    yield from _read_members(file, members, intake)


def _loaded(file: Found, limits: Limits) -> bytes | None:
    """The bytes of a file, or None; one that is too large is never taken into memory."""
    try:
        if file.size() > limits.file:
            file.problems.add("too-large", expected=f"at most {limits.file:,} bytes")
            return None
        return file.load() if file.load else None
    except OSError:
        file.problems.add("broken-file", expected="a file that can be opened")
        return None


def _read_members(file: Found, members: list[tuple[str, bytes]], intake: _Intake) -> Iterator[FileReading]:
    """The files of an archive; a manifest at its top, or in its one folder, holds as it does in a folder on disk."""
    said = min((name for name, _ in members if name.endswith(f"/{MANIFEST}")), key=len, default="")
    top = said.removesuffix(MANIFEST)
    problems, manifest = Problems(said), Manifest(file.entry)
    if said:
        manifest = load_manifest(dict(members)[said], problems)
    if len(problems):
        yield FileReading(Source(said, "", "toml"), "not readable", problems)
    for name, member in members:
        if not name.lower().endswith((".md", ".toml")):
            entry = manifest.entry(name.removeprefix(top)) if said else file.entry
            yield _read_bytes(attrs.evolve(file, name=name, entry=entry, problems=Problems(name)), member, intake)


def _read_bytes(file: Found, data: bytes, intake: _Intake) -> FileReading:
    digest = hashlib.sha256(data).hexdigest()
    problems, entry = file.problems, file.entry
    if digest in intake.seen:
        problems.add("file-repeated", expected=f"new content; the same bytes were read as {intake.seen[digest]}")
        return _unread(file, Source(file.name, digest), "repeated")
    intake.seen[digest] = file.name
    password = intake.environment.get(entry.password or "")
    opened = open_source(file.name, data, problems, password=password, limits=intake.limits)
    reading = FileReading(Source(file.name, digest, opened.media), "not readable", problems, sender=entry.partner)
    reading.observed, reading.received = entry.observed, entry.received
    if opened.media == "records":
        _records(reading, data, entry)
    elif opened.media:
        adapters = _chosen(entry, intake, problems)
        named = intake.forced is not None or entry.adapter is not None
        if adapters or entry.adapter is None:
            Sheets(reading, adapters, entry, intake.memos, named).take(opened.sheets)
    if reading.state == "not readable" and reading.partner is None and entry.partner is not None:
        reading.partner = Partner(entry.partner)
    _say_what_is_undated(reading)
    return reading


def _unread(file: Found, source: Source, state: State = "not readable") -> FileReading:
    """A file that gave nothing: whose it is the manifest alone can say."""
    sender = file.entry.partner
    return FileReading(source, state, file.problems, None if sender is None else Partner(sender), sender=sender)


def _chosen(entry: Entry, intake: _Intake, problems: Problems) -> tuple[Adapter, ...]:
    if intake.forced:
        return (intake.forced,)
    if entry.adapter is None:
        return intake.adapters
    named = tuple(a for a in intake.adapters if a.name == entry.adapter)
    if not named:
        problems.add("manifest-adapter-unknown", expected=", ".join(a.name for a in intake.adapters))
    return named


def _records(reading: FileReading, data: bytes, entry: Entry) -> None:
    read_ = read_records(decode(data, reading.problems), reading.problems, Defaults("", entry.observed, entry.received))
    if read_:
        reading.state, reading.adapter = "read", "okoce-records/1"
        reading.records, reading.ledger = read_


def _say_what_is_undated(reading: FileReading) -> None:
    """Which kinds of fact in a file have no date at all: they count in ``high``, never in ``value``."""
    records = reading.records
    for kind in ("participations", "headcounts", "permits"):
        statements = getattr(records, kind)
        dates = ("issued", "observed") if kind == "permits" else ("date", "observed")
        if len(statements) and not any(getattr(fact, d) for fact in statements.facts for d in dates):
            reading.problems.add("undated", expected="a date column, or observed = in kiriman.toml", field=kind)
