"""``okoce count``: figures under named rulebooks, side by side."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import attrs

from okoce_core.cli import terminal
from okoce_core.cli.asked_rulebooks import DEFAULT
from okoce_core.cli.asking import Question, question
from okoce_core.cli.inputs import about_files, check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.counting import Figures, Rows, Suppression
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.blocks import Block
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.figures_json import document
from okoce_core.report.figures_page import figures_page
from okoce_core.report.tongue import Tongue
from okoce_core.rules import preset

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Count, show, and give the exit status."""
    asked = attrs.evolve(
        question(options, DEFAULT), weights=_weights(options.weight), labour_force=options.labour_force
    )
    by, methods = _names(options.by), _names(options.attribution)
    _rehearse(asked, by, methods)
    if options.suppress and not options.out:
        raise Misuse("suppress-needs-out", "--suppress is for the file that --out names")
    if options.out:
        check_output(options.out, options.paths)
        if options.out.suffix.lower() != ".csv":
            raise Misuse("out-form", f"{options.out} is no .csv", asked=options.out.name)
    with Progress(tongue, quiet=options.quiet) as progress:
        reading = read_inputs(options, tongue, progress)
        figures = asked.answer(reading).figures if reading.readable else ()
    if options.out and figures:
        _write(figures, options.out, by, methods, Suppression() if options.suppress else None)
    if options.json:
        terminal.write_json(document(figures, reading, asked.known_at, by, methods, asked.identity))
    else:
        page: list[Block] = [tongue.say("Nothing could be read, so there are no figures.")]
        if figures:
            page = figures_page(figures, tongue, as_of_given=asked.as_of is not None, by=by, methods=methods)
        told = decisions_page(figures[0].decisions, tongue) if figures else []
        terminal.show([*page, *told, *about_files(reading, options, tongue)])
    return exit_status(reading, strict=options.strict)


def _write(
    figures: Sequence[Figures], out: Path, by: Sequence[str], methods: Sequence[str], suppress: Suppression | None
) -> None:
    rows = Rows(row for counted in figures for row in counted.rows(by, methods, suppress))
    text = rows.to_sdmx_csv() if out.name.lower().endswith(".sdmx.csv") else rows.to_csv()
    try:
        out.write_text(text, "utf-8", "backslashreplace", newline="")  # half a surrogate pair is no UTF-8
    except OSError:
        raise Misuse("cannot-write", f"{out} cannot be written", asked=str(out)) from None


def _names(given: Sequence[str]) -> tuple[str, ...]:
    """Names given one by one or with commas, each once."""
    return tuple(dict.fromkeys(name.strip() for words in given for name in words.split(",")))


def _weights(given: Sequence[str]) -> dict[str, int]:
    found = {}
    for written in given:
        partner, _, number = written.rpartition("=")
        if not (partner and number.isascii() and number.isdigit() and int(number)):
            raise Misuse("weight-form", f"--weight takes PARTNER=NUMBER, not {written!r}", asked=written)
        found[partner] = int(number)
    return found


def _rehearse(asked: Question, by: Sequence[str], methods: Sequence[str]) -> None:
    """Ask it of nothing at all: what is wrong with the question shows before hours of files are read."""
    if ("weighted" in methods) != bool(asked.weights):
        raise Misuse("weights-needed", "weighted needs a weight for each partner, and only weighted takes one")
    if asked.labour_force is not None and not any({"pemula", "mapan"} & {*book.further} for book in asked.books):
        raise Misuse("labour-force-not-asked", "none of the rulebooks has a ratio to a labour force")
    for figures in attrs.evolve(asked, books=[*asked.books, preset("okoce-reach@1")]).answer(Reading()):
        figures.as_json(by, methods)
