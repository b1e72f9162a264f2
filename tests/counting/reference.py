"""A second opinion on every figure: slow, plain, and written from the specification alone.

It shares no code with the library. A set of facts is a list of okoce-records/1 lines (dicts, header left out), a
rulebook a dict of dotted fields, a day a date. A partial date is a pair of its first and last day, a date nobody gave
is None.

Each answer is worked out three times, once in each *view* of the dates: ``certain`` (all of a date has passed),
``possible`` (its first day has) and ``widest`` (the same, and dates nobody gave may have passed too). The rulebook's
``dates`` says which of the first two is the value; ``certain`` gives the low end and ``widest`` the high one.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

__all__ = ["RANK", "Answer", "Facts", "Span", "Worth", "answer", "claim", "span"]

Line = Mapping[str, Any]
Book = Mapping[str, Any]
Span = tuple[date, date]

RANK = ["registered", "trained", "mentored", "licensed", "marketed", "reported", "financed"]
PAID = ("full_time", "part_time", "seasonal", "casual", "third_party")
GIVEN = (*PAID, "unpaid_hours")
VIEWS = ("certain", "possible", "widest")


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
    participants_unknown: int
    jobs_unknown: int
    claimed: int
    equal: Mapping[str, Mapping[str, Fraction]]


# --- dates ------------------------------------------------------------------------------------------------------------


def span(text: str | None) -> Span | None:
    """The first and last day of an ISO date that may be partial.

    >>> span("2022-09")
    (datetime.date(2022, 9, 1), datetime.date(2022, 9, 30))
    """
    if text is None:
        return None
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1])
    return date(*parts), date(*parts)


def dated(line: Line, key: str) -> Span | None:
    """When a fact began. Undated, but in a source that describes a day: by that day (design 4.1)."""
    if line.get(key) is None and line.get("observed") is not None:
        return date.min, span(line["observed"])[1]
    return span(line.get(key))


def passed(when: Span | None, view: str, as_of: date) -> bool:
    """Whether something dated so lies on or before the day."""
    if when is None:
        return view == "widest"
    return (when[1] if view == "certain" else when[0]) <= as_of


def whole_months(since: date, until: date) -> int:
    """Completed months between two days."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - (until.day < since.day)


def in_force(own: Line, on: Span, view: str) -> bool:
    """Whether the ownership [from, to) holds on a day, which may itself be known only roughly."""
    until = span(own.get("to"))
    if view == "certain":
        return passed(dated(own, "from"), view, on[0]) and (until is None or until[0] > on[1])
    return passed(dated(own, "from"), view, on[1]) and (until is None or until[1] > on[0])


# --- facts ------------------------------------------------------------------------------------------------------------


class Facts:
    """The facts known by a day, each once, by kind."""

    def __init__(self, lines: Iterable[Line], known_at: date | None) -> None:
        self.kinds: dict[str, list[Line]] = {}
        for line in lines:
            received = span(line.get("received"))
            if known_at is not None and received is not None and received[1] > known_at:
                continue
            kind = self.kinds.setdefault(line["type"], [])
            if line not in kind:
                kind.append(line)

    def of(self, kind: str, **named: str) -> list[Line]:
        """The facts of a kind that name these things."""
        return [f for f in self.kinds.get(kind, []) if all(f.get(key) == value for key, value in named.items())]

    def enterprise(self, ident: str) -> Line:
        """What is said of an enterprise; nothing if it has no line."""
        return next((e for e in self.kinds.get("enterprise", []) if e["id"] == ident), {})

    def closed(self, ident: str, as_of: date) -> bool:
        """Whether it is closed on a day: the closing has passed and no reactivation after it has."""
        ended = span(self.enterprise(ident).get("closed"))
        back = [span(day) for day in self.enterprise(ident).get("reactivated") or []]
        return ended is not None and ended[0] <= as_of and not any(ended[0] < day[0] <= as_of for day in back)


# --- people -----------------------------------------------------------------------------------------------------------


def qualifying(facts: Facts, book: Book, as_of: date, view: str) -> list[Line]:
    """The participations that make participants."""
    lowest = RANK.index(book["participant.min_stage"])
    return [
        part
        for part in facts.of("participation")
        if part.get("role", "beneficiary") == "beneficiary"
        and RANK.index(part["stage"]) >= lowest
        and passed(dated(part, "date"), view, as_of)
    ]


def joined(parts: Iterable[Line], people: Iterable[str]) -> date:
    """The first day of these people's earliest participation."""
    wanted = set(people)
    return min(dated(p, "date")[0] for p in parts if p["person"] in wanted and dated(p, "date") is not None)


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


