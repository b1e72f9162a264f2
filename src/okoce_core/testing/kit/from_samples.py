"""Checks on the samples: synthetic files in the partner's form, each with the records that must come of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from okoce_core.evidence import Problems
from okoce_core.intake import Reading, ingest
from okoce_core.intake.reading import open_source, unpack
from okoce_core.testing.kit.check import Broken, NotApplicable, checks, hold
from okoce_core.testing.kit.told import differing, facts
from okoce_core.testing.kit.trial import UNREAD, Sample, Trial
from okoce_core.values import nik
from okoce_core.values.cell import text

__all__ = ["CHECKS"]

_NIK: Final = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")
_PHONE: Final = re.compile(r"(?<![0-9])(?:\+?62|0)8[0-9]{7,11}(?![0-9])")
_EMAIL: Final = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_RESERVED: Final = re.compile(r"(?:^|\.)(?:example(?:\.[a-z.]+)?|invalid|test)$", re.IGNORECASE)
_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9])[ .\-](?=[0-9])")
_SHORTENED: Final = 9000


def samples_are_recognised(trial: Trial) -> None:
    """Every sample is read by this adapter, found by its content as a partner's file would be, without being named."""
    for sample, reading in _readings(trial):
        states = {file.state for file in reading.files}
        hold(states == {"read"}, f"the sample {sample.name} is not read by it")


def no_other_adapter_knows_the_samples(trial: Trial) -> None:
    """No other installed adapter recognises a sample: of two that do neither would read the partner's files.

    Require one more heading that only this form has.
    """
    for sample in _samples(trial):
        reading = ingest.read(sample.path, registry=trial.others)
        known = sorted({file.adapter for file in reading.files if file.adapter})
        two = any(problem.code == "two-adapters" for problem in reading.problems)
        hold(not known and not two, f"the sample {sample.name} is recognised by {', '.join(known) or 'two others'} too")


def samples_give_records(trial: Trial) -> None:
    """At least one row of every sample becomes a record; of a form that is refused none does."""
    for sample, reading in _readings(trial):
        found = reading.ledger.recorded
        hold(bool(found) is not bool(trial.adapter.refused), f"the sample {sample.name} gives {found} records")


def ledger_of_the_samples_balances(trial: Trial) -> None:
    """Of every sample each row is recorded, rejected, blank or skipped, and none is two of these (law 1)."""
    for sample, reading in _readings(trial):
        hold(reading.ledger.balances, f"the ledger of the sample {sample.name} does not balance")


def samples_as_expected(trial: Trial) -> None:
    """Of each sample come the records of `NAME.expected.jsonl` beside it, row for row.

    They are okoce-records/1; ids do not matter. Write them once with `okoce convert` and read them through by
    hand: they are what the partner meant, not what the adapter does.
    """
    for sample, reading in _readings(trial):
        hold(sample.expected.is_file(), f"there is no {sample.expected.name} beside the sample")
        expected = ingest.read(sample.expected.read_bytes(), registry=trial.others)
        hold(expected.readable, f"{sample.expected.name} is not okoce-records/1")
        wrong = next((p for p in expected.problems if p.code != "undated"), None)
        told = f"{wrong.code} in line {wrong.place.row}" if wrong else ""
        hold(not told, f"{sample.expected.name} says what nothing can say: {told}")
        differing(facts(expected), facts(reading), f"the sample {sample.name}")


def headings_of_the_samples_are_known(trial: Trial) -> None:
    """Every heading of a sample is read, or ignored by name: a column nobody thought of may be the one that matters."""
    for sample, reading in _readings(trial):
        unread = [problem.place.cell for problem in reading.problems if problem.code in UNREAD]
        where = unread[0] if unread else ""
        hold(not unread, f"the sample {sample.name} has a heading that is neither read nor ignored, {where}")


def samples_name_nobody(trial: Trial) -> None:
    """No sample holds a NIK, telephone number or e-mail address that could be somebody's.

    Take NIKs of province 99 or with a serial of 9000 and over, numbers that begin 0800, addresses at
    example.org: they belong to nobody.
    """
    for sample in _samples(trial):
        for where, cell in _cells(sample):
            digits = _BETWEEN_DIGITS.sub("", cell)
            hold(not any(map(_could_be_a_nik, _NIK.findall(digits))), f"{where}: a NIK that could be somebody's")
            numbers = (_national(number) for number in _PHONE.findall(digits))
            hold(all(n.startswith("800") for n in numbers), f"{where}: a telephone number that could be somebody's")
            hosts = _EMAIL.findall(cell)
            hold(all(map(_RESERVED.search, hosts)), f"{where}: an e-mail address that could be somebody's")


def _could_be_a_nik(digits: str) -> bool:
    return isinstance(nik.parse(digits), str) and not digits.startswith("99") and int(digits[12:]) < _SHORTENED


def _national(number: str) -> str:
    return number.removeprefix("+").removeprefix("62").removeprefix("0")


def _samples(trial: Trial) -> tuple[Sample, ...]:
    if trial.samples is None:
        raise NotApplicable("no samples were given")
    if not trial.samples:
        raise Broken("there is no sample in the folder")
    return trial.samples


def _readings(trial: Trial) -> Iterator[tuple[Sample, Reading]]:
    for sample in _samples(trial):
        yield sample, trial.read(sample.path, adapter=trial.adapter)


def _cells(sample: Sample) -> Iterator[tuple[str, str]]:
    """Every cell of a sample as text, with where it stands."""
    data = sample.path.read_bytes()
    for name, member in unpack(sample.name, data, Problems("")) or [(sample.name, data)]:
        for sheet in open_source(name, member, Problems("")).sheets:
            for number, row in enumerate(sheet.rows, 1):
                yield from ((f"{name}, row {number}", text(cell)) for cell in row)


CHECKS = checks(
    "samples", samples_are_recognised, no_other_adapter_knows_the_samples, samples_give_records,
    ledger_of_the_samples_balances, samples_as_expected, headings_of_the_samples_are_known, samples_name_nobody,
)  # fmt: skip
