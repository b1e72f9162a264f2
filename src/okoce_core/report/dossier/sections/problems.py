"""What is wrong in the lists: how much with each partner, and of each kind what it is and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from okoce_core.evidence import CODES
from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import UNKNOWN, Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.texts import problem_text
from okoce_core.report.tongue import LANGUAGES, Tongue

__all__ = ["records", "section"]

_GRAVITY: Final = ("error", "warning", "notice")


def section(dossier: Dossier, tongue: Tongue) -> Section:
    """What stands on the page."""
    say, faults = tongue.say, dossier.faults
    if not faults.by_code:
        return Section("masalah", say("Problems in the lists"), (say("No problems."),))
    guide = say(
        "A problem costs what its cell carries and nothing else; no row is dropped in silence. What is mended by the "
        "partners counts in the next report."
    )
    blocks: list[Block] = [_by_partner(dossier, tongue), _by_code(dossier, tongue)]
    if faults.left_out:
        blocks.append(say("Problems of lists with very few rows are in neither table, since they would tell how few."))
    pictures = (charts.problems(faults.by_partner, dossier.names, tongue),)
    return Section("masalah", say("Problems in the lists"), (guide,), pictures, tuple(blocks))


def _by_partner(dossier: Dossier, tongue: Tongue) -> Table:
    say, told = tongue.say, dossier.faults.by_partner
    rows = [
        (_name(partner, dossier, tongue), *(tongue.number(told[partner].get(g, 0)) for g in _GRAVITY))
        for partner in sorted(told, key=lambda p: (p is None, p or ""))
    ]
    heads = say("Partner"), say("errors"), say("warnings"), say("notices")
    return Table(say("Problems of each partner, in rows"), heads, tuple(rows), frozenset({1, 2, 3}))


def _name(partner: str | None, dossier: Dossier, tongue: Tongue) -> str:
    return tongue.say("several, or unknown") if partner is None else dossier.names.get(partner, partner)


def _by_code(dossier: Dossier, tongue: Tongue) -> Table:
    say = tongue.say
    words = {"error": say("error"), "warning": say("warning"), "notice": say("notice")}
    rows = []
    for code, count in _in_order(dossier):
        wrong, mend = problem_text(code, tongue.language)
        rows.append((f"{wrong} ({code})", words[CODES[code]], tongue.number(count), mend))
    heads = say("What is wrong"), say("Gravity"), say("Rows"), say("How to mend it")
    return Table(say("Problems of each kind"), heads, tuple(rows), frozenset({2}))


def _in_order(dossier: Dossier) -> list[tuple[str, int]]:
    """The gravest first."""
    return sorted(dossier.faults.by_code.items(), key=lambda told: (_GRAVITY.index(CODES[told[0]]), -told[1], told[0]))


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {"partner": "text", "severity": "text", "rows": "whole"}
    told = sorted(dossier.faults.by_partner.items(), key=lambda told: told[0] or "")
    by_partner = (
        {"partner": p or UNKNOWN, "severity": g, "rows": counts[g]}
        for p, counts in told
        for g in _GRAVITY
        if counts.get(g)
    )
    yield Records("masalah_mitra", columns, ("partner", "severity"), tuple(by_partner))
    columns = {"code": "text", "severity": "text", "rows": "whole"}
    for language in LANGUAGES:
        columns |= {f"text_{language}": "text", f"mend_{language}": "text"}
    by_code = []
    for code, count in sorted(dossier.faults.by_code.items()):
        row = {"code": code, "severity": CODES[code], "rows": count}
        for language in LANGUAGES:
            row[f"text_{language}"], row[f"mend_{language}"] = problem_text(code, language)
        by_code.append(row)
    yield Records("masalah_jenis", columns, ("code",), tuple(by_code))
