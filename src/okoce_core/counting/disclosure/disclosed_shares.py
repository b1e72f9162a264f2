"""Shares of partners as they may be published: whole numbers, and none of a partner that served only a few."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from okoce_core.counting.breakdowns.cell import ALL, Cell, Key, Status
from okoce_core.counting.disclosure.rounding import cell_name
from okoce_core.counting.disclosure.secondary import Guard, hidden_cells
from okoce_core.counting.disclosure.suppression import Suppression, published

__all__ = ["suppressed_shares"]


def suppressed_shares(
    shares: Mapping[str, Fraction], served: Mapping[str, Cell], whole: Cell, of: str, rules: Suppression
) -> dict[str, Cell]:
    """The shares of an attribution under rules of disclosure control.

    A share is hidden where the partner's own number is: an exact ``7/2`` tells how many others served the same people.

    Args:
        shares: Of each partner.
        served: The cell of each partner in a table by partner, and ``whole`` its total, both without suppression.
        of: The measure that was shared out. rules: The rules.
    """
    cells: dict[Key, Cell] = {((p,),): attrs.evolve(served.get(p, Cell()), value=v) for p, v in shares.items()}
    cells[ALL,] = attrs.evolve(whole, value=sum(shares.values(), Fraction(0)))

    def status(key: Key, cell: Cell) -> Status:
        together = key == (ALL,) and of != "jobs"  # people of several partners would be added up twice
        return rules.status(of, attrs.evolve(cell, units=int(cell.value or 0)) if together else cell, ["partner"])

    hidden = hidden_cells(cells, (1,), Guard(status, lambda *_: (0, None), 0, lambda _: (1, -1)))
    return {p: _whole(p, cells[(p,),], hidden.get(((p,),), ""), of, rules) for p in shares}


def _whole(partner: str, share: Cell, status: Status, of: str, rules: Suppression) -> Cell:
    cell = published(share, status, rules, cell_name(of, {"share of": partner}))
    if cell.value is None or cell.status:
        return cell
    return attrs.evolve(cell, value=Fraction(round(cell.value)), status="rounded")
