"""A rulebook: one named, versioned meaning of *participant*, *entrepreneur* and *job*.

There is no default meaning of "entrepreneur" (law 3). Every rulebook has the same fields, so that two can be laid side
by side; ``docs/rulebooks.md`` explains each field.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final, Literal, get_args

import attrs

from okoce_core.shown import Shown
from okoce_core.values.permit import PermitKind
from okoce_core.values.stage import Stage

__all__ = [
    "CLASSES", "FURTHER", "PARTS", "EntrepreneurRule", "Further", "JobClass", "JobRule", "ParticipantRule", "RateRule",
    "Rulebook",
]  # fmt: skip

JobClass = Literal["full_time", "part_time", "seasonal", "casual", "third_party"]
CLASSES: Final[tuple[JobClass, ...]] = ("full_time", "part_time", "seasonal", "casual", "third_party")

Further = Literal["births", "deaths", "survival", "pemula", "mapan", "icse18", "persons_employed_distinct"]
FURTHER: Final[tuple[Further, ...]] = get_args(Further)
"""Measures that some definitions ask for beside the four that all have; ``docs/further-measures.md`` explains them."""


@attrs.frozen
class ParticipantRule:
    """Who took part. ``min_stage``: the lowest stage that makes a participant."""

    min_stage: Stage


@attrs.frozen
class EntrepreneurRule:
    """Which participants are entrepreneurs.

    Attributes:
        test: *none*: not asked. *owns*: owns an enterprise. *permit*: one that holds a permit of ``permits``.
            *employer*: one in which at least one person other than the owners works. *brand*: one that has a brand, or
            a permit of ``permits``. *self_supporting*: one that at least pays for its owner's own needs. *stage*: has
            reached ``min_stage``, with an enterprise or without.
        state: *ever*: was so at some time by as_of. *active*: owner and enterprise are alive on as_of.
        new_only: The permit is not older than the person's first participation.
        permits: The kinds that count. min_stage: For the test *stage* alone; else None.
    """

    test: Literal["none", "owns", "permit", "employer", "brand", "self_supporting", "stage"]
    state: Literal["ever", "active"]
    new_only: bool
    permits: tuple[PermitKind, ...]
    min_stage: Stage | None = None


@attrs.frozen
class JobRule:
    """Which work in the entrepreneurs' enterprises is a job.

    Attributes:
        classes: The paid classes that count. unpaid: Unpaid workers: none, all, or those who work at least a third of
            the unit's normal hours (BPS).
        owners: *exclude*, or each working owner is one job in each unit (*per_enterprise*).
        unit: Heads, or full-time equivalents.
        value: *last*: the latest report, closure ignored. *stock*: 0 once closed. *peak*: the highest. *net*: stock
            less what there was on joining.
        floor: A net loss is 0 in each enterprise. max_age_months: Older reports are unknown; None: no limit.
        conflict: Of different reports for one day, the lower or the higher.
    """

    classes: tuple[JobClass, ...]
    unpaid: Literal["none", "1/3", "all"]
    owners: Literal["exclude", "per_enterprise"]
    unit: Literal["head", "fte"]
    value: Literal["last", "stock", "peak", "net"]
    floor: bool
    max_age_months: int | None
    conflict: Literal["min", "max"]


@attrs.frozen
class RateRule:
    """Assumed rates, which make a model and no count: entrepreneurs per participant, jobs per entrepreneur."""

    entrepreneurs: Fraction
    jobs: Fraction


@attrs.frozen(repr=False)
class Rulebook(Shown):
    """A definition to count under.

    Attributes:
        id, version: Together the name, ``okoce-p4@1``; what a version says never changes.
        title, definition: In Indonesian (``id``) and English (``en``); the definition is one sentence.
        source: Where the definition comes from. valid_from: Since when it was used, an ISO date.
        basis: *units*: people and enterprises are counted. *rows*: what was sent is added up; a sum, no definition,
            and the fields below are None. *rates*: participants are counted, the rest is ``rates`` times that.
        dates: *certain*: a partial date counts once all of it has passed. *possible*: once its first day has.
        further: Measures of :data:`FURTHER` that the definition asks for besides.
        set: What the caller changed, by field; part of the label.
    """

    id: str
    version: int
    title: Mapping[str, str] = attrs.field(hash=False)
    definition: Mapping[str, str] = attrs.field(hash=False)
    source: str
    valid_from: str
    basis: Literal["units", "rows", "rates"] = "units"
    dates: Literal["certain", "possible"] | None = None
    further: tuple[Further, ...] = ()
    participant: ParticipantRule | None = None
    entrepreneur: EntrepreneurRule | None = None
    jobs: JobRule | None = None
    rates: RateRule | None = None
    set: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    def __repr__(self) -> str:
        return f"<Rulebook {self.label}: {self.title['en']}>"

    @property
    def name(self) -> str:
        """``id@version``."""
        return f"{self.id}@{self.version}"

    @property
    def label(self) -> str:
        """The name, and what the caller changed in it."""
        changed = ", ".join(f"{field}={value}" for field, value in sorted(self.set.items()))
        return f"{self.name} ({changed})" if changed else self.name

    def fields(self) -> dict[str, Any]:
        """Every field that decides a figure, by its dotted name, in the order of the documentation."""
        flat: dict[str, Any] = {"basis": self.basis, "dates": self.dates, "further": self.further}
        for part, shape in PARTS.items():
            rule = getattr(self, part)
            flat |= {f"{part}.{f.name}": getattr(rule, f.name) if rule else None for f in attrs.fields(shape)}
        return flat


PARTS: Final[dict[str, Any]] = {
    "participant": ParticipantRule, "entrepreneur": EntrepreneurRule, "jobs": JobRule, "rates": RateRule,
}  # fmt: skip
"""The tables of a rulebook, in the order of the documentation."""
