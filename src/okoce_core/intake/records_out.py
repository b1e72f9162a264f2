"""Writing okoce-records/1: what was read, as one file another program can read again and get the same."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any, Final

from okoce_core.evidence import Place
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.misuse import Misuse
from okoce_core.model.records import FORMAT, LINES, converter

__all__ = ["convert", "record_lines"]

_ABSENT: Final[dict[str, Any]] = {"hours": 40, "normal_hours": 40, "role": "beneficiary", "works": True, "revision": 0}
"""What an absent key means; such a value is not written. (A headcount's 0 is written: there it is news.)"""
_NOTHING: Final[tuple[Any, ...]] = (None, [], {})


def record_lines(reading: Reading) -> Iterator[str]:
    """The lines of the file, without line ends, the header first.

    Ids stay those of the source where all of it is resolved; else each is made unique by the number of its file, and
    the header says "local".

    Raises:
        Misuse: some files have resolved ids and others have not; one header cannot say both.
    """
    files = [f for f in reading.files if f.state == "read"]
    kinds = {f.records.resolved for f in files}
    if any(f.records.people.withheld or f.records.enterprises.withheld for f in files):
        raise Misuse("reading-without-values", "a pickled reading carries no personal values; read the files again")
    if len(kinds) > 1:
        raise Misuse("mixed-ids", "files with resolved and with local ids cannot become one file; convert them apart")
    resolved = kinds == {True}
    yield _line({"type": "header", "format": FORMAT, "ids": "resolved" if resolved else "local"})
    yield from _partners(files)
    prefixes = ["" if resolved or len(files) == 1 else f"{number}:" for number in range(1, len(files) + 1)]
    for kind in ("person", "enterprise"):
        for file, prefix in zip(files, prefixes, strict=True):
            yield from _entities(file, kind, prefix)
    for kind in ("participation", "ownership", "permit", "headcount", "employment"):
        for file, prefix in zip(files, prefixes, strict=True):
            yield from _facts(file, kind, prefix)
    for file in files:
        for total, row in file.records.totals:
            yield _fact("total", total, {}, file.records.place(file.source.name, row))


def convert(reading: Reading, out: str | os.PathLike[str]) -> int:
    """Write a reading as okoce-records/1 in UTF-8 and give the number of lines. It holds personal values.

    Raises:
        OSError: ``out`` cannot be written. Misuse: see :func:`record_lines`.
    """
    lines = 0
    written = record_lines(reading)
    header = next(written)  # what cannot be written is known before a file of that name is lost
    with Path(out).open("w", encoding="utf-8", newline="\n") as file:
        for lines, line in enumerate(chain([header], written), 1):  # noqa: B007 - the last number is what is asked
            file.write(line + "\n")
    return lines


def _partners(files: Iterable[FileReading]) -> list[str]:
    return sorted({_entity("partner", p) for f in files for p in f.records.partners.values()})


def _identity(file: FileReading, prefix: str, kind: str, index: int) -> str:
    ids = (file.records.people if kind == "person" else file.records.enterprises).ids
    return prefix + (ids[index] if ids else f"{kind[0]}{index + 1}")


def _entities(file: FileReading, kind: str, prefix: str) -> Iterator[str]:
    roll = file.records.people if kind == "person" else file.records.enterprises
    for index, entity in enumerate(roll):
        place = file.records.place(file.source.name, roll.row[index])
        yield _entity(kind, entity, place, _identity(file, prefix, kind, index))


def _facts(file: FileReading, kind: str, prefix: str) -> Iterator[str]:
    subjects = LINES[kind].subjects
    for said in getattr(file.records, f"{kind}s"):
        about = {subjects[0]: _identity(file, prefix, subjects[0], said.subject)}
        if said.other is not None:
            about[subjects[1]] = _identity(file, prefix, subjects[1], said.other)
        yield _fact(kind, said.fact, about, file.records.place(file.source.name, said.row))


def _entity(kind: str, entity: Any, place: Place | None = None, identity: str | None = None) -> str:
    said = converter().unstructure(entity)
    said["id"] = identity if identity is not None else entity.id
    return _line({"type": kind, **_kept(said, _ABSENT), **_placed(place)})


def _fact(kind: str, fact: Any, about: dict[str, str], place: Place) -> str:
    said = converter().unstructure(fact)
    if kind == "headcount":
        classes = fact.by_class
        said = {k: v for k, v in said.items() if v not in _NOTHING or (classes and k in _CLASSES) or k == "total"}
        if classes or fact.total is not None:
            said = {k: v for k, v in said.items() if k != "total" or v is not None}
        return _line(
            {"type": kind, **about, **{k: v for k, v in said.items() if k != "revision" or v}, **_placed(place)}
        )
    return _line({"type": kind, **about, **_kept(said, _ABSENT), **_placed(place)})


_CLASSES: Final = frozenset({"full_time", "part_time", "seasonal", "casual", "third_party", "unpaid_hours"})


def _kept(said: dict[str, Any], absent: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in said.items() if v not in _NOTHING and not (k in absent and v == absent[k])}


def _placed(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    said = {"file": place.file, "sheet": place.sheet or None, "row": place.row}
    return {"place": {k: v for k, v in said.items() if v is not None}}


def _line(said: dict[str, Any]) -> str:
    line = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    # Half a surrogate pair is no UTF-8; escaped it is still what the source said.
    return line if _is_utf8(line) else json.dumps(said, separators=(",", ":"))


def _is_utf8(line: str) -> bool:
    return line.isascii() or not any("\ud800" <= c <= "\udfff" for c in line)
