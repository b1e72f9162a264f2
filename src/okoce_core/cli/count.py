"""``okoce count``: figures under named rulebooks, side by side."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Sequence

import attrs

from okoce_core.cli import terminal
from okoce_core.cli.asked_rulebooks import DEFAULT, named, with_settings
from okoce_core.cli.inputs import exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.counting import METHODS, Figures, compare
from okoce_core.identity import resolve
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.figures_json import document
from okoce_core.report.figures_page import figures_page
from okoce_core.report.files_page import files_page
from okoce_core.report.problems_page import problems_page
from okoce_core.report.tongue import Tongue
from okoce_core.rules import Rulebook, preset
from okoce_core.values import PartialDate

__all__ = ["run"]


@attrs.frozen
class _Question:
    """What is asked of whatever the files hold."""

    books: Sequence[Rulebook]
    as_of: dt.date | None
    known_at: dt.date | None
    by: Sequence[str]
    methods: Sequence[str]
    identity: str

    def answer(self, reading: Reading) -> tuple[Figures, ...]:
        population = resolve(reading, identity=self.identity)
        return compare(population, self.books, as_of=self.as_of, known_at=self.known_at)


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Count, show, and give the exit status."""
    asked = _question(options)
    _rehearse(asked)
    with Progress(tongue) as progress:
        reading = read_inputs(options, tongue, progress)
        figures = asked.answer(reading) if reading.readable else ()
    if options.json:
        terminal.write_json(document(figures, reading, asked.known_at, asked.by, asked.methods, asked.identity))
    else:
        _show(figures, reading, asked, tongue)
    return exit_status(reading, strict=options.strict)


def _question(options: argparse.Namespace) -> _Question:
    books = {name: named(name) for name in options.rulebook or DEFAULT}
    return _Question(
        with_settings(books.values(), options.set),
        _day("--as-of", options.as_of),
        _day("--known-at", options.known_at),
        _names(options.by),
        _names(options.attribution),
        options.identity,
    )


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """Names given one by one or with commas, each once."""
    return tuple(dict.fromkeys(name.strip() for words in given for name in words.split(",")))


def _day(option: str, written: str | None) -> dt.date | None:
    try:
        return None if written is None else dt.date.fromordinal(PartialDate.from_iso(written).last)
    except ValueError:
        raise Misuse("bad-date", f"{option} takes a date, YYYY-MM-DD", asked=written or '""') from None


def _rehearse(asked: _Question) -> None:
    """Ask it of nothing at all: what is wrong with the question shows before hours of files are read."""
    if "weighted" in asked.methods:
        allowed = [method for method in METHODS if method != "weighted"]
        raise Misuse("weights-needed", "weighted needs a weight for each partner", allowed=allowed)
    for figures in attrs.evolve(asked, books=[*asked.books, preset("okoce-reach@1")]).answer(Reading()):
        figures.as_json(asked.by, asked.methods)


def _show(figures: Sequence[Figures], reading: Reading, asked: _Question, tongue: Tongue) -> None:
    top = [tongue.say("Nothing could be read, so there are no figures.")]
    if figures:
        given = asked.as_of is not None
        page = figures_page(
            figures, tongue, as_of_given=given, known_at=asked.known_at, by=asked.by, methods=asked.methods
        )  # fmt: skip
    terminal.show([*(page if figures else top), *files_page(reading, tongue), *problems_page(reading, tongue)])
