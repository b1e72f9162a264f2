"""Pesantren: the list of students (*santri*) with a business of their own.

One row is a santri. The NSPP names the pesantren, not the santri's business, and old lists carry dead numbers (Kemenag
re-issued a fifth of them in 2020), so it is left unread here.
"""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.adapter import Adapter, Column, Partner, hookimpl
from okoce_core.values import partial_date

__all__ = ["SANTRI", "okoce_adapters"]


def _born(cell: object) -> object:
    """The date of "Bogor, 17 Agustus 1999"."""
    return partial_date.parse_after_place(cell, not_after=2019)  # type: ignore[arg-type]


SANTRI = Adapter(
    name="pesantren/santri",
    partner=Partner("pesantren", "Pesantren mitra", "pesantren"),
    title="Daftar santri wirausaha",
    unit="a santri with a business",
    stage="registered",
    why="The list is drawn up when santri are put forward for the programme; what followed is not in it.",
    owners_included=None,
    columns=(
        Column("Nama Santri", "person.name", required=True),
        Column("Tempat, Tanggal Lahir", "person.born", parse=_born),
        Column("Jenis Kelamin (L/P)", "person.sex"),
        Column("No. HP", "person.phones"),
        Column("NIK", "person.nik"),
        Column("Kab/Kota", "person.region"),
        Column("Jenis Usaha", "enterprise.name", required=True),
        Column("Tenaga Kerja", "headcount.total"),
        Column("NIB", "enterprise.nib"),
        Column("Tahun", ("date", "observed")),
    ),
    ignore=("NSPP", "Nama Pesantren"),
)


@hookimpl
def okoce_adapters() -> Iterable[Adapter]:
    """The forms of pesantren."""
    return [SANTRI]
