"""Who sent what: lists, totals only, what nobody could read, or nothing; what was not reported is not nought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from okoce_core.counting import COVERAGE_STATES, Cell, Coverage
from okoce_core.frames import Kind
from okoce_core.report import charts
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dimension_words import partner_kind_word
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import UNKNOWN, Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.senders import Sender
from okoce_core.report.dossier.words import cell_shown, measure
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]

_MEASURES: Final = ("participants", "entrepreneurs", "enterprises", "jobs")


def section(dossier: Dossier, tongue: Tongue) -> Section:
    """What stands on the page."""
    say, told = tongue.say, [sender.told for sender in dossier.senders]
    guide = say(
        "A partner that sent lists can be counted; one that gave only totals is in the ends of the figures; of one "
        "that sent nothing nothing is known, which is not nought."
    )
    silent = [each.name or each.partner or "" for each in told if each.state == "not reported"]
    blocks: list[Block] = [_states(told, tongue), _sent(dossier, tongue), *_totals(told, tongue)]
    if silent:
        names = "; ".join(silent)
        blocks.append(say("Not reported, of the partners that are known: {names}.", names=names))
    pictures = (charts.coverage(told, tongue),)
    return Section("cakupan", say("Who sent lists, and who did not"), (guide,), pictures, tuple(blocks))


def _states(told: Sequence[Coverage], tongue: Tongue) -> Table:
    say = tongue.say
    rows = tuple(
        (state_word(state, tongue), tongue.number(sum(each.state == state for each in told)))
        for state in COVERAGE_STATES
    )
    return Table(say("Partners by what they sent"), (say("What they sent"), say("Partners")), rows, frozenset({1}))


def state_word(state: str, tongue: Tongue) -> str:
    """What a partner sent."""
    say = tongue.say
    names = {
        "lists": say("lists"), "totals": say("totals only"), "not readable": say("not readable"),
        "not reported": say("not reported"),
    }  # fmt: skip
    return names[state]


def _sent(dossier: Dossier, tongue: Tongue) -> Table:
    say = tongue.say
    rows = tuple(
        (_name(sender.told, tongue), partner_kind_word(kind, tongue) if (kind := sender.told.kind) else "–",
         state_word(sender.told.state, tongue), tongue.number(sender.told.files),
         _rows(sender.recorded, tongue), _rows(sender.rejected, tongue))
        for sender in dossier.senders if sender.told.state != "not reported"
    )  # fmt: skip
    heads = say("Partner"), say("Kind"), say("What it sent"), say("Files"), say("Rows recorded"), say("Rows rejected")
    return Table(say("What each partner sent"), heads, rows, frozenset({3, 4, 5}))


def _name(told: Coverage, tongue: Tongue) -> str:
    return told.name or told.partner or tongue.say("nobody knows whose")


def _rows(count: Cell | None, tongue: Tongue) -> str:
    return "–" if count is None else cell_shown(count, tongue)


def _totals(sent: Sequence[Coverage], tongue: Tongue) -> Iterator[Table]:
    """What partners gave as a number only: said beside the counts, never added to them."""
    say = tongue.say
    rows = tuple(
        (_name(told, tongue), measure(name, tongue), cell_shown(told.totals[name], tongue))
        for told in sent
        for name in _MEASURES
        if name in told.totals
    )
    if rows:
        yield Table(
            say("Totals that partners gave, not counted here"), (say("Partner"), say("Measure"), say("Number")), rows,
            frozenset({2}),
        )  # fmt: skip


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {
        **dict.fromkeys(("partner", "name", "kind", "state"), "text"),
        **dict.fromkeys(("files", "files_unread"), "whole"),
    }
    for name in ("recorded", "rejected"):
        columns |= {f"rows_{name}": "whole", f"rows_{name}_status": "text"}
    for name in _MEASURES:
        columns |= {f"total_{name}": "real", f"total_{name}_status": "text"}
    yield Records("cakupan", columns, ("partner",), tuple(map(_record, dossier.senders)))


def _record(sender: Sender) -> dict[str, object]:
    told = sender.told
    row: dict[str, object] = {
        "partner": told.partner or UNKNOWN, "name": told.name, "kind": told.kind, "state": told.state,
        "files": told.files, "files_unread": told.unread,
    }  # fmt: skip
    for name, count in (("recorded", sender.recorded), ("rejected", sender.rejected)):
        row |= {f"rows_{name}": None if count is None or count.value is None else int(count.value)}
        row |= {f"rows_{name}_status": count.status if count else None}
    for name in _MEASURES:
        cell = told.totals.get(name)
        row[f"total_{name}"] = None if cell is None or cell.value is None else float(cell.value)
        row[f"total_{name}_status"] = cell.status if cell else None
    return row
