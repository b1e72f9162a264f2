"""The entries of people in the lists, numbered through all files: where each was read and what it says."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any, Final

from okoce_core.evidence import Trail
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.misuse import Misuse

__all__ = ["Entries", "Named"]

Named = tuple[str, int] | tuple[str, str, int]
"""A file and a row, or a file, a sheet and a row, as the partner sees them."""

_COLUMNS: Final = ("name", "born", "sex", "region", "email", "nik", "address")


class Entries:
    """The entries of some files, in order.

    Attributes:
        files: Whose.
    """

    def __init__(self, files: Sequence[FileReading]) -> None:
        self.files = files
        self._starts = [0, *accumulate(len(file.records.people) for file in files)]
        self._businesses: dict[int, dict[int, list[int]]] = {}

    @classmethod
    def compared(cls, reading: Reading) -> Entries:
        """Those of a reading that are compared: of the files whose ids are not resolved.

        Raises:
            Misuse: the reading came out of a pickle, which carries no personal values.
        """
        if any(file.records.people.withheld for file in reading.files):
            raise Misuse("reading-without-values", "a pickled reading carries no personal values; read the files again")
        return cls([file for file in reading.files if not file.records.resolved])

    def __len__(self) -> int:
        return self._starts[-1]

    def part(self) -> tuple[set[int], set[int]]:
        """Those of which a participation is told, and those of which an ownership is."""
        took, own = set[int](), set[int]()
        for start, file in zip(self._starts, self.files, strict=False):
            took.update(start + entry for entry in file.records.participations.subject)
            own.update(start + entry for entry in file.records.ownerships.other)
        return took, own

    def find(self, named: Named) -> int:
        """The first entry that a row speaks of.

        Raises:
            Misuse: there is none.
        """
        name, sheet, row = named if len(named) == 3 else (named[0], "", named[1])
        for start, file in zip(self._starts, self.files, strict=False):
            people = file.records.people
            more = ((entry, at) for at, entry in people.again.items())
            for entry, at in chain(enumerate(people.row), more):
                place = file.records.place(file.source.name, at)
                if place.row == row and place.file == name and sheet in ("", place.sheet):
                    return start + entry
        asked = ":".join(map(str, named))
        raise Misuse("no-such-unit", f"no person is known by {asked}", asked=asked)

    def trail(self, entry: int) -> Trail:
        """Where an entry was read."""
        file, place = self._of(entry)
        return file.trail(file.records.people.row[place])

    def value(self, entry: int, field: str) -> str:
        """What an entry says, as a person reads it: a personal value, for those alone who may see it.

        Args:
            entry: Its number. field: One of the fields of :mod:`~okoce_core.identity.explaining`.
        """
        file, place = self._of(entry)
        columns: dict[str, list[Any]] = file.records.people.columns
        if field in _COLUMNS:
            return _written(columns[field][place])
        if field == "phone":
            return ", ".join(columns["phones"][place])
        if field == "membership":
            return ", ".join(f"{told.issuer} {told.number}" for told in columns["memberships"][place])
        if field == "household":
            return ""
        if field == "list":
            return file.partner.id if file.partner else ""
        units = file.records.enterprises.columns["name" if field == "business" else "nib"]
        owned = (units[unit] for unit in self._owned(entry, file, place))
        return ", ".join(dict.fromkeys(_written(value) for value in owned if value))

    def _of(self, entry: int) -> tuple[FileReading, int]:
        file = bisect_right(self._starts, entry) - 1
        return self.files[file], entry - self._starts[file]

    def _owned(self, entry: int, file: FileReading, place: int) -> list[int]:
        """The enterprises of an entry, as numbers in its file; of a file they are gathered once."""
        start = entry - place
        if start not in self._businesses:
            of: defaultdict[int, list[int]] = defaultdict(list)
            for unit, owner in zip(file.records.ownerships.subject, file.records.ownerships.other, strict=True):
                of[owner].append(unit)
            self._businesses[start] = of
        return self._businesses[start].get(place, [])


def _written(value: Any) -> str:
    return "" if value is None else str(value)
