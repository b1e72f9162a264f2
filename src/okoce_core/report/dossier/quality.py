"""What has to be said of the figures' quality: how identity was decided, what stayed in doubt, what has no date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from okoce_core.counting import Comparison
from okoce_core.evidence import Ledger
from okoce_core.intake.outcome import Reading

__all__ = ["Quality", "quality"]


@attrs.frozen
class Quality:
    """The quality of what was counted, in numbers.

    Attributes:
        identity: How people were recognised. scorer: The tool whose odds decided; "" are okoce's own.
        doubts: Pairs of people who may be one and were left two. decisions: How many of somebody's decisions hold.
        undated: Rows whose facts nobody dated. ledger: What became of every row.
        contradictions: How often the facts contradict themselves, by code.
        files, repeated, unreadable: How many files there are; how many came twice; how many could not be read.
    """

    identity: str
    scorer: str
    doubts: int
    decisions: int
    undated: int
    ledger: Ledger
    contradictions: Mapping[str, int] = attrs.field(hash=False)
    files: int
    repeated: int
    unreadable: int


def quality(comparison: Comparison, reading: Reading, undated: int) -> Quality:
    """The quality of what a comparison was counted from; ``undated`` as the problems have it."""
    population = comparison.population
    contradictions = Counter(conflict.code for conflict in comparison[0].conflicts())
    states = Counter(file.state for file in reading.files)
    outcome = population.decisions
    made = len(outcome.decisions.made) - len(outcome.unused) - len(outcome.contradictory) if outcome else 0
    return Quality(
        identity=population.identity,
        scorer=population.scorer,
        doubts=len(population.doubts),
        decisions=made,
        undated=undated,
        ledger=reading.ledger,
        contradictions=dict(sorted(contradictions.items())),
        files=len(reading.files),
        repeated=states["repeated"],
        unreadable=states["not readable"],
    )
