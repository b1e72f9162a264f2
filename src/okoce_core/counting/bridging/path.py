"""The rulebooks between two rulebooks: one clause after the other changed, in the fixed order of :data:`ORDER`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

import attrs

from okoce_core.rules.rulebook import CLASSES, EntrepreneurRule, JobRule, ParticipantRule, Rulebook
from okoce_core.values.permit import PERMIT_KINDS

__all__ = ["ORDER", "path", "through", "widest"]

_ALL: Final = ("participants", "entrepreneurs", "enterprises", "jobs")
_UNITS: Final = ("entrepreneurs", "enterprises", "jobs")
_WORK: Final = ("jobs",)

ORDER: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "stage": (("participant.min_stage",), _ALL),
    "test": (("entrepreneur.test", "entrepreneur.min_stage"), _UNITS),
    "dates": (("dates",), _ALL),
    "new-only": (("entrepreneur.new_only",), _UNITS),
    "alive": (("entrepreneur.state",), _UNITS),
    "permit-kinds": (("entrepreneur.permits",), _UNITS),
    "conflict": (("jobs.conflict",), _WORK),
    "closure": (("jobs.value",), _WORK),
    "staleness": (("jobs.max_age_months",), _WORK),
    "classes": (("jobs.classes",), _WORK),
    "unpaid": (("jobs.unpaid",), _WORK),
    "owners": (("jobs.owners",), _WORK),
    "unit": (("jobs.unit",), _WORK),
    "baseline": (("jobs.value", "jobs.floor"), _WORK),
}
"""Each step between two rulebooks in order: the fields it changes, and the measures it can move."""

_BY_PERMIT: Final = ("permit", "brand")

Changes = Mapping[str, tuple[Any, Any]]
"""What a step changed, from and to, by field."""


def path(start: Rulebook, end: Rulebook, measure: str) -> Iterator[tuple[str, Changes, Rulebook]]:
    """Each step from one rulebook to another that can move a measure: its name, its changes, the rulebook after it."""
    book = start
    for name, (fields, measures) in ORDER.items():
        if measure in measures:
            before, book = book, _changed(book, end, name, measure)
            changes = {f: (_field(before, f), _field(book, f)) for f in fields if _field(before, f) != _field(book, f)}
            if changes:
                yield name, changes, book


def through(start: Rulebook, end: Rulebook, measure: str, names: Collection[str]) -> Rulebook:
    """The first rulebook with only these steps taken."""
    book = start
    for name in ORDER:
        if name in names:
            book = _changed(book, end, name, measure)
    return book


def widest(end: Rulebook) -> Rulebook:
    """Everybody who took part, every owner, every report, on any possible date: where a claim's steps lead first."""
    conflict = end.jobs.conflict if end.jobs else "min"
    work = JobRule(CLASSES, "all", "exclude", "head", "last", floor=False, max_age_months=None, conflict=conflict)
    owner = EntrepreneurRule("owns", "ever", new_only=False, permits=())
    return attrs.evolve(
        end, basis="units", dates="possible", further=(), participant=ParticipantRule("registered"),
        entrepreneur=owner, jobs=work, rates=None,
    )  # fmt: skip


def _changed(book: Rulebook, end: Rulebook, name: str, measure: str) -> Rulebook:
    """The rulebook after a step. The test for a permit comes with every kind of permit; their step is a later one."""
    if name == "closure":
        return _closing(book, end)
    for field in ORDER[name][0]:
        book = _with(book, field, _field(end, field))
    owner = book.entrepreneur
    if name == "test" and owner and owner.test in _BY_PERMIT and not owner.permits:
        book = _with(book, "entrepreneur.permits", PERMIT_KINDS)
    if name == "test" and measure != "jobs":
        book = attrs.evolve(book, jobs=end.jobs)  # whom the test *employer* looks at
    return book


def _closing(book: Rulebook, end: Rulebook) -> Rulebook:
    """A net is a stock less a baseline: the stock is one step, the baseline another."""
    was, will = _field(book, "jobs.value"), _field(end, "jobs.value")
    if "net" in (was, will):
        will = was if was == "net" else "stock"
    return _with(book, "jobs.value", will)


def _field(book: Rulebook, field: str) -> Any:
    part, _, name = field.rpartition(".")
    rule = getattr(book, part) if part else book
    return getattr(rule, name) if rule else None


def _with(book: Rulebook, field: str, value: Any) -> Rulebook:
    part, _, name = field.rpartition(".")
    if not part:
        return attrs.evolve(book, **{name: value})
    rule = getattr(book, part)
    return attrs.evolve(book, **{part: attrs.evolve(rule, **{name: value})}) if rule else book
