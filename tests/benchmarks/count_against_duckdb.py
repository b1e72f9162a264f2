"""What counting a resolved population costs, beside one DuckDB statement for the same figures.

usage: python tests/benchmarks/count_against_duckdb.py [--records N] [--seed N] [--rounds N] [--profile]

Made-up records (``resolved_records.py``) are read and resolved by okoce and loaded into in-memory DuckDB tables
(``duckdb_tables.sql``); neither is measured. Then, in turns and on one thread, CPU seconds of: okoce-p4@1 over a
population nobody has counted yet; the statement of ``duckdb_p4.sql``; and further rulebooks over the same population.
Every figure of both must agree, or no cost is told. Medians of all rounds are printed; nothing else is asserted.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
from resolved_records import written

import okoce_core as okoce
from okoce_core.identity.population import Population
from okoce_core.rules.standing import Standing

HERE = Path(__file__).parent
STATEMENT = (HERE / "duckdb_p4.sql").read_text("utf-8")
AS_OF = "2022-09-30"
SURE = Standing.CERTAIN
FIRST = "okoce-p4@1"
FURTHER = ("okoce-reach@1", "okoce-active@1", "okoce-created@1", "bps-imk@1", "strict-audit@1")


def tables(file: Path) -> duckdb.DuckDBPyConnection:
    """The records of a file in typed tables in memory, one thread."""
    connection = duckdb.connect(":memory:")
    for statement in duckdb.extract_statements((HERE / "duckdb_tables.sql").read_text("utf-8")):
        connection.execute(statement, {"file": str(file)} if statement.named_parameters else None)
    return connection


def asked_duckdb(connection: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """The figures as the statement gives them."""
    return connection.execute(STATEMENT, {"day": AS_OF}).fetchall()


def asked_okoce(population: Population, book: str = FIRST) -> dict[str, Any]:
    """Everything the rulebook says of the population."""
    return okoce.count(population, book, as_of=AS_OF).as_json()


def as_json(rows: list[tuple[Any, ...]], units: dict[str, int]) -> dict[str, Any]:
    """What the statement gave, in the form of ours; ``units``: how many people or enterprises there are."""
    of = {
        m: {sure: [int(n or 0) for n in rest] for measure, sure, *rest in rows if measure == m}
        for m in (*units, "jobs")
    }
    shown: dict[str, Any] = {}
    for measure, number in units.items():
        tally = Counter({sure: row[0] for sure, row in of[measure].items()})
        tally[0] += number - tally.total()
        shown[measure] = {
            "state": "counted", "value": str(tally[SURE]), "low": str(tally[SURE]),
            "high": str(sum(n for s, n in tally.items() if s >= Standing.UNDATED)),
            "unknown": tally[Standing.UNDATED], "counted": tally[SURE],
            "left_out": {Standing(s).name.lower(): n for s, n in tally.items() if s < SURE and n},
        }  # fmt: skip
    firms, _, jobs, low, _, known, conflicts, owners, owners_of_known = of["jobs"][SURE]
    high, every_owner = (sum(row[end] for row in of["jobs"].values()) for end in (4, 7))
    workers = {"value": str(jobs), "low": str(low), "high": str(high)}
    everybody = {"value": jobs + owners_of_known, "low": low + owners, "high": high + every_owner}
    shown["jobs"] = {
        **workers, "state": "counted", "unknown": firms - known, "coverage": str(Fraction(known, firms)),
        "conflicts": conflicts, "owners": owners, "counted": known, "employees": workers,
        "persons_employed": {end: str(number) for end, number in everybody.items()},
        "left_out": {**shown["enterprises"]["left_out"], "unknown": firms - known},
    }  # fmt: skip
    claimed = sum(row[1] for row in of["participants"].values())
    return shown | {"claimed": claimed, "overlap": claimed - of["participants"][SURE][0]}


def agree(ours: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Refuse to compare the cost of different figures."""
    for measure, figure in theirs.items():
        given = ours[measure]
        if isinstance(figure, dict):
            given = {end: given[end] for end in figure}
        if given != figure:
            raise SystemExit(f"the figures differ: {measure}\nokoce  {given}\nduckdb {figure}")


def cpu(work: Callable[..., Any], *given: Any) -> tuple[float, Any]:
    """CPU seconds of this process for a piece of work, and what it gave."""
    gc.collect()
    before = time.process_time()
    result = work(*given)
    return time.process_time() - before, result


def measured(reading: Any, connection: duckdb.DuckDBPyConnection, rounds: int) -> dict[str, list[float]]:
    """CPU seconds of every contender in every round, a fresh population each time."""
    taken: dict[str, list[float]] = {name: [] for name in (FIRST, "DuckDB", *FURTHER)}
    for _ in range(rounds):
        population = okoce.resolve(reading, identity="exact")
        people, enterprises = population.people, population.enterprises
        units = {"participants": people, "entrepreneurs": people, "enterprises": enterprises}
        first, ours = cpu(asked_okoce, population)
        statement, theirs = cpu(asked_duckdb, connection)
        agree(ours, as_json(theirs, units))
        taken[FIRST].append(first)
        taken["DuckDB"].append(statement)
        for name in FURTHER:
            taken[name].append(cpu(asked_okoce, population, name)[0])
    return taken


def told(taken: dict[str, list[float]]) -> None:
    """The medians, the first count beside DuckDB and the further ones beside the first."""
    middle = {name: median(seconds) for name, seconds in taken.items()}
    print(f"{'DuckDB':16}{middle['DuckDB']:8.3f} CPU s   one statement, in-memory tables, one thread")
    print(
        f"{FIRST:16}{middle[FIRST]:8.3f} CPU s   {middle[FIRST] / middle['DuckDB']:6.2f} x DuckDB   (at most 4, aim 3)"
    )
    for name in FURTHER:
        ratio = middle[name] / middle[FIRST]
        print(f"{name:16}{middle[name]:8.3f} CPU s   {ratio:6.2f} x the first count   (at most 0.50)")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--records", type=int, default=1_000_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--profile", action="store_true")
    options = asked.parse_args()
    data = written(options.records, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "records.jsonl"
        file.write_bytes(data)
        connection = tables(file)
    reading = okoce.read(data)
    del data
    told(measured(reading, connection, options.rounds))
    if options.profile:
        population, profiler = okoce.resolve(reading, identity="exact"), cProfile.Profile()
        profiler.runcall(asked_okoce, population)
        pstats.Stats(profiler).sort_stats("tottime").print_stats(20)


if __name__ == "__main__":
    main()
