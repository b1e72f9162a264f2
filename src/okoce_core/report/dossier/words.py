"""How the numbers of a report are written: with their ends, as a model, as hidden, as not asked."""

from __future__ import annotations

from fractions import Fraction

from okoce_core.counting import Cell
from okoce_core.counting.exports import Observation
from okoce_core.report.tongue import Tongue

__all__ = ["cell_shown", "ends", "hidden", "measure", "shown", "signed"]


def measure(name: str, tongue: Tongue) -> str:
    """What a measure is called."""
    say = tongue.say
    names = {
        "participants": say("Participants"), "entrepreneurs": say("Entrepreneurs"), "enterprises": say("Enterprises"),
        "jobs": say("Jobs"), "employees": say("Employees"), "owners": say("Working owners"),
        "persons_employed": say("Persons employed"),
    }  # fmt: skip
    return names[name]


def shown(row: Observation | None, tongue: Tongue) -> str:
    """A number as it leaves, or why there is none."""
    if row is None:
        return "–"
    if row.status and row.value is None:
        return hidden(tongue)
    return tongue.say("not asked") if row.value is None else tongue.number(row.value)


def hidden(tongue: Tongue) -> str:
    """What stands where disclosure control took a number away."""
    return tongue.say("hidden")


def ends(low: Fraction | None, high: Fraction | None, tongue: Tongue) -> str:
    """Between what a number lies; nothing where that is not told."""
    return "" if low is None or high is None else f"{tongue.number(low)}–{tongue.number(high)}"


def signed(number: Fraction, tongue: Tongue) -> str:
    """A change: with its sign, also where it is a gain."""
    return ("+" if number > 0 else "") + tongue.number(number)


def cell_shown(cell: Cell, tongue: Tongue) -> str:
    """A number of a table, or why there is none."""
    return hidden(tongue) if cell.value is None else tongue.number(cell.value)
