"""The ladder of seven stages: how many people came so far, and how many were lost at each step."""

from __future__ import annotations

from collections.abc import Iterator

from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Table
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import cell_shown
from okoce_core.report.published_words import measure_word
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]

_PARTS = ("reached", "here", "lost")


def section(dossier: Dossier, tongue: Tongue) -> Section | None:
    """What stands on the page; nothing where no people are counted."""
    if not dossier.rungs:
        return None
    say = tongue.say
    guide = say(
        "Everybody who came at least so far, by what the lists tell; who is lost between two rungs stands on the lower "
        "one, as far as anybody wrote down. It is no judgement of those who stopped."
    )
    rows = tuple(
        (measure_word(rung.stage, tongue), *(cell_shown(getattr(rung, part), tongue) for part in _PARTS))
        for rung in dossier.rungs
    )
    heads = say("Stage"), say("Came so far"), say("Stand here"), say("Lost before it")
    title = say("The seven stages, {rulebook}", rulebook=dossier.main.label)
    table = Table(title, heads, rows, frozenset({1, 2, 3}))
    return Section("tahapan", say("How far people came"), (guide,), (charts.ladder(dossier.rungs, tongue),), (table,))


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {"rung": "whole", "stage": "text"}
    for part in _PARTS:
        columns |= {part: "whole", f"{part}_status": "text"}
    rows = []
    for place, rung in enumerate(dossier.rungs, 1):
        row: dict[str, object] = {"rung": place, "stage": rung.stage}
        for part in _PARTS:
            cell = getattr(rung, part)
            row |= {part: None if cell.value is None else int(cell.value), f"{part}_status": cell.status}
        rows.append(row)
    yield Records("tahapan", columns, ("rung",), tuple(rows))
