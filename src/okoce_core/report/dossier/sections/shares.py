"""Each partner's share: whoever several partners served is shared out equally, so that the shares add up."""

from __future__ import annotations

from collections.abc import Iterator

from okoce_core.counting.exports.observation import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dossier.dossier import HEADLINES, Dossier
from okoce_core.report.dossier.records import Records, number
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import measure, shown
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]


def section(dossier: Dossier, tongue: Tongue) -> Section | None:
    """What stands on the page; nothing where nothing is shared out."""
    found, say = dossier.shares(), tongue.say
    if not found:
        return None
    guide = say(
        "Whoever two partners served counts one half for each, so the shares add up to the figure and nobody counts "
        "twice."
    )
    told = [m for m in HEADLINES if any(m in cells for cells in found.values())]
    rows = [
        (dossier.names.get(partner, partner), *(shown(cells.get(m), tongue) for m in told))
        for partner, cells in sorted(found.items())
    ]
    rows.append((say("Together"), *(shown(dossier.headline(dossier.main, m), tongue) for m in told)))
    heads = (say("Partner"), *(measure(m, tongue) for m in told))
    title = say("Equal shares of the partners, {rulebook}", rulebook=dossier.main.label)
    blocks: list[Block] = [Table(title, heads, tuple(rows), frozenset(range(1, len(heads))))]
    if dossier.suppress:
        blocks.append(
            say(
                "The shares are rounded to whole numbers, so that none tells who shared whom; they may add up to a few "
                "more or less."
            )
        )
    of = {partner: cells[told[0]] for partner, cells in found.items() if told[0] in cells}
    pictures = (charts.attribution(of, told[0], dossier.names, tongue),)
    return Section("atribusi", say("The partners' shares"), (guide,), pictures, tuple(blocks))


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {"partner": "text", "measure": "text", "method": "text", "value": "real",
                                "value_exact": "text", "status": "text"}  # fmt: skip
    rows = tuple(
        {"partner": p, "measure": m, "method": row.attribution, **number("value", row.value), "status": row.status}
        for p, cells in sorted(dossier.shares().items())
        for m, row in cells.items()
    )
    yield Records("atribusi", columns, ("partner", "measure"), rows)
