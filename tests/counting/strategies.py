"""Small sets of facts and rulebooks to draw from, kept within what the specification decides.

What the specification leaves open is kept out here where it can be by construction, and by ``undecided`` where it takes
a look at the whole case. All names are single letters and numbers; nobody in here exists.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from tests.counting.records_of_vector import Line

__all__ = ["DAYS", "PARTNERS", "books", "cases", "facts", "later_facts", "participations", "people_and_places"]

Drawn = st.SearchStrategy

PARTNERS = ["A", "B", "C", "D"]
PEOPLE = ["P1", "P2", "P3", "P4", "P5"]
ENTERPRISES = ["E1", "E2", "E3"]
DAYS = ["2022-09-30", "2022-09-30", "2022-09-15", "2022-12-31"]

STAGES = ["registered", "trained", "mentored", "licensed", "marketed", "reported", "financed"]
CLASSES = ["full_time", "part_time", "seasonal", "casual", "third_party"]
PERMITS = ["IUMK", "NIB", "SKU", "PIRT", "HALAL"]

# Around each cut-off: days before, on and after it, and months and years that end before it, on it, or straddle it.
DATES = [
    "2019", "2020-03-01", "2020-06", "2021", "2021-03-01", "2021-09-15", "2022-02-28", "2022-06", "2022-09-15",
    "2022-09-29", "2022-09", "2022-09-30", "2022-10-01", "2022-10", "2022", "2022-12-31", "2023-01-05",
]  # fmt: skip

# No two of a pool overlap: which of two overlapping report dates is the later one is not said anywhere.
REPORT_DATES = [
    ["2020", "2021-03-28", "2021-08", "2021-09-28", "2022-05-28", "2022-08-15", "2022-09-28", "2022-10-01"],
    ["2019-06-28", "2020-06", "2021", "2022-03", "2022-09", "2022-12"],
    ["2018-12", "2020-02-28", "2021-06", "2021-12-15", "2022"],
]

_ABSENT = object()


def _line(kind: str, /, **keys: Any) -> Line:
    return {"type": kind, **{key: value for key, value in keys.items() if value is not _ABSENT}}


def _perhaps(strategy: Drawn[Any], odds: int = 2) -> Drawn[Any]:
    """The strategy's value once in ``odds`` times, else an absent key."""
    return st.integers(1, odds).flatmap(lambda drawn: strategy if drawn == odds else st.just(_ABSENT))


EARLY = ["2018-06-01", "2019", "2020-03-01", "2020-06", "2021", "2021-03-01", "2021-09-15", "2022-02-28"]

_dated = st.one_of(st.sampled_from(EARLY), st.sampled_from(EARLY), st.sampled_from(DATES))
_maybe_dated = st.one_of(_dated, _dated, _dated, _dated, st.just(_ABSENT))
_observed = _perhaps(st.sampled_from(["2022-06-30", "2022-09-30", "2022-10-31"]), 4)
_received = _perhaps(st.sampled_from(["2022-07-01", "2022-10-05", "2022-11-01"]), 4)


@st.composite
def participations(
    draw: Callable[..., Any], people: list[str] = PEOPLE, partners: list[str] = PARTNERS, undated: bool = True
) -> Line:
    """One participation; mostly of a beneficiary, sometimes undated, sometimes in a source that describes a day."""
    return _line(
        "participation",
        partner=draw(st.sampled_from(partners)),
        person=draw(st.sampled_from(people)),
        date=draw(_maybe_dated if undated else _dated),
        stage=draw(st.sampled_from(STAGES)),
        role=draw(_perhaps(st.sampled_from(["beneficiary", "mentor", "student", "committee"]), 4)),
        observed=draw(_observed),
        received=draw(_received),
    )


_LIVES = [
    *[(_ABSENT, _ABSENT)] * 6,
    ("2021-06-30", _ABSENT),
    ("2022-05-31", _ABSENT),
    ("2022-08", _ABSENT),
    ("2022-10-05", _ABSENT),
    ("2021", ["2022-07-15"]),
    ("2022-05-31", ["2022-06-20", "2022-07-15"]),
    ("2022-08", ["2022-10-20"]),
]


@st.composite
def _enterprise(draw: Callable[..., Any], ident: str) -> list[Line]:
    """An enterprise's own line, or none. A reactivation follows the closing."""
    if draw(st.integers(0, 3)) == 0:
        return []
    closed, back = draw(st.sampled_from(_LIVES))
    return [
        _line(
            "enterprise",
            id=ident,
            started=draw(_perhaps(st.sampled_from(["2018-05-01", "2019", "2020-03-02", "2021", "2021-05"]))),
            closed=closed,
            reactivated=back,
            normal_hours=draw(_perhaps(st.sampled_from([40, 42, 35]))),
            region=draw(_perhaps(st.sampled_from(["31.75.06", "32.73", "35"]))),
            received=draw(_received),
        )
    ]


