"""The few names, days and codes that facts are drawn from, the plainest first: hypothesis shrinks towards the first.

Names are single letters and numbers and nobody in here exists. Days lie around the cut-offs of :data:`DAYS`: before, on
and after each, with months and years that end before it, on it, or straddle it.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

__all__ = [
    "ABSENT", "CLASSES", "DATES", "DAYS", "EARLY", "ENTERPRISES", "KINDS", "PARTNERS", "PEOPLE", "PERMITS", "REGIONS",
    "REPORT_DATES", "ROLES", "STAGES", "Line", "dated", "line", "maybe_dated", "observed", "perhaps", "received",
]  # fmt: skip

Line = dict[str, Any]

PARTNERS = ["A", "B", "C", "D"]
PEOPLE = ["P1", "P2", "P3", "P4", "P5"]
ENTERPRISES = ["E1", "E2", "E3"]
DAYS = ["2022-09-30", "2022-09-30", "2022-09-15", "2022-12-31"]

KINDS = ["community", "association", "campus", "school", "pesantren", "company", "government"]
STAGES = ["registered", "trained", "mentored", "licensed", "marketed", "reported", "financed"]
ROLES = ["beneficiary", "owner", "employee", "student", "mentor", "committee", "representative", "unknown"]
PERMITS = ["NIB", "SKU", "IUMK", "PIRT", "HALAL", "BPOM", "HAKI", "OTHER"]
CLASSES = ["full_time", "part_time", "seasonal", "casual", "third_party"]
REGIONS = ["31.75.06", "31.75", "32.73", "35", "31"]

EARLY = ["2018-06-01", "2019", "2020-03-01", "2020-06", "2021", "2021-03-01", "2021-09-15", "2022-02-28"]
DATES = [
    "2019", "2020-03-01", "2020-06", "2021", "2021-03-01", "2021-09-15", "2022-02-28", "2022-06", "2022-09-15",
    "2022-09-29", "2022-09", "2022-09-30", "2022-10-01", "2022-10", "2022", "2022-12-31", "2023-01-05",
]  # fmt: skip

# No two of a pool overlap: which of two overlapping report dates is the later one is not said anywhere.
REPORT_DATES = [
    ["2022-05-28", "2020", "2021-03-28", "2021-08", "2021-09-28", "2022-08-15", "2022-09-28", "2022-10-01"],
    ["2021", "2019-06-28", "2020-06", "2022-03", "2022-09", "2022-12"],
    ["2021-12-15", "2018-12", "2020-02-28", "2021-06", "2022"],
]

ABSENT: Any = type("Absent", (), {"__repr__": lambda self: "ABSENT"})()


def line(kind: str, /, **keys: Any) -> Line:
    """One line of okoce-records/1, without the keys that are absent.

    >>> line("person", id="P1", sex=ABSENT)
    {'type': 'person', 'id': 'P1'}
    """
    return {"type": kind, **{key: value for key, value in keys.items() if value is not ABSENT}}


def perhaps(strategy: st.SearchStrategy[Any], odds: int = 2) -> st.SearchStrategy[Any]:
    """The strategy's value once in ``odds`` times, else an absent key; it shrinks towards the absent key."""
    return st.integers(1, odds).flatmap(lambda drawn: strategy if drawn == odds else st.just(ABSENT))


dated: st.SearchStrategy[str] = st.one_of(st.sampled_from(EARLY), st.sampled_from(EARLY), st.sampled_from(DATES))
maybe_dated: st.SearchStrategy[Any] = st.one_of(dated, dated, dated, dated, st.just(ABSENT))
observed = perhaps(st.sampled_from(["2022-09-30", "2022-06-30", "2022-10-31", "2022-09"]), 4)
received = perhaps(st.sampled_from(["2022-07-01", "2022-10-05", "2022-11-01"]), 4)
