"""What one source says: people, enterprises, and the statements about them.

People and enterprises are kept in columns, one list a field; an index is an identity inside the set, and
``people[3]`` makes the :class:`Person` when asked. Personal values live here and nowhere else: a pickle leaves them
out (law 8), and a set that came out of a pickle says so when somebody wants to match people by it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sized
from typing import Any, Generic, TypeVar

import attrs

from okoce_core.evidence import Place
from okoce_core.model.entities import Enterprise, Partner, Person
from okoce_core.model.facts import Employment, Headcount, Ownership, Participation, PartnerTotal, Permit
from okoce_core.model.statements import Statements

__all__ = ["Enterprises", "People", "RecordSet", "Roll"]

E = TypeVar("E", Person, Enterprise)
SHEET_BITS = 32
"""Spreadsheets end at row 1,048,576 and text files well before 2**32."""
_ENTERPRISE_PERSONAL = ("name", "nib", "npwp", "institution", "sector")


class Roll(Generic[E]):
    """Entities of one kind in columns.

    Attributes:
        columns: One list for each field of the entity but ``id``, all equally long; None is unknown.
        row: The row each was read from.
        ids: The ids their source gave; empty where it gave none (a partner's rows).
        withheld: True after unpickling: the personal columns are not there.
        again: Rows that said more of an entity there already, with its index.
    """

    entity: type[E]
    personal: tuple[str, ...]

    def __init__(self) -> None:
        defaults = {a.name: a.default for a in attrs.fields(self.entity) if a.name != "id"}
        self._defaults: dict[str, Any] = defaults
        self.columns: dict[str, list[Any]] = {field: [] for field in defaults}
        self.row: array[int] = array("q")
        self.ids: list[str] = []
        self.withheld = False
        self.again: dict[int, int] = {}
        self._also: dict[int, dict[str, set[Any]]] = {}

    def extend(self, rows: Iterable[int], columns: dict[str, list[Any]]) -> int:
        """Add entities read from ``rows``; fields without a column get their default. Gives the first new index."""
        first = len(self.row)
        self.row.fromlist(list(rows))
        count = len(self.row) - first
        for field, column in self.columns.items():
            column.extend(columns[field] if field in columns else [self._defaults[field]] * count)
        return first

    def add(self, entity: E, row: int) -> int:
        """Add one entity under its own id and give its index."""
        self.ids.append(entity.id)
        for field, column in self.columns.items():
            column.append(getattr(entity, field))
        self.row.append(row)
        return len(self.row) - 1

    def merge(self, index: int, entity: E, row: int) -> bool:
        """Add what another line says of the same entity; whether the two contradict each other."""
        contradiction = False
        self.again[row] = index
        for field, column in self.columns.items():
            unknown, here, there = self._defaults[field], column[index], getattr(entity, field)
            if here == unknown:
                column[index] = there
            elif there not in (here, unknown):
                contradiction = True
                self._also.setdefault(index, {}).setdefault(field, {here}).add(there)
        self.row[index] = min(self.row[index], row)
        return contradiction

    def settle(self) -> None:
        """Keep every contradicting value, each once: what a further one says stands in an entry of its own, of one id.

        To be called when all lines have been added; in whatever order they came, the entries are the same.
        """
        for index, fields in sorted(self._also.items()):
            told = {field: sorted(values, key=_sorted_by) for field, values in fields.items()}
            for place in range(max(map(len, told.values()))):
                said = {field: values[place] for field, values in told.items() if place < len(values)}
                if place == 0:
                    for field, value in said.items():
                        self.columns[field][index] = value
                else:
                    self.add(self.entity(self.ids[index], **said), self.row[index])
        self._also = {}

    def __len__(self) -> int:
        return len(self.row)

    def __getitem__(self, index: int) -> E:
        identity = self.ids[index] if self.ids else str(index)
        return self.entity(identity, **{field: column[index] for field, column in self.columns.items()})

    def __iter__(self) -> Iterator[E]:
        return (self[index] for index in range(len(self)))

    def __getstate__(self) -> dict[str, Any]:
        kept = {f: ([self._defaults[f]] * len(self) if f in self.personal else c) for f, c in self.columns.items()}
        rest = {"ids": [], "withheld": True, "_defaults": self._defaults, "again": self.again, "_also": {}}
        return {"columns": kept, "row": self.row, **rest}


def _sorted_by(value: Any) -> tuple[str, str]:
    """What a value sorts by. A sector shows nothing in its ``repr``, so as text two of them would look alike."""
    several = value if isinstance(value, tuple) else (value,)
    return str(value), str([attrs.astuple(one) for one in several if attrs.has(type(one))])


class People(Roll[Person]):
    """The people of one source."""

    entity = Person
    personal = tuple(a.name for a in attrs.fields(Person) if a.name not in {"id", "sex", "region"})


class Enterprises(Roll[Enterprise]):
    """The enterprises of one source."""

    entity = Enterprise
    personal = _ENTERPRISE_PERSONAL


def _size(held: Sized) -> str:
    return f"<{len(held)}>"


@attrs.define
class RecordSet:
    """Everything one source says, in the canonical model.

    Attributes:
        resolved: Its ids are already the same across files; identity is then skipped.
        totals: With the row each was read from.
        places: Where a line of okoce-records says it came from, by line; empty for partner files.
        sheets: The names of the sheets that gave records. A row is kept as its number in the first of them; in a later
            one its number carries the place of that sheet in the bits above :data:`SHEET_BITS`.
        rows: Every row of data, whether it gave a record or was rejected, numbered like the ``row`` columns.
    """

    resolved: bool = False
    partners: dict[str, Partner] = attrs.field(factory=dict, repr=_size)
    people: People = attrs.field(factory=People, repr=_size)
    enterprises: Enterprises = attrs.field(factory=Enterprises, repr=_size)
    participations: Statements[Participation] = attrs.field(factory=Statements[Participation], repr=_size)
    ownerships: Statements[Ownership] = attrs.field(factory=Statements[Ownership], repr=_size)
    permits: Statements[Permit] = attrs.field(factory=Statements[Permit], repr=_size)
    headcounts: Statements[Headcount] = attrs.field(factory=Statements[Headcount], repr=_size)
    employments: Statements[Employment] = attrs.field(factory=Statements[Employment], repr=_size)
    totals: list[tuple[PartnerTotal, int]] = attrs.field(factory=list, repr=_size)
    places: dict[int, Place] = attrs.field(factory=dict, repr=False)
    sheets: list[str] = attrs.field(factory=list)
    rows: array[int] = attrs.field(factory=lambda: array("q"), repr=False, eq=False)

    def place(self, file: str, row: int) -> Place:
        """Where a row of this set comes from: what the line itself says, else the row of ``file``."""
        if row in self.places:
            return self.places[row]
        sheet, number = divmod(row, 1 << SHEET_BITS)
        return Place(file, self.sheets[sheet] if self.sheets else "", number)
