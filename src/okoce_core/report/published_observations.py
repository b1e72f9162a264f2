"""A fact of arithmetic as a sentence: what it says, and how rarely chance alone would have it so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from okoce_core.counting.publishing.observations import NATIONAL_PERSONS_PER_UNIT, ArithmeticFact
from okoce_core.report.published_words import measure_word
from okoce_core.report.tongue import Tongue

__all__ = ["observation_sentence"]


def observation_sentence(fact: ArithmeticFact, tongue: Tongue) -> str:
    """The fact with both its numbers, and the rows of published figures it is about."""
    sentence = _SENTENCES[fact.code](fact, tongue)
    if not fact.rows:
        return sentence
    return tongue.say("Row {rows}: {fact}", rows=" → ".join(map(str, fact.rows)), fact=sentence)


def _whole_percentage(fact: ArithmeticFact, tongue: Tongue) -> str:
    return tongue.say(
        "{measure} are {percent} % of {against}, to the unit: {number} of {base}, and {percent} % are {product}. "
        "By chance about one number in {one_in} is a whole percentage.",
        percent=tongue.number(fact.value),
        product=tongue.number(fact.value * fact.base / 100),
        one_in=tongue.number(fact.one_in or 1),
        **_sides(fact, tongue),
    )


def _multiple(fact: ArithmeticFact, tongue: Tongue) -> str:
    if fact.value == 1:
        return tongue.say("{measure} and {against} are one and the same number, {number}.", **_sides(fact, tongue))
    times = tongue.number(fact.value)
    return tongue.say(
        "{measure} are {times} times {against}: {number} and {base}.", times=times, **_sides(fact, tongue)
    )


def _ratio(fact: ArithmeticFact, tongue: Tongue) -> str:
    side = _sides(fact, tongue)
    return f"{side['measure']} / {side['against']} = {side['number']} / {side['base']} = {_decimal(fact, tongue)}"


def _above_national(fact: ArithmeticFact, tongue: Tongue) -> str:
    return tongue.say(
        "{ratio} jobs for one entrepreneur; nationally an enterprise has {national} persons, owner included (2019).",
        ratio=_decimal(fact, tongue),
        national=tongue.number(NATIONAL_PERSONS_PER_UNIT),
    )


def _product(fact: ArithmeticFact, tongue: Tongue) -> str:
    number, times, base = map(tongue.number, (fact.number, fact.value, fact.base))
    return f"{measure_word(fact.measure, tongue)}: {number} = {times} × {base}"


def _lower(fact: ArithmeticFact, tongue: Tongue) -> str:
    return tongue.say(
        "{measure}: {number} after {base}.",
        measure=measure_word(fact.measure, tongue),
        number=(">" if fact.at_least else "") + tongue.number(fact.number),
        base=tongue.number(fact.base),
    )


def _sides(fact: ArithmeticFact, tongue: Tongue) -> dict[str, str]:
    return {
        "measure": measure_word(fact.measure, tongue), "number": tongue.number(fact.number),
        "against": measure_word(fact.against, tongue), "base": tongue.number(fact.base),
    }  # fmt: skip


def _decimal(fact: ArithmeticFact, tongue: Tongue) -> str:
    """Four decimals, where other numbers have two: a ratio of people is told apart by them."""
    return fact.rounded.replace(".", ",") if tongue.language == "id" else fact.rounded


_SENTENCES: Final[dict[str, Callable[[ArithmeticFact, Tongue], str]]] = {
    "whole-percentage": _whole_percentage, "multiple": _multiple, "ratio": _ratio,
    "above-national": _above_national, "product": _product, "lower": _lower,
}  # fmt: skip
