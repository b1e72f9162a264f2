"""Problems as a CSV that opens in a spreadsheet: one line a problem, with its text and how to mend it.

File and sheet names come from outside, so a cell that a spreadsheet would take for a formula gets an apostrophe.
"""

from __future__ import annotations

import csv
from typing import Final, TextIO

from okoce_core.evidence import Problem
from okoce_core.intake.outcome import Reading
from okoce_core.report.counterparts import expected_text
from okoce_core.report.figures_json import problems_in_order
from okoce_core.report.texts import problem_text
from okoce_core.report.tongue import Language

__all__ = ["COLUMNS", "write_problems"]

COLUMNS: Final = (
    "file", "sheet", "cell", "row", "count", "severity", "code", "field", "expected", "text", "mend",
)  # fmt: skip
"""The headings, the same in both languages."""

_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
"""SOURCE: OWASP, CSV injection; the wide signs count where the keyboard is Japanese or Chinese."""


def write_problems(reading: Reading, file: TextIO, language: Language) -> int:
    """Write every problem, by file and place, and give how many there are."""
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    problems = problems_in_order(reading)
    writer.writerows(_cells(problem, language) for problem in problems)
    return len(problems)


def _cells(problem: Problem, language: Language) -> list[str]:
    place = problem.place
    said = (
        place.file, place.sheet, place.cell, place.row, problem.count, problem.severity, problem.code, problem.field,
        expected_text(problem.expected, language), *problem_text(problem.code, language),
    )  # fmt: skip
    return [_harmless("" if value is None else str(value)) for value in said]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
