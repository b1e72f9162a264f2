"""Lines of what people and enterprises did: participations, ownerships, permits, employments, and partners' totals."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from okoce_core.testing.vocabulary import (
    ABSENT,
    EARLY,
    PARTNERS,
    PEOPLE,
    PERMITS,
    ROLES,
    STAGES,
    Line,
    dated,
    line,
    maybe_dated,
    observed,
    perhaps,
    received,
)

__all__ = ["employments", "ownerships", "participations", "permits", "totals"]


@st.composite
def participations(
    draw: st.DrawFn, people: list[str] = PEOPLE, partners: list[str] = PARTNERS, undated: bool = True
) -> Line:
    """One participation; mostly of a beneficiary, sometimes undated, sometimes in a source that describes a day."""
    return line(
        "participation",
        partner=draw(st.sampled_from(partners)),
        person=draw(st.sampled_from(people)),
        date=draw(maybe_dated if undated else dated),
        stage=draw(st.sampled_from(STAGES)),
        role=draw(perhaps(st.sampled_from(ROLES), 4)),
        observed=draw(observed),
        received=draw(received),
    )


@st.composite
def ownerships(draw: st.DrawFn, enterprise: str, people: list[str] = PEOPLE) -> list[Line]:
    """At most one ownership of the enterprise for each person; it ends after it begins."""
    owners = draw(st.lists(st.sampled_from(people), min_size=1, max_size=3, unique=True))
    starts = st.one_of(st.just("2017"), st.just("2018-06-01"), st.sampled_from(EARLY), maybe_dated)
    ends = perhaps(st.sampled_from(["2022-06-30", "2022-09-15", "2022-09-30", "2022", "2023"]), 5)
    return [
        line(
            "ownership",
            enterprise=enterprise,
            person=person,
            **_interval(draw(starts), draw(ends)),
            works=draw(perhaps(st.booleans(), 5)),
            hours=draw(perhaps(st.sampled_from([40, 20, 10]), 5)),
            observed=draw(observed),
            received=draw(received),
        )
        for person in owners
    ]


def _interval(begins: Any, ends: Any) -> Line:
    # Text compares as dates do here; an end inside the beginning's own month or year is left out.
    kept = ends is ABSENT or begins is ABSENT or ends[:4] > begins[:4]
    return {"from": begins, "to": ends if kept and begins is not ABSENT else ABSENT}


@st.composite
def permits(draw: st.DrawFn, enterprise: str) -> Line:
    """One permit of the enterprise, of any kind."""
    return line(
        "permit",
        enterprise=enterprise,
        kind=draw(st.sampled_from([*PERMITS, "NIB", "SKU"])),
        issued=draw(maybe_dated),
        observed=draw(observed),
        received=draw(received),
    )


@st.composite
def employments(draw: st.DrawFn, enterprise: str, people: list[str] = PEOPLE) -> Line:
    """A named worker of the enterprise."""
    begins = draw(perhaps(st.sampled_from(EARLY)))
    ends = draw(perhaps(st.sampled_from(["2022-06-30", "2023"]), 4))
    return line("employment", enterprise=enterprise, person=draw(st.sampled_from(people)), **_interval(begins, ends))


@st.composite
def totals(draw: st.DrawFn) -> list[Line]:
    """Numbers of participants that partners without a list gave, each partner one."""
    return [
        line(
            "total",
            partner=partner,
            measure="participants",
            value=draw(st.integers(0, 9)),
            unit=draw(st.sampled_from(["persons", "rows", "unknown"])),
            as_of="2022-06-30",
        )
        for partner in draw(st.lists(st.sampled_from(["T1", "T2"]), unique=True))
    ]
