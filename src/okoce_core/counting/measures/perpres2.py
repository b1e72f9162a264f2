"""Beginning and established entrepreneurs (*pemula*, *mapan*) among those counted, and their ratio to a labour force.

The national target is one of the established class alone; see :mod:`okoce_core.rules.perpres2`.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import attrs

from okoce_core.counting.figures import exact
from okoce_core.counting.standings import Standings
from okoce_core.counting.units import units
from okoce_core.rules.perpres2 import Kind, enterprise_kind, owner_kind, ratio

__all__ = ["Perpres2", "perpres2"]


@attrs.frozen
class Perpres2:
    """The counted entrepreneurs by class; together they are all.

    Attributes:
        pemula, mapan: Beginning, established. unknown: No headcount says which; each class may be so much greater.
        labour_force: What the caller gave.
    """

    pemula: int
    mapan: int
    unknown: int
    labour_force: int | None = None

    @property
    def ratio_pemula(self) -> Fraction | None:
        """Per cent of the labour force; None where none was given."""
        return None if self.labour_force is None else ratio(self.pemula, self.labour_force)

    @property
    def ratio_mapan(self) -> Fraction | None:
        """Per cent of the labour force; None where none was given."""
        return None if self.labour_force is None else ratio(self.mapan, self.labour_force)

    def as_json(self) -> dict[str, object]:
        """As it stands in okoce-figures/1."""
        return {
            "pemula": str(self.pemula), "mapan": str(self.mapan), "unknown": self.unknown,
            "labour_force": self.labour_force, "ratio_pemula_pct": exact(self.ratio_pemula),
            "ratio_mapan_pct": exact(self.ratio_mapan),
        }  # fmt: skip


def perpres2(standings: Standings, labour_force: int | None = None) -> Perpres2:
    """The counted entrepreneurs by class, each by the enterprises he is counted for.

    Args:
        standings: The population under a rulebook. labour_force: Persons, for the ratios.

    Raises:
        Misuse: a labour force that is no number above 0.
    """
    if labour_force is not None:
        ratio(0, labour_force)
    entrepreneurs = sum(standing >= standings.threshold for standing in standings.entrepreneur)
    told = Counter(map(owner_kind, _kinds(standings).values()))
    pemula, mapan = told["pemula"], told["mapan"]
    return Perpres2(pemula, mapan, entrepreneurs - pemula - mapan, labour_force)


def _kinds(standings: Standings) -> dict[int, set[Kind | None]]:
    """What his enterprises make of each counted entrepreneur; those of which the same is said are judged once."""
    gathered, judged = units(standings.population), dict[tuple[int, int, int], Kind | None]()
    kinds: dict[int, set[Kind | None]] = {}
    for row in gathered.rows:
        if row.number not in standings.counted_owners:
            continue
        said = (row.owners, row.headcounts, row.life)
        if said not in judged:
            unit = gathered.unit(row.owners, 0, row.headcounts, row.life)
            judged[said] = enterprise_kind(unit, standings.clock, standings.threshold)
        for owner in standings.counted_owners[row.number]:
            kinds.setdefault(owner, set()).add(judged[said])
    return kinds