@st.composite
def _ownerships(draw: Callable[..., Any], enterprise: str, people: list[str]) -> list[Line]:
    """At most one ownership for each person; it ends after it begins."""
    owners = draw(st.lists(st.sampled_from(people), min_size=1, max_size=3, unique=True))
    starts = st.one_of(st.just("2017"), st.just("2018-06-01"), st.sampled_from(EARLY), _maybe_dated)
    return [
        _line(
            "ownership",
            enterprise=enterprise,
            person=person,
            **_interval(draw(starts), draw(_perhaps(st.sampled_from(["2022-06-30", "2022-09-15", "2022", "2023"]), 5))),
            works=draw(_perhaps(st.booleans(), 5)),
            hours=draw(_perhaps(st.sampled_from([40, 20, 10]), 5)),
            observed=draw(_observed),
            received=draw(_received),
        )
        for person in owners
    ]


def _interval(begins: Any, ends: Any) -> dict[str, Any]:
    # Text compares as dates do here; an end inside the beginning's own month or year is left out.
    return {"from": begins, "to": _ABSENT if ends is _ABSENT or begins is _ABSENT or ends[:4] <= begins[:4] else ends}


@st.composite
def _permit(draw: Callable[..., Any], enterprise: str) -> Line:
    return _line(
        "permit",
        enterprise=enterprise,
        kind=draw(st.sampled_from([*PERMITS, "NIB", "SKU"])),
        issued=draw(_maybe_dated),
        observed=draw(_observed),
        received=draw(_received),
    )


_seasonal = st.lists(
    st.fixed_dictionaries(
        {"count": st.integers(0, 4), "months": st.integers(1, 12)}, optional={"hours": st.sampled_from([40, 20, 10])}
    ),
    max_size=2,
)


@st.composite
def _by_class(draw: Callable[..., Any]) -> Line:
    """Classes with at least one that is known; a part-timer's hours may be missing."""
    number = st.integers(0, 4)
    part_time = draw(_perhaps(number))
    hours = _ABSENT
    if part_time is not _ABSENT:
        hours = draw(_perhaps(st.lists(st.sampled_from([10, 20, 30]), max_size=part_time)))
    classes = {
        "full_time": draw(number),
        "part_time": part_time,
        "part_time_hours": hours,
        "seasonal": draw(_perhaps(_seasonal, 3)),
        "casual": draw(_perhaps(number, 3)),
        "third_party": draw(_perhaps(st.sampled_from([0, 1, 2, 3, 4, None]), 3)),
        "unpaid_hours": draw(_perhaps(st.lists(st.sampled_from([10, 13, 14, 40]), max_size=3))),
    }
    return {key: value for key, value in classes.items() if value is not _ABSENT}


_said = st.one_of(
    _by_class(), _by_class(), _by_class(), st.fixed_dictionaries({"total": st.one_of(st.integers(0, 7), st.none())})
)


@st.composite
def _headcounts(draw: Callable[..., Any], enterprise: str) -> list[Line]:
    """Reports of one enterprise. Either all say when they were received and which revision they are, or none does."""
    pool = draw(st.sampled_from(REPORT_DATES))
    ranked = draw(st.booleans())
    lines = []
    for _ in range(draw(st.sampled_from([1, 2, 3, 4, 0]))):
        rank = {}
        if ranked:
            rank["received"] = draw(st.sampled_from(["2022-07-01", "2022-10-05"]))
            rank["revision"] = draw(st.integers(1, 2))
        lines.append(
            _line(
                "headcount",
                partner=draw(st.sampled_from(PARTNERS)),
                enterprise=enterprise,
                date=draw(st.sampled_from([*pool * 3, _ABSENT])),
                owners_included=draw(st.sampled_from([False, False, False, True, _ABSENT])),
                **rank,
                **draw(_said),
            )
        )
    return lines


_totals = st.lists(
    st.builds(
        lambda partner, value, unit: _line(
            "total", partner=partner, measure="participants", value=value, unit=unit, as_of="2022-06-30"
        ),
        partner=st.sampled_from(["T1", "T2"]),
        value=st.integers(0, 9),
        unit=st.sampled_from(["persons", "unknown"]),
    ),
    max_size=2,
    unique_by=lambda line: line["partner"],
)


@st.composite
def facts(draw: Callable[..., Any], totals: bool = False, undated: bool = True) -> list[Line]:
    """A set of facts: two to four partners, up to five people and three enterprises, in any order."""
    partners = PARTNERS[: draw(st.integers(2, 4))]
    people = PEOPLE[: draw(st.integers(1, 5))]
    lines = [draw(participations([person], partners, undated)) for person in people]
    lines += draw(st.lists(participations(people, partners, undated), max_size=4))
    for enterprise in ENTERPRISES[: draw(st.sampled_from([1, 1, 2, 3, 0]))]:
        lines += draw(_enterprise(enterprise))
        lines += draw(_ownerships(enterprise, people))
        lines += draw(st.lists(_permit(enterprise), min_size=1, max_size=3))
        lines += draw(_headcounts(enterprise))
    if totals and draw(st.integers(0, 3)) == 0:
        lines += draw(_totals)
    return draw(st.permutations(lines))


