"""Tables written by hand for the small population."""

from fractions import Fraction

from okoce_core.counting.breakdowns.cell import Cell
from okoce_core.counting.breakdowns.table import Table, TableRow

__all__ = ["by", "by_sex", "cell", "hidden"]


def cell(value, status=""):
    """A cell that knows more than it may show where it has a status."""
    return Cell(value=None if value is None else Fraction(value), low=Fraction(0), high=Fraction(9), status=status)


def by(dimension, cells, measure="participants", total=None):
    return Table(
        dimensions=(dimension,),
        measures=(measure,),
        rows=tuple(TableRow((value,), {measure: each}) for value, each in cells.items()),
        totals={measure: total or cell(3)},
        additive={measure: True},
        notes=(),
        scheme={dimension: "as recorded"},
    )


def by_sex(women=None, total=None):
    return by("sex", {"F": women or cell(1), "M": cell(1), None: cell(1)}, total=total)


def hidden(status, *, of_total=False):
    """The table by sex with one number rounded or taken away: that of the women, or the total."""
    changed = cell(3 if status == "rounded" else None, status)
    return by_sex(total=changed) if of_total else by_sex(women=changed)
