"""The doubtful pairs as a table for a person to decide in: one line a pair, the answer in the column *keputusan*.

Below them stand all earlier decisions, whether this run used them or not: the next month needs this one file.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from typing import Final

import attrs

from okoce_core.evidence import Trail
from okoce_core.identity.decisions import Decision
from okoce_core.identity.full.further import FURTHER
from okoce_core.identity.full.weighing import FIELDS
from okoce_core.identity.review import Doubtful, Review
from okoce_core.misuse import Misuse
from okoce_core.report.link_page import percent
from okoce_core.report.link_words import level_text, link_text, words
from okoce_core.report.tongue import Tongue

__all__ = ["DECISION", "review_csv", "review_rows", "review_xlsx"]

DECISION: Final = "keputusan"
"""The heading of the answers; like those of the entries, *a* and *b*, the same in both languages."""

_FIELDS: Final = ("nik", *FIELDS, *FURTHER)
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
"""SOURCE: OWASP, CSV injection. File names, and revealed values, come from outside."""

Row = tuple[str | int, ...]


def review_rows(review: Review, tongue: Tongue, *, revealed: bool = False) -> Iterator[Row]:
    """The headings, the pairs, the earlier decisions.

    Args:
        review: What there is to decide. revealed: Whether to show the values of both, beside each level.
    """
    teller = _Teller(review, tongue, revealed)
    yield teller.headings()
    yield from map(teller.pair, review.pairs)
    yield from teller.earlier()


@attrs.frozen
class _Teller:
    review: Review
    tongue: Tongue
    revealed: bool

    def headings(self) -> Row:
        language = self.tongue.language
        said = [link_text("heading", name, language) for name in ("state", "probability", "changes")]
        for field in _FIELDS:
            name = link_text("field", field, language)
            said += [name, f"{name} a", f"{name} b"] if self.revealed else [name]
        where = [link_text("heading", name, language) for name in ("file", "sheet", "row")]
        return (DECISION, *said, *(f"{name} {of}" for of in "ab" for name in where), "a", "b")

    def pair(self, pair: Doubtful) -> Row:
        language = self.tongue.language
        evidence = {said.field: level_text(said.field, said.level, language) for said in pair.evidence}
        told: list[str] = []
        for field in _FIELDS:
            told.append(evidence[field])
            if self.revealed:
                told += [self.review.entries.value(entry, field) for entry in pair.entries]
        changes = ", ".join(link_text("change", name, language) for name in pair.changes)
        state = link_text("standing", pair.standing, language)
        places = (cell for trail in pair.trails for cell in _place(trail))
        return ("", state, percent(pair.probability, self.tongue), changes, *told, *places, *pair.names)

    def earlier(self) -> Iterator[Row]:
        """Contradictory ones first, since somebody has to look at them again."""
        outcome = self.review.decisions
        contradictory, unused = outcome.contradictory, frozenset(outcome.unused)
        where = self._places({name for d in outcome.decisions.made for name in (d.a, d.b)})
        for decision in sorted(outcome.decisions.made, key=lambda d: (d not in contradictory, d)):
            state = "contradictory" if decision in contradictory else "unused" if decision in unused else "decided"
            yield self._earlier(decision, state, where)

    def _earlier(self, decision: Decision, state: str, where: dict[str, Trail]) -> Row:
        language = self.tongue.language
        blank = ("",) * (2 + len(_FIELDS) * (3 if self.revealed else 1))
        places = (cell for name in (decision.a, decision.b) for cell in _place(where.get(name)))
        answer = link_text("answer", decision.answer, language)
        return (answer, link_text("state", state, language), *blank, *places, decision.a, decision.b)

    def _places(self, wanted: set[str]) -> dict[str, Trail]:
        found: dict[str, Trail] = {}
        for entry, name in enumerate(self.review.names):
            if name in wanted and name not in found:
                found[name] = self.review.entries.trail(entry)
        return found


def _place(trail: Trail | None) -> Row:
    if trail is None:
        return "", "", ""
    return trail.place.file, trail.place.sheet, trail.place.row or ""


def review_csv(review: Review, tongue: Tongue, *, revealed: bool = False) -> bytes:
    """The table as CSV, with the mark by which spreadsheets know UTF-8."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(map(_harmless, review_rows(review, tongue, revealed=revealed)))
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _harmless(row: Row) -> list[str | int]:
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row]


def review_xlsx(review: Review, tongue: Tongue, *, revealed: bool = False) -> bytes:
    """The table as a workbook whose answers are chosen from a list; the same review gives the same bytes.

    Raises:
        Misuse: xlsxwriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError:
        message = "a review in .xlsx needs xlsxwriter: pip install 'okoce[template]'"
        raise Misuse("extra-missing", message, asked="template") from None
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - any fixed day
    sheet = book.add_worksheet(tongue.say("Review"))
    rows = list(review_rows(review, tongue, revealed=revealed))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DDEBF7"})
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            write = sheet.write_number if isinstance(cell, int) else sheet.write_string
            write(at, place, cell, bold if at == 0 else None)
    answers = [said[tongue.language] for said in words("answer").values()]
    if rows[1:]:
        sheet.data_validation(1, 0, len(rows) - 1, 0, {"validate": "list", "source": answers})
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
    sheet.set_column(0, len(rows[0]) - 1, 16)
    book.close()
    return out.getvalue()
