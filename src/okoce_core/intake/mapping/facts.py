"""Rows into statements: each distinct combination of cells makes its fact once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import compress, repeat
from typing import Any, Generic, TypeVar, get_args

import attrs

from okoce_core.adapter import Adapter
from okoce_core.intake.mapping.columns import FieldReader, Memo, together
from okoce_core.model.facts import Fact, Headcount, Ownership, Participation, Permit, PermitKind, Stage
from okoce_core.model.statements import Statements
from okoce_core.values import PartialDate
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import is_missing

__all__ = ["Defaults", "FactReader", "headcounts", "ownerships", "participations", "permits"]

F = TypeVar("F", bound=Fact)
Build = Callable[[Mapping[str, Any]], "F | None"]
NOTHING = -1


@attrs.frozen
class Defaults:
    """What is true of a whole file: whose it is, the day it describes, the day it came."""

    partner: str
    observed: PartialDate | None = None
    received: PartialDate | None = None

    def seen(self, row: PartialDate | None) -> PartialDate | None:
        """The day a row describes. A row of "2022" in a file that describes 30 September 2022 describes that day."""
        return self.observed if row is None or _encloses(row, self.observed) else row

    def own_day(self, told: PartialDate | None) -> PartialDate | None:
        """The date a row tells of something. "2022" in a file of 30 September 2022 says no more than *by* that day."""
        wide = told is not None and told.day is None and _encloses(told, self.observed)
        return None if wide else told


def _encloses(wide: PartialDate, day: PartialDate | None) -> bool:
    return day is not None and wide.first <= day.first and day.last <= wide.last


class FactReader(Generic[F]):
    """Makes one kind of fact from the cells of a few columns.

    Args:
        fields: The fields the fact needs; those the sheet does not have are unknown.
        build: The fact, from the values by field; None where these cells state none.
    """

    def __init__(
        self, statements: Statements[F], readers: Mapping[str, FieldReader], fields: Iterable[str], build: Build[F]
    ) -> None:
        self._statements = statements
        needed = [(field, readers[field]) for field in fields if field in readers]
        self._places = tuple(dict.fromkeys(place for _, reader in needed for place in reader.places))
        single = [(f, [(self._places.index(p), r.value(p)) for p in r.places]) for f, r in needed]
        self._memo = Memo(lambda cells: self._make(build, single, cells if len(self._places) != 1 else (cells,)))

    def _make(self, build: Build[F], single: Sequence[tuple[str, Any]], cells: Sequence[Cell]) -> int:
        said: dict[str, Any] = {}
        for field, sources in single:
            said[field] = together(tuple(value(cells[place]) for place, value in sources))
        fact = build(said)
        return NOTHING if fact is None else self._statements.index(fact)

    def read(self, cells: Sequence[Sequence[Cell]], count: int) -> list[int]:
        """For each row the index of its fact, or :data:`NOTHING`."""
        if not self._places:
            return [self._memo[()]] * count
        columns = [cells[place] for place in self._places]
        return list(map(self._memo.__getitem__, columns[0] if len(columns) == 1 else zip(*columns, strict=True)))

    def state(
        self, facts: Sequence[int], subjects: Iterable[int], rows: Iterable[int], others: Iterable[int] | None
    ) -> None:
        """State the facts of a block of rows, leaving out the rows that have none."""
        said = self._statements
        told = [fact >= 0 for fact in facts] if NOTHING in facts else None
        before = len(said.fact)
        said.fact.extend(facts if told is None else compress(facts, told))
        said.subject.extend(subjects if told is None else compress(subjects, told))
        said.row.extend(rows if told is None else compress(rows, told))
        if others is None:
            said.other.extend(repeat(-1, len(said.fact) - before))
        else:
            said.other.extend(others if told is None else compress(others, told))


def participations(
    said: Statements[Participation], readers: Mapping[str, FieldReader], adapter: Adapter, default: Defaults
) -> list[FactReader[Participation]]:
    """A participation for standing in the list, or one for each stage that has a date column of its own."""
    stages: list[Stage] = [stage for stage in get_args(Stage) if f"stage.{stage}" in readers]

    def one(stage: Stage, field: str, always: bool) -> FactReader[Participation]:
        def build(row: Mapping[str, Any]) -> Participation | None:
            if row.get(field) is None and not always:
                return None
            date = default.own_day(row.get(field))
            return Participation(
                default.partner, date, stage, observed=default.seen(row.get("observed")), received=default.received
            )

        return FactReader(said, readers, (field, "observed"), build)

    plain = [one(adapter.stage, "date", always=True)] if "date" in readers or not stages else []
    return plain + [one(stage, f"stage.{stage}", always=stage == adapter.stage and not plain) for stage in stages]


def ownerships(
    said: Statements[Ownership], readers: Mapping[str, FieldReader], default: Defaults
) -> FactReader[Ownership]:
    """The person of the row owns the enterprise of the row, since a day nobody wrote, by the day the row describes."""

    def build(row: Mapping[str, Any]) -> Ownership:
        return Ownership(observed=default.seen(row.get("observed")), received=default.received)

    return FactReader(said, readers, ("observed",), build)


def permits(
    said: Statements[Permit], readers: Mapping[str, FieldReader], default: Defaults
) -> list[FactReader[Permit]]:
    """A permit where the row gives its number. A NIB counts where it has the 13 digits of one, see the mapper."""

    def one(kind: PermitKind, field: str | None) -> FactReader[Permit]:
        def build(row: Mapping[str, Any]) -> Permit | None:
            if field == "permits" and kind not in (row.get(field) or ()):
                return None
            if field not in {None, "permits"} and not _held(row.get(field)):
                return None
            issued = default.own_day(row.get(f"permit.{kind}.issued"))
            return Permit(kind, None, issued, observed=default.seen(row.get("observed")), received=default.received)

        needs = (f"permit.{kind}.issued", "observed", *((field,) if field else ()))
        return FactReader(said, readers, needs, build)

    kinds: tuple[PermitKind, ...] = get_args(PermitKind)
    numbered = [one(kind, f"permit.{kind}") for kind in kinds if f"permit.{kind}" in readers]
    named = [one(kind, "permits") for kind in kinds] if "permits" in readers else []
    return [one("NIB", None), *numbered, *named]


def _held(cell: Any) -> bool:
    words = text(cell)
    return not is_missing(words) and words.casefold() not in {"tidak", "belum", "no", "0", "false"}


def headcounts(
    said: Statements[Headcount], readers: Mapping[str, FieldReader], adapter: Adapter, default: Defaults
) -> FactReader[Headcount]:
    """The workers of the row's enterprise on the day the row describes."""
    parts = ("full_time", "part_time", "casual", "third_party")

    def build(row: Mapping[str, Any]) -> Headcount | None:
        classes = {part: row[f"headcount.{part}"] for part in parts if f"headcount.{part}" in readers}
        total = row.get("headcount.total")
        if total is None and all(count is None for count in classes.values()):
            return None
        known = [count for count in classes.values() if count is not None]
        if any(count.low != count.high for count in known) and len(known) == len(classes):
            classes, total = {}, together(tuple(known))  # a range of a class is kept as a range of all
        observed = default.seen(row.get("observed"))
        return Headcount(
            default.partner, default.own_day(row.get("headcount.date")),
            total=total.low if total else None,
            total_high=total.high if total and total.high != total.low else None,
            owners_included=adapter.owners_included, by_class=bool(classes),
            **_classes(classes), observed=observed, received=default.received,
        )  # fmt: skip

    return FactReader(
        said, readers, ("headcount.date", "observed", "headcount.total", *(f"headcount.{p}" for p in parts)), build
    )


def _classes(given: Mapping[str, Any]) -> dict[str, Any]:
    if not given:
        return {}
    absent = {"full_time": 0, "part_time": 0, "casual": 0, "third_party": 0, "seasonal": (), "unpaid_hours": ()}
    return absent | {part: None if count is None else count.low for part, count in given.items()}
