"""The two days of a figure: the one it speaks of, and the one up to which things were known."""

from __future__ import annotations

import datetime as dt

from okoce_core.identity.population import Population
from okoce_core.misuse import Misuse
from okoce_core.rules.standing import Clock
from okoce_core.values import PartialDate

__all__ = ["Day", "clock_of", "latest_day", "shown_day"]

Day = str | dt.date | None


def clock_of(population: Population, as_of: Day, known_at: Day) -> Clock:
    """The clock of a figure; without as_of it is the latest day the inputs describe, never today.

    Raises:
        Misuse: a day that is none.
    """
    day = _ordinal("as_of", as_of)
    if day == dt.date.max.toordinal():
        raise Misuse("bad-date", "9999-12-31 stands for no day at all", asked=str(as_of))
    return Clock(day if day is not None else latest_day(population).toordinal(), _ordinal("known_at", known_at))


def _ordinal(name: str, day: Day) -> int | None:
    if isinstance(day, dt.date):
        return day.toordinal()
    try:
        return None if day is None else PartialDate.from_iso(day).last
    except ValueError:
        raise Misuse("bad-date", f"{name} must be a date, YYYY-MM-DD", asked=str(day)) from None


def latest_day(population: Population) -> dt.date:
    """The latest day the manifest says the inputs describe, else the latest any row says, else the latest any fact has.

    Never today, and never 9999-12-31, which databases write for "no end". Where nothing is dated at all it is the last
    day there is, so that nothing seems to lie after it.
    """
    facts = [fact for said in population.said.values() for fact in said.facts] + list(population.totals)
    fields = ("date", "issued", "start", "as_of")
    told = (
        [file.observed for file in population.reading.files],
        [fact.observed for fact in facts],
        [getattr(fact, field, None) for fact in facts for field in fields],
    )
    for days in told:
        if known := [day.last for day in days if day is not None and day.last < dt.date.max.toordinal()]:
            return dt.date.fromordinal(max(known))
    return dt.date.max


def shown_day(day: dt.date) -> str:
    """The day as text, in English where it is none at all."""
    return "no day" if day == dt.date.max else day.isoformat()
