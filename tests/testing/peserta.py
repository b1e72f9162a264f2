"""A form in code, good in every way, from which the faults of these tests are made."""

from __future__ import annotations

from pathlib import Path

import attrs

from okoce_core.adapter import Adapter, Column, Partner
from okoce_core.testing.kit.suite import CHECKS
from okoce_core.testing.kit.trial import Trial

__all__ = ["FORMS", "PESERTA", "SAMPLES", "outcome", "outcomes", "with_column"]

SAMPLES = Path(__file__).parent / "samples"
FORMS = sorted((Path(__file__).parent / "forms").glob("*.toml"))

PESERTA = Adapter(
    name="rekaan/peserta",
    partner=Partner("rekaan", "Komunitas Rekaan", "community"),
    title="Daftar peserta kelas",
    unit="a person in a class",
    why="The list is the attendance sheet of a class, so standing in it proves training.",
    stage="trained",
    owners_included=False,
    columns=(
        Column(("Nama Peserta", "Nama"), "person.name", required=True),
        Column("NIK", "person.nik", required=True),
        Column("L/P", "person.sex", lookup={"Pria": "L", "Wanita": "P"}),
        Column("No. WA", "person.phones", required=True),
        Column("Domisili", "person.region"),
        Column("Usaha", "enterprise.name"),
        Column("NIB", "enterprise.nib"),
        Column("Karyawan", "headcount.total"),
        Column("Tanggal Kelas", ("date", "observed")),
    ),
    ignore=("No",),
)


def with_column(head: str, **changes: object) -> Adapter:
    """The form with something of one column changed."""
    columns = [attrs.evolve(c, **changes) if head in c.heads else c for c in PESERTA.columns]
    return attrs.evolve(PESERTA, columns=columns)


def outcomes(adapter: Adapter, samples: Path | None = SAMPLES) -> dict[str, str]:
    """What becomes of every check, by its name."""
    trial = Trial.of(adapter, samples)
    return {check.name: check.outcome(trial).state for check in CHECKS}


def outcome(name: str, adapter: Adapter = PESERTA, samples: Path | None = SAMPLES) -> str:
    """What becomes of one check."""
    (check,) = (check for check in CHECKS if check.name == name)
    return check.outcome(Trial.of(adapter, samples)).state
