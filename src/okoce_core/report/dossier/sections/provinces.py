"""Where people and enterprises are: all 38 provinces, of which one that nobody reported is unknown, not nought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import UNKNOWN, Records, number
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import measure, shown
from okoce_core.report.tongue import Tongue
from okoce_core.values.region import provinces

__all__ = ["records", "section"]

_MEASURES: Final = ("participants", "entrepreneurs", "enterprises", "jobs")


def section(dossier: Dossier, tongue: Tongue) -> Section | None:
    """What stands on the page; nothing where nothing is broken down."""
    found, say = dossier.by_province(), tongue.say
    if not found:
        return None
    guide = say(
        "Each tile is a province, all of one size. Grey is a province that no list tells of: not reported, which is "
        "not nought. People are where they live, enterprises and jobs where the enterprise is. Codes are Kemendagri's."
    )
    told = [m for m in _MEASURES if any(m in cells for cells in found.values())]
    rows = []
    for code, name in provinces().items():
        if code in found:
            rows.append((name, code, *(shown(found[code].get(m), tongue) for m in told)))
    rows.append((say("unknown"), "", *(shown(found.get(None, {}).get(m), tongue) for m in told)))
    heads = (say("Province"), say("Code"), *(measure(m, tongue) for m in told))
    title = say("Provinces, {rulebook}", rulebook=dossier.main.label)
    table = Table(title, heads, tuple(rows), frozenset(range(2, len(heads))))
    drawn = {code: cells["participants"] for code, cells in found.items() if "participants" in cells}
    pictures = (charts.province_map(drawn, "participants", tongue),)
    silent = [name for code, name in provinces().items() if code not in found]
    blocks: list[Block] = [table]
    if silent:
        blocks.append(say("Not reported: {names}.", names="; ".join(silent)))
    return Section("provinsi", say("In which province"), (guide,), pictures, tuple(blocks))


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {"province": "text", "name": "text", "measure": "text", "value": "real",
                                "value_exact": "text", "status": "text"}  # fmt: skip
    names: Mapping[str, str] = provinces()
    rows = []
    found = dossier.by_province()
    told = [m for m in _MEASURES if any(m in cells for cells in found.values())]
    for code in (*names, None) if found else ():
        for name in told:
            cell = found.get(code, {}).get(name)
            about = {"province": code or UNKNOWN, "name": names.get(code or "", ""), "measure": name}
            status = cell.status if cell else "not reported"
            rows.append({**about, **number("value", cell.value if cell else None), "status": status})
    yield Records("provinsi", columns, ("province", "measure"), tuple(rows))
