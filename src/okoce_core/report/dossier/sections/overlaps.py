"""Whom several partners list: the people on the lists of exactly these partners, each person in one row alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from okoce_core.counting import Shared
from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import cell_shown
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]

_SHOWN: Final = 40
"""So many combinations are still read; all are in the CSV."""


def section(dossier: Dossier, tongue: Tongue) -> Section | None:
    """What stands on the page; nothing where nobody is listed."""
    if not dossier.shared:
        return None
    say = tongue.say
    guide = say(
        "Each participant is in exactly one row: that of all the partners on whose lists he stands. The rows add up to "
        "the participants."
    )
    rows = tuple(
        (_partners(told, dossier, tongue), str(len(told.partners) or "–"), cell_shown(told.people, tongue))
        for told in dossier.shared[:_SHOWN]
    )
    heads = say("On the lists of exactly"), say("Partners"), say("People")
    title = say("Who stands on whose lists, {rulebook}", rulebook=dossier.main.label)
    blocks: list[Block] = [Table(title, heads, rows, frozenset({1, 2}))]
    if (more := len(dossier.shared) - _SHOWN) > 0:
        blocks.append(say("{n} smaller combinations are in tabel/irisan.csv.", n=tongue.number(more)))
    pictures = (charts.overlap(dossier.shared, dossier.names, tongue),)
    return Section("irisan", say("Where the lists overlap"), (guide,), pictures, tuple(blocks))


def _partners(told: Shared, dossier: Dossier, tongue: Tongue) -> str:
    named = (dossier.names.get(partner, partner) for partner in told.partners)
    return " + ".join(named) or tongue.say("other combinations together")


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {"line": "whole", "partners": "text", "lists": "whole", "people": "whole",
                                "status": "text"}  # fmt: skip
    rows = tuple(
        {"line": n, "partners": " + ".join(told.partners), "lists": len(told.partners) or None,
         "people": None if told.people.value is None else int(told.people.value), "status": told.people.status}
        for n, told in enumerate(dossier.shared, 1)
    )  # fmt: skip
    yield Records("irisan", columns, ("line",), rows)
