"""How old the headcounts are that the jobs are counted from: a figure of today may rest on reports of last year."""

from __future__ import annotations

from collections.abc import Iterator

from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Table
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import Records, number
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import cell_shown, measure
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]


def section(dossier: Dossier, tongue: Tongue) -> Section | None:
    """What stands on the page; nothing where no jobs are counted."""
    if not dossier.ages:
        return None
    say = tongue.say
    guide = say(
        "Every enterprise of the figure stands in one row, by the age of the headcount that decides, in whole months "
        "on the day of the figures. The older it is, the less it says of today."
    )
    rows = tuple(
        (band_word(told.band, tongue), cell_shown(told.enterprises, tongue), cell_shown(told.jobs, tongue))
        for told in dossier.ages
    )
    heads = say("Age of the headcount"), measure("enterprises", tongue), measure("jobs", tongue)
    title = say("Age of the headcounts, {rulebook}", rulebook=dossier.main.label)
    table = Table(title, heads, rows, frozenset({1, 2}))
    pictures = (charts.headcount_ages(dossier.ages, tongue),)
    return Section("umur", say("How old the headcounts are"), (guide,), pictures, (table,))


def band_word(band: str, tongue: Tongue) -> str:
    """What a band of ages is called."""
    say = tongue.say
    names = {"25+": say("over 24 months"), "undated": say("of an unknown day"), "none": say("no headcount")}
    first, _, last = band.partition("-")
    return names.get(band) or say("{first} to {last} months", first=first, last=last)


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {"line": "whole", "months": "text"}
    for name in ("enterprises", "jobs"):
        columns |= {name: "real", f"{name}_exact": "text", f"{name}_status": "text"}
    rows = []
    for line, told in enumerate(dossier.ages, 1):
        row: dict[str, object] = {"line": line, "months": told.band}
        for name, cell in (("enterprises", told.enterprises), ("jobs", told.jobs)):
            row |= {**number(name, cell.value), f"{name}_status": cell.status}
        rows.append(row)
    yield Records("umur_laporan", columns, ("line",), tuple(rows))
