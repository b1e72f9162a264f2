"""The engines that are measured on who is the same person: the library, and the scripts a user would write instead.

Run as a script (``identity_engines.py LISTS IDENTITY OUT.json``) it is the library alone, in a process of its own, so
that its cost is seen.
"""

from __future__ import annotations

import csv
import json
import resource
import subprocess
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cost import cpu_and_memory

__all__ = ["HEADERS", "PEERS", "Outcome", "ours", "theirs"]

HEADERS = {"hipmi.xlsx": 4, "tda.csv": 1, "kampus.csv": 1, "pesantren.csv": 1, "jakpreneur.csv": 1, "csr.json": 0}
"""The six lists, and in which row the headings stand: record n of a list is row n below."""

PEERS = {
    "pandas cascade": ("prep_pandas.py {lists} {canon}", "p_pandas.py {canon} {out} cascade"),
    "polars cascade": ("p_polars.py {lists} {out}",),
    "duckdb cascade": ("p_duckdb.py {lists} {out}",),
    "splink fs .95": ("prep_pandas.py {lists} {canon}", "p_splink.py {canon} {out} fs"),
    "splink fs+ .95": ("prep_pandas.py {lists} {canon}", "p_splink.py {canon} {out} fsplus"),
}
"""The steps of each peer. Splink takes its thresholds from TH and puts each behind the file's name."""

Outcome = dict[str, Any]
"""``people`` (row to cluster), ``cpu`` (seconds), ``memory`` (MiB); of us also ``enterprises`` and both estimates."""


def resolve_here(lists: Path, identity: str, out: Path) -> None:
    """Files to figures in this process; what it cost, who was found and what is estimated go into ``out``."""
    import okoce_core as okoce
    from okoce_core.report.figures_json import document

    reading = okoce.read(lists)
    population = okoce.resolve(reading, identity=identity)
    figures = okoce.compare(population, ["okoce-claim@1", "okoce-reach@1", "okoce-p4@1"])
    json.dumps(document(figures, reading, identity=identity))
    own, forked = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    estimates = {"estimate": population.estimate, "enterprise_estimate": population.enterprise_estimate}
    outcome = {
        "cpu": own.ru_utime + own.ru_stime + forked.ru_utime + forked.ru_stime,
        "memory": max(own.ru_maxrss, forked.ru_maxrss) / 1024,
        **{
            name: [float(e) for e in (told.low, told.value, told.high)] if told else None
            for name, told in estimates.items()
        },
        "people": dict(_clusters(population, "people", population.person)),
        "enterprises": dict(_clusters(population, "enterprises", population.enterprise)),
    }
    out.write_text(json.dumps(outcome), "utf-8")


def _clusters(population: Any, roll: str, numbers: array[int]) -> Iterator[tuple[str, int]]:
    """The generator's name of each row, and the number it got."""
    entry = 0
    for file in population.reading.files:
        partner, header = file.source.name.partition(".")[0], HEADERS[file.source.name]
        for row in getattr(file.records, roll).row:
            yield f"{partner}:{row - header}", numbers[entry]
            entry += 1


def ours(lists: Path, identity: str, work: Path) -> Outcome:
    """What the library finds."""
    out = work / "ours.json"
    subprocess.run([sys.executable, __file__, str(lists), identity, str(out)], check=True)
    outcome: Outcome = json.loads(out.read_text("utf-8"))
    return outcome


def theirs(steps: tuple[str, ...], lists: Path, work: Path, peers: Path, python: str) -> Outcome:
    """What a peer finds."""
    places = {"lists": lists, "canon": work / "canon.parquet", "out": work / "out.csv"}
    commands = [[python, "-B", *str(peers / step.format(**places)).split()] for step in steps]
    costs = [cpu_and_memory(command, {"TH": "0.95"}) for command in commands]
    written = next(path for path in (work / "out.csv.0.95", work / "out.csv") if path.exists())
    with written.open(encoding="utf-8", newline="") as file:
        people = {row[0]: row[1] for row in csv.reader(file)}
    written.unlink()
    return {"cpu": sum(cpu for cpu, _ in costs), "memory": max(memory for _, memory in costs), "people": people}


if __name__ == "__main__":
    resolve_here(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
