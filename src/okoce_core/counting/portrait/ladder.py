"""The ladder (*tangga 7 PAS*): how far up the seven stages the people of a population came.

The stages are ranked as for ``participant.min_stage`` (design 4): who has any participation at a stage or above it has
reached it. That is not :data:`the dimension <okoce_core.counting.DIMENSIONS>` ``stage``, in whose rows people stand
under the stages that were written down and no others.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from typing import TYPE_CHECKING, Final

import attrs

from okoce_core.counting.breakdowns.cell import Cell, Key
from okoce_core.counting.disclosure.suppression import Suppression, suppressed
from okoce_core.counting.people import participants
from okoce_core.counting.portrait.counted import counted, people
from okoce_core.counting.standings import Standings
from okoce_core.rules.rulebook import ParticipantRule
from okoce_core.values.stage import SEVEN_PAS, Stage

if TYPE_CHECKING:
    from okoce_core.counting.results import Figures

__all__ = ["Rung", "ladder"]

_TOP: Final = len(SEVEN_PAS) - 1


@attrs.frozen
class Rung:
    """One stage of the ladder.

    Attributes:
        stage: Its name. reached: The people with any participation at this stage or above it.
        here: Those whose highest stage it is. lost: Those of the rung before who did not reach it; none at the first.
    """

    stage: Stage
    reached: Cell
    here: Cell
    lost: Cell


def ladder(figures: Figures, suppress: Suppression | None = None) -> tuple[Rung, ...]:
    """The seven stages from registered to financed.

    People are those the rulebook's dates, as_of, known_at and roles let through; its ``min_stage`` is left aside, since
    a ladder begins at the first rung. So ``reached`` of the rulebook's own ``min_stage`` is the figure of participants,
    and the rungs below it hold people who are none under that rulebook. The ``here`` of all rungs add up to ``reached``
    of the first; cells have a value and no ends.

    Args:
        figures: Under any rulebook that counts people. suppress: Rules of disclosure control.

    Raises:
        Misuse: the rulebook adds up rows.
    """
    cells = _chain(_highest(counted(figures)))
    if suppress:
        cells = suppressed(cells, [SEVEN_PAS[1:]], "participants", suppress)
    here = [cells[_only(place)] for place in range(_TOP + 1)]
    lost = [people(0), *here[:-1]]
    return tuple(Rung(stage, cells[_beyond(place)], here[place], lost[place]) for place, stage in enumerate(SEVEN_PAS))


def _highest(standings: Standings) -> list[int]:
    """How many people have each stage as their highest."""
    population, least = standings.population, standings.threshold
    said = population.said["participation"]
    rule = ParticipantRule(SEVEN_PAS[0])
    of_fact = participants(population, rule, standings.clock).of_fact
    rank = [SEVEN_PAS.index(fact.stage) + 1 if of_fact[n] >= least else 0 for n, fact in enumerate(said.facts)]
    of_statement = list(map(rank.__getitem__, said.fact))
    best = bytearray(population.people)
    for person, reached in zip(compress(said.subject, of_statement), filter(None, of_statement), strict=True):
        if reached > best[person]:
            best[person] = reached
    return [best.count(place + 1) for place in range(_TOP + 1)]


def _chain(here: list[int]) -> Mapping[Key, Cell]:
    """Every number of the ladder as a table of one axis: what reached a stage is a place that the next one lies in.

    So disclosure control sees each sum that a reader could take: *here* and *reached* of the next rung are *reached*.
    """
    sums: dict[Key, int] = {}
    for place, number in enumerate(here):
        (path,) = _only(place)
        for depth in range(_TOP + 1):
            sums[path[:depth],] = sums.get((path[:depth],), 0) + number
    return {key: people(number) for key, number in sums.items()}


def _beyond(place: int) -> Key:
    return (("beyond",) * place,)


def _only(place: int) -> Key:
    return (("beyond",) * place + ("here",) * (_TOP - place),)
