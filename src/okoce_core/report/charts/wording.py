"""Words of charts: names from outside made short and harmless, numbers as they are shown or hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from okoce_core.counting import Cell
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue, printable
from okoce_core.rules.loading import presets

__all__ = ["Numbered", "described", "label", "measure_name", "name_of", "number", "rulebook_name", "signed"]


class Numbered(Protocol):
    """A number that disclosure control may have taken away: a cell of a table, an observation."""

    @property
    def value(self) -> Fraction | None:
        """Exact; None: hidden, or not asked."""

    @property
    def status(self) -> str:
        """What disclosure control did."""


def number(told: Numbered | None, tongue: Tongue) -> str:
    """A number as it is shown, or why there is none."""
    if told is None:
        return "–"
    if told.value is None:
        return tongue.say("hidden")
    return tongue.number(told.value).replace("-", "−")  # as wide as a plus


def signed(change: Fraction, tongue: Tongue) -> str:
    """A change with its sign."""
    return ("+" if change > 0 else "") + number(Cell(change), tongue)


def measure_name(measure: str, tongue: Tongue) -> str:
    """What a measure is called."""
    return explanation_text("what", measure, tongue.language)


def rulebook_name(told: str, tongue: Tongue) -> str:
    """A rulebook by its title and label; of one that does not ship the label is all that is known here."""
    book = presets().get(told.partition(" ")[0])
    return told if book is None else f"{book.title[tongue.language]} ({told})"


def label(text: str, most: int = 64) -> str:
    """A name from outside on one line of at most so many letters."""
    line = " ".join(printable(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def name_of(partner: str | None, names: Mapping[str, str], tongue: Tongue) -> str:
    """A partner by its name where one is known, else by its id."""
    return tongue.say("partner not known") if partner is None else names.get(partner) or partner


def described(title: str, told: Sequence[tuple[str, str]], tongue: Tongue, most: int = 12) -> str:
    """The alternative text of a chart of rows: the title, and the rows with their numbers."""
    shown = "; ".join(f"{name}: {text}" for name, text in told[:most])
    more = len(told) - most
    rest = tongue.say(" and {n} more", n=tongue.number(more)) if more > 0 else ""
    return f"{title}. {shown}{rest}." if shown else f"{title}."
