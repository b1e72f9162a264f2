"""The marked copies of a partner's files, and of the files that have none the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from okoce_core.evidence import Problems
from okoce_core.intake.originals import Originals
from okoce_core.intake.reading import Limits, open_source
from okoce_core.intake.reading.sheet import Sheet
from okoce_core.intake.reading.workbook import OLE
from okoce_core.report.counterparts import expected_text
from okoce_core.report.replies.addressees import Addressee, OwnFile
from okoce_core.report.replies.following import Told
from okoce_core.report.replies.listing import severity_word
from okoce_core.report.replies.marks import Mark, Unmarkable, Why
from okoce_core.report.replies.naming import marked_name
from okoce_core.report.replies.text_workbook import text_workbook
from okoce_core.report.replies.workbook import marked_workbook
from okoce_core.report.texts import problem_text, shows_expected
from okoce_core.report.tongue import Tongue

__all__ = ["Copier"]


@attrs.frozen
class Copier:
    """Makes marked copies.

    Attributes:
        originals: Where the bytes are. limits: Those they were read with. tongue: The language of comments.
    """

    originals: Originals
    limits: Limits
    tongue: Tongue

    def copies(
        self, addressee: Addressee, told: Mapping[str, Sequence[Told]]
    ) -> tuple[dict[str, bytes], dict[str, Why]]:
        """By name the marked copies, and by the file's name why there is none.

        Args:
            addressee: Whose files. told: Their problems, by the name of the file.

        Raises:
            Misuse: a file has changed since it was read, or openpyxl is not installed.
        """
        files: dict[str, bytes] = {}
        unmarked: dict[str, Why] = {}
        for own in addressee.files:
            name = own.file.source.name
            marks = [mark for one in told.get(name, ()) if (mark := self._mark(one))]
            if own.file.state == "read" and marks:
                try:
                    files[marked_name(name, files)] = self._copy(own, marks)
                except Unmarkable as refusal:
                    unmarked[name] = refusal.why
        return files, unmarked

    def _copy(self, own: OwnFile, marks: Sequence[Mark]) -> bytes:
        file = own.file
        if not own.whole:
            raise Unmarkable("shared")
        if file.source.media not in {"xlsx", "csv"}:
            raise Unmarkable("form")
        data = self.originals.bytes_of(file.source)
        if data.startswith(OLE):
            raise Unmarkable("locked")
        if file.source.media == "xlsx":
            return marked_workbook(data, marks)

        def table() -> Sheet:
            (sheet,) = open_source(file.source.name, data, Problems(""), limits=self.limits).sheets
            return sheet

        return text_workbook(table, marks)

    def _mark(self, told: Told) -> Mark | None:
        """The mark of a problem; none where it is of a sheet or file as a whole."""
        place = told.place
        if place.row is None:
            return None
        return Mark(place.sheet, place.row, place.column, told.severity, "\n".join(self._lines(told)))

    def _lines(self, told: Told) -> list[str]:
        say, problem = self.tongue.say, told.problem
        wrong, mend = problem_text(problem.code, self.tongue.language)
        lines = [f"[{severity_word(problem.code, self.tongue)}] {wrong}"]
        if shows_expected(problem.code) and problem.expected:
            lines.append(say("Expected: {what}", what=expected_text(problem.expected, self.tongue.language)))
        return [*lines, say("How to mend it: {what}", what=mend), say("Problem {id}", id=told.id)]
