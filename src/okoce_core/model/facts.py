"""What is said about people and enterprises: dated, immutable facts.

A fact says *what*; a :class:`~okoce_core.model.Statement` says about *whom* and *where it was read*. Kept apart, the
few thousand distinct facts of a million rows are made once and judged once under a rulebook.

Every fact carries three clocks, each of which may be unknown: its own date; ``observed``, the day the source
describes (an undated permit seen in it was issued *by* then); ``received``, when it became known to us.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal, get_args

import attrs

from okoce_core.values.partial_date import PartialDate
from okoce_core.values.permit import PERMIT_KINDS, PermitKind
from okoce_core.values.stage import STAGES, Stage

__all__ = [
    "MEASURES", "PERMIT_KINDS", "ROLES", "STAGES", "Employment", "Fact", "Headcount", "Ownership", "Participation",
    "PartnerTotal", "Permit", "PermitKind", "Role", "Seasonal", "Stage",
]  # fmt: skip

Role = Literal["beneficiary", "owner", "employee", "student", "mentor", "committee", "representative", "unknown"]
ROLES: Final[tuple[str, ...]] = get_args(Role)

MEASURES: Final = ("participants", "entrepreneurs", "enterprises", "jobs", "context")
"""What a total may be a total of; ``context`` is a statistic of an area, shown but never counted."""


@attrs.frozen(kw_only=True)
class Fact:
    """The clocks that every fact has.

    Attributes:
        observed: The day the source describes. received: When it became known. revision: A later one replaces the
            same partner's earlier one.
    """

    observed: PartialDate | None = None
    received: PartialDate | None = None
    revision: int = 0


@attrs.frozen
class Participation(Fact):
    """A person took part in something a partner offered, and reached a stage in it."""

    partner: str
    date: PartialDate | None = None
    stage: Stage = "registered"
    role: Role = "beneficiary"


@attrs.frozen
class Ownership(Fact):
    """A person owns an enterprise over the interval [start, end): he no longer owns it on day ``end``.

    Attributes:
        works: Whether the owner works in the enterprise. hours: His weekly hours there.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    works: bool = True
    hours: Fraction = Fraction(40)


@attrs.frozen
class Permit(Fact):
    """An enterprise holds a permit (*perizinan*)."""

    kind: PermitKind
    number: str | None = attrs.field(default=None, repr=False)
    issued: PartialDate | None = None
    ended: PartialDate | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """A permit's number stays out of a pickle (law 8)."""
        told = (self.kind, self.issued, self.ended, self.observed, self.received, self.revision)
        return _permit_without_number, told


def _permit_without_number(
    kind: PermitKind, issued: PartialDate | None, ended: PartialDate | None, observed: PartialDate | None,
    received: PartialDate | None, revision: int,
) -> Permit:  # fmt: skip
    return Permit(kind, None, issued, ended, observed=observed, received=received, revision=revision)


@attrs.frozen
class Seasonal:
    """``count`` people who work ``months`` months of the year, ``hours`` a week."""

    count: int
    months: Fraction
    hours: Fraction = Fraction(40)


@attrs.frozen
class Headcount(Fact):
    """How many people worked in an enterprise on a day, by class of worker, or only in total.

    A class of None is unknown. A headcount that gives any class has 0 in the classes it does not mention; one that
    gives no class and no total is unknown altogether,
    as is, under a rule, one that has nobody in the known classes of that rule beside an unknown one. With workers in a
    known class it is a lower bound.

    Attributes:
        part_time_hours: Weekly hours of part-time workers, as far as known. unpaid_hours: Weekly hours of each unpaid
            (family) worker.
        total, total_high: All workers, where no class is told apart; a range (``2-3 orang``) has both ends.
        owners_included: Whether working owners are inside these numbers; None: the source does not say.
    """

    partner: str
    date: PartialDate | None = None
    full_time: int | None = None
    part_time: int | None = None
    part_time_hours: tuple[Fraction, ...] = ()
    seasonal: tuple[Seasonal, ...] | None = None
    casual: int | None = None
    third_party: int | None = None
    unpaid_hours: tuple[Fraction, ...] | None = None
    total: int | None = None
    total_high: int | None = None
    owners_included: bool | None = None
    by_class: bool = False


@attrs.frozen
class Employment(Fact):
    """A named worker of an enterprise over [start, end)."""

    start: PartialDate | None = None
    end: PartialDate | None = None


@attrs.frozen
class PartnerTotal(Fact):
    """A partner gave only a number.

    Attributes:
        measure: One of :data:`MEASURES`. unit: Whether it counts persons, or rows that may repeat a person.
        as_of: The day it speaks of.
    """

    partner: str
    measure: str
    value: int
    unit: Literal["persons", "rows", "unknown"] = "unknown"
    as_of: PartialDate | None = None
