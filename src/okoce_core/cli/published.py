"""``okoce published``: what was published about the movement, and whether computed figures mean the same."""

from __future__ import annotations

import argparse

from okoce_core.cli import terminal
from okoce_core.cli.asked_rulebooks import DEFAULT
from okoce_core.cli.asking import Question, question
from okoce_core.cli.inputs import exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.counting.publishing.check import Check, check
from okoce_core.intake import Reading
from okoce_core.report.files_page import files_page
from okoce_core.report.problems_page import problems_page
from okoce_core.report.published_json import check_document, published_document
from okoce_core.report.published_page import check_page, published_page
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Show what was published, or check files against it, and give the exit status."""
    if options.verb == "check":
        return _check(options, tongue)
    if options.json:
        terminal.write_json(published_document())
    else:
        terminal.show(published_page(tongue))
    return 0


def _check(options: argparse.Namespace, tongue: Tongue) -> int:
    asked = question(options, DEFAULT)
    _checks(Reading(), asked, options.scope)  # what is wrong with the question shows before hours of files are read
    with Progress(tongue) as progress:
        reading = read_inputs(options, tongue, progress)
        checks = _checks(reading, asked, options.scope) if reading.readable else ()
    if options.json:
        terminal.write_json(check_document(checks, reading, asked.known_at, options.scope))
    else:
        top = [] if checks else [tongue.say("Nothing could be read, so there are no figures.")]
        terminal.show(
            [*top, *check_page(checks, tongue), *files_page(reading, tongue), *problems_page(reading, tongue)]
        )
    return exit_status(reading, strict=options.strict)


def _checks(reading: Reading, asked: Question, scope: str | None) -> tuple[Check, ...]:
    return tuple(check(figures, scope=scope) for figures in asked.answer(reading))
