"""What every command that counts is asked: under which rulebooks, of which day, known when, who is the same."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping, Sequence

import attrs

from okoce_core.cli.asked_decisions import asked_decisions
from okoce_core.cli.asked_rulebooks import named, with_settings
from okoce_core.counting import Comparison, compare
from okoce_core.counting.tally import MEASURES
from okoce_core.identity import resolve
from okoce_core.identity.decisions import Decisions
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.rules import Rulebook
from okoce_core.values import PartialDate

__all__ = ["Question", "measure", "question"]


@attrs.frozen
class Question:
    """What is asked of whatever the files hold.

    Ask it of an empty reading first: what is wrong with it shows before hours of files are read.
    """

    books: Sequence[Rulebook]
    as_of: dt.date | None
    known_at: dt.date | None
    identity: str
    decisions: Decisions | None = None
    scorer: str | None = None
    weights: Mapping[str, int] = attrs.field(factory=dict)
    labour_force: int | None = None

    def answer(self, reading: Reading) -> Comparison:
        """The figures of a reading under each rulebook.

        Raises:
            Misuse: an unknown way of identity.
        """
        population = resolve(reading, identity=self.identity, decisions=self.decisions, scorer=self.scorer)
        return compare(
            population, self.books, as_of=self.as_of, known_at=self.known_at, weights=self.weights,
            labour_force=self.labour_force,
        )  # fmt: skip


def question(options: argparse.Namespace, default: Sequence[str]) -> Question:
    """The question in the options; without ``--rulebook`` it is under the default ones.

    Raises:
        Misuse: an unknown rulebook, a field or value that is not allowed, a day that is none.
    """
    books = {name: named(name) for name in options.rulebook or default}
    return Question(
        with_settings(books.values(), options.set),
        _day("--as-of", options.as_of),
        _day("--known-at", options.known_at),
        options.identity,
        asked_decisions(options),
        options.scorer,
    )


def measure(name: str) -> str:
    """The measure of that name.

    Raises:
        Misuse: there is none.
    """
    if name not in MEASURES:
        raise Misuse("unknown-measure", f"no measure is named {name!r}", asked=name, allowed=MEASURES)
    return name


def _day(option: str, written: str | None) -> dt.date | None:
    try:
        return None if written is None else dt.date.fromordinal(PartialDate.from_iso(written).last)
    except ValueError:
        raise Misuse("bad-date", f"{option} takes a date, YYYY-MM-DD", asked=written or '""') from None
