"""What became of decisions: how many bind, which are not of these lists, which contradict each other."""

from __future__ import annotations

from okoce_core.identity.decisions import Applied, Contradiction
from okoce_core.report.blocks import Block, Item, Listing
from okoce_core.report.tongue import Tongue

__all__ = ["decisions_page"]

_FEW = 20


def decisions_page(outcome: Applied | None, tongue: Tongue) -> list[Block]:
    """The page as blocks; nothing where there are no decisions."""
    if outcome is None or not (outcome.decisions.made or outcome.decisions.unread):
        return []
    say, number = tongue.say, tongue.number
    made, against = len(outcome.decisions.made), len(outcome.contradictory)
    blocks: list[Block] = [
        say(
            "Decisions: {made}; applied: {used}; kept but not in these lists: {unused}; contradictory: {against}.",
            made=number(made), used=number(made - len(outcome.unused) - against), unused=number(len(outcome.unused)),
            against=number(against),
        )
    ]  # fmt: skip
    if made and len(outcome.unused) == made:
        blocks.append(say("None of them is about these lists: was the file made with another key, or without one?"))
    if outcome.contradictions:
        shown = tuple(_item(found, tongue) for found in outcome.contradictions[:_FEW])
        blocks.append(Listing(say("Decisions that contradict each other; none of these is applied"), shown))
    if outcome.decisions.unread:
        rows = "; ".join(outcome.decisions.unread[:_FEW])
        blocks.append(say("Rows whose decision is none of the three answers, not applied: {rows}", rows=rows))
    return blocks


def _item(found: Contradiction, tongue: Tongue) -> Item:
    head = tongue.say("{a} and {b} are decided to be two people", a=found.apart.a, b=found.apart.b)
    same = (tongue.say("{a} and {b} are decided to be one", a=d.a, b=d.b) for d in found.same)
    return Item(head, tuple(same) or (tongue.say("but they are one entry"),))
