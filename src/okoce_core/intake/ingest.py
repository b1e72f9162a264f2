"""From files to readings: find, open, recognise, map. Bad bytes give problems; only wrong use of the call raises."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

import attrs

from okoce_core.adapter import Adapter, Parser
from okoce_core.evidence import Ledger, Problems, Source
from okoce_core.intake.find import Found, Given, find
from okoce_core.intake.manifest import MANIFEST, Entry, Manifest
from okoce_core.intake.manifest import load as load_manifest
from okoce_core.intake.mapping.columns import Memo, Notes
from okoce_core.intake.mapping.facts import Defaults
from okoce_core.intake.mapping.headings import HEADER_DEPTH, Match, matches, nearest
from okoce_core.intake.mapping.mapper import Mapper
from okoce_core.intake.mapping.totals import take_totals
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.intake.reading import open_source, unpack
from okoce_core.intake.reading.sheet import Sheet
from okoce_core.intake.reading.text import decode
from okoce_core.intake.records_file import read_records
from okoce_core.misuse import Misuse
from okoce_core.model.bulk import bulk
from okoce_core.model.entities import Partner
from okoce_core.plugins import Registry
from okoce_core.values.cell import Cell, text

__all__ = ["read"]

Memos = dict[Parser, Memo]


@attrs.define
class _Intake:
    """What one call of :func:`read` needs at every step."""

    adapters: tuple[Adapter, ...]
    forced: Adapter | None
    environment: Mapping[str, str]
    progress: Callable[[str, int, int], None]
    seen: dict[str, str] = attrs.field(factory=dict)
    memos: dict[Parser, Memo] = attrs.field(factory=dict, repr=False)


def read(
    *inputs: Given,
    adapter: str | None = None,
    adapters: Iterable[Adapter] = (),
    registry: Registry | None = None,
    environment: Mapping[str, str] | None = None,
    on_progress: Callable[[str, int, int], None] = lambda _name, _done, _of: None,
) -> Reading:
    """Read partner files into the canonical model.

    Args:
        inputs: Files, folders (with a ``kiriman.toml`` or without), zip archives, or bytes.
        adapter: Read every file with this adapter instead of recognising it by content.
        adapters: Further adapters, beside those that are installed.
        registry: The adapters to ask; without it, all installed ones.
        environment: Where the manifest's password variables are looked up; without it nowhere.
        on_progress: Called with a file's name, its number and how many there are.

    Returns:
        A reading of every file. No content of a file raises; it gives problems.

    Raises:
        Misuse: a path that does not exist, an adapter nobody knows, nothing to read.
    """
    registry = (registry or Registry.discover()).including(adapters)
    forced = registry.get(adapter) if adapter else None
    if not inputs:
        raise Misuse("nothing-to-read", "read() needs at least one path or bytes")
    found = find(inputs)
    intake = _Intake(registry.adapters, forced, environment or {}, on_progress)
    files: list[FileReading] = []
    with bulk():
        for number, file in enumerate(found):
            on_progress(file.name, number, len(found))
            files.extend(_read_file(file, intake))
    on_progress("", len(found), len(found))
    return Reading(tuple(sorted(files, key=lambda f: f.source.name)))


def _read_file(file: Found, intake: _Intake) -> Iterator[FileReading]:
    if file.load is None:
        yield FileReading(Source(file.name, "", "toml"), "not readable", file.problems)
        return
    try:
        data = file.load()
    except OSError:
        file.problems.add("broken-file", expected="a file that can be opened")
        yield FileReading(Source(file.name, ""), "not readable", file.problems)
        return
    members = unpack(file.name, data, file.problems)
    if members is None:
        yield _read_bytes(file, data, intake)
        return
    if len(file.problems):
        yield FileReading(Source(file.name, hashlib.sha256(data).hexdigest(), "zip"), "not readable", file.problems)
    yield from _read_members(file, members, intake)


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
        return FileReading(Source(file.name, digest), "repeated", problems)
    intake.seen[digest] = file.name
    opened = open_source(file.name, data, problems, password=intake.environment.get(entry.password or ""))
    reading = FileReading(Source(file.name, digest, opened.media), "not readable", problems)
    reading.observed, reading.received = entry.observed, entry.received
    if opened.media == "records":
        _records(reading, data, entry)
    elif opened.media:
        adapters = _chosen(entry, intake, problems)
        if adapters or entry.adapter is None:
            _sheets(reading, opened.sheets, adapters, entry, intake.memos)
    _say_what_is_undated(reading)
    return reading


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


def _sheets(
    reading: FileReading, sheets: Sequence[Sheet], adapters: tuple[Adapter, ...], entry: Entry, memos: Memos
) -> None:
    unknown: list[tuple[str, str]] = []
    for sheet in sheets:
        head = list(islice(sheet.rows, HEADER_DEPTH)) if sheet.keys is None else []
        known = matches(adapters, head, sheet.keys)
        if len(known) > 1:
            names = ", ".join(m.adapter.name for m in known)
            reading.problems.add("two-adapters", sheet=sheet.name, expected=f"one adapter; {names} all know this form")
        elif known:
            _map(reading, sheet, head, known[0], entry, memos)
        elif any(text(cell) for row in head for cell in row) or sheet.keys:
            unknown.append((sheet.name, nearest(adapters, head, sheet.keys)))
    for name, near in unknown:
        reading.problems.add("sheet-unread" if reading.adapter else "no-adapter", sheet=name, expected=near)
    if not unknown and not reading.adapter and not len(reading.problems):
        reading.problems.add("no-rows", expected="a table with a header row")


def _map(
    reading: FileReading, sheet: Sheet, head: list[Sequence[Cell]], found: Match, entry: Entry, memos: Memos
) -> None:
    adapter = found.adapter
    partner = adapter.partner if entry.partner is None else Partner(entry.partner, None, adapter.partner.kind)
    notes = Notes(reading.problems, sheet.name, sheet.keys is None, memos)
    read_ = {column for column, _ in found.found}
    for column in adapter.columns:
        if column not in read_:
            notes.add("column-missing", max(found.header + 1, 0), expected=f"a column {column.heads[0]!r}")
    for code, places in (("column-unread", found.unread), ("column-repeated", found.repeated)):
        for place in places:
            notes.add(code, max(found.header + 1, 0), place)
    rows = chain(head[found.header + 1 :], sheet.rows)
    defaults = Defaults(partner.id, entry.observed, entry.received)
    above = head[: found.header + 1]
    blank = sum(not any(text(cell) for cell in row) for row in above)
    reading.ledger += Ledger(len(above), 0, 0, blank, len(above) - blank)
    if adapter.refused:
        notes.add("aggregate-refused", expected=adapter.refused)
    first = found.header + 2
    body: Any = take_totals if adapter.is_aggregate else _people
    ledger = body(found, defaults, reading.records, notes, rows, first)
    reading.ledger += ledger
    if ledger.recorded + ledger.rejected == 0 and not adapter.refused:
        notes.add("no-rows", expected="rows below the header")
    for name, at in reading.problems.columns("date-month-first"):
        if name == sheet.name:
            notes.add("date-doubt", max(found.header + 1, 0), at - 1, "the day before the month throughout")
    reading.records.partners[partner.id] = partner
    reading.state, reading.partner, reading.adapter = "read", partner, adapter.name


def _people(
    found: Match, defaults: Defaults, records: Any, notes: Notes, rows: Iterator[Sequence[Cell]], first: int
) -> Ledger:
    return Mapper(found, defaults, records, notes).take(rows, first)


def _say_what_is_undated(reading: FileReading) -> None:
    """Which kinds of fact in a file have no date at all: they count in ``high``, never in ``value``."""
    records = reading.records
    for kind in ("participations", "headcounts", "permits"):
        statements = getattr(records, kind)
        dates = ("issued", "observed") if kind == "permits" else ("date", "observed")
        if len(statements) and not any(getattr(fact, d) for fact in statements.facts for d in dates):
            reading.problems.add("undated", expected="a date column, or observed = in kiriman.toml", field=kind)
