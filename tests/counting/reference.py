"""A second opinion on every figure: slow, plain, and written from the specification alone.

It shares no code with the library. A set of facts is a list of okoce-records/1 lines (dicts, header left out), a
rulebook a dict of dotted fields, a day a date.

Each answer is worked out three times, once in each *view* of the dates: ``certain`` (all of a date has passed),
``possible`` (its first day has) and ``widest`` (the same, dates nobody gave may have passed too, and what nobody said
of an enterprise may be so). The rulebook's ``dates`` says which of the first two is the value; ``certain`` gives the
low end and ``widest`` the high one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from tests.counting.reference_facts import (
    VIEWS,
    Facts,
    Line,
    Span,
    dated,
    in_force,
    passed,
    report_date,
    span,
    whole_months,
)

__all__ = ["GIVEN", "PAID", "RANK", "VIEWS", "Answer", "Book", "Facts", "Worth", "answer", "claim", "modelled"]

Book = Mapping[str, Any]

RANK = ["registered", "trained", "mentored", "licensed", "marketed", "reported", "financed"]
PAID = ("full_time", "part_time", "seasonal", "casual", "third_party")
GIVEN = (*PAID, "unpaid_hours")
SAID = {"brand": "brand", "self_supporting": "supports_owner"}


class Worth(NamedTuple):
    """What a headcount comes to under a rulebook: the low end, the value, the high end."""

    low: Fraction
    value: Fraction
    high: Fraction


class Answer(NamedTuple):
    """All figures: for each measure (low, value, high), and the rest by name."""

    participants: tuple[int, int, int]
    entrepreneurs: tuple[int, int, int]
    enterprises: tuple[int, int, int]
    jobs: Worth | None
    employees: Worth | None
    persons_employed: Worth | None
    owners: int | None
    participants_unknown: int
    jobs_unknown: int
    claimed: int
    equal: Mapping[str, Mapping[str, Fraction]]


# --- people -----------------------------------------------------------------------------------------------------------


def qualifying(facts: Facts, stage: str, as_of: date, view: str) -> list[Line]:
    """The participations of beneficiaries at or above a stage that have passed."""
    return [
        part
        for part in facts.of("participation")
        if part.get("role", "beneficiary") == "beneficiary"
        and RANK.index(part["stage"]) >= RANK.index(stage)
        and passed(dated(part, "date"), view, as_of)
    ]


def taking_part(facts: Facts, book: Book, as_of: date, view: str) -> list[Line]:
    """The participations that make participants."""
    return qualifying(facts, book["participant.min_stage"], as_of, view)


def joined(parts: Iterable[Line], people: Iterable[str]) -> date:
    """The first day of these people's earliest participation; of one that nobody dated it may be any day."""
    wanted = set(people)
    return min((dated(p, "date") or (date.min,))[0] for p in parts if p["person"] in wanted)


def permitted(facts: Facts, book: Book, own: Line, since: date | None, as_of: date, view: str) -> bool:
    """Whether a permit of the enterprise counts for this owner (design 4.4, Permits)."""
    for permit in facts.of("permit", enterprise=own["enterprise"]):
        issued, until = dated(permit, "issued"), span(own.get("to"))
        if permit["kind"] not in book["entrepreneur.permits"] or not passed(issued, view, as_of):
            continue
        if issued is not None and until is not None and issued[1] >= until[0]:
            continue
        if book["entrepreneur.new_only"] and issued is not None and issued[1] < since:
            continue
        return True
    return False


def in_state(facts: Facts, book: Book, own: Line, as_of: date, view: str) -> bool:
    """Whether somebody owned the enterprise by the day, or owns it and it is not closed, as the rulebook asks."""
    if not passed(dated(own, "from"), view, as_of):
        return False
    if book["entrepreneur.state"] == "ever":
        return True
    return in_force(own, (as_of, as_of), view) and not facts.closed(own["enterprise"], as_of)


def passes(facts: Facts, book: Book, own: Line, parts: list[Line], as_of: date, view: str) -> bool:
    """Whether the ownership of a participant passes the rulebook's test."""
    test = book["entrepreneur.test"]
    if test == "permit":
        since = joined(parts, [own["person"]]) if book["entrepreneur.new_only"] else None
        return permitted(facts, book, own, since, as_of, view)
    if test == "employer":
        known = headcount(facts, {**book, "jobs.value": "last"}, own["enterprise"], as_of, view)
        return known is not None and known.value >= 1
    if test in SAID:
        said = facts.enterprise(own["enterprise"]).get(SAID[test])
        unsaid = said is None and view == "widest"
        return said is True or unsaid or permitted(facts, book, own, None, as_of, view)
    return test in ("owns", "stage")


