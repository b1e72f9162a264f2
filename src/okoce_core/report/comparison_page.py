"""The steps page: from the figure under one rulebook to that under another, each step in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from okoce_core.counting import Bridge, Step
from okoce_core.report.blocks import Block, Table
from okoce_core.report.steps import Steps
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["bridge_table", "bridge_title", "step_sentence", "steps_page"]


def steps_page(told: Sequence[Steps], tongue: Tongue) -> list[Block]:
    """The page as blocks: of each measure the steps in order, and each clause's share where it was asked for."""
    order = tongue.say("The order of the steps is fixed; in another order each could be of another size.")
    return [*([order] if told else []), *(block for each in told for block in _blocks(each, tongue))]


def _blocks(told: Steps, tongue: Tongue) -> Iterator[Block]:
    yield bridge_table(told.bridge, tongue)
    if told.shares is not None:
        yield _shares(told, told.shares, tongue)


def bridge_table(bridge: Bridge, tongue: Tongue) -> Table:
    """The steps of one measure, a row each."""
    say = tongue.say
    heads = say("Step"), say("Change"), say("What is left"), say("Removed"), say("Added"), say("Changed")
    first = (bridge.start, "", tongue.number(bridge.value), "", "", "")
    rows = [_step(step, tongue) for step in bridge.steps]
    return Table(bridge_title(bridge, bridge.start, tongue), heads, (first, *rows), frozenset(range(1, 6)))


def bridge_title(bridge: Bridge, start: str, tongue: Tongue) -> str:
    """What the steps are of, and from where to where they lead."""
    measure = explanation_text("what", bridge.measure, tongue.language)
    return tongue.say("{measure}: from {start} to {end}", measure=measure, start=start, end=bridge.end)


def _step(step: Step, tongue: Tongue) -> tuple[str, ...]:
    units = (step.removed, step.added, step.changed)
    numbers = (_signed(step.change, tongue), tongue.number(step.value), *(tongue.number(len(some)) for some in units))
    return (step_sentence(step, tongue), *numbers)


def step_sentence(step: Step, tongue: Tongue) -> str:
    """What a step is about, and what it changed."""
    said = explanation_text("step", step.name, tongue.language)
    if step.parts:
        return f"{said}: {'; '.join(explanation_text('step', part, tongue.language) for part in step.parts)}"
    return f"{said}: {_changes(step.fields, tongue)}" if step.fields else said


def _signed(number: Fraction, tongue: Tongue) -> str:
    return ("+" if number > 0 else "") + tongue.number(number)


def _changes(fields: Mapping[str, tuple[Any, Any]], tongue: Tongue) -> str:
    """What a step changed; of a list only what came and went."""
    return "; ".join(_change(old, new, tongue) for old, new in fields.values())


def _change(old: Any, new: Any, tongue: Tongue) -> str:
    if isinstance(old, tuple) and isinstance(new, tuple):
        return " ".join(
            [*(f"−{each}" for each in old if each not in new), *(f"+{each}" for each in new if each not in old)]
        )
    return f"{_value(old, tongue)} → {_value(new, tongue)}"


def _value(value: Any, tongue: Tongue) -> str:
    if isinstance(value, bool):
        return tongue.say("yes") if value else tongue.say("no")
    return tongue.say("none") if value is None else str(value)


def _shares(told: Steps, shares: Mapping[str, Fraction], tongue: Tongue) -> Table:
    rows = tuple(
        (explanation_text("step", name, tongue.language), _signed(share, tongue)) for name, share in shares.items()
    )
    title = tongue.say(
        "{title}, each clause's share whatever the order", title=bridge_title(told.bridge, told.split_from, tongue)
    )
    return Table(title, (tongue.say("Clause"), tongue.say("Share")), rows, frozenset({1}))
