"""``okoce read``: what became of every row, and the problems; no figures."""

from __future__ import annotations

import argparse
from pathlib import Path

from okoce_core.cli import terminal
from okoce_core.cli.inputs import check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.blocks import Block
from okoce_core.report.figures_json import reading_document
from okoce_core.report.files_page import files_page
from okoce_core.report.problems_csv import write_problems
from okoce_core.report.problems_page import problems_page
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Read, show, and give the exit status."""
    if options.report:
        check_output(options.report, options.paths)
    with Progress(tongue) as progress:
        reading = read_inputs(options, tongue, progress)
    written = _write(reading, options.report, tongue) if options.report else None
    if options.json:
        terminal.write_json(reading_document(reading))
    else:
        blocks: list[Block] = [*files_page(reading, tongue), *problems_page(reading, tongue)]
        if not reading.readable:
            blocks.insert(0, tongue.say("Nothing could be read."))
        terminal.show([*blocks, written] if written else blocks)
    return exit_status(reading, strict=options.strict)


def _write(reading: Reading, out: Path, tongue: Tongue) -> str:
    try:
        # The mark at the beginning tells spreadsheets that it is UTF-8.
        with out.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
            lines = write_problems(reading, file, tongue.language)
    except OSError:
        raise Misuse("cannot-write", f"{out} cannot be written", asked=str(out)) from None
    return tongue.say("{n} problems written to {file}.", n=tongue.number(lines), file=out)