def reached(facts: Facts, book: Book, as_of: date, view: str) -> set[str]:
    """The participants who may be entrepreneurs: under ``stage`` those who reached it, else all."""
    people = {part["person"] for part in taking_part(facts, book, as_of, view)}
    if book["entrepreneur.test"] != "stage":
        return people
    return people & {p["person"] for p in qualifying(facts, book["entrepreneur.min_stage"], as_of, view)}


def counted_ownerships(facts: Facts, book: Book, as_of: date, view: str) -> list[Line]:
    """The ownerships that make a participant an entrepreneur, or under ``stage`` the entrepreneurs' own."""
    parts, people = taking_part(facts, book, as_of, view), reached(facts, book, as_of, view)
    return [
        own
        for own in facts.of("ownership")
        if own["person"] in people
        and in_state(facts, book, own, as_of, view)
        and passes(facts, book, own, parts, as_of, view)
    ]


# --- jobs -------------------------------------------------------------------------------------------------------------


def working_owners(facts: Facts, enterprise: str, on: Span, view: str) -> list[Line]:
    """The ownerships in force whose owner works in the enterprise."""
    return [
        own
        for own in facts.of("ownership", enterprise=enterprise)
        if own.get("works", True) is not False and in_force(own, on, view)
    ]


def owners_today(facts: Facts, enterprise: str, as_of: date) -> list[Line]:
    """The working owners certainly in force on the day; none where it is closed (design 4.4, Owners as jobs)."""
    if facts.closed(enterprise, as_of):
        return []
    return working_owners(facts, enterprise, (as_of, as_of), "certain")


def owners_as_jobs(facts: Facts, book: Book, enterprise: str, as_of: date) -> Fraction:
    """What the owners add."""
    if book["jobs.owners"] == "exclude":
        return Fraction(0)
    owners = owners_today(facts, enterprise, as_of)
    if book["jobs.unit"] == "head":
        return Fraction(len(owners))
    return sum((Fraction(own.get("hours", 40), 40) for own in owners), Fraction(0))


def worth(facts: Facts, book: Book, report: Line) -> Worth | None:
    """What one report comes to, or None where it says nothing."""
    value = _counted(facts, book, report)
    if value is None:
        return None
    low = high = value
    if not any(name in report for name in GIVEN):
        high = Fraction(report.get("total_high", report["total"]))
        if set(book["jobs.classes"]) != set(PAID) or book["jobs.unpaid"] == "none":
            low = Fraction(0)
    included = report.get("owners_included")
    if included is not False:
        owners = len(working_owners(facts, report["enterprise"], report_date(report) or (date.max,) * 2, "certain"))
        low = max(Fraction(0), low - owners)
        if included is True:
            value, high = (max(Fraction(0), end - owners) for end in (value, high))
    return Worth(low, value, high)


def _counted(facts: Facts, book: Book, report: Line) -> Fraction | None:
    if not any(name in report for name in GIVEN):
        return None if report.get("total") is None else Fraction(report["total"])
    count = _heads if book["jobs.unit"] == "head" else _full_time_equivalents
    paid = sum((count(report, name) for name in book["jobs.classes"]), Fraction(0))
    hours = report.get("unpaid_hours") or []
    normal = facts.enterprise(report["enterprise"]).get("normal_hours", 40)
    if book["jobs.unpaid"] == "none":
        hours = []
    elif book["jobs.unpaid"] == "1/3":
        hours = [h for h in hours if 3 * h >= normal]
    counted = paid + (len(hours) if book["jobs.unit"] == "head" else sum(Fraction(h, 40) for h in hours))
    asked = [*book["jobs.classes"], *([] if book["jobs.unpaid"] == "none" else ["unpaid_hours"])]
    if not counted and any(name in report and report[name] is None for name in asked):
        return None  # nothing told of the classes asked for, and one of them unknown
    return counted


def _heads(report: Line, name: str) -> Fraction:
    given = report.get(name) or 0
    return Fraction(sum(s["count"] for s in given) if isinstance(given, list) else given)


