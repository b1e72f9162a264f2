"""Dates and facts for the reference program: partial dates as pairs of days, facts each once, by kind.

Written from the specification alone; shares no code with the library.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

__all__ = ["VIEWS", "Facts", "Line", "Span", "dated", "in_force", "passed", "report_date", "span", "whole_months"]

Line = Mapping[str, Any]
Span = tuple[date, date]

VIEWS = ("certain", "possible", "widest")


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


def report_date(report: Line) -> Span | None:
    """The day a headcount speaks of: its date, else the day its source describes (docs/records.md)."""
    return span(report.get("date") or report.get("observed"))


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
