"""``masalah.csv``: every problem of a partner with its id, what became of it and how to mend it; and reading it again.

File and sheet names come from outside, so a cell that a spreadsheet would take for a formula gets an apostrophe.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from okoce_core.evidence import CODES, Place, Problem
from okoce_core.evidence.place import column_number
from okoce_core.misuse import Misuse
from okoce_core.report.counterparts import expected_text
from okoce_core.report.replies.following import ID, STATES, State, Told
from okoce_core.report.texts import problem_text, shows_expected
from okoce_core.report.tongue import LANGUAGES, Tongue

__all__ = ["FILE", "listing", "parse_listing", "severity_word"]

FILE: Final = "masalah.csv"

_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
"""SOURCE: OWASP, CSV injection."""

_CELL: Final = re.compile(r"[A-Z]{1,3}[1-9]\d*")


def listing(problems: Iterable[Told], tongue: Tongue) -> bytes:
    """The file: UTF-8 with the mark by which spreadsheets know it."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(_heads(tongue))
    writer.writerows(map(_harmless, _cells(told, tongue)) for told in problems)
    return page.getvalue().encode("utf-8-sig", "replace")


def _heads(tongue: Tongue) -> tuple[str, ...]:
    say = tongue.say
    return (
        "id", say("state"), say("file"), say("sheet"), say("cell"), say("row"), say("gravity"), say("problem"),
        say("how to mend it"), say("expected"), say("code"), say("field"), say("form"), say("rows"),
    )  # fmt: skip


def _cells(told: Told, tongue: Tongue) -> Iterator[str]:
    problem, place = told.problem, told.place
    wrong, mend = problem_text(problem.code, tongue.language)
    is_shown = shows_expected(problem.code) and problem.code != "file-repeated"  # it names files of anybody
    yield from (told.id, _state_words(tongue)[told.state], place.file, place.sheet, place.cell or "")
    yield str(place.row or "")
    yield severity_word(problem.code, tongue)
    yield from (wrong, mend, expected_text(problem.expected, tongue.language) if is_shown else "")
    yield from (problem.code, problem.field, told.form, str(problem.count))


def _state_words(tongue: Tongue) -> dict[State, str]:
    say = tongue.say
    words = (say("new"), say("still open"), say("not checked again"), say("fixed"), say("row gone"))
    return dict(zip(STATES, words, strict=True))


def severity_word(code: str, tongue: Tongue) -> str:
    """How grave a problem of that code is."""
    severity = CODES[code]
    words = {"error": tongue.say("error"), "warning": tongue.say("warning"), "notice": tongue.say("notice")}
    return words[severity]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_FORMULA) else cell


def parse_listing(data: bytes, name: str) -> dict[str, Told]:
    """The problems of an earlier ``masalah.csv`` in either language, by id.

    Args:
        data: Its bytes. name: What it is called, for the complaint.

    Raises:
        Misuse: it is not such a file, or was changed.
    """
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
        tongue = next(t for t in map(Tongue, LANGUAGES) if rows and tuple(rows[0]) == _heads(t))
        states = {word: state for state, word in _state_words(tongue).items()}
        return {row[0]: _told(list(map(_plain, row)), states) for row in rows[1:]}
    except (UnicodeDecodeError, csv.Error, StopIteration, LookupError, ValueError):
        raise Misuse("not-a-listing", f"{name} is no list of problems of okoce reply", asked=name) from None


def _told(row: list[str], states: Mapping[str, State]) -> Told:
    name, state, file, sheet, cell, line, _, _, _, _, code, field, form, count = row
    if not ID.fullmatch(name) or code not in CODES:
        raise ValueError
    if cell and not _CELL.fullmatch(cell):
        raise ValueError
    column = column_number(cell.rstrip("0123456789")) if cell else None
    place = Place(file, sheet, int(line) if line else None, column)
    return Told(name, states[state], Problem(code, place, "", field, int(count)), form)
