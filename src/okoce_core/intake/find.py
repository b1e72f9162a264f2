"""Finding what there is to read: files, folders with their manifest, bytes. Nothing is opened that nobody asked for."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import attrs

from okoce_core.evidence import Problems
from okoce_core.intake import manifest as manifests
from okoce_core.intake.manifest import Entry, Manifest
from okoce_core.misuse import Misuse

__all__ = ["Found", "Given", "find"]

_MANIFEST_SIZE: Final = 1 << 20

Given = str | os.PathLike[str] | bytes


@attrs.frozen
class Found:
    """Something to read.

    Attributes:
        name: How it is called in everything that is said of it. load: Gives its bytes; None: only its problems count.
        size: Gives how many they are, before they are loaded.
        entry: What the manifest says of it. problems: Where its problems are noted.
        awaited: Of a manifest, the partners of the files that it names and that are not there.
    """

    name: str
    load: Callable[[], bytes] | None = attrs.field(repr=False)
    size: Callable[[], int] = attrs.field(repr=False)
    entry: Entry = Entry()
    problems: Problems = attrs.field(factory=lambda: Problems(""), repr=False)
    awaited: tuple[str, ...] = ()


def find(inputs: Sequence[Given]) -> list[Found]:
    """Everything the inputs hold. Of the same bytes sent twice those that came first come first: they are what counts.

    Raises:
        Misuse: a path that does not exist, with those beside it that look like it.
    """
    folders = sum(not isinstance(given, bytes) and Path(given).is_dir() for given in inputs)
    found: list[Found] = []
    for number, given in enumerate(inputs, 1):
        if isinstance(given, bytes):
            found.append(_bytes(f"bytes-{number}", given))
        elif given == "":
            raise Misuse("no-such-path", "an empty text is no path", asked='""')
        elif (path := Path(given)).is_dir():
            found += _folder(path, f"{path.name}/" if folders > 1 else "")
        elif path.is_file():
            found.append(_named(path.name, path))
        else:
            raise Misuse(
                "no-such-path", f"there is no file or folder {path.name!r}", asked=path.name, allowed=_beside(path)
            )
    return sorted(_told_apart(inputs, found), key=_first_known)


def _told_apart(inputs: Sequence[Given], found: list[Found]) -> list[Found]:
    """Files of one name from different places go by the paths they were given by."""
    paths = [Path(given) for given in inputs if not isinstance(given, bytes) and Path(given).is_file()]
    several = {name for name, times in Counter(file.name for file in found).items() if times > 1}
    again = iter([_named(path.as_posix(), path) for path in paths if path.name in several])
    return [file if file.name not in several else next(again, file) for file in found]


def _named(name: str, path: Path, entry: Entry = Entry()) -> Found:
    return Found(name, path.read_bytes, lambda: path.stat().st_size, entry, Problems(name))


def _bytes(name: str, data: bytes) -> Found:
    return Found(name, lambda: data, lambda: len(data), problems=Problems(name))


def _first_known(file: Found) -> tuple[int, str]:
    received = file.entry.received
    return (received.first if received else sys.maxsize, file.name)


def _beside(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir()) if path.parent.is_dir() else []


def _folder(folder: Path, prefix: str) -> Iterator[Found]:
    """Every file below a folder but hidden ones and notes, each with what the manifest says of it."""
    manifest, problems = Manifest(), Problems(prefix + manifests.MANIFEST)
    said = folder / manifests.MANIFEST
    if said.is_file() and said.resolve().is_relative_to(folder.resolve()) and said.stat().st_size <= _MANIFEST_SIZE:
        manifest = manifests.load(said.read_bytes(), problems)
    elif said.is_file():
        problems.add("manifest-invalid", expected=f"a file inside the folder, of at most {_MANIFEST_SIZE:,} bytes")
    there = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    missing = sorted(set(manifest.files) - set(there))
    for name in missing:
        problems.add("manifest-file-missing", expected=f"a file {name} in the folder")
    if len(problems):
        awaited = tuple(partner for name in missing if (partner := manifest.files[name].partner))
        yield Found(prefix + manifests.MANIFEST, None, lambda: 0, problems=problems, awaited=awaited)
    for name, path in there.items():
        hidden = any(part.startswith((".", "~$")) for part in name.split("/"))
        if not hidden and not name.lower().endswith((".md", ".toml")):
            yield _inside(folder, prefix, name, path, manifest.entry(name))


def _inside(folder: Path, prefix: str, name: str, path: Path, entry: Entry) -> Found:
    """A file of the folder; of a link that leads out of it only a problem."""
    if path.resolve().is_relative_to(folder.resolve()):
        return _named(prefix + name, path, entry)
    problems = Problems(prefix + name)
    problems.add("unsafe-path", expected="a file inside the folder")
    return Found(prefix + name, None, lambda: 0, entry, problems)