def _full_time_equivalents(report: Line, name: str) -> Fraction:
    given = report.get(name) or 0
    if name == "seasonal":
        return sum((Fraction(s["count"] * s["months"] * s.get("hours", 40), 480) for s in given or []), Fraction(0))
    if name == "part_time":
        hours = report.get("part_time_hours") or []
        return sum((Fraction(h, 40) for h in hours), Fraction(given - len(hours), 2))
    return Fraction(given)


def known_reports(facts: Facts, book: Book, enterprise: str) -> dict[Span | None, list[Worth]]:
    """What the reports in force say, by date: of one partner's for one date the latest (design 4.4, Reports)."""
    latest: dict[tuple[Any, ...], list[Line]] = {}
    for report in facts.of("headcount", enterprise=enterprise):
        rank = (report.get("received", ""), report.get("revision", 0))
        same = latest.setdefault((report["partner"], report_date(report)), [report])
        best = (same[0].get("received", ""), same[0].get("revision", 0))
        if rank > best:
            same[:] = [report]
        elif rank == best and report not in same:
            same.append(report)
    known: dict[Span | None, list[Worth]] = {}
    for report in (report for same in latest.values() for report in same):
        said = worth(facts, book, report)
        if said is not None:
            known.setdefault(report_date(report), []).append(said)
    return known


def settled(book: Book, said: list[Worth]) -> Worth:
    """One worth for one date: the conflict rule gives the value, the ends keep the interval."""
    choose = min if book["jobs.conflict"] == "min" else max
    return Worth(min(w.low for w in said), choose(w.value for w in said), max(w.high for w in said))


def headcount(facts: Facts, book: Book, enterprise: str, as_of: date, view: str) -> Worth | None:
    """The headcount by the value rule, without closure, baseline or owners; None where it is unknown."""
    seen = {
        when: settled(book, said)
        for when, said in known_reports(facts, book, enterprise).items()
        if when is not None and passed(when, view, as_of)
    }
    if not seen:
        return None
    if book["jobs.value"] == "peak":
        return Worth(*(max(w[end] for w in seen.values()) for end in range(3)))
    last = max(seen)
    limit = book["jobs.max_age_months"]
    return None if limit is not None and whole_months(last[1], as_of) > limit else seen[last]


def baseline(facts: Facts, book: Book, enterprise: str, since: date) -> Worth | None:
    """What there was on joining (design 4.4, Baseline)."""
    before = {
        when: said
        for when, said in known_reports(facts, book, enterprise).items()
        if when is not None and when[1] <= since
    }
    if before:
        return settled(book, before[max(before)])
    started = span(facts.enterprise(enterprise).get("started"))
    return Worth(*[Fraction(0)] * 3) if started is not None and started[0] > since else None


def jobs_of(facts: Facts, book: Book, enterprise: str, as_of: date, view: str) -> Worth | None:
    """An enterprise's jobs, or None where they are unknown."""
    found = headcount(facts, book, enterprise, as_of, view)
    if book["jobs.value"] in ("stock", "net") and facts.closed(enterprise, as_of):
        found = Worth(*[Fraction(0)] * 3)
    if found is None:
        return None
    added = owners_as_jobs(facts, book, enterprise, as_of)
    found = Worth(*(end + added for end in found))
    if book["jobs.value"] != "net":
        return found
    parts = taking_part(facts, book, as_of, view)
    owners = [o["person"] for o in counted_ownerships(facts, book, as_of, view) if o["enterprise"] == enterprise]
    was = baseline(facts, book, enterprise, joined(parts, owners))
    if was is None:
        return None
    net = (found.low - was.high, found.value - was.value, found.high - was.low)
    return Worth(*(max(Fraction(0), end) if book["jobs.floor"] else end for end in net))


# --- figures ----------------------------------------------------------------------------------------------------------