def counted_ownerships(facts: Facts, book: Book, as_of: date, view: str) -> list[Line]:
    """The ownerships that make a participant an entrepreneur."""
    parts = qualifying(facts, book, as_of, view)
    people = {part["person"] for part in parts}
    found = []
    for own in facts.of("ownership"):
        if own["person"] not in people or book["entrepreneur.test"] == "none":
            continue
        if not passed(dated(own, "from"), view, as_of):
            continue
        if book["entrepreneur.state"] == "active" and (
            not in_force(own, (as_of, as_of), view) or facts.closed(own["enterprise"], as_of)
        ):
            continue
        since = joined(parts, [own["person"]]) if book["entrepreneur.new_only"] else None
        if book["entrepreneur.test"] == "permit" and not permitted(facts, book, own, since, as_of, view):
            continue
        if book["entrepreneur.test"] == "employer":
            known = headcount(facts, {**book, "jobs.value": "last"}, own["enterprise"], as_of, view)
            if known is None or known.value < 1:
                continue
        found.append(own)
    return found


# --- jobs -------------------------------------------------------------------------------------------------------------


def working_owners(facts: Facts, enterprise: str, on: Span, view: str) -> list[Line]:
    """The ownerships in force whose owner works in the enterprise."""
    return [
        own
        for own in facts.of("ownership", enterprise=enterprise)
        if own.get("works", True) is not False and in_force(own, on, view)
    ]


def owners_as_jobs(facts: Facts, book: Book, enterprise: str, as_of: date) -> Fraction:
    """What the owners add (design 4.4, Owners as jobs)."""
    if book["jobs.owners"] == "exclude" or facts.closed(enterprise, as_of):
        return Fraction(0)
    owners = working_owners(facts, enterprise, (as_of, as_of), "certain")
    if book["jobs.unit"] == "head":
        return Fraction(len(owners))
    return sum((Fraction(own.get("hours", 40), 40) for own in owners), Fraction(0))


def worth(facts: Facts, book: Book, report: Line) -> Worth | None:
    """What one report comes to, or None where it says nothing."""
    low = value = _counted(facts, book, report)
    if value is None:
        return None
    leaves_out = set(book["jobs.classes"]) != set(PAID) or book["jobs.unpaid"] == "none"
    if not any(name in report for name in GIVEN) and leaves_out:
        low = Fraction(0)
    high = value
    included = report.get("owners_included")
    if included is not False:
        owners = len(working_owners(facts, report["enterprise"], dated(report, "date") or (date.max,) * 2, "certain"))
        low = max(Fraction(0), low - owners)
        if included is True:
            value = high = max(Fraction(0), value - owners)
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
    return paid + (len(hours) if book["jobs.unit"] == "head" else sum(Fraction(h, 40) for h in hours))


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
        same = latest.setdefault((report["partner"], report.get("date")), [report])
        best = (same[0].get("received", ""), same[0].get("revision", 0))
        if rank > best:
            same[:] = [report]
        elif rank == best and report not in same:
            same.append(report)
    known: dict[Span | None, list[Worth]] = {}
    for report in (report for same in latest.values() for report in same):
        said = worth(facts, book, report)
        if said is not None:
            known.setdefault(dated(report, "date"), []).append(said)
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
    parts = qualifying(facts, book, as_of, view)
    owners = [o["person"] for o in counted_ownerships(facts, book, as_of, view) if o["enterprise"] == enterprise]
    was = baseline(facts, book, enterprise, joined(parts, owners))
    if was is None:
        return None
    net = (found.low - was.high, found.value - was.value, found.high - was.low)
    return Worth(*(max(Fraction(0), end) if book["jobs.floor"] else end for end in net))


# --- figures ----------------------------------------------------------------------------------------------------------


def answer(lines: Iterable[Line], book: Book, as_of: date, known_at: date | None = None) -> Answer:
    """Every figure under a rulebook. ``jobs`` is None where the rulebook does not ask for them."""
    facts = Facts(lines, known_at)
    views = ("certain", book["dates"], "widest")
    parts = [qualifying(facts, book, as_of, view) for view in views]
    owns = [counted_ownerships(facts, book, as_of, view) for view in views]
    people = [{part["person"] for part in view} for view in parts]
    dated_people = {part["person"] for part in qualifying(facts, book, as_of, "possible")}
    partners_of = {person: {p["partner"] for p in parts[1] if p["person"] == person} for person in people[1]}
    enterprises = [{own["enterprise"] for own in view} for view in owns]
    entrepreneurs = [{own["person"] for own in view} for view in owns]
    jobs, unknown, each = _jobs(facts, book, as_of, views, enterprises)
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
        if end == 0:  # of an enterprise whose headcount is unknown the owners alone show in the low end
            ends[0] += sum(owners_as_jobs(facts, book, e, as_of) for e, said in found.items() if said is None)
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
