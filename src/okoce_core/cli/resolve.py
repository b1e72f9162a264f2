"""``okoce resolve``: for each row of the files whom and what it is about, and who it may also be; no personal value."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import attrs

from okoce_core.cli import terminal
from okoce_core.cli.asked_decisions import asked_decisions
from okoce_core.cli.asked_key import asked_key
from okoce_core.cli.inputs import about_files, check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.identity import Population, resolve
from okoce_core.identity.source_rows import COLUMNS, SourceRow, named_rows
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.blocks import Block
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.figures_json import reading_document
from okoce_core.report.tongue import Tongue

__all__ = ["run"]

_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
"""SOURCE: OWASP, CSV injection. File and sheet names come from outside, so such a one gets an apostrophe."""


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Resolve, write a line for each row, say how many, and give the exit status."""
    key = asked_key(options)
    check_output(options.out, options.paths)
    if options.out.suffix.lower() != ".csv":
        raise Misuse("out-form", f"{options.out} is no .csv", asked=options.out.name)
    decisions = asked_decisions(options)
    how: dict[str, Any] = {"identity": options.identity, "decisions": decisions, "scorer": options.scorer}
    resolve(Reading(), **how)  # a wrong way shows before hours of files are read
    with Progress(tongue, quiet=options.quiet) as progress:
        reading = read_inputs(options, tongue, progress)
        population = resolve(reading, **how)
        lines = _write(named_rows(population, key), options.out) if reading.readable else 0
    if options.json:
        terminal.write_json(_document(population, lines))
    else:
        told: list[Block] = [*_said(population, lines, options.out, tongue, keyed=key is not None)]
        told += decisions_page(population.decisions, tongue)
        terminal.show([] if options.quiet and lines else [*told, *about_files(reading, options, tongue)])
    return exit_status(reading, strict=options.strict)


def _write(rows: Iterable[SourceRow], out: Path) -> int:
    lines = 0
    try:
        with out.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS)
            for row in rows:
                writer.writerow(map(_harmless, attrs.astuple(row)))
                lines += 1
    except OSError:
        raise Misuse("cannot-write", f"{out} cannot be written", asked=str(out)) from None
    return lines


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _document(population: Population, lines: int) -> dict[str, Any]:
    read = reading_document(population.reading)
    told = {"rows": lines, "people": population.people, "enterprises": population.enterprises}
    return {**read, "format": "okoce-resolution/1", "identity": population.identity, **told}


def _said(population: Population, lines: int, out: Path, tongue: Tongue, *, keyed: bool) -> Iterable[str]:
    if not population.reading.readable:
        yield tongue.say("Nothing could be read, so nothing was written.")
        return
    yield tongue.say(
        "{n} rows written to {file}: {people} people, {enterprises} enterprises, pairs of people in doubt: {doubts}.",
        n=tongue.number(lines), file=out, people=tongue.number(population.people),
        enterprises=tongue.number(population.enterprises), doubts=tongue.number(len(population.doubts)),
    )  # fmt: skip
    if not keyed:
        yield tongue.say(
            "The numbers hold for this file alone. With a key (--key-file or OKOCE_KEY) they become pseudonyms "
            "that stay the same from run to run."
        )
