"""The files page: what became of each file and of every row in it, and which files gave no dates."""

from __future__ import annotations

from collections.abc import Sequence

from okoce_core.evidence import Ledger
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.texts import problem_text
from okoce_core.report.tongue import Tongue

__all__ = ["files_page"]


def files_page(reading: Reading, tongue: Tongue) -> list[Block]:
    """The page as blocks."""
    blocks: list[Block] = [_table(reading, tongue)] if reading.files else []
    if undated := [item for file in reading.files if (item := _undated(file, tongue))]:
        title = tongue.say("Without dates (these facts are in the high end only)")
        blocks.append(Listing(title, tuple(undated)))
    return blocks


def _table(reading: Reading, tongue: Tongue) -> Table:
    say = tongue.say
    heads: tuple[str, ...] = (
        say("File"), say("Adapter"), say("Partner"), say("Rows seen"), say("recorded"), say("rejected"), say("blank"),
        say("skipped"), say("Note"),
    )  # fmt: skip
    rows = [_row(file, tongue) for file in reading.files]
    if len(rows) > 1:
        rows.append((tongue.say("Together"), "", "", *_counts(reading.ledger, tongue), ""))
    if not any(row[-1] for row in rows):
        heads, rows = heads[:-1], [row[:-1] for row in rows]
    return Table(tongue.say("Files"), heads, tuple(rows), frozenset(range(3, 8)))


def _row(file: FileReading, tongue: Tongue) -> tuple[str, ...]:
    counts = _counts(file.ledger, tongue) if file.state == "read" else ("–",) * 5
    return (file.source.name, file.adapter or "–", _partner(file, tongue), *counts, _note(file, tongue))


def _counts(ledger: Ledger, tongue: Tongue) -> Sequence[str]:
    counts = (ledger.seen, ledger.recorded, ledger.rejected, ledger.blank, ledger.skipped)
    return [tongue.number(count) for count in counts]


def _partner(file: FileReading, tongue: Tongue) -> str:
    if file.partner:
        return file.partner.name or file.partner.id
    named = len(file.records.partners)
    return tongue.say("partners: {n}", n=named) if named else "–"


def _note(file: FileReading, tongue: Tongue) -> str:
    if file.state == "repeated":
        return tongue.say("repeated: the same content came in another file")
    if file.state == "not readable":
        errors = [problem.code for problem in file.problems if problem.severity == "error"]
        why = problem_text(errors[0], tongue.language)[0] if errors else ""
        return tongue.say("not readable: {why}", why=why)
    return ""


def _undated(file: FileReading, tongue: Tongue) -> Item | None:
    names = {
        "participations": tongue.say("participations"), "headcounts": tongue.say("headcounts"),
        "permits": tongue.say("permits"),
    }  # fmt: skip
    kinds = sorted({names.get(p.field, p.field) for p in file.problems if p.code == "undated"})
    return Item(f"{file.source.name}: {', '.join(kinds)}") if kinds else None
