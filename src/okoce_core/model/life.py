"""The life of an enterprise: the dates of its start, closure and reactivation, as far as they are told."""

from __future__ import annotations

from fractions import Fraction

import attrs

from okoce_core.values import PartialDate

__all__ = ["Life"]


@attrs.frozen(cache_hash=True)
class Life:
    """What is told of an enterprise that lasts, beside the dated facts about it.

    Attributes:
        normal_hours: The unit's own weekly hours. received: When all this became known; None: always.
    """

    started: PartialDate | None = None
    closed: PartialDate | None = None
    reactivated: tuple[PartialDate, ...] = ()
    normal_hours: Fraction = Fraction(40)
    received: PartialDate | None = None
