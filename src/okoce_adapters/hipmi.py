"""HIPMI (Himpunan Pengusaha Muda Indonesia): the member sheet a branch office (BPC) exports.

One row is a person with a company. Several rows may share a company (co-owners), so its NIB or name decides,
not the row.
Source of the headings: the branch export layout; field list of HIPMI Jabar's register.
"""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.adapter import Adapter, Column, Partner, hookimpl

__all__ = ["ANGGOTA", "okoce_adapters"]

ANGGOTA = Adapter(
    name="hipmi/anggota",
    partner=Partner("hipmi", "HIPMI", "association"),
    title="Data anggota BPC HIPMI",
    unit="a member with his company",
    stage="registered",
    why="Membership proves registration with the partner and nothing more; the form tells of no training or mentoring.",
    owners_included=None,  # "Jumlah Karyawan" is filled in both ways: 0 and 1 are equally common for one-person firms
    columns=(
        Column("Nama Lengkap", "person.name", required=True),
        Column("No. KTP (NIK)", "person.nik", required=True),
        Column("Tgl Lahir", "person.born"),
        Column("L/P", "person.sex"),
        Column("No HP/WA", "person.phones"),
        Column("Email", "person.email"),
        Column("Nama Perusahaan", "enterprise.name", required=True),
        Column("NIB", "enterprise.nib"),
        Column("Jumlah Karyawan", "headcount.total"),
        Column("Kab/Kota", "person.region"),
        Column("Tahun Data", ("date", "observed")),
    ),
    ignore=("No", "Bentuk Usaha"),
)


@hookimpl
def okoce_adapters() -> Iterable[Adapter]:
    """The forms of HIPMI."""
    return [ANGGOTA]
