"""The kinds of fact a row may state, and the fields each is made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from okoce_core.adapter import Adapter
from okoce_core.intake.mapping.columns import FieldReader, together
from okoce_core.intake.mapping.stating import Defaults, FactReader
from okoce_core.model.facts import (
    Employment,
    Headcount,
    Ownership,
    Participation,
    Permit,
    PermitKind,
    Role,
    Stage,
)
from okoce_core.model.statements import Statements
from okoce_core.values import PartialDate

__all__ = ["employments", "headcounts", "held", "ownerships", "participations", "permits"]


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
                default.partner, date, stage, _taking_part(_role(row, adapter, readers)),
                observed=default.seen(row.get("observed")), received=default.received,
            )  # fmt: skip

        return FactReader(said, readers, (field, "observed", "role"), build)

    plain = [one(adapter.stage, "date", always=True)] if "date" in readers or adapter.stage not in stages else []
    return plain + [one(stage, f"stage.{stage}", always=stage == adapter.stage and not plain) for stage in stages]


def _role(row: Mapping[str, Any], adapter: Adapter, readers: Mapping[str, FieldReader]) -> Role:
    """What the person of a row is; unknown where a column for it is there and says nothing that can be read."""
    role: Role = row.get("role") or ("unknown" if "role" in readers else adapter.role)
    return role


def _taking_part(role: Role) -> Role:
    """As what he takes part: whoever is served is a beneficiary, whatever he is in the business of his row."""
    return role if role in {"mentor", "committee"} else "beneficiary"


_MAY_OWN: Final = frozenset({"beneficiary", "owner", "student", "unknown"})
"""Who owns the enterprise of his row: not its workers, not who speaks for it, not who coached it."""


def ownerships(
    said: Statements[Ownership], readers: Mapping[str, FieldReader], adapter: Adapter, default: Defaults
) -> FactReader[Ownership]:
    """The person of the row owns the enterprise of the row, since a day nobody wrote, by the day the row describes.

    Where nobody says what the person is, he may own it: such an ownership has no day, so it counts in ``high`` alone.
    """

    def build(row: Mapping[str, Any]) -> Ownership | None:
        role = _role(row, adapter, readers)
        if role not in _MAY_OWN:
            return None
        seen = None if role == "unknown" else default.seen(row.get("observed"))
        return Ownership(observed=seen, received=default.received)

    return FactReader(said, readers, ("observed", "role"), build)


def employments(
    said: Statements[Employment], readers: Mapping[str, FieldReader], adapter: Adapter, default: Defaults
) -> list[FactReader[Employment]]:
    """The person of the row works in the enterprise of the row, where the row says so; most forms never do."""
    if "role" not in readers and adapter.role != "employee":
        return []

    def build(row: Mapping[str, Any]) -> Employment | None:
        if _role(row, adapter, readers) != "employee":
            return None
        return Employment(observed=default.seen(row.get("observed")), received=default.received)

    return [FactReader(said, readers, ("observed", "role"), build)]


def permits(
    said: Statements[Permit], readers: Mapping[str, FieldReader], default: Defaults
) -> list[FactReader[Permit]]:
    """A permit where the row gives its number. A NIB counts where it has the 13 digits of one, see the mapper."""

    def one(kind: PermitKind, field: str | None) -> FactReader[Permit]:
        def build(row: Mapping[str, Any]) -> Permit | None:
            if field == "permits" and kind not in (row.get(field) or ()):
                return None
            if field not in {None, "permits"} and not held(row.get(field)):
                return None
            issued = default.own_day(row.get(f"permit.{kind}.issued"))
            return Permit(kind, None, issued, observed=default.seen(row.get("observed")), received=default.received)

        needs = (f"permit.{kind}.issued", "observed", *((field,) if field else ()))
        return FactReader(said, readers, needs, build)

    kinds: tuple[PermitKind, ...] = get_args(PermitKind)
    numbered = [one(kind, f"permit.{kind}") for kind in kinds if f"permit.{kind}" in readers]
    named = [one(kind, "permits") for kind in kinds] if "permits" in readers else []
    return [one("NIB", None), *numbered, *named]


def held(told: Any) -> bool:
    """Whether what was read of a permit's own column says that there is one: a yes, or its number."""
    return bool(told)


_PARTS: Final = ("full_time", "part_time", "casual", "third_party")


def headcounts(
    said: Statements[Headcount], readers: Mapping[str, FieldReader], adapter: Adapter, default: Defaults
) -> list[FactReader[Headcount]]:
    """The workers of the row's enterprise on the day the row describes, or on each of the days it tells of."""
    moments = {key.partition("@")[2]: key for key in readers if key.startswith("headcount.")}
    return [_headcount(said, readers, adapter, default, moment) for moment in sorted(moments)]


def _headcount(
    said: Statements[Headcount], readers: Mapping[str, FieldReader], adapter: Adapter, default: Defaults, moment: str
) -> FactReader[Headcount]:
    suffix = f"@{moment}" if moment else ""
    keys = {part: f"headcount.{part}{suffix}" for part in ("total", *_PARTS, "date")}
    at = next((s.column.at for key in keys.values() if key in readers for s in readers[key].sources if s.column.at), "")
    day = PartialDate.from_iso(at) if at else None
    of_moment = [to for column in adapter.columns if column.moment == moment for to in column.to]
    declared = [part for part in _PARTS if f"headcount.{part}" in of_moment]

    def build(row: Mapping[str, Any]) -> Headcount | None:
        if moment and keys["date"] in readers and row.get(keys["date"]) is None:
            return None  # a number of its own day, and nobody says which
        classes = {part: row.get(keys[part]) for part in declared}
        total = row.get(keys["total"])
        if total is None and all(count is None for count in classes.values()):
            return None
        known = [count for count in classes.values() if count is not None]
        if any(count.low != count.high for count in known) and len(known) == len(classes):
            classes, total = {}, together(tuple(known))  # a range of a class is kept as a range of all
        observed = default.seen(row.get("observed"))
        return Headcount(
            default.partner, default.own_day(row.get(keys["date"]) or day),
            total=total.low if total else None,
            total_high=total.high if total and total.high != total.low else None,
            owners_included=adapter.owners_included, by_class=bool(classes),
            **_classes(classes), observed=observed, received=default.received,
        )  # fmt: skip

    return FactReader(said, readers, (*keys.values(), "observed"), build)


def _classes(given: Mapping[str, Any]) -> dict[str, Any]:
    if not given:
        return {}
    absent = {"full_time": 0, "part_time": 0, "casual": 0, "third_party": 0, "seasonal": (), "unpaid_hours": ()}
    return absent | {part: None if count is None else count.low for part, count in given.items()}
