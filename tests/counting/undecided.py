"""Where the specification leaves a choice open, so that the reference program and the library may both be right.

``figures`` names what makes a whole case undecided: such a case is not drawn. ``ends`` names the low and high
ends that are undecided of a value that is not: these are not held to the reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from tests.counting import reference as ref

__all__ = ["ends", "figures"]


def figures(lines: list[ref.Line], book: ref.Book, as_of: date, known_at: date | None) -> set[str]:
    """What is open in the values of this case."""
    facts = ref.Facts(lines, known_at)
    found = set(_of_lives(facts, as_of))
    if book["entrepreneur.new_only"] or book["jobs.value"] == "net":
        undated = [part for part in ref.taking_part(facts, book, as_of, "widest") if part.get("date") is None]
        if undated:
            found.add("the first participation among undated ones")
    if book["jobs.classes"] is None:
        return found
    for report in facts.of("headcount"):
        if book["entrepreneur.test"] == "employer" and _one_elsewhere(facts, book, report):
            found.add("employer of classes that are not counted")
        if ref.report_date(report) is None:
            continue
        if report.get("owners_included") is True and _owners_open(facts, book, report):
            found.add("which owners to take off, or how much of a full-time equivalent")
        if book["jobs.max_age_months"] is not None and _age_open(report, book, as_of):
            found.add("whether a month that ends on its last day is complete")
    if book["jobs.value"] == "net" and book["jobs.owners"] == "per_enterprise":
        for enterprise in {report["enterprise"] for report in facts.of("headcount")}:
            since = _joined(facts, book, enterprise, as_of, book["dates"])
            if since is not None and ref.baseline(facts, book, enterprise, since) not in (None, (0, 0, 0)):
                found.add("owners as jobs in the baseline")
    return found


def ends(lines: list[ref.Line], book: ref.Book, as_of: date, known_at: date | None) -> set[str]:
    """The ends that are open in this case, as "jobs at least" and "jobs at most"."""
    facts = ref.Facts(lines, known_at)
    open_measures = set()
    if book["entrepreneur.test"] == "employer" or _units_open(facts, book, as_of):
        open_measures |= {"entrepreneurs", "enterprises", "jobs"}
    if "jobs" in open_measures or (book["jobs.classes"] is not None and any(_jobs_open(facts, book, as_of))):
        open_measures |= {"jobs", "employees"}
    with_owners = {**book, "jobs.owners": "per_enterprise"}
    if "jobs" in open_measures or (book["jobs.classes"] is not None and any(_jobs_open(facts, with_owners, as_of))):
        open_measures.add("persons employed")
    # Whether the low end of a highest headcount is that of the report that gave it, or the highest of all low ends.
    besides = {f"{of} at least" for of in ("jobs", "employees", "persons employed") if book["jobs.value"] == "peak"}
    if book["jobs.value"] == "net" and figures(lines, with_owners, as_of, known_at):
        besides |= {"persons employed"}
        open_measures.add("persons employed")
    return {f"{measure} {end}" for measure in open_measures for end in ("at least", "at most")} | besides


def _of_lives(facts: ref.Facts, as_of: date) -> Iterator[str]:
    """An enterprise that closes on the day itself, or in a month or year the day lies in."""
    for enterprise in facts.of("enterprise"):
        for day in [enterprise.get("closed"), *(enterprise.get("reactivated") or [])]:
            when = ref.span(day)
            if when is not None and when[0] <= as_of <= when[1]:
                yield "closing or reactivation around the cut-off"
        closed, back = ref.span(enterprise.get("closed")), enterprise.get("reactivated") or []
        if closed is not None and any(ref.span(day)[0] <= closed[1] for day in back):
            yield "reactivation not after the closing"


def _one_elsewhere(facts: ref.Facts, book: ref.Book, report: ref.Line) -> bool:
    every = {**book, "jobs.classes": ref.PAID, "jobs.unpaid": "all"}
    ours, all_ = ref.worth(facts, book, report), ref.worth(facts, every, report)
    return ours is not None and all_ is not None and (ours.value >= 1) != (all_.value >= 1)


def _owners_open(facts: ref.Facts, book: ref.Book, report: ref.Line) -> bool:
    on = ref.report_date(report)
    certain, widest = (ref.working_owners(facts, report["enterprise"], on, view) for view in ("certain", "widest"))
    other_hours = book["jobs.unit"] == "fte" and any(own.get("hours", 40) != 40 for own in certain)
    return certain != widest or other_hours


def _age_open(report: ref.Line, book: ref.Book, as_of: date) -> bool:
    since, limit = ref.report_date(report)[1], book["jobs.max_age_months"]
    by_days = ref.whole_months(since, as_of)
    by_month_end = by_days + (as_of.day < since.day)
    return (by_days > limit) != (by_month_end > limit)


def _joined(facts: ref.Facts, book: ref.Book, enterprise: str, as_of: date, view: str) -> date | None:
    owners = [o["person"] for o in ref.counted_ownerships(facts, book, as_of, view) if o["enterprise"] == enterprise]
    return ref.joined(ref.taking_part(facts, book, as_of, view), owners) if owners else None


def _units_open(facts: ref.Facts, book: ref.Book, as_of: date) -> bool:
    """A permit and an ownership's end that may or may not overlap; a first participation that depends on the view."""
    if book["entrepreneur.test"] != "permit":
        return False
    for own in facts.of("ownership"):
        until = ref.span(own.get("to"))
        for permit in facts.of("permit", enterprise=own["enterprise"]):
            issued = ref.dated(permit, "issued")
            if until is not None and (issued is None or (issued[1] >= until[0] and issued[0] < until[1])):
                return True
    firsts: dict[str, set[date]] = {}
    for view in ref.VIEWS:
        parts = ref.taking_part(facts, book, as_of, view)
        for person in {part["person"] for part in parts}:
            if any(ref.dated(part, "date") for part in parts if part["person"] == person):
                firsts.setdefault(person, set()).add(ref.joined(parts, [person]))
    return book["entrepreneur.new_only"] and any(len(days) > 1 for days in firsts.values())


