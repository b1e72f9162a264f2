"""Rows as an SDMX-CSV 2.0 data message, in which one cell carries several definitions: DEFINITION is a dimension.

SOURCE: SDMX-CSV 2.0.0 field guide (sdmx-twg/sdmx-csv, data message); the structure is described in ``docs/exports.md``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from okoce_core.counting.exports.observation import TOTAL, About, Observation
from okoce_core.counting.exports.sdmx_codes import UNKNOWN, activity, age, area, code, decimal, status
from okoce_core.misuse import Misuse

__all__ = ["ATTRIBUTES", "DIMENSIONS", "STRUCTURE", "sdmx_csv"]

STRUCTURE: Final = "OKOCE:FIGURES(1.0.0)"
DIMENSIONS: Final = (
    "FREQ", "REF_AREA", "INDICATOR", "DEFINITION", "SEX", "AGE", "DISABILITY", "ACTIVITY", "SIZE", "PARTNER",
    "ATTRIBUTION", "TIME_PERIOD",
)  # fmt: skip
ATTRIBUTES: Final = ("OBS_STATUS", "CONF_STATUS", "LOWER", "UPPER", "COVERAGE", "VINTAGE", "RULEBOOK_HASH")

_CODED: Final[Mapping[str, Callable[[str], str]]] = {
    "sex": code, "age_group": age, "disability": code, "sector": activity, "size_class": code, "partner": code,
}  # fmt: skip
"""The dimensions SEX to PARTNER: what they are called here, and how a value becomes a code."""

_CARRIED: Final = frozenset({*_CODED, "province", "regency", "district"})
_CONFIDENTIAL: Final[Mapping[str, str]] = {"few": "C", "dominated": "C", "secondary": "D"}
_UNDATED: Final = "9999-12-31"


def sdmx_csv(rows: Iterable[Observation]) -> str:
    """An SDMX-CSV 2.0 data message with a line for each key; the same rows give the same text.

    Numbers have at most six decimals; a value that is not given has OBS_STATUS M, and CONF_STATUS says so where it was
    suppressed.

    Raises:
        Misuse: a row is broken down by what the structure has no dimension for, or two rows with different numbers
            would have one key, as those of two vintages (``known_at``) do: they are two messages.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES))
    said: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in rows:
        key, values = _key(row), (decimal(row.value), *_attributes(row))
        if said.setdefault(key, values) != values:
            raise Misuse("sdmx-same-key", "two rows have the same SDMX key; write them as two messages", asked=key[3])
    writer.writerows(("datastructure", STRUCTURE, "I", *key, *values) for key, values in said.items())
    return page.getvalue()


def _key(row: Observation) -> tuple[str, ...]:
    for name in row.of:
        if name not in _CARRIED:
            raise Misuse("sdmx-dimension", f"SDMX has no dimension for {name}", asked=name, allowed=sorted(_CARRIED))
    broken_down = (_code(row.of, name) for name in _CODED)
    day = row.about.as_of
    return (
        "D", area(row.of), code(row.measure), _definition(row.about), *broken_down,
        code(row.attribution) if row.attribution else "_Z", day.isoformat() if day else _UNDATED,
    )  # fmt: skip


def _code(of: Mapping[str, str | None], name: str) -> str:
    if name not in of:
        return TOTAL
    value = of[name]
    return UNKNOWN if value is None else _CODED[name](value)


def _definition(about: About) -> str:
    """The rulebook's name; of one the caller changed, with its fingerprint, since a code has no room for the label."""
    name = code(about.rulebook)
    return name if about.label == about.rulebook else f"{name}${about.fingerprint}"


def _attributes(row: Observation) -> tuple[str, ...]:
    vintage = row.about.known_at
    return (
        status(row), _CONFIDENTIAL.get(row.status, ""), decimal(row.low), decimal(row.high), decimal(row.coverage),
        vintage.isoformat() if vintage else "", row.about.fingerprint,
    )  # fmt: skip
