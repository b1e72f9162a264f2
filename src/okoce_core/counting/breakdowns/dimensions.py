"""What figures can be broken down by, and what a row of each dimension means for people and for enterprises."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import attrs

from okoce_core.counting.breakdowns.columns import ages, businesses, taking_part
from okoce_core.counting.breakdowns.columns.column import Column
from okoce_core.counting.breakdowns.columns.told import Part, of_enterprises, of_people
from okoce_core.counting.standings import Standings
from okoce_core.misuse import Misuse
from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.rules.size import BPS
from okoce_core.values import region
from okoce_core.values.stage import STAGES

__all__ = ["DIMENSIONS", "Dimension", "dimension"]

Read = Callable[[Standings], Column]


@attrs.frozen
class Dimension:
    """One way of breaking figures down.

    Attributes:
        name: What a caller asks for.
        participants, entrepreneurs, enterprises: How to read the column of each; None where they have no such thing,
            and all of them are unknown. Jobs go with their enterprise.
        scheme: What the values are taken from: the classification with its year, or the law.
        order: The values in their own order, where that is not the alphabet's.
        several: Measures of which one unit may stand under several values, so that the rows add up to more.
        within: The dimension that each value lies in, as a regency in its province.
    """

    name: str
    participants: Read | None
    entrepreneurs: Read | None
    enterprises: Read | None
    scheme: str
    order: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    within: str | None = None


def _region(name: str, part: Part, within: str | None = None) -> Dimension:
    """People count by residence, enterprises and their jobs by workplace."""
    people = of_people("region", part)
    return Dimension(name, people, people, of_enterprises("region", part), _KEMENDAGRI, within=within)


def _of_people(name: str, read: Read, scheme: str, order: tuple[str, ...]) -> Dimension:
    """What only people have: the sex of workers is in no headcount."""
    return Dimension(name, read, read, None, scheme, order)


def _service(name: str, read: Read, scheme: str, order: tuple[str, ...] = ()) -> Dimension:
    of_all = ("participants", "entrepreneurs", "enterprises", "jobs")
    return Dimension(name, read, read, taking_part.of_counted_owners(read), scheme, order, of_all)


def _business(name: str, read: Read, scheme: str, order: tuple[str, ...] = ()) -> Dimension:
    return Dimension(name, None, businesses.of_owners(read), read, scheme, order, ("entrepreneurs",))


def _age_group(youth: ages.Ages) -> Dimension:
    groups = ages.age_groups(youth)
    law = "UU 40/2009" if youth == ages.YOUTH else "as asked"
    scheme = f"age on the day of the figures; youth {youth[0]}-{youth[1]}, {law}"
    order = tuple(name for name, _ in groups)
    return _of_people("age_group", partial(ages.age_column, groups=groups), scheme, order)


def _district(code: str) -> str | None:
    return code if code.count(".") == 2 else None


_KEMENDAGRI: Final = "Kemendagri, Kepmendagri 300.2.2-2138/2025"
_SIZES: Final = ("mikro", "kecil", "sedang", "besar")
_YES_NO: Final = {True: "yes", False: "no"}

DIMENSIONS: Final[dict[str, Dimension]] = {
    each.name: each
    for each in (
        _service("partner", taking_part.partners, "partners' own ids"),
        _service("partner_kind", taking_part.kinds, "kinds of partner of okoce-records/1", PARTNER_KINDS),
        _region("province", region.province),
        _region("regency", region.regency, within="province"),
        _region("district", _district, within="regency"),
        _of_people("sex", of_people("sex", lambda sex: str(sex)), "as recorded", ("F", "M")),
        _age_group(ages.YOUTH),
        _of_people("disability", of_people("disability", _YES_NO.get), "as asked, never inferred", ("yes", "no")),
        _business("sector", of_enterprises("sector", businesses.division), "divisions; each value names its KBLI"),
        _business("size_class", businesses.sizes, f"{BPS}, by workers with owners", _SIZES),
        _service("stage", taking_part.stages, "7 PAS, each stage reached", STAGES),
        Dimension(
            "joined_year", taking_part.years, taking_part.years, taking_part.years_of_enterprises,
            "calendar year of the first qualifying participation",
        ),
        _business("business", businesses.new_or_existing, "started after joining, or by then", ("new", "existing")),
    )
}  # fmt: skip
"""Each dimension by its name, in the order of the documentation."""


def dimension(name: str, youth: ages.Ages) -> Dimension:
    """A dimension by its name.

    Raises:
        Misuse: an unknown name, or a range of youth that is none.
    """
    if name not in DIMENSIONS:
        raise Misuse("unknown-dimension", f"no dimension is named {name!r}", asked=name, allowed=DIMENSIONS)
    return _age_group(youth) if name == "age_group" else DIMENSIONS[name]
