"""How truly people are counted, and what it costs, beside the scripts a user would write instead, all in one run.

usage: python tests/benchmarks/identity.py --generator generate.py [--rows N] [--sets base nik40 hard] [--seeds N ...]
           [--identity exact full] [--peers DIR --peers-python PYTHON] [--keep FOLDER]

``generate.py ROWS FOLDER`` makes six overlapping lists of people who never were, with the truth. For each set and seed
it prints: F1 of the pairs and B-cubed, the error of the count as decided and as estimated, whether the interval covers
the truth, the same of enterprises, CPU seconds and peak MiB from files to figures. --peers names the folder with
``prep_pandas.py``, ``p_pandas.py``, ``p_polars.py``, ``p_duckdb.py`` and ``p_splink.py``, run by PYTHON, an environment
with pandas < 3, splink < 5, polars, duckdb, pyarrow, python-calamine, fastexcel; they make clusters and no figures.
Nothing is asserted.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from agreement import agreement
from identity_engines import HEADERS, PEERS, Outcome, ours, theirs

PARTNERS = ("hipmi", "tda", "kampus", "pesantren", "jakpreneur", "csr")
SETS: dict[str, dict[str, Any]] = {
    "base": {},
    "nik40": {"nik_missing": dict.fromkeys(PARTNERS, 0.4)},
    "nik80": {"nik_missing": dict.fromkeys(PARTNERS, 0.8)},
    "nik95": {"nik_missing": dict.fromkeys(PARTNERS, 0.95)},
    "hard": {
        "nik_missing": dict(zip(PARTNERS, (0.55, 0.85, 0.70, 0.75, 0.30, 0.60), strict=True)),
        "nik_sub": 0.045, "nik_transpose": 0.02, "nik_household": 0.01,
        "phone_changed": 0.28, "phone_facilitator": 0.04, "phone_household": 0.06, "phone_typo": 0.025,
        "dob_swap": 0.06, "dob_year_typo": 0.03, "dob_digit_typo": 0.03, "dob_jan1": 0.02,
        "name_typo": 0.09, "name_phonetic": 0.15, "name_abbrev": 0.11, "name_drop": 0.11, "name_swap": 0.03,
        "name_join": 0.03, "name_nick": dict(zip(PARTNERS, (0.02, 0.10, 0.01, 0.02, 0.01, 0.04), strict=True)),
        "email_changed": 0.2, "region_stale": 0.12,
    },
}  # fmt: skip
"""What each set has otherwise than the generator's own configuration."""

HEAD = (
    "set      seed     engine          F1     B3       count estimate interval"
    " ent.F1    ent. estimate interval   CPU s   MiB"
)


def truths(folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Whom and what each row is about."""
    with (folder / "truth.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {r["uid"]: r["person_id"] for r in rows}, {r["uid"]: r["enterprise_id"] for r in rows if r["enterprise_id"]}


def line(folder: Path, outcome: Outcome) -> str:
    """The figures of one engine on one set."""
    people, enterprises = truths(folder)
    said = agreement(people, outcome["people"])
    parts = [f"{said.pairwise:6.4f} {said.b_cubed:6.4f} {said.count_error:+7.2%}"]
    parts.append(_estimated(outcome.get("estimate"), said.truth))
    parts.append(_of_enterprises(enterprises, outcome))
    return " ".join([*parts, f"{outcome['cpu']:7.2f} {outcome['memory']:5.0f}"])


def _estimated(ends: list[float] | None, truth: int) -> str:
    if not ends:
        return f"{'-':>8} {'-':>8}"
    error = (ends[1] - truth) / truth
    return f"{error:+8.2%} {'covers' if covers(ends, truth) else 'MISSES':>8}"


def covers(ends: list[float], truth: int) -> bool:
    """Whether the interval (its low end, the value, its high end) holds the truth."""
    return ends[0] <= truth <= ends[2]


def summary(covered: Mapping[tuple[str, str], list[bool]]) -> Iterator[str]:
    """For each set and engine with an interval, in how many seeds it covers."""
    for (name, engine), times in covered.items():
        yield f"{name:8} {engine}: the interval covers the truth in {sum(times)} of {len(times)}"


def _of_enterprises(truth: Mapping[str, str], outcome: Outcome) -> str:
    """Over the rows that show an enterprise: one that no file shows cannot be found."""
    found = outcome.get("enterprises", {})
    shown = {row: truth[row] for row in truth.keys() & found.keys()}
    if not shown:
        return f"{'-':>6} {'-':>7} {_estimated(None, 1)}"
    said = agreement(shown, found)
    told = _estimated(outcome.get("enterprise_estimate"), said.truth)
    return f"{said.pairwise:6.4f} {said.count_error:+7.2%} {told}"


def generated(name: str, seed: int, options: argparse.Namespace, keep: Path) -> Path:
    """The folder of a set, made unless it is there."""
    folder: Path = keep / f"{name}-{options.rows}-{seed}"
    if not (folder / "true_counts.json").exists():
        folder.mkdir(parents=True, exist_ok=True)
        config = keep / f"{name}.json"
        config.write_text(json.dumps(SETS[name]), "utf-8")
        made = [options.generator, str(options.rows), str(folder), "--config", str(config), "--seed", str(seed)]
        subprocess.run([sys.executable, "-B", *made], stdout=subprocess.DEVNULL, check=True)
    return folder


def outcomes(folder: Path, options: argparse.Namespace) -> Iterator[tuple[str, Outcome]]:
    """What each engine finds in a set, the truth out of its sight."""
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        lists = work / "lists"
        lists.mkdir()
        for name in HEADERS:
            shutil.copy(folder / name, lists / name)
        for identity in options.identity:
            yield f"okoce {identity}", ours(lists, identity, work)
        for name in options.peer if options.peers else ():
            yield name, theirs(PEERS[name], lists, work, options.peers, options.peers_python)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--generator", required=True)
    asked.add_argument("--rows", type=int, default=100_000)
    asked.add_argument("--sets", nargs="+", choices=SETS, default=["base", "nik40", "hard"])
    asked.add_argument("--seeds", nargs="+", type=int, default=[20251110])
    asked.add_argument("--identity", nargs="+", default=["exact", "full"])
    asked.add_argument("--peers", type=Path)
    asked.add_argument("--peers-python", default=sys.executable)
    asked.add_argument("--peer", nargs="+", choices=PEERS, default=["pandas cascade", "splink fs .95"])
    asked.add_argument("--keep", type=Path)
    options = asked.parse_args()
    covered: dict[tuple[str, str], list[bool]] = {}
    print(HEAD)
    with tempfile.TemporaryDirectory() as temporary:
        for name in options.sets:
            for seed in options.seeds:
                folder = generated(name, seed, options, options.keep or Path(temporary))
                for engine, outcome in outcomes(folder, options):
                    print(f"{name:8} {seed:<8} {engine:15} {line(folder, outcome)}", flush=True)
                    if outcome.get("estimate"):
                        true = len(set(truths(folder)[0].values()))
                        covered.setdefault((name, engine), []).append(covers(outcome["estimate"], true))
    print("\n".join(summary(covered)))


if __name__ == "__main__":
    main()
