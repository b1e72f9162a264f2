"""The bytes of files that were read, once more: for whoever writes into a copy of them.

A reading keeps no bytes, so the inputs are opened again, and a file counts only if it is still what was read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from okoce_core.evidence import Problems, Source
from okoce_core.intake.find import Found, Given, find
from okoce_core.intake.reading import LIMITS, Limits, unpack
from okoce_core.misuse import Misuse

__all__ = ["Originals"]


class Originals:
    """The inputs of a reading, to be opened again one file at a time.

    Args:
        inputs: What :func:`okoce_core.read` was given. limits: Those it was read with.

    Raises:
        Misuse: a path does not exist any more.
    """

    def __init__(self, inputs: Sequence[Given], *, limits: Limits = LIMITS) -> None:
        self._found = find(inputs) if inputs else []
        self._limits = limits
        self._opened: tuple[str, dict[str, bytes]] = "", {}

    def bytes_of(self, source: Source) -> bytes:
        """What was read as this source.

        Raises:
            Misuse: the file is not there any more, or its bytes are others.
        """
        for found in self._holding(source.name):
            data = self._files(found).get(source.name)
            if data is not None and hashlib.sha256(data).hexdigest() == source.sha256:
                return data
        raise Misuse("source-changed", f"{source.name} is not what was read any more", asked=source.name)

    def _holding(self, name: str) -> Iterator[Found]:
        return (f for f in self._found if f.load and (name == f.name or name.startswith(f"{f.name}/")))

    def _files(self, found: Found) -> dict[str, bytes]:
        """The file, or those in the archive; the last one opened is kept, since an archive holds the files of many."""
        if self._opened[0] != found.name and found.load and found.size() <= self._limits.file:
            data = found.load()
            members = unpack(found.name, data, Problems(found.name), limits=self._limits)
            self._opened = found.name, {found.name: data} if members is None else dict(members)
        return self._opened[1]
