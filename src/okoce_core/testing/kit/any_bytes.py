"""Laws of files made from the mapping: any bytes at all give a reading, and never an exception (law 9).

What is tried is drawn with a fixed seed: a build must not depend on luck.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from typing import Final

from okoce_core.evidence import CODES
from okoce_core.testing.kit.check import NotApplicable, checks, hold
from okoce_core.testing.kit.made_files import as_csv, as_json, as_xlsx
from okoce_core.testing.kit.trial import Trial
from okoce_core.testing.kit.written import sheet_of

__all__ = ["CHECKS"]

_SEED: Final = 20220930
_NOISE: Final = "\0\r\n\t,;|\"'=+-@{}[]<>&#%\\ab19Áß\u00a0\u200b\ufeff😀"


def any_bytes_below_the_headings_give_a_reading(trial: Trial) -> None:
    """Whatever stands below the headings gives a reading, and nothing is raised.

    Half a quote, control characters, other scripts: the ledger balances and every problem has a known code.
    """
    drawn, header = random.Random(_SEED), as_csv(trial.form.header)
    _survives(trial, (header + _text(drawn, 120) for _ in range(40)))
    _survives(trial, (header + drawn.randbytes(80) for _ in range(20)))


def any_cell_gives_a_reading(trial: Trial) -> None:
    """Whatever stands in a cell, the other rows are read.

    Its own row is recorded, rejected or skipped, and the ledger balances.
    """
    drawn = random.Random(_SEED)
    for place in range(len(trial.form.slots)):
        table = trial.form.table()
        table[-2][place] = _text(drawn, 12).decode().replace("\0", "")
        reading = trial.read(table)
        hold(reading.ledger.balances, "the ledger does not balance")
        left = 4 if not trial.adapter.refused else 0
        hold(reading.ledger.recorded >= left, "a strange cell costs other rows too")


def any_changed_byte_gives_a_reading(trial: Trial) -> None:
    """A made file in which one byte is changed gives a reading, as CSV, as JSON and as a workbook."""
    drawn = random.Random(_SEED)
    for data, times in _files(trial):
        _survives(trial, (_changed(data, drawn) for _ in range(times)))


def file_that_breaks_off_gives_a_reading(trial: Trial) -> None:
    """A made file that ends in the middle, as after a broken download, gives a reading."""
    drawn = random.Random(_SEED)
    for data, times in _files(trial):
        _survives(trial, (data[: drawn.randrange(len(data))] for _ in range(times)))


def noise_is_not_recognised(trial: Trial) -> None:
    """A table of other headings is not taken for the form, and nor are its headings without one that is required."""
    trial.only_with_headings()
    drawn = random.Random(_SEED)
    for _ in range(10):
        reading = trial.read([[f"Kolom {drawn.randrange(10**6)}" for _ in trial.form.slots], *trial.form.rows(3)])
        hold(not reading.readable, "a table of other headings is read")


def _survives(trial: Trial, files: Iterable[bytes]) -> None:
    for data in files:
        reading = trial.read(data)
        for file in reading.files:
            hold(file.ledger.balances, "the ledger does not balance")
            hold(file.state == "read" or len(file.problems), "a file is not readable and nothing says why")
        hold({problem.code for problem in reading.problems} <= set(CODES), "a problem has a code nobody knows")


def _files(trial: Trial) -> Iterator[tuple[bytes, int]]:
    table = trial.form.table(3)
    yield as_csv(table), 40
    if trial.adapter.header == 1 and not any(slot.nth > 1 for slot in trial.form.slots):
        yield as_json(table[0], table[1:]), 20
    try:
        yield as_xlsx(table, sheet_of(trial)), 10
    except NotApplicable:
        return


def _changed(data: bytes, drawn: random.Random) -> bytes:
    place = drawn.randrange(len(data))
    return data[:place] + drawn.randbytes(1) + data[place + 1 :]


def _text(drawn: random.Random, length: int) -> bytes:
    return "".join(drawn.choices(_NOISE, k=drawn.randrange(length))).encode()


CHECKS = checks(
    "any bytes", any_bytes_below_the_headings_give_a_reading, any_cell_gives_a_reading,
    any_changed_byte_gives_a_reading, file_that_breaks_off_gives_a_reading, noise_is_not_recognised,
)  # fmt: skip
