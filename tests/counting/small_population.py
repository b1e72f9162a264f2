"""Three people, two lists, one enterprise: small enough to count on one's fingers.

On A's list are P1 and P2, on B's P2 and P3. P1 (F, of Jakarta Timur) owns E1, which has a NIB, four workers and nobody
who says whether its owner is among them. P2 is M, of Kabupaten Bandung; of P3 nothing is said.
"""

from __future__ import annotations

from itertools import chain

import okoce_core as okoce
from okoce_core.counting.exports import Rows, rows_of

from .records_of_vector import as_bytes

__all__ = ["AS_OF", "population", "rows_under"]

AS_OF = "2022-09-30"

LINES = (
    {"type": "partner", "id": "A", "kind": "association"},
    {"type": "partner", "id": "B", "kind": "school"},
    {"type": "person", "id": "P1", "sex": "F", "region": "31.75.06"},
    {"type": "person", "id": "P2", "sex": "M", "region": "32.04"},
    {"type": "participation", "partner": "A", "person": "P1", "date": "2020-01-01", "stage": "registered"},
    {"type": "participation", "partner": "A", "person": "P2", "date": "2020-01-01", "stage": "registered"},
    {"type": "participation", "partner": "B", "person": "P2", "date": "2021-01-01", "stage": "registered"},
    {"type": "participation", "partner": "B", "person": "P3", "date": "2021-01-01", "stage": "registered"},
    {"type": "enterprise", "id": "E1", "region": "31.75"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2019-01-01"},
    {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2021-03-01"},
    {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022-06-30", "full_time": 4},
)  # fmt: skip


def population():
    return okoce.resolve(okoce.read(as_bytes(LINES)))


def rows_under(*books, **what):
    """Rows of the population under each rulebook, together."""
    figures = okoce.compare(population(), books, as_of=AS_OF)
    return Rows(chain.from_iterable(rows_of(each, **what) for each in figures))
