"""Jakpreneur (DKI Jakarta's programme, PKT): the stage register, one date a stage.

One row is a registrant. P1 to P7 stand in the usual order here (West Jakarta's office exchanges P2 and P3; its lists
need an adapter of their own). P4 is *perizinan*: where the row also has a NIB, the permit was issued by that day.
The register says nothing of the day its headcounts describe; give ``observed`` in ``kiriman.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.adapter import Adapter, Column, Partner, hookimpl
from okoce_core.values.stage import SEVEN_PAS

__all__ = ["TAHAPAN", "okoce_adapters"]

TAHAPAN = Adapter(
    name="jakpreneur/tahapan",
    partner=Partner("jakpreneur", "Jakpreneur (Pemprov DKI Jakarta)", "government"),
    title="Register tahapan P1-P7 Jakpreneur",
    unit="a registrant with a date for each stage reached",
    stage="registered",
    why="Each stage has its own date; an empty one was not reached, or not written down.",
    owners_included=None,
    columns=(
        Column("NIK", "person.nik", required=True),
        Column("Nama", "person.name", required=True),
        Column("Tanggal Lahir", "person.born"),
        Column("Jenis Kelamin", "person.sex"),
        Column("No Telepon", "person.phones"),
        Column("Email", "person.email"),
        Column("Kota/Kab", "person.region"),
        Column("Nama Usaha", "enterprise.name"),
        Column("NIB", "enterprise.nib"),
        Column("Karyawan", "headcount.total"),
        *(
            Column(
                f"P{n}",
                (f"stage.{stage}", "permit.NIB.issued") if stage == "licensed" else f"stage.{stage}",
                required=True,
            )
            for n, stage in enumerate(SEVEN_PAS, 1)
        ),
    ),
    ignore=("ID Peserta",),
)


@hookimpl
def okoce_adapters() -> Iterable[Adapter]:
    """The forms of Jakpreneur."""
    return [TAHAPAN]
