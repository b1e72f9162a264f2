"""The page of one pair: what each field says, what it weighs, and why the two are one person or not."""

from __future__ import annotations

from fractions import Fraction

from okoce_core.identity.explaining import Evidence, LinkExplanation
from okoce_core.report.blocks import Block, Table
from okoce_core.report.link_words import level_text, link_text
from okoce_core.report.tongue import Tongue

__all__ = ["link_page", "percent"]


def link_page(explained: LinkExplanation, tongue: Tongue) -> list[Block]:
    """The page as blocks; with the values of the two where they were asked for."""
    say, language = tongue.say, tongue.language
    standing = link_text("standing", explained.standing, language)
    chance = percent(explained.probability, tongue)
    heads = [say("Evidence"), say("how far it agrees"), say("weight")]
    revealed = any(said.values for said in explained.evidence)
    rows = [_row(said, tongue) for said in explained.evidence]
    rows += [
        (say("Before anything is known"), "", _weight(explained.base, tongue)),
        (say("Together"), "", _weight(explained.odds, tongue)),
    ]
    if revealed:
        heads += [str(explained.a), str(explained.b)]
        rows = [(*row, "", "")[:5] for row in rows]
    return [
        say("{a} and {b}: {standing} (probability of one person by the evidence: {chance})",
            a=explained.a, b=explained.b, standing=standing, chance=chance),
        link_text("why", explained.standing, language),
        Table(say("Evidence, in natural logarithms of the odds"), tuple(heads), tuple(rows), frozenset({2})),
    ]  # fmt: skip


def _row(said: Evidence, tongue: Tongue) -> tuple[str, ...]:
    told = level_text(said.field, said.level, tongue.language)
    field = link_text("field", said.field, tongue.language)
    return field, told, _weight(said.weight, tongue), *(said.values or ())


def _weight(weight: float, tongue: Tongue) -> str:
    """Two decimals, always with its sign: what is for, and what is against."""
    shown = tongue.number(Fraction(round(weight * 100), 100))
    return f"+{shown}" if round(weight * 100) > 0 else shown


def percent(chance: float, tongue: Tongue) -> str:
    """A probability for the eye; what is not certain never shows as 0 or 100 %."""
    tenths = min(999, max(1, round(chance * 1000)))
    return f"{tongue.number(Fraction(tenths, 10))} %"
