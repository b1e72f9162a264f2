"""Who sent what: lists, totals only, what nobody could read, or nothing; what was not reported is not nought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from okoce_core.counting import COVERAGE_STATES, Coverage
from okoce_core.counting.exports.observation import Kind
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dimension_words import partner_kind_word
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import UNKNOWN, Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import cell_shown, hidden, measure
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]

_MEASURES: Final = ("participants", "entrepreneurs", "enterprises", "jobs")


def section(dossier: Dossier, tongue: Tongue) -> Section:
    """What stands on the page."""
    say, senders = tongue.say, dossier.senders
    guide = say(
        "A partner that sent lists can be counted; one that gave only totals is in the ends of the figures; of one "
        "that sent nothing nothing is known, which is not nought."
    )
    sent = [told for told in senders if told.state != "not reported"]
    silent = [told.name or told.partner or "" for told in senders if told.state == "not reported"]
    blocks: list[Block] = [_states(dossier, tongue), _sent(sent, tongue), *_totals(sent, tongue)]
    if silent:
        names = "; ".join(silent)
        blocks.append(say("Not reported, of the partners that are known: {names}.", names=names))
    return Section("cakupan", say("Who sent lists, and who did not"), (guide,), (), tuple(blocks))


def _states(dossier: Dossier, tongue: Tongue) -> Table:
    say = tongue.say
    rows = tuple(
        (state_word(state, tongue), tongue.number(sum(told.state == state for told in dossier.senders)))
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


def _sent(sent: list[Coverage], tongue: Tongue) -> Table:
    say = tongue.say
    rows = tuple(
        (_name(told, tongue), partner_kind_word(told.kind, tongue) if told.kind else "–", state_word(told.state, tongue),
         tongue.number(told.files), _rows(told.recorded, tongue), _rows(told.rejected, tongue))
        for told in sent
    )  # fmt: skip
    heads = say("Partner"), say("Kind"), say("What it sent"), say("Files"), say("Rows recorded"), say("Rows rejected")
    return Table(say("What each partner sent"), heads, rows, frozenset({3, 4, 5}))


def _name(told: Coverage, tongue: Tongue) -> str:
    return told.name or told.partner or tongue.say("nobody knows whose")


def _rows(count: int | str | None, tongue: Tongue) -> str:
    return hidden(tongue) if count == "hidden" else "–" if count is None else tongue.number(int(count))


def _totals(sent: list[Coverage], tongue: Tongue) -> Iterator[Table]:
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
        **dict.fromkeys(("files", "files_unread", "rows_recorded", "rows_rejected"), "whole"),
    }
    for name in _MEASURES:
        columns |= {f"total_{name}": "real", f"total_{name}_status": "text"}
    yield Records("cakupan", columns, ("partner",), tuple(map(_record, dossier.senders)))


def _record(told: Coverage) -> dict[str, object]:
    row: dict[str, object] = {
        "partner": told.partner or UNKNOWN, "name": told.name, "kind": told.kind, "state": told.state,
        "files": told.files, "files_unread": told.unread, "rows_recorded": told.recorded,
        "rows_rejected": told.rejected,
    }  # fmt: skip
    for name in _MEASURES:
        cell = told.totals.get(name)
        row[f"total_{name}"] = None if cell is None or cell.value is None else float(cell.value)
        row[f"total_{name}_status"] = cell.status if cell else None
    return row
