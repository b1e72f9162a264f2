"""Names of months and weekdays as Indonesians type them: in full, short, in the old spelling, in English."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["MONTHS", "WEEKDAY"]

_NAMES: Final = (
    "januari jan january januar jn",
    "februari feb peb pebruari february febuari pebuari febr pebr",
    "maret mar mrt maret march",
    "april apr apil",
    "mei may",
    "juni jun june",
    "juli jul july",
    "agustus agu agt ags agust agst august aug agus",
    "september sep sept septembar",
    "oktober okt okto october oct",
    "november nov nop nopember",
    "desember des december dec",
)

MONTHS: Final[dict[str, int]] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Casefolded name of a month to its number."""

WEEKDAY: Final = re.compile(
    r"\A(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[\s,]*"
)
"""A weekday before a date, casefolded: it says nothing that the date does not."""