@st.composite
def people_and_places(draw: Callable[..., Any]) -> list[Line]:
    """Lines of the people: their sex and region, or not even a line."""
    sexes, regions = _perhaps(st.sampled_from(["F", "M"])), _perhaps(st.sampled_from(["31.75.06", "32.73", "35"]))
    known = draw(st.lists(st.sampled_from(PEOPLE), unique=True))
    return [_line("person", id=person, sex=draw(sexes), region=draw(regions)) for person in known]


@st.composite
def later_facts(draw: Callable[..., Any]) -> list[Line]:
    """Facts about the same people and enterprises, dated after every cut-off that is drawn."""
    when, person, enterprise = st.sampled_from(["2023-01-01", "2023-02", "2024"]), st.sampled_from(PEOPLE), ENTERPRISES
    kinds = st.one_of(
        st.builds(
            lambda p, d: _line("participation", partner="A", person=p, date=d, stage="financed"), person, when
        ),
        st.builds(
            lambda e, p, d: _line("ownership", enterprise=e, person=p, **{"from": d}),
            st.sampled_from(enterprise), person, when,
        ),
        st.builds(lambda e, d: _line("permit", enterprise=e, kind="NIB", issued=d), st.sampled_from(enterprise), when),
        st.builds(
            lambda e, d, n: _line("headcount", partner="A", enterprise=e, date=d, full_time=n, owners_included=False),
            st.sampled_from(enterprise), when, st.integers(0, 9),
        ),
    )  # fmt: skip
    return draw(st.lists(kinds, min_size=1, max_size=4))


_permits = st.one_of(st.just(PERMITS[:3]), st.lists(st.sampled_from(PERMITS), min_size=1, unique=True))


@st.composite
def books(draw: Callable[..., Any]) -> dict[str, Any]:
    """The fields of a rulebook; combinations whose meaning is not said are left out."""
    test = draw(st.sampled_from(["permit", "permit", "permit", "owns", "owns", "employer", "none"]))
    # Whether an employer of an earlier report is one for ever is not said.
    state = "active" if test == "employer" else draw(st.sampled_from(["ever", "active"]))
    fields = {
        "dates": draw(st.sampled_from(["certain", "possible"])),
        "participant.min_stage": draw(
            st.sampled_from(["registered", "registered", "registered", "trained", "licensed"])
        ),
        "entrepreneur.test": test,
        "entrepreneur.state": state,
        # What is not older than the first participation is a permit; under another test there is none to ask for.
        "entrepreneur.new_only": test == "permit" and draw(st.integers(0, 3)) == 0,
        "entrepreneur.permits": draw(_permits) if test == "permit" else [],
    }
    if test != "employer" and draw(st.integers(0, 9)) == 0:
        return {**fields, **dict.fromkeys(_JOB_FIELDS)}
    unit = "head" if test == "employer" else draw(st.sampled_from(["head", "fte"]))
    values = ["last", "stock", "peak", "net"]
    # Of a highest or a net headcount, "at least 1" is not said.
    value = draw(st.sampled_from(values[:2] if test == "employer" else values))
    classes = st.lists(st.sampled_from(CLASSES), min_size=1, unique=True)
    counted = draw(st.one_of(st.just(CLASSES), classes))
    return {
        **fields,
        # How much of a full-time equivalent a casual worker is, is not said.
        "jobs.classes": counted if unit == "head" else [name for name in counted if name != "casual"] or ["full_time"],
        "jobs.unpaid": draw(st.sampled_from(["none", "1/3", "all"])),
        "jobs.owners": draw(st.sampled_from(["exclude", "per_enterprise"])),
        "jobs.unit": unit,
        "jobs.value": value,
        "jobs.floor": draw(st.booleans()),
        # Whether an age limit takes older reports out of the highest is not said.
        "jobs.max_age_months": None if value == "peak" else draw(st.sampled_from([None, None, 6, 12, 24])),
        "jobs.conflict": draw(st.sampled_from(["min", "max"])),
    }  # fmt: skip


_JOB_FIELDS = [
    f"jobs.{name}" for name in ("classes", "unpaid", "owners", "unit", "value", "floor", "max_age_months", "conflict")
]


@st.composite
def cases(draw: Callable[..., Any]) -> tuple[list[Line], dict[str, Any], str, str | None]:
    """Facts, a rulebook, as_of and known_at."""
    book = draw(books())
    # Which of undated participations is the first, is not said.
    undated = not book["entrepreneur.new_only"] and book["jobs.value"] != "net"
    lines = draw(facts(totals=book["participant.min_stage"] == "registered", undated=undated))
    return lines, book, draw(st.sampled_from(DAYS)), draw(st.sampled_from([None, None, "2022-07-01", "2022-10-04"]))
