"""``okoce compare``: figures side by side, and the steps from those of the first rulebook to those of the last."""

from __future__ import annotations

import argparse
from typing import Final

from okoce_core.cli import terminal
from okoce_core.cli.asking import measure, question
from okoce_core.cli.inputs import about_files, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.intake import Reading
from okoce_core.report.blocks import Block
from okoce_core.report.comparison_json import comparison_document
from okoce_core.report.comparison_page import steps_page
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.figures_page import figures_page
from okoce_core.report.steps import steps
from okoce_core.report.tongue import Tongue

__all__ = ["run"]

_DEFAULT: Final = ("okoce-claim@1", "okoce-p4@1", "strict-audit@1")
"""From what the lists add up to, to what survives an audit."""


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Count, compare, show, and give the exit status."""
    asked, measures = question(options, _DEFAULT), [measure(name) for name in options.measure]
    steps(asked.answer(Reading()), measures, split=options.split)  # what is wrong shows before files are read
    with Progress(tongue, quiet=options.quiet) as progress:
        reading = read_inputs(options, tongue, progress)
        compared = asked.answer(reading) if reading.readable else None
        told = steps(compared, measures, split=options.split) if compared else []
    if options.json:
        terminal.write_json(comparison_document(compared, told, reading, asked.known_at, asked.identity))
    else:
        page: list[Block] = [tongue.say("Nothing could be read, so there are no figures.")]
        if compared:
            page = figures_page(compared.figures, tongue, as_of_given=asked.as_of is not None)
            page += decisions_page(compared[0].decisions, tongue)
        terminal.show([*page, *steps_page(told, tongue), *about_files(reading, options, tongue)])
    return exit_status(reading, strict=options.strict)
