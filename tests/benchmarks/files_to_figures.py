"""What it costs to go from files to figures, beside the plain pandas script a user would write instead.

usage: python tests/benchmarks/files_to_figures.py FOLDER [--peers DIR --peers-python PYTHON] [--times N] [--profile]

FOLDER holds partner lists (``generate.py ROWS FOLDER`` makes them; only the six lists are read). With --peers, the
scripts ``prep_pandas.py`` and ``p_pandas.py`` of DIR are run by PYTHON, an environment with pandas < 3, pyarrow and
python-calamine. CPU seconds (user, system, children) are the measure, the least of N runs; nothing is asserted.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import shutil
import sys
import tempfile
from pathlib import Path

from cost import cpu_and_memory

LISTS = ("hipmi.xlsx", "tda.csv", "kampus.csv", "pesantren.csv", "jakpreneur.csv", "csr.json")


def least(command: list[list[str]], times: int) -> tuple[float, float]:
    """The least CPU seconds of several runs of a chain of commands, and the highest peak."""
    runs = [[cpu_and_memory(step) for step in command] for _ in range(times)]
    return min(sum(cpu for cpu, _ in run) for run in runs), max(memory for run in runs for _, memory in run)


def profile(folder: Path) -> None:
    """Where the time goes inside, by function."""
    import okoce_core as okoce

    profiler = cProfile.Profile()
    profiler.enable()
    population = okoce.resolve(okoce.read(folder), identity="exact")
    okoce.compare(population, ["okoce-claim@1", "okoce-reach@1", "okoce-p4@1"])
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(20)
    print("peak MiB", round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--peers", type=Path)
    asked.add_argument("--peers-python", default=sys.executable)
    asked.add_argument("--times", type=int, default=1)
    asked.add_argument("--profile", action="store_true")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        lists = Path(temporary) / "lists"
        lists.mkdir()
        for name in LISTS:
            shutil.copy(options.folder / name, lists / name)
        okoce = [[sys.executable, "-m", "okoce_core", "count", str(lists), "--identity", "exact", "--json"]]
        ours, our_memory = least(okoce, options.times)
        print(f"okoce   {ours:8.2f} CPU s {our_memory:8.0f} MiB   files to figures, three rulebooks, ledger, JSON")
        if options.peers:
            canon, out = f"{temporary}/canon.parquet", f"{temporary}/out.csv"
            prep = [options.peers_python, "-B", str(options.peers / "prep_pandas.py"), str(lists), canon]
            cascade = [options.peers_python, "-B", str(options.peers / "p_pandas.py"), canon, out, "cascade"]
            theirs, their_memory = least([prep, cascade], options.times)
            print(f"pandas  {theirs:8.2f} CPU s {their_memory:8.0f} MiB   prep_pandas.py + p_pandas.py cascade")
            print(f"ratio   {ours / theirs:8.2f}")
        if options.profile:
            profile(lists)


if __name__ == "__main__":
    main()
