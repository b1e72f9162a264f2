"""A breakdown as it is shown: a table with a row for unknown, and under it why it does not add up where it does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from okoce_core.counting import Cell, Figure, Figures, Note, Table
from okoce_core.report.blocks import Block
from okoce_core.report.blocks import Table as Drawn
from okoce_core.report.dimension_words import dimension_word, value_word
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["breakdown_page", "table_page", "uncounted"]

_MEASURES: Final = ("participants", "entrepreneurs", "jobs")


def breakdown_page(counted: Figures, by: Sequence[str], tongue: Tongue) -> list[Block]:
    """The figures of one rulebook broken down, as blocks."""
    title = tongue.say("Breakdown: {rulebook}", rulebook=counted.rulebook.label)
    nobody = {measure: uncounted(getattr(counted, measure), tongue) for measure in _MEASURES}
    return table_page(counted.table(*by), tongue, title, nobody)


def table_page(told: Table, tongue: Tongue, title: str, nobody: Mapping[str, str]) -> list[Block]:
    """A table under a title, as blocks; ``nobody``: what stands for a measure where there is no number."""
    rows = []
    for row in told.rows:
        values = (value_word(name, value, tongue) for name, value in zip(told.dimensions, row.values, strict=True))
        cells = (_cell(row.cells.get(measure), nobody.get(measure, "–"), tongue) for measure in _MEASURES)
        rows.append((*values, *cells))
    measures = (tongue.say("Participants"), tongue.say("Entrepreneurs"), tongue.say("Jobs"))
    heads = (*(dimension_word(name, tongue) for name in told.dimensions), *measures)
    drawn = Drawn(title, heads, tuple(rows), frozenset(range(len(told.dimensions), len(heads))))
    return [drawn, *(said for note in told.notes if (said := _note(note, tongue)))]


def _cell(cell: Cell | None, nobody: str, tongue: Tongue) -> str:
    if cell is None or (cell.value is None and not cell.status):
        return nobody
    return tongue.say("not published") if cell.value is None else tongue.number(cell.value)


def uncounted(figure: Figure, tongue: Tongue) -> str:
    """What stands where a number of counted units would: nobody asked, or it is a model, with nobody behind it."""
    return tongue.say("not asked") if figure.state == "not asked" else "–"


def _note(note: Note, tongue: Tongue) -> str:
    """The note as a sentence about what is shown."""
    shown = [measure for measure in note.measures if measure in _MEASURES]
    measures = ", ".join(_within(explanation_text("what", measure, tongue.language)) for measure in shown)
    if not shown:
        return ""
    if note.code == "suppressed":
        return tongue.say(
            "Some of the {measures} are not published, so the rows shown do not add up to all.", measures=measures
        )
    if note.code == "rounded":
        return tongue.say("Each number is rounded by itself to a multiple of 3, so rows and totals do not add up.")
    if note.code == "several":
        return tongue.say(
            "One of the {measures} may stand in several rows of {dimension}, so the rows add up to more than all.",
            measures=measures, dimension=_within(dimension_word(note.dimension, tongue)),
        )  # fmt: skip
    if note.code == "not-told":
        return tongue.say(
            "Of the {measures} no {dimension} is told; all of them are in the row of unknown.",
            measures=measures, dimension=_within(dimension_word(note.dimension, tongue)),
        )  # fmt: skip
    return tongue.say("People in doubt and partners that gave only totals are in the ends of the whole figure only.")


def _within(words: str) -> str:
    """Words as they stand within a sentence; of "BPS" no letter is changed."""
    return words[:1].lower() + words[1:]