def _jobs_open(facts: ref.Facts, book: ref.Book, as_of: date) -> Iterator[bool]:
    counted = [
        {own["enterprise"] for own in ref.counted_ownerships(facts, book, as_of, view)}
        for view in ("certain", book["dates"], "widest")
    ]
    for report in facts.of("headcount"):
        yield _report_open(facts, book, report, as_of)
    if book["jobs.value"] == "net":
        yield any(len(a) != len(b) for a, b in pairwise(counted))
    for enterprise in counted[2]:
        if book["jobs.owners"] == "per_enterprise":
            owners = [ref.working_owners(facts, enterprise, (as_of, as_of), view) for view in ("certain", "widest")]
            yield owners[0] != owners[1]
        if book["jobs.value"] == "net":
            days = {_joined(facts, book, enterprise, as_of, view) for view in ref.VIEWS}
            yield len(days) > 1
            was = [ref.baseline(facts, book, enterprise, day) for day in days if day is not None]
            yield any(base is not None and base.low != base.high for base in was)


def _report_open(facts: ref.Facts, book: ref.Book, report: ref.Line, as_of: date) -> bool:
    when = ref.report_date(report)
    by_class = any(name in report for name in ref.GIVEN)
    only_total = not by_class and report.get("total") is not None
    every_class = set(book["jobs.classes"]) == set(ref.PAID)
    return (
        when is None
        or when[0] <= as_of < when[1]
        or any(report.get(name, 0) is None for name in ref.GIVEN)
        or (only_total and every_class and (book["jobs.unpaid"] == "1/3" or book["jobs.unit"] == "fte"))
        or ("owners_included" not in report and _owners_open(facts, book, report))
    )
