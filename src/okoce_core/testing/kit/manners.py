"""Laws of files made from the mapping: an adapter is pure, light, and can be sent to a worker (design law 10)."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any, Final

import attrs

from okoce_core.testing.kit.check import Broken, NotApplicable, checks, hold
from okoce_core.testing.kit.slots import Slot
from okoce_core.testing.kit.told import facts, lines
from okoce_core.testing.kit.trial import Trial
from okoce_core.testing.kit.watching import watched

__all__ = ["CHECKS"]

_FORMULAS: Final = ("=1+1", '=HYPERLINK("http://example.org")', "@SUM(A1)", "+1+cmd|' /C calc'!A0", "=cmd|'/c'!A1")
_AS_WRITTEN: Final = ("person.address", "enterprise.name")
_FEW: Final = 100


def no_network(trial: Trial) -> None:
    """While files are read nothing asks for the network."""
    hold("network" not in _met(trial), "the network is asked for")


def no_clock(trial: Trial) -> None:
    """While files are read nothing asks what time or day it is: the same file gives the same records next year."""
    hold("clock" not in _met(trial), "the clock is read")


def no_file_is_opened(trial: Trial) -> None:
    """While bytes are read nothing opens a file, once what the library ships has been loaded."""
    hold("files" not in _met(trial), "a file is opened")


def adapter_can_be_pickled(trial: Trial) -> None:
    """The adapter comes out of a pickle equal to itself: parsers are functions of a module, not lambdas."""
    try:
        again = pickle.loads(pickle.dumps(trial.adapter))
    except Exception as raised:
        why = "its parsers must be functions of a module that can be imported, not lambdas"
        raise Broken(f"it cannot be pickled ({type(raised).__name__}): {why}") from None
    hold(repr(again) == repr(trial.adapter), "out of a pickle it is another")


def reading_can_be_pickled(trial: Trial) -> None:
    """A reading comes out of a pickle with its ledger and problems; personal values stay behind."""
    reading = trial.read(trial.form.table())
    again = pickle.loads(pickle.dumps(reading))
    hold(again.ledger == reading.ledger, "out of a pickle the ledger is another")
    hold(list(again.problems) == list(reading.problems), "out of a pickle the problems are others")


def adapter_is_not_changed_by_reading(trial: Trial) -> None:
    """Reading files leaves the adapter as it was, so that the order of files cannot matter."""
    before = repr(trial.plain)
    trial.read(trial.form.table(), trial.form.table(3))
    hold(repr(trial.plain) == before, "reading changes it")


def work_grows_with_the_rows(trial: Trial) -> None:
    """Twice the rows ask the parsers at most twice as often, and a cell at most a few times: counted, not timed."""
    trial.only_with_records()
    few, many = (_asked(trial, count) for count in (_FEW, 2 * _FEW))
    fields = sum(len(column.to) for column in trial.plain.columns) * (len(trial.adapter.repeat) or 1)
    hold(many <= 2 * few + fields * 64, f"{_FEW} rows ask {few} times, twice the rows {many} times")
    hold(many <= 4 * 2 * _FEW * fields, f"each cell is parsed {many // (2 * _FEW * fields)} times")


def formula_texts_are_inert(trial: Trial) -> None:
    """A cell that a spreadsheet would run (`=1+1`, `@SUM`, `+cmd|…`) is a text like any other.

    It is kept as written or refused, never worked out, and costs no other cell.
    """
    trial.only_of_rows()
    places = [place for place in trial.form.feeding(*_AS_WRITTEN) if _is_plain(trial.form.slots[place])]
    if not places:
        raise NotApplicable("no column takes text as it is written")
    for place in places:
        key = next(f for f in trial.form.slots[place].uses[0].column.to if f in _AS_WRITTEN).partition(".")
        for text in _FORMULAS:
            table = trial.form.table()
            table[-2][place] = text
            told = [line.get(key[2]) for line in lines(trial.read(table)) if line["type"] == key[0]]
            hold(text in told or None in told, f"a formula under {trial.form.slots[place].head!r} is changed")


def _is_plain(slot: Slot) -> bool:
    column = slot.uses[0].column
    return not (slot.skips or column.parse or column.lookup or column.take or column.join)


def _met(trial: Trial) -> set[str]:
    """What is asked for while made files, good and bad, are read a second time."""
    table = trial.form.table()
    spoilt = [row.copy() for row in table]
    for place, text in trial.form.bad():
        spoilt[-1][place] = text
    for _ in range(2):
        with watched() as met:
            facts(trial.read(table, spoilt))
    return met


def _asked(trial: Trial, count: int) -> int:
    """How often the parsers are asked for a table of so many rows."""
    asked = [0]

    def counting(parse: Callable[[Any], object]) -> Callable[[Any], object]:
        def read(cell: Any) -> object:
            asked[0] += 1
            return parse(cell)

        return read

    columns = [
        attrs.evolve(c, parse=counting(c.reading(c.to[0])), lookup=(), take="") if len(c.to) == 1 else c
        for c in trial.plain.columns
    ]
    trial.read(trial.form.table(count), adapter=trial.varied(columns=columns))
    return asked[0]


CHECKS = checks(
    "good manners", no_network, no_clock, no_file_is_opened, adapter_can_be_pickled, reading_can_be_pickled,
    adapter_is_not_changed_by_reading, work_grows_with_the_rows, formula_texts_are_inert,
)  # fmt: skip
