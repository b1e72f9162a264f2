"""``okoce explain``: from a figure, or one person or enterprise, down to the rows; counted or not, by which clause."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from typing import Any

from okoce_core.cli import terminal
from okoce_core.cli.asking import Question, measure, question
from okoce_core.cli.inputs import exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.counting import Explanation, Figures
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.blocks import Block
from okoce_core.report.decisions_page import decisions_page
from okoce_core.report.explanation_json import explanation_document
from okoce_core.report.explanation_page import explanation_page
from okoce_core.report.files_page import files_page
from okoce_core.report.problems_page import problems_page
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Explain, show, and give the exit status."""
    asked = _question(options)
    _rehearse(asked, options)
    with Progress(tongue) as progress:
        reading = read_inputs(options, tongue, progress)
        figures = asked.answer(reading)[0] if reading.readable else None
        explained = _explain(figures, reading, options) if figures else None
    if options.json:
        shown = explanation_document(explained, figures, asked.books[0], reading, asked.known_at, asked.identity)
        terminal.write_json(shown)
    else:
        page: list[Block] = [tongue.say("Nothing could be read, so there are no figures.")]
        if explained and figures:
            given = asked.as_of is not None
            page = explanation_page(explained, figures, tongue, as_of_given=given, most=options.most)
        bound = decisions_page(figures.decisions, tongue) if figures else []
        terminal.show([*page, *bound, *files_page(reading, tongue), *problems_page(reading, tongue)])
    return exit_status(reading, strict=options.strict)


def _question(options: argparse.Namespace) -> Question:
    """The question; what is explained is one definition's answer, and there is no default one (law 3)."""
    asked = question(options, ())
    if len(asked.books) != 1:
        raise Misuse("one-rulebook", f"explain needs one --rulebook, not {len(asked.books)}")
    return asked


def _rehearse(asked: Question, options: argparse.Namespace) -> None:
    """What is wrong with the question shows before hours of files are read."""
    if options.most < 1:
        raise Misuse("bad-most", f"--most is 1 or more, not {options.most}", asked=str(options.most))
    if options.person == "" or options.enterprise == "":
        raise Misuse("explain-one", "explain takes a person or an enterprise, by row or id")
    of = "participants" if options.person else "enterprises" if options.enterprise else measure(options.measure)
    nobody = asked.answer(Reading())[0]
    getattr(nobody, of).explain(options.most)
    if options.cell and (options.person or options.enterprise):
        raise Misuse("explain-one", "--cell is of a figure, not of a person or an enterprise")
    if options.cell:
        nobody.explain_cell(of, _cell(options.cell))


def _explain(figures: Figures, reading: Reading, options: argparse.Namespace) -> Explanation:
    if not options.person and not options.enterprise:
        if options.cell:
            return figures.explain_cell(options.measure, _cell(options.cell), options.most)
        explained: Explanation = getattr(figures, options.measure).explain(options.most)
        return explained
    files = [file.source.name for file in reading.files]
    return figures.explain(person=_named(options.person, files), enterprise=_named(options.enterprise, files))


def _cell(given: Sequence[str]) -> dict[str, str | None]:
    """Each DIMENSION=VALUE; *unknown* is what nobody told."""
    cell: dict[str, str | None] = {}
    for written in given:
        name, equals, value = written.partition("=")
        if not equals:
            raise Misuse("cell-form", f"--cell takes DIMENSION=VALUE, not {written!r}", asked=written)
        if name.strip() in cell:
            raise Misuse("cell-twice", f"--cell has {name.strip()} twice", asked=name.strip())
        cell[name.strip()] = None if value.strip() == "unknown" else value.strip()
    return cell


def _named(given: str | None, files: Collection[str]) -> Any:
    """FILE:ROW or FILE:SHEET:ROW where one of the files is named, else an id, which may hold colons too."""
    head, _, row = (given or "").rpartition(":")
    for file in files if row.isdecimal() else ():
        if head == file:
            return file, int(row)
        if head.startswith(f"{file}:"):
            return file, head.removeprefix(f"{file}:"), int(row)
    return given
