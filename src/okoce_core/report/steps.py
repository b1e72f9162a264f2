"""The steps of a comparison as they are shown: in their order, and where asked for each clause's share without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from okoce_core.counting import Bridge, Comparison, Suppression

__all__ = ["Steps", "steps"]

_HEADLINES: Final = ("participants", "entrepreneurs", "jobs")


@attrs.frozen
class Steps:
    """The steps of one measure.

    Attributes:
        bridge: In order. shares: Each clause's share in the difference between ``split_from`` and the bridge's end,
            whatever the order; None where not asked for.
    """

    bridge: Bridge
    split_from: str = ""
    shares: Mapping[str, Fraction] | None = None


def steps(
    comparison: Comparison, measures: Sequence[str] = (), *, split: bool = False, suppress: Suppression | None = None
) -> list[Steps]:
    """The steps from the first to the last rulebook of a comparison.

    Args:
        comparison: The figures side by side.
        measures: Of which measures; unless given participants, entrepreneurs and jobs, where both rulebooks count them.
        split: Also each clause's share without an order, from the first rulebook that is no sum of rows.
        suppress: Rules of disclosure control for the steps; the shares have none.

    Raises:
        Misuse: a rulebook does not count the measure; the difference cannot be split.
    """
    if suppress:
        return [Steps(comparison.bridge(measure, suppress=suppress)) for measure in measures or _counted(comparison)]
    return [_steps(comparison, measure, split=split) for measure in measures or _counted(comparison)]


def _counted(comparison: Comparison) -> list[str]:
    ends = (comparison[0], comparison[-1])
    return [m for m in _HEADLINES if all(getattr(figures, m).state == "counted" for figures in ends)]


def _steps(comparison: Comparison, measure: str, *, split: bool) -> Steps:
    bridge = comparison.bridge(measure)
    if not split:
        return Steps(bridge)
    labels = [figures.rulebook.label for figures in comparison if figures.rulebook.basis != "rows"]
    start = labels[0] if labels else bridge.start
    shares = comparison.split(measure, start=start)
    order = [step.name for step in comparison.bridge(measure, start=start).steps]
    return Steps(bridge, start, {name: shares[name] for name in order})
