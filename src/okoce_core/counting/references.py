"""How a person or an enterprise is named to the outside: by the place it was read from, and by an id that is no secret.

Numbers mean nothing outside one population. A source whose ids are resolved gives ids of its own; everybody else is
found again by the first row that speaks of him, which only who holds the files can open (law 8).
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import Any, Literal

import attrs

from okoce_core.evidence import Trail
from okoce_core.identity.population import Population, Said
from okoce_core.misuse import Misuse

__all__ = ["Kind", "Reference", "entries", "find", "references", "trail_of"]

Kind = Literal["person", "enterprise"]


@attrs.frozen
class Reference:
    """A person or enterprise.

    Attributes:
        kind: person or enterprise. number: Its number in the population.
        id: The id its sources agree on, where ids are resolved; else None. trail: The first row that speaks of it.
    """

    kind: Kind
    number: int
    id: str | None
    trail: Trail

    def as_json(self) -> dict[str, Any]:
        """The reference for other programs."""
        place = self.trail.place
        return {"id": self.id, "file": place.file, "sheet": place.sheet, "row": place.row}


def entries(population: Population, kind: Kind) -> Iterator[tuple[int, str | None, int, int]]:
    """Every entry of a kind, in order: the number it belongs to, its resolved id, its file's index, its row."""
    numbers: array[int] = population.person if kind == "person" else population.enterprise
    entry = 0
    for index, file in enumerate(population.reading.files):
        roll = file.records.people if kind == "person" else file.records.enterprises
        named = file.records.resolved and bool(roll.ids)
        for position, row in enumerate(roll.row):
            yield numbers[entry], roll.ids[position] if named else None, index, row
            entry += 1


def references(population: Population, kind: Kind, numbers: Collection[int]) -> dict[int, Reference]:
    """The references of some people or enterprises, by number."""
    wanted, found = set(numbers), dict[int, Reference]()
    files = population.reading.files
    for number, name, file, row in entries(population, kind) if wanted else ():
        if number in wanted:
            wanted.discard(number)
            found[number] = Reference(kind, number, name, files[file].trail(row))
    return found


def find(population: Population, kind: Kind, *, id: str = "", file: str = "", sheet: str = "", row: int = 0) -> int:  # noqa: A002 - what the records call it
    """The number of the person or enterprise with this resolved id, or that this row speaks of.

    Raises:
        Misuse: there is none.
    """
    files = population.reading.files
    for number, name, index, at in entries(population, kind):
        if id:
            if name == id:
                return number
        elif (place := files[index].trail(at).place).row == row and place.file == file and sheet in ("", place.sheet):
            return number
    asked = id or ":".join(filter(None, (file, sheet, str(row))))
    raise Misuse("no-such-unit", f"no {kind} is known by {asked}", asked=asked)


def trail_of(population: Population, said: Said, position: int) -> Trail:
    """Where a statement was read."""
    file = bisect_right(said.starts, position) - 1
    return population.reading.files[file].trail(said.row[position])
