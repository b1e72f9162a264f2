"""How many people lists of pseudonyms share, in words: each list, all together, and two by two."""

from __future__ import annotations

from collections.abc import Sequence

from okoce_core.identity.overlap import Overlap
from okoce_core.report.blocks import Block, Table
from okoce_core.report.tongue import Tongue

__all__ = ["overlap_page"]


def overlap_page(names: Sequence[str], found: Overlap, tongue: Tongue) -> list[Block]:
    """The page as blocks; ``names``: what each list is called."""
    say, number = tongue.say, tongue.number
    told = zip(names, found.people, found.unknown, strict=True)
    lists = tuple((name, number(people), number(unknown)) for name, people, unknown in told)
    pairs = tuple((names[p.a], names[p.b], number(p.certain), number(p.possible)) for p in found.pairs)
    return [
        Table(say("Lists"), (say("File"), say("People"), say("without identifier")), lists, frozenset({1, 2})),
        say(
            "The lists add up to {gross} people; together they are {certain} different ones if the NIK alone is "
            "believed, {possible} if every identifier is.",
            gross=number(found.gross), certain=number(found.net_certain), possible=number(found.net_possible),
        ),
        Table(
            say("In two lists"),
            (say("File"), say("File"), say("certain (by NIK)"), say("possible (by any identifier)")),
            pairs, frozenset({2, 3}),
        ),
        say("Who is written differently in two lists is not found in both: the true overlap is mostly higher still."),
    ]  # fmt: skip
