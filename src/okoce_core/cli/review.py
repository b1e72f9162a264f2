"""``okoce review``: the doubtful pairs in a file for a person to decide in, or one pair explained on the terminal."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from okoce_core.cli import terminal
from okoce_core.cli.asked_decisions import asked_decisions
from okoce_core.cli.asked_key import asked_key
from okoce_core.cli.inputs import check_output, exit_status, read_inputs
from okoce_core.cli.named_row import named_row
from okoce_core.cli.progress import Progress
from okoce_core.identity import resolve
from okoce_core.identity.decisions import Decisions
from okoce_core.identity.explaining import explain_link
from okoce_core.identity.review import Review, review
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.blocks import Block
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.files_page import files_page
from okoce_core.report.link_page import link_page
from okoce_core.report.problems_page import problems_page
from okoce_core.report.review_table import review_csv, review_xlsx
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Review, write or show, and give the exit status."""
    _check(options)
    decisions = asked_decisions(options)
    with Progress(tongue) as progress:
        reading = read_inputs(options, tongue, progress)
        page = _page(reading, decisions, options, tongue)
    if page is not None:
        terminal.show([*page, *files_page(reading, tongue), *problems_page(reading, tongue)])
    return exit_status(reading, strict=options.strict)


def _check(options: argparse.Namespace) -> None:
    """What is wrong with the question shows before hours of files are read."""
    if (options.out is None) == (options.pair is None):
        raise Misuse("review-one", "review takes --out FILE or --pair ROW ROW")
    if options.most < 1:
        raise Misuse("bad-most", f"--most is 1 or more, not {options.most}", asked=str(options.most))
    if options.json and options.pair is None:
        raise Misuse("review-json", "--json is for one pair; the file that --out names is for programs as it is")
    if options.out is None:
        return
    check_output(options.out, options.paths)
    if options.out.suffix.lower() not in {".csv", ".xlsx"}:
        raise Misuse("review-form", f"{options.out} is no .csv or .xlsx", asked=options.out.name)
    if options.out.exists():  # what somebody has decided in it would be lost
        raise Misuse("output-exists", f"{options.out} is there already", asked=str(options.out))


def _page(
    reading: Reading, decisions: Decisions | None, options: argparse.Namespace, tongue: Tongue
) -> Iterable[Block] | None:
    if not reading.readable:
        return [tongue.say("Nothing could be read, so nothing was written.")]
    if options.pair is None:
        key = asked_key(options)
        found = review(reading, decisions or Decisions(key=key), most=options.most)
        _write(found, options, tongue)
        return _said(found, options.out, tongue, keyed=key is not None, revealed=options.revealed)
    a, b = (named_row(given, [file.source.name for file in reading.files]) for given in options.pair)
    population = resolve(reading, identity="full", decisions=decisions)
    explained = explain_link(population, a, b, revealed=options.revealed)
    if options.json:
        terminal.write_json(explained.as_json())
        return None
    return [*link_page(explained, tongue), *decisions_page(population.decisions, tongue)]


def _write(found: Review, options: argparse.Namespace, tongue: Tongue) -> None:
    out: Path = options.out
    made = review_csv if out.suffix.lower() == ".csv" else review_xlsx
    data = made(found, tongue, revealed=options.revealed)
    try:
        with out.open("xb") as file:
            file.write(data)
    except OSError:
        raise Misuse("cannot-write", f"{out} cannot be written", asked=str(out)) from None


def _said(found: Review, out: Path, tongue: Tongue, *, keyed: bool, revealed: bool) -> Iterable[Block]:
    say, number = tongue.say, tongue.number
    yield say(
        "{n} pairs to decide written to {file}, the most consequential first; {left} more were left out (--most).",
        n=number(len(found.pairs)), file=out, left=number(found.left),
    )  # fmt: skip
    if not keyed:
        yield say(
            "The entries are named by file and row: decisions hold for these very files alone. With a key (--key-file "
            "or OKOCE_KEY) they are found again when the lists come anew."
        )
    if revealed:
        yield say("The file shows personal values: keep it like the lists themselves, and destroy it after use.")
    yield from decisions_page(found.decisions, tongue)
