"""Lines of those who are counted: partners, people and enterprises. Each may be drawn as no line at all."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from okoce_core.testing.vocabulary import ABSENT, KINDS, REGIONS, Line, line, perhaps, received

__all__ = ["enterprises", "partners", "people"]

# Closed and reactivated, consistent with any start that is drawn.
_LIVES: list[tuple[Any, Any]] = [
    *[(ABSENT, ABSENT)] * 6,
    ("2022-05-31", ABSENT),
    ("2021-09-30", ABSENT),
    ("2022-08", ABSENT),
    ("2022-10-05", ABSENT),
    ("2022-09-30", ABSENT),
    ("2022-09", ABSENT),
    ("2022", ABSENT),
    ("2021-10", ["2022-07-15"]),
    ("2022-05-31", ["2022-06-20", "2022-07-15"]),
    ("2022-08", ["2022-10-20"]),
    ("2022-05-31", ["2022-09"]),
    ("2022-05-31", ["2022-09-30"]),
]
_STARTED = ["2020-03-02", "2018-05-01", "2019", "2021", "2021-05"]
_SECTORS = [
    {"scheme": "KBLI2020", "code": "56101"},
    {"scheme": "KBLI2020", "code": "47111"},
    {"scheme": "KBLI2015", "code": "47111"},
]
# The ages around which groups are cut, on the days that are drawn; and a year that straddles a cut.
_BORN = ["1990-03-12", "1992-09-30", "1991-10-01", "2006-09-30", "1991", "2006-10", "1950"]


@st.composite
def partners(draw: st.DrawFn, ident: str) -> list[Line]:
    """A partner's own line, perhaps with its kind, or none."""
    if draw(st.integers(0, 1)) == 0:
        return []
    return [line("partner", id=ident, kind=draw(perhaps(st.sampled_from(KINDS))))]


@st.composite
def people(draw: st.DrawFn, ident: str) -> list[Line]:
    """A person's own line, or none: born, sex, region and disability, each perhaps."""
    if draw(st.integers(0, 1)) == 0:
        return []
    return [
        line(
            "person",
            id=ident,
            born=draw(perhaps(st.sampled_from(_BORN))),
            sex=draw(perhaps(st.sampled_from(["F", "M"]))),
            region=draw(perhaps(st.sampled_from(REGIONS))),
            disability=draw(perhaps(st.booleans(), 3)),
        )
    ]


@st.composite
def enterprises(draw: st.DrawFn, ident: str) -> list[Line]:
    """An enterprise's own line, or none. It closes after it started and is reactivated after it closed."""
    if draw(st.integers(0, 3)) == 0:
        return []
    closed, back = draw(st.sampled_from(_LIVES))
    return [
        line(
            "enterprise",
            id=ident,
            started=draw(perhaps(st.sampled_from(_STARTED))),
            closed=closed,
            reactivated=back,
            taken_over=draw(perhaps(st.sampled_from(["2021-09-01", "2022-01"]), 6)),
            normal_hours=draw(perhaps(st.sampled_from([40, 42, 35]), 3)),
            brand=draw(perhaps(st.booleans(), 3)),
            supports_owner=draw(perhaps(st.booleans(), 3)),
            region=draw(perhaps(st.sampled_from(REGIONS), 3)),
            sector=draw(perhaps(st.sampled_from(_SECTORS), 4)),
            received=draw(received),
        )
    ]
