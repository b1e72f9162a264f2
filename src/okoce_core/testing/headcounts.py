"""Lines of how many work in an enterprise: by class, as one total, or nothing known."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from okoce_core.testing.vocabulary import ABSENT, PARTNERS, REPORT_DATES, Line, line, observed, perhaps

__all__ = ["headcounts"]

_number = st.integers(0, 4)
_seasonal = st.lists(
    st.fixed_dictionaries(
        {"count": _number, "months": st.integers(1, 12)}, optional={"hours": st.sampled_from([40, 20, 10])}
    ),
    max_size=2,
)


@st.composite
def _by_class(draw: st.DrawFn) -> Line:
    """Classes with at least one that is known; a part-timer's hours may be missing."""
    part_time = draw(perhaps(_number))
    hours: Any = ABSENT
    if part_time is not ABSENT:
        hours = draw(perhaps(st.lists(st.sampled_from([10, 20, 30]), max_size=part_time)))
    classes = {
        "full_time": draw(_number),
        "part_time": part_time,
        "part_time_hours": hours,
        "seasonal": draw(perhaps(_seasonal, 3)),
        "casual": draw(perhaps(_number, 3)),
        "third_party": draw(perhaps(st.sampled_from([0, 1, 2, 3, 4, None]), 3)),
        "unpaid_hours": draw(perhaps(st.lists(st.sampled_from([10, 13, 14, 40]), max_size=3))),
    }
    return {key: value for key, value in classes.items() if value is not ABSENT}


@st.composite
def _in_all(draw: st.DrawFn) -> Line:
    """A total, perhaps a range, or one that is said to be unknown."""
    total = draw(st.one_of(st.integers(0, 7), st.none()))
    if total is None or draw(st.integers(0, 3)) < 3:
        return {"total": total}
    return {"total": total, "total_high": total + draw(st.integers(0, 2))}


_said = st.one_of(_by_class(), _by_class(), _by_class(), _in_all())


@st.composite
def headcounts(draw: st.DrawFn, enterprise: str) -> list[Line]:
    """Reports of one enterprise. Either all say when they were received and which revision they are, or none does."""
    pool = draw(st.sampled_from(REPORT_DATES))
    ranked = draw(st.booleans())
    lines = []
    for _ in range(draw(st.sampled_from([1, 2, 3, 4, 0]))):
        rank: dict[str, Any] = {}
        if ranked:
            rank["received"] = draw(st.sampled_from(["2022-07-01", "2022-10-05"]))
            rank["revision"] = draw(st.integers(1, 2))
        lines.append(
            line(
                "headcount",
                partner=draw(st.sampled_from(PARTNERS)),
                enterprise=enterprise,
                date=draw(st.sampled_from([*pool * 3, ABSENT])),
                observed=draw(observed),
                owners_included=draw(st.sampled_from([False, False, False, True, ABSENT])),
                **rank,
                **draw(_said),
            )
        )
    return lines
