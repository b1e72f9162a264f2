"""``okoce convert``: partner files as okoce-records/1, for another program or for keeping."""

from __future__ import annotations

import argparse

from okoce_core.cli import terminal
from okoce_core.cli.inputs import check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.intake import Reading, convert, record_lines
from okoce_core.misuse import Misuse
from okoce_core.report.files_page import files_page
from okoce_core.report.problems_page import problems_page
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Convert, say what was written, and give the exit status."""
    check_output(options.out, options.paths)
    with Progress(tongue) as progress:
        reading = read_inputs(options, tongue, progress)
        lines = _convert(reading, options) if reading.readable else 0
    if lines:
        said = tongue.say(
            "{n} lines written to {file}. The file holds personal values: keep it as carefully as the lists.",
            n=tongue.number(lines), file=options.out,
        )  # fmt: skip
    else:
        said = tongue.say("Nothing could be read, so nothing was written.")
    terminal.show([said, *files_page(reading, tongue), *problems_page(reading, tongue)])
    return exit_status(reading, strict=options.strict)


def _convert(reading: Reading, options: argparse.Namespace) -> int:
    next(record_lines(reading))  # refuses what cannot be one file before anything is written over
    try:
        return convert(reading, options.out)
    except OSError:
        raise Misuse("cannot-write", f"{options.out} cannot be written", asked=str(options.out)) from None
