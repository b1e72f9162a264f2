"""How truly enterprises are counted: the naive way, by exact identifiers and by evidence, in one run.

usage: python tests/benchmarks/enterprises.py FOLDER... [--persons true exact full]

Each FOLDER holds what ``generate.py ROWS FOLDER`` makes: six lists, ``truth.csv``. Who is the same person is taken
from the truth, or decided; the ways are

* *naive*: a distinct NIB, else a distinct name in small letters;
* *exact*: one number, or one owner's business of one name;
* *full*: :mod:`okoce_core.identity.units`.

For each are printed precision, recall and F1 of the pairs of rows, the error of the count, of the expected count, and
of the jobs (for each enterprise the latest headcount that its rows show, against the same under the truth), and CPU
microseconds a row. Rows that show nothing of a business are no part of it. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import tempfile
import time
from array import array
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from math import comb
from pathlib import Path

from identity_engines import HEADERS

import okoce_core as okoce
from okoce_core.identity.exact import exact_enterprises
from okoce_core.identity.units import full_enterprises

Labels = Sequence[Hashable]


def read(folder: Path) -> okoce.Reading:
    """The six lists of a folder, without the truth beside them."""
    with tempfile.TemporaryDirectory() as temporary:
        for name in HEADERS:
            shutil.copy(folder / name, temporary)
        return okoce.read(temporary)


def truths(folder: Path, reading: okoce.Reading) -> tuple[array[int], list[str]]:
    """Who each entry of a person is, and what each entry of an enterprise."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        told = {row["uid"]: (int(row["person_id"]), row["enterprise_id"]) for row in csv.DictReader(file)}
    people: array[int] = array("q", (told[uid][0] for uid in _uids(reading, "people")))
    return people, [told[uid][1] for uid in _uids(reading, "enterprises")]


def _uids(reading: okoce.Reading, roll: str) -> Iterator[str]:
    for file in reading.files:
        partner, header = file.source.name.partition(".")[0], HEADERS[file.source.name]
        yield from (f"{partner}:{row - header}" for row in getattr(file.records, roll).row)


def naive(reading: okoce.Reading) -> Labels:
    """A distinct NIB, else a distinct name; a row with neither is one of its own."""
    columns = [file.records.enterprises.columns for file in reading.files]
    told = [(nib, name) for column in columns for nib, name in zip(column["nib"], column["name"], strict=True)]
    return [nib or (name.lower() if name else place) for place, (nib, name) in enumerate(told)]


def jobs(reading: okoce.Reading, labels: Labels) -> int:
    """All heads: of each enterprise the latest that is known, the larger of two of one day."""
    latest: dict[Hashable, tuple[int, int]] = {}
    start = 0
    for file in reading.files:
        said = file.records.headcounts
        for entry, fact in zip(said.subject, said.fact, strict=True):
            count = said.facts[fact]
            if count.total is not None:
                day = count.date.last if count.date is not None else -1
                label = labels[start + entry]
                latest[label] = max(latest.get(label, (day, 0)), (day, count.total))
        start += len(file.records.enterprises)
    return sum(heads for _, heads in latest.values())


def scores(truth: Labels, found: Labels) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of pairs, and the error of the count."""
    joint, there, here = Counter(zip(truth, found, strict=True)), Counter(truth), Counter(found)
    both, true, said = (sum(comb(size, 2) for size in sizes.values()) for sizes in (joint, there, here))
    precision, recall = both / said if said else 1.0, both / true if true else 1.0
    return precision, recall, 2 * both / (true + said), len(here) / len(there) - 1


def ways(reading: okoce.Reading, person: array[int]) -> dict[str, tuple[Labels, float | None, float]]:
    """Of each way the labels, the expected count where there is one, and the CPU seconds."""
    found: dict[str, tuple[Labels, float | None, float]] = {"naive": (naive(reading), None, 0.0)}
    begun = time.process_time()
    exact, _ = exact_enterprises(reading, person)
    found["exact"] = exact.numbered()[0], None, time.process_time() - begun
    begun = time.process_time()
    full = full_enterprises(reading, person)
    took = time.process_time() - begun
    numbers, count = full.components.numbered()
    found["full"] = numbers, count - full.estimate.missed + full.estimate.false, took
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folders", type=Path, nargs="+")
    asked.add_argument("--persons", nargs="+", default=["true"], choices=("true", "exact", "full"))
    options = asked.parse_args()
    print("set            persons way    precision recall F1      count  expected   jobs  µs/row")
    for folder in options.folders:
        reading = read(folder)
        people, truth = truths(folder, reading)
        rows, true_jobs = len(people), jobs(reading, truth)
        for persons in options.persons:
            person = people if persons == "true" else okoce.resolve(reading, identity=persons).person
            for way, (labels, expected, took) in ways(reading, person).items():
                precision, recall, f1, count = scores(truth, labels)
                estimate = "" if expected is None else f"{100 * (expected / len(set(truth)) - 1):+.2f} %"
                shown = jobs(reading, labels) / true_jobs - 1
                print(
                    f"{folder.name:14} {persons:7} {way:6} {precision:9.4f} {recall:.4f} {f1:.4f} {100 * count:+6.2f} %"
                    f" {estimate:>8} {100 * shown:+6.2f} % {took / rows * 1e6:6.1f}"
                )


if __name__ == "__main__":
    main()
