"""Lines that contradict each other or cannot be: counting lists them as conflicts and never raises."""

from __future__ import annotations

from hypothesis import strategies as st

from okoce_core.testing.vocabulary import ENTERPRISES, PEOPLE, Line, line

__all__ = ["contradictions"]

_counts = st.integers(0, 4)


@st.composite
def _births_differ(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    births = draw(st.lists(st.sampled_from(["1990-03-12", "1991", "1990"]), min_size=2, max_size=2, unique=True))
    return [line("person", id=person, born=born) for born in births]


@st.composite
def _sexes_differ(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    return [line("person", id=person, sex=sex) for sex in draw(st.permutations(["F", "M"]))]


@st.composite
def _owner_before_birth(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    begins = draw(st.sampled_from(["2018-06-01", "2019", "2020"]))
    return [
        line("person", id=person, born="2020-07-01"),
        line("ownership", enterprise=enterprise, person=person, **{"from": begins}),
    ]


@st.composite
def _ownership_reversed(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    begins, ends = draw(st.sampled_from([("2021-03-01", "2020-03-01"), ("2022", "2021"), ("2022-12-01", "2021")]))
    return [line("ownership", enterprise=enterprise, person=person, **{"from": begins, "to": ends})]


@st.composite
def _closed_before_start(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    started, closed = draw(st.sampled_from([("2021-06-01", "2020-06-01"), ("2022", "2021"), ("2023-05-01", "2022-05")]))
    return [line("enterprise", id=enterprise, started=started, closed=closed)]


@st.composite
def _headcounts_differ(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    second = draw(st.sampled_from("AB"))
    return [
        line("headcount", partner=partner, enterprise=enterprise, date="2022-05-28", full_time=draw(_counts),
             owners_included=False)
        for partner in ("A", second)
    ]  # fmt: skip


@st.composite
def _headcount_outside_life(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    life, when = draw(
        st.sampled_from(
            [({"started": "2021-06-01"}, "2020-02-28"), ({"started": "2018-05-01", "closed": "2021-12-31"}, "2022-03")]
        )
    )
    told = line("headcount", partner="A", enterprise=enterprise, date=when, full_time=draw(_counts),
                owners_included=False)  # fmt: skip
    return [line("enterprise", id=enterprise, **life), told]


@st.composite
def _received_late(draw: st.DrawFn, person: str, enterprise: str) -> list[Line]:
    took_part = line("participation", partner="A", person=person, date="2021-03-01", stage="registered")
    return [{**took_part, "received": draw(st.sampled_from(["2022-11-01", "2022-12"]))}]


_KINDS = (
    _births_differ, _sexes_differ, _owner_before_birth, _ownership_reversed, _closed_before_start, _headcounts_differ,
    _headcount_outside_life, _received_late,
)  # fmt: skip


@st.composite
def contradictions(
    draw: st.DrawFn, people: list[str] = PEOPLE, enterprises: list[str] = ENTERPRISES, most: int = 2
) -> list[Line]:
    """From one to ``most`` contradictions about these people and enterprises.

    Two births, two sexes, an owner before birth, an ownership that ends before it begins, a closing before the start,
    two headcounts for one day, one outside the life of its enterprise, and a fact received late.
    """
    kinds = draw(st.lists(st.sampled_from(_KINDS), min_size=1, max_size=most))
    return [
        told for kind in kinds for told in draw(kind(draw(st.sampled_from(people)), draw(st.sampled_from(enterprises))))
    ]
