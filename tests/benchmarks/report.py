"""What a report costs beside the count it is made of.

usage: python tests/benchmarks/report.py FOLDER [--times N] [--profile]

FOLDER holds partner lists (``generate.py ROWS FOLDER`` makes them; only the six lists are read). Both commands read,
resolve and count the same lists under the same rulebooks, in turns; the least of N runs of each is told. A report may
cost 30 % more than the count; nothing is asserted.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import shutil
import sys
import tempfile
import time
from pathlib import Path

from cost import cpu_and_memory

LISTS = ("hipmi.xlsx", "tda.csv", "kampus.csv", "pesantren.csv", "jakpreneur.csv", "csr.json")


def measured(command: list[str]) -> tuple[float, float]:
    """CPU and wall seconds of one run."""
    begun = time.perf_counter()
    cpu, _ = cpu_and_memory(command)
    return cpu, time.perf_counter() - begun


def profile(lists: Path, out: Path) -> None:
    """Where the time goes after the count, by function."""
    import okoce_core as okoce
    from okoce_core.model.bulk import bulk

    with bulk():
        reading = okoce.read(lists)
        comparison = okoce.compare(okoce.resolve(reading), ["okoce-claim@1", "okoce-reach@1", "okoce-p4@1"])
        profiler = cProfile.Profile()
        profiler.enable()
        okoce.write_report(comparison, reading, out)
        profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--times", type=int, default=3)
    asked.add_argument("--profile", action="store_true")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        lists, out = Path(temporary) / "lists", Path(temporary) / "laporan"
        lists.mkdir()
        for name in LISTS:
            shutil.copy(options.folder / name, lists / name)
        okoce = [sys.executable, "-m", "okoce_core"]
        counts, reports = [], []
        for _ in range(options.times):
            counts.append(measured([*okoce, "count", str(lists)]))
            reports.append(measured([*okoce, "report", str(lists), "--out", str(out)]))
        (count_cpu, count_wall), (cpu, wall) = (tuple(map(min, zip(*runs, strict=True))) for runs in (counts, reports))
        size = (out / "laporan.html").stat().st_size
        print(f"count   {count_cpu:6.2f} CPU s {count_wall:6.2f} s")
        print(f"report  {cpu:6.2f} CPU s {wall:6.2f} s   page {size / 1000:.0f} kB")
        print(f"more    {cpu / count_cpu - 1:6.1%}       {wall / count_wall - 1:6.1%}")
        if options.profile:
            profile(lists, out)


if __name__ == "__main__":
    main()
