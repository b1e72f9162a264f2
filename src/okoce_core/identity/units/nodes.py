"""The entries of all files gathered by what is exactly the same: one owner's name of a business with one number.

From here on the gathered ones are compared, a fraction of the entries; how many stand behind each is kept.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

import attrs

from okoce_core.identity.units.joining import Joining
from okoce_core.identity.units.names import Forms
from okoce_core.identity.units.numbers import Numbers, of_a_crowd
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.model.entities import Institution

__all__ = ["Nodes", "gathered"]

Key = tuple[int, str, Numbers, object]


@attrs.define(repr=False)
class Nodes:
    """What one owner says of a business under one name, with one number; in columns.

    Attributes:
        entry: An entry of each. owner: Population number; negative and different for each entry without an owner.
        form: Name in the form that is compared; "" is none. numbers: NIB and institution number, without those of a
            crowd. times: How many entries. places, sectors, starts: What its entries say, all of it.
    """

    entry: list[int] = attrs.field(factory=list)
    owner: list[int] = attrs.field(factory=list)
    form: list[str] = attrs.field(factory=list)
    numbers: list[Numbers] = attrs.field(factory=list)
    times: list[int] = attrs.field(factory=list)
    places: dict[int, set[str]] = attrs.field(factory=dict)
    sectors: dict[int, set[str]] = attrs.field(factory=dict)
    starts: dict[int, set[tuple[int, int]]] = attrs.field(factory=dict)

    def __len__(self) -> int:
        return len(self.entry)

    def content(self, node: int) -> tuple[object, ...]:
        """What a node sorts by, whatever the order of files and rows."""
        return self.form[node], self.numbers[node], sorted(self.places.get(node, ())), self.times[node]


def gathered(reading: Reading, person: array[int], joining: Joining) -> Nodes:
    """The nodes of a reading; entries of one node, of one number or of one id in their file are joined."""
    nodes, forms, known = Nodes(), Forms(), dict[Key, int]()
    files = [(start, first, file) for start, first, file in _placed(reading) if not file.records.resolved]
    crowded = of_a_crowd(_bearers(files, person, forms))
    for start, first, file in files:
        columns, regions = file.records.enterprises.columns, file.records.people.columns["region"]
        told = any(sector is not None for sector in columns["sector"]), any(map(bool, columns["started"]))
        several = {entry for entry, times in Counter(file.records.ownerships.subject).items() if times > 1}
        for entry, owner in _owned(file):
            form = forms[columns["name"][entry]] if columns["name"][entry] else ""
            numbers = _numbers(columns, entry, crowded)
            began = None if form or numbers else columns["started"][entry]
            number = person[first + owner] if owner >= 0 else ~(start + entry)
            node = _node(nodes, known, (number, form, numbers, began), start + entry, joining)
            place = columns["region"][entry] or (regions[owner] if owner >= 0 else None)
            if place:
                nodes.places.setdefault(node, set()).add(place)
            if any(told):
                _life(nodes, node, columns, entry)
            if entry in several:
                joining.join("id", nodes.entry[node], start + entry)
    return nodes


def _node(nodes: Nodes, known: dict[Key, int], key: Key, entry: int, joining: Joining) -> int:
    node = known.setdefault(key, len(nodes))
    if node == len(nodes):
        nodes.entry.append(entry)
        nodes.owner.append(key[0])
        nodes.form.append(key[1])
        nodes.numbers.append(key[2])
        nodes.times.append(1)
    else:
        nodes.times[node] += 1
        joining.join(_why(key), nodes.entry[node], entry)
    return node


def _why(key: Key) -> str:
    if key[2]:
        return "nib" if key[2][0].startswith("NIB ") else "institution"
    return "owner-business-name" if key[1] else "owner-nameless"


def _life(nodes: Nodes, node: int, columns: Mapping[str, list[Any]], entry: int) -> None:
    sector, started = columns["sector"][entry], columns["started"][entry]
    if sector is not None:
        nodes.sectors.setdefault(node, set()).add(f"{sector.scheme} {sector.code}")
    if started is not None:
        nodes.starts.setdefault(node, set()).add((started.first, started.last))


def _numbers(columns: Mapping[str, list[Any]], entry: int, crowded: set[str]) -> Numbers:
    nib, institution = columns["nib"][entry], columns["institution"][entry]
    if nib is None and institution is None:
        return ()
    told = [] if nib is None or (number := f"NIB {nib}") in crowded else [number]
    return (*told, _registered(institution)) if institution is not None else tuple(told)


def _registered(institution: Institution) -> str:
    return f"{institution.scheme} {institution.number}"


def _bearers(
    files: list[tuple[int, int, FileReading]], person: array[int], forms: Forms
) -> Iterator[tuple[str, int, str]]:
    """The entries whose NIB stands in several rows, under different names."""
    rows = Counter(nib for _, _, file in files for nib in file.records.enterprises.columns["nib"] if nib is not None)
    for _, first, file in files:
        columns = file.records.enterprises.columns
        for entry, owner in _owned(file):
            nib = columns["nib"][entry]
            if nib is not None and rows[nib] > 1 and owner >= 0:
                name = columns["name"][entry]
                yield f"NIB {nib}", person[first + owner], forms[name] if name else ""


def _owned(file: FileReading) -> Iterator[tuple[int, int]]:
    """Each enterprise of a file with each of its owners, as numbers in the file; -1 where it has none."""
    said = file.records.ownerships
    yield from zip(said.subject, said.other, strict=True)
    owned = set(said.subject)
    if len(owned) < len(file.records.enterprises):
        yield from ((entry, -1) for entry in range(len(file.records.enterprises)) if entry not in owned)


def _placed(reading: Reading) -> list[tuple[int, int, FileReading]]:
    units = [0, *accumulate(len(f.records.enterprises) for f in reading.files)]
    people = [0, *accumulate(len(f.records.people) for f in reading.files)]
    return list(zip(units, people, reading.files, strict=False))
