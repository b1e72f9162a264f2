"""Odds that another tool gives (:class:`~okoce_core.scorer.Scorer`) in place of the model's.

The tool is asked twice: once with all that the lists show, for the links; once without NIKs and what they alone tell,
to see which mates it would have missed. Its answers are checked one by one: a wrong one is its maker's misuse.
"""

from __future__ import annotations

import math
import sys
from contextlib import redirect_stdout
from numbers import Real
from operator import index
from typing import Any, Final

import attrs

from okoce_core.identity.full.clusters import Edge
from okoce_core.identity.full.comparing import LEVELS, Comparer
from okoce_core.identity.full.evidence import Evidence
from okoce_core.identity.full.expected import Hidden
from okoce_core.identity.full.numbers import relation
from okoce_core.misuse import Misuse
from okoce_core.plugins.discovery import described
from okoce_core.scorer import Entries, Scorer

__all__ = ["entries", "scored_by"]

_SUREST: Final = 14.0
"""Odds are held within about one in a million: nobody is surer of names and dates than that."""
_SAME_NAME: Final = LEVELS["name"].index("same")


def scored_by(scorer: Scorer, shown: Evidence, comparer: Comparer, hidden: Hidden) -> list[Edge]:
    """The odds of every pair that a scorer gives, in no order; what they are without NIKs is noted for the estimate.

    Raises:
        Misuse: ``scorer-failed``, ``scorer-pair``, ``scorer-entry`` or ``scorer-probability``.
    """
    size, edges = len(shown), list[Edge]()
    if size < 2:
        return edges
    order = _order(shown)
    for pair, odds in _odds(scorer, entries(shown, order), order).items():
        a, b = divmod(pair, size)
        if relation(shown, a, b) != "serial" or comparer.names(a, b)[0] >= _SAME_NAME:  # else twins, or brothers
            edges.append((odds, pair))
    for pair, odds in _odds(scorer, _without_niks(shown, order), order).items():
        a, b = divmod(pair, size)
        if relation(shown, a, b) == "same":
            hidden.note(a, odds, odds)
            hidden.note(b, odds, odds)
    return edges


def _order(shown: Evidence) -> list[int]:
    """The entries by what they show: where they stand in the lists tells a scorer nothing."""
    return sorted(range(len(shown)), key=lambda entry: (shown.mark[entry], shown.names[entry], shown.nik[entry]))


def entries(shown: Evidence, order: list[int]) -> Entries:
    """What a scorer sees: the evidence, its entries in another order."""
    columns = {field.name: getattr(shown, field.name) for field in attrs.fields(Entries)}
    return Entries(**{name: tuple(map(column.__getitem__, order)) for name, column in columns.items()})


def _without_niks(shown: Evidence, order: list[int]) -> Entries:
    told = tuple(map(shown.told.__getitem__, order))
    return attrs.evolve(entries(shown, order), nik=("",) * len(shown), born=told)


def _odds(scorer: Scorer, seen: Entries, order: list[int]) -> dict[int, float]:
    """The pairs as okoce numbers them, with the logarithm of their odds."""
    size, found, wrong = len(seen), dict[int, float](), None
    try:
        with redirect_stdout(sys.stderr):  # what a plugin prints must not stand between the figures
            for given in scorer.score(seen):
                if wrong := _wrong(given, size, scorer.name):
                    break
                a, b = order[given[0]], order[given[1]]
                pair, odds = min(a, b) * size + max(a, b), _log_odds(float(given[2]))
                found[pair] = max(odds, found.get(pair, odds))
    except KeyboardInterrupt:
        raise
    except BaseException as raised:  # SystemExit too; what it says may repeat anything, so its type alone is told
        raise Misuse(
            "scorer-failed", f"the scorer {scorer.name} failed: {described(raised)}", asked=scorer.name
        ) from None
    if wrong:
        raise wrong
    return found


def _wrong(given: object, size: int, name: str) -> Misuse | None:
    """What is wrong with an answer, if anything."""
    said = f"the scorer {name} gave"
    if not isinstance(given, tuple | list) or len(given) != 3:
        return Misuse("scorer-pair", f"{said} something that is not two entries and a probability", asked=name)
    if not _are_two(given[0], given[1], size):
        return Misuse("scorer-entry", f"{said} an entry that there is not, or paired one with itself", asked=name)
    if not (isinstance(given[2], Real) and 0 <= float(given[2]) <= 1):
        return Misuse("scorer-probability", f"{said} a probability that is no number from 0 to 1", asked=name)
    return None


def _are_two(one: Any, other: Any, size: int) -> bool:
    try:
        a, b = index(one), index(other)
    except TypeError:
        return False
    return 0 <= a < size and 0 <= b < size and a != b


def _log_odds(probability: float) -> float:
    if probability in {0.0, 1.0}:
        return _SUREST if probability else -_SUREST
    return max(-_SUREST, min(_SUREST, math.log(probability) - math.log1p(-probability)))
