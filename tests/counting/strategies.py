"""Cases for the reference program: facts, a rulebook, and the days, kept within what the specification decides.

What is drawn comes from :mod:`okoce_core.testing.strategies`; combinations whose meaning nobody says are left out here.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from okoce_core.testing.strategies import (
    DAYS,
    PARTNERS,
    PEOPLE,
    Line,
    days,
    facts,
    later_facts,
    participations,
    rulebook_fields,
)

__all__ = ["DAYS", "KNOWN_AT", "PARTNERS", "PEOPLE", "books", "cases", "days", "facts", "later_facts", "participations"]

KNOWN_AT = [None, None, "2022-07-01", "2022-10-04"]

_NO_JOBS = "jobs.classes"


@st.composite
def books(draw: st.DrawFn) -> dict[str, Any]:
    """The fields of a rulebook; combinations whose meaning is not said are left out."""
    fields = draw(rulebook_fields())
    if fields["entrepreneur.test"] == "employer":
        # Not said: whether an employer of an earlier report is one for ever, and what "at least 1" means of
        # full-time equivalents, of a highest or a net headcount, or where jobs are not asked.
        fields["entrepreneur.state"] = "active"
        if fields[_NO_JOBS] is None:
            fields["entrepreneur.test"] = "owns"
        else:
            fields |= {"jobs.unit": "head", "jobs.value": "stock"}
    if fields["jobs.unit"] == "fte":
        # Not said: how much of a full-time equivalent a casual worker is.
        fields[_NO_JOBS] = [name for name in fields[_NO_JOBS] if name != "casual"] or ["full_time"]
    if fields["jobs.value"] == "peak":
        fields["jobs.max_age_months"] = None  # not said: whether it takes older reports out of the highest
    return fields


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Line], dict[str, Any], str, str | None]:
    """Facts, a rulebook, as_of and known_at."""
    book = draw(books())
    lines = draw(facts(totals=book["participant.min_stage"] == "registered"))
    return lines, book, draw(days()), draw(st.sampled_from(KNOWN_AT))
