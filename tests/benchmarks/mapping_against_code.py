"""What a form told in TOML costs beside the same form as hand-written code, in one run.

usage: python tests/benchmarks/mapping_against_code.py [--rows N] [--times N]

Both read the same CSV in turn: words looked up, a number taken out of a cell, a rare value parsed by itself. CPU
seconds are the measure, the least of N runs; nothing is asserted.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable
from functools import partial

import okoce_core as okoce
from okoce_core.adapter import KINDS, Adapter, Column, Partner
from okoce_core.intake.mapping import parse_mapping
from okoce_core.plugins import Registry
from okoce_core.values.cell import text

MAPPING = r"""
name = "uji/toml"
title = "Daftar uji"
unit = "a person"
why = "The list is of those who signed up."
partner = { id = "uji", kind = "community" }
column = [
    { from = "Nama", to = "person.name", required = true },
    { from = "NIK", to = "person.nik" },
    { from = "Kelamin", to = "person.sex", lookup = { "Pria" = "L", "Wanita" = "P", "?" = "" } },
    { from = "Izin", to = "enterprise.nib", take = '^(\d{13})(?:/|$)' },
    { from = "Kota", to = "person.region" },
    { from = "Karyawan", to = "headcount.total" },
    { from = "Tahun", to = ["date", "observed"] },
]
"""
_SEX = {"pria": "L", "wanita": "P", "?": ""}


def _sex(cell: object) -> object:
    return KINDS["sex"](_SEX.get(text(cell).casefold(), cell))  # type: ignore[arg-type]


def _nib(cell: object) -> object:
    found = re.search(r"^(\d{13})(?:/|$)", text(cell))  # type: ignore[arg-type]
    return KINDS["nib"](found[1]) if found else None


BY_HAND = Adapter(
    name="uji/kode", partner=Partner("uji", kind="community"), title="Daftar uji", unit="a person",
    why="The list is of those who signed up.",
    columns=(
        Column("Nama", "person.name", required=True), Column("NIK", "person.nik"),
        Column("Kelamin", "person.sex", parse=_sex), Column("Izin", "enterprise.nib", parse=_nib),
        Column("Kota", "person.region"), Column("Karyawan", "headcount.total"), Column("Tahun", ("date", "observed")),
    ),
)  # fmt: skip


def rows(count: int) -> bytes:
    """A CSV of invented people."""
    chance = random.Random(1)
    lines = ["Nama,NIK,Kelamin,Izin,Kota,Karyawan,Tahun"]
    for number in range(count):
        nik = (
            f"990101{chance.randint(1, 28):02d}{chance.randint(1, 12):02d}{chance.randint(60, 99)}9{number % 1000:03d}"
        )
        izin = f"91{number:011d}/2021" if number % 3 else ""
        told = (chance.choice(("Pria", "Wanita", "?")), izin, chance.choice(("Kota Bogor", "Kab. Bandung")), number % 9)
        lines.append(f"Rekaan {number},{nik},{','.join(map(str, told))},2021")
    return "\n".join(lines).encode()


def least(run: Callable[[], object], times: int) -> float:
    """The least CPU seconds of several runs."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    data = rows(asked.rows)
    registries = [Registry().including([adapter]) for adapter in (parse_mapping(MAPPING), BY_HAND)]
    told, coded = (least(partial(okoce.read, data, registry=registry), asked.times) for registry in registries)
    print(f"TOML {told:.2f} s, code {coded:.2f} s CPU for {asked.rows:,} rows: {told / coded:.2f} of the code")


if __name__ == "__main__":
    main()
