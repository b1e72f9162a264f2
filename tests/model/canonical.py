"""Lines of okoce-records/1 to draw from: every key, and every way of leaving it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

__all__ = ["line_sets", "lines"]

Line = dict[str, Any]
_ABSENT = object()

_DATES = st.sampled_from(["2019", "2021-02", "2022-03-17", "2024-02-29"])
_IDS = {"person": st.sampled_from(["P1", "P2", "P é"]), "enterprise": st.sampled_from(["E1", "E2"])}
_PARTNERS = st.sampled_from(["A", "B"])
_COUNTS = st.integers(0, 10**6)
_HOURS = st.one_of(st.integers(0, 168), st.sampled_from([2.5, 0.1, 37.75, 0]))
_TEXTS = st.sampled_from(["Sari Karangan", "Kedai \u00e9 \U0001f33e", 'dengan "kutip" \\ garis', "baris\tdan; koma,"])
_PLACES = st.fixed_dictionaries(
    {}, optional={"file": st.just("asal.xlsx"), "sheet": st.sampled_from(["Anggota", None]), "row": st.integers(1, 99)}
)
_CLOCKS = {"observed": _DATES, "received": _DATES, "revision": st.integers(0, 3), "place": _PLACES}

_KEYS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "partner": {
        "name": _TEXTS,
        "kind": st.sampled_from(["community", "association", "campus", "school", "pesantren", "company", "government"]),
    },
    "person": {
        "name": st.sampled_from(["Sari Karangan", "  Sari   Karangan ", "Siti Émi, S.Pd."]),
        "nik": st.sampled_from(["9901014107909001", "99.01.01-410790 9002"]),
        "phones": st.lists(st.sampled_from(["0800-1000-001", "+628001000002 / 08001000003"]), max_size=2),
        "email": st.sampled_from(["Sari@Example.com", "budi@example.com"]),
        "born": _DATES,
        "sex": st.sampled_from(["F", "M"]),
        "region": st.sampled_from(["31", "31.75", "31.75.06", "Kota Bogor"]),
        "address": _TEXTS,
        "disability": st.booleans(),
        "memberships": st.lists(
            st.sampled_from(
                [
                    {"issuer": "NISN", "number": "0990000001"},
                    {"issuer": "tda", "number": "TDA-0001"},
                    {"issuer": "tda", "number": "tda 0001"},
                ]
            ),
            max_size=3,
        ),
    },
    "enterprise": {
        "name": _TEXTS,
        "nib": st.sampled_from(["9120000000011", "0220 1010 9001 2"]),
        "npwp": st.sampled_from(["01.234.567.4-909.000", "9901014107909001"]),
        "started": _DATES,
        "closed": _DATES,
        "reactivated": st.lists(_DATES, max_size=2),
        "taken_over": _DATES,
        "normal_hours": _HOURS,
        "brand": st.booleans(),
        "supports_owner": st.booleans(),
        "region": st.sampled_from(["32.71", "32"]),
        "sector": st.fixed_dictionaries(
            {"scheme": st.sampled_from(["KBLI2020", "KBLI2025"]), "code": st.just("56101")}
        ),
        "institution": st.fixed_dictionaries(
            {"scheme": st.sampled_from(["NSPP", "NPSN"]), "number": st.just("20200001")}
        ),
        "received": _DATES,
    },
    "participation": {
        "date": _DATES,
        "stage": st.sampled_from(["registered", "trained", "mentored", "licensed", "marketed", "reported", "financed"]),
        "role": st.sampled_from(
            ["beneficiary", "owner", "employee", "student", "mentor", "committee", "representative", "unknown"]
        ),
    },
    "ownership": {"from": _DATES, "to": _DATES, "works": st.booleans(), "hours": _HOURS},
    "permit": {"number": _TEXTS, "issued": _DATES, "ended": _DATES},
    "headcount": {
        "date": _DATES,
        "full_time": _COUNTS,
        "part_time": _COUNTS,
        "part_time_hours": st.lists(_HOURS, max_size=2),
        "seasonal": st.lists(
            st.fixed_dictionaries({"count": _COUNTS, "months": st.integers(1, 12)}, optional={"hours": _HOURS}),
            max_size=2,
        ),
        "casual": _COUNTS,
        "third_party": _COUNTS,
        "unpaid_hours": st.lists(_HOURS, max_size=2),
        "total": _COUNTS,
        "owners_included": st.booleans(),
    },
    "employment": {"from": _DATES, "to": _DATES},
    "total": {"unit": st.sampled_from(["persons", "rows", "unknown"]), "as_of": _DATES},
}
_NEEDED: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "partner": {"id": _PARTNERS},
    "person": {"id": _IDS["person"]},
    "enterprise": {"id": _IDS["enterprise"]},
    "participation": {"partner": _PARTNERS, "person": _IDS["person"]},
    "ownership": _IDS,
    "permit": {
        "enterprise": _IDS["enterprise"],
        "kind": st.sampled_from(["IUMK", "SKU", "NIB", "PIRT", "HALAL", "BPOM", "HAKI", "OTHER"]),
    },
    "headcount": {"partner": _PARTNERS, "enterprise": _IDS["enterprise"]},
    "employment": _IDS,
    "total": {
        "partner": _PARTNERS,
        "measure": st.sampled_from(["participants", "entrepreneurs", "enterprises", "jobs", "context"]),
        "value": _COUNTS,
    },
}


@st.composite
def lines(draw: Callable[..., Any], kind: str) -> Line:
    """A right line of that type; each key that is not needed is there, null or absent."""
    said: Line = {"type": kind, **{key: draw(values) for key, values in _NEEDED[kind].items()}}
    for key, values in {**_KEYS[kind], **_CLOCKS}.items():
        shown = draw(st.one_of(values, values, st.none(), st.just(_ABSENT), st.just(_ABSENT)))
        if shown is not _ABSENT and key not in said:
            said[key] = shown
    return said


def line_sets(max_size: int = 8) -> st.SearchStrategy[list[Line]]:
    """Right lines of any type."""
    return st.lists(st.sampled_from(sorted(_KEYS)).flatmap(lines), max_size=max_size)