def answer(lines: Iterable[Line], book: Book, as_of: date, known_at: date | None = None) -> Answer:
    """Every figure under a rulebook of units. ``jobs`` is None where the rulebook does not ask for them."""
    facts = Facts(lines, known_at)
    views = ("certain", book["dates"], "widest")
    parts = [taking_part(facts, book, as_of, view) for view in views]
    owns = [counted_ownerships(facts, book, as_of, view) for view in views]
    people = [{part["person"] for part in view} for view in parts]
    dated_people = {part["person"] for part in taking_part(facts, book, as_of, "possible")}
    partners_of = {person: {p["partner"] for p in parts[1] if p["person"] == person} for person in people[1]}
    enterprises = [{own["enterprise"] for own in view} for view in owns]
    entrepreneurs = [{own["person"] for own in view} for view in owns]
    if book["entrepreneur.test"] == "stage":
        entrepreneurs = [reached(facts, book, as_of, view) for view in views]
    jobs, unknown, each = _jobs(facts, book, as_of, views, enterprises)
    apart = [
        _jobs(facts, {**book, "jobs.owners": rule}, as_of, views, enterprises)[0]
        for rule in ("exclude", "per_enterprise")
    ]
    equal = {
        "participants": _shares((Fraction(1), partners_of[person]) for person in people[1]),
        "entrepreneurs": _shares((Fraction(1), partners_of[person]) for person in entrepreneurs[1]),
        "jobs": _shares(
            (value, set().union(*(partners_of[own["person"]] for own in owns[1] if own["enterprise"] == enterprise)))
            for enterprise, value in each.items()
        ),
    }
    return Answer(
        _widened(facts, book, tuple(map(len, people))),
        tuple(map(len, entrepreneurs)),
        tuple(map(len, enterprises)),
        jobs,
        *apart,
        None if jobs is None else sum(len(owners_today(facts, e, as_of)) for e in enterprises[1]),
        len(people[2] - dated_people),
        unknown,
        sum(len(partners) for partners in partners_of.values()),
        equal,
    )


def claim(lines: Iterable[Line]) -> tuple[int, int, int]:
    """``okoce-claim@1``: participants, entrepreneurs, jobs as the arithmetic of the lines as they were sent."""
    sent = list(lines)
    owners = {line["person"] for line in sent if line["type"] == "ownership"}
    rows = [line for line in sent if line["type"] == "participation"]
    heads = 0
    for report in (line for line in sent if line["type"] == "headcount"):
        if any(name in report for name in GIVEN):
            heads += int(sum(_heads(report, name) for name in PAID)) + len(report.get("unpaid_hours") or [])
        else:
            heads += report.get("total") or 0
    return len(rows), sum(row["person"] in owners for row in rows), heads


def modelled(lines: Iterable[Line], book: Book, as_of: date, known_at: date | None = None) -> dict[str, Worth]:
    """A rulebook of rates: participants as they are counted, the others the rates' multiples of them."""
    facts = Facts(lines, known_at)
    people = [{p["person"] for p in taking_part(facts, book, as_of, v)} for v in ("certain", book["dates"], "widest")]
    base = Worth(*map(Fraction, _widened(facts, book, tuple(map(len, people)))))
    entrepreneurs = Worth(*(end * book["rates.entrepreneurs"] for end in base))
    jobs = Worth(*(end * book["rates.jobs"] for end in entrepreneurs))
    return {"participants": base, "entrepreneurs": entrepreneurs, "jobs": jobs}


def _jobs(
    facts: Facts, book: Book, as_of: date, views: tuple[str, ...], enterprises: list[set[str]]
) -> tuple[Worth | None, int, dict[str, Fraction]]:
    if book["jobs.classes"] is None:
        return None, 0, {}
    ends = []
    for end, (view, counted) in enumerate(zip(views, enterprises, strict=True)):
        found = {enterprise: jobs_of(facts, book, enterprise, as_of, view) for enterprise in counted}
        if end == 1:
            each = {enterprise: said.value for enterprise, said in found.items() if said is not None}
            unknown = len(found) - len(each)
        ends.append(sum((said[end] for said in found.values() if said is not None), Fraction(0)))
        if end != 1:  # of an enterprise whose headcount is unknown the owners alone show, in the ends
            ends[end] += sum(owners_as_jobs(facts, book, e, as_of) for e, said in found.items() if said is None)
    return Worth(*ends), unknown, each


def _shares(items: Iterable[tuple[Fraction, set[str]]]) -> dict[str, Fraction]:
    shares: dict[str, Fraction] = {}
    for value, partners in items:
        for partner in partners:
            shares[partner] = shares.get(partner, Fraction(0)) + value / len(partners)
    return shares


def _widened(facts: Facts, book: Book, listed: tuple[int, ...]) -> tuple[int, int, int]:
    """The ends as partners that gave only a number leave them (counting.md 3.3)."""
    low, value, high = listed
    for total in facts.of("total", measure="participants"):
        if total["unit"] == "persons":
            low = max(low, total["value"])
        high += total["value"]
    return low, value, high
