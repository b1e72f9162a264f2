"""The life of an enterprise: the dates of its start, closure and reactivation, and what else of it lasts."""

from __future__ import annotations

from fractions import Fraction

import attrs

from okoce_core.values import PartialDate

__all__ = ["Life"]


@attrs.frozen(cache_hash=True)
class Life:
    """What is told of an enterprise that lasts, beside the dated facts about it.

    Attributes:
        taken_over: When a legal unit set up for that purpose took the activity over.
        normal_hours: The unit's own weekly hours. brand, supports_owner: None: nobody said, or sayings contradict.
        received: When all this became known; None: always.
    """

    started: PartialDate | None = None
    closed: PartialDate | None = None
    reactivated: tuple[PartialDate, ...] = ()
    taken_over: PartialDate | None = None
    normal_hours: Fraction = Fraction(40)
    brand: bool | None = None
    supports_owner: bool | None = None
    received: PartialDate | None = None
