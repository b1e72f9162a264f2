"""TDA (Tangan Di Atas): the chapter list, a semicolon CSV in the layout of the sign-up form.

One row is a membership of a person. It carries no sex and seldom a NIK.
"""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.adapter import Adapter, Column, Partner, hookimpl

__all__ = ["ANGGOTA", "okoce_adapters"]

ANGGOTA = Adapter(
    name="tda/anggota",
    partner=Partner("tda", "Tangan Di Atas", "community"),
    title="Daftar anggota TDA (CSV titik koma)",
    unit="a membership of a person",
    stage="registered",
    why="A chapter lists whoever signed up; mentoring groups (KMB) are kept elsewhere.",
    owners_included=None,  # the form asks "jml_karyawan" without saying whether the member counts himself
    columns=(
        Column("nama", "person.name", required=True),
        Column("hp", "person.phones", required=True),
        Column("kota", "person.region"),
        Column("usaha", "enterprise.name", required=True),
        Column("jml_karyawan", "headcount.total"),
        Column("no_ktp", "person.nik", required=True),
        Column("tgl_lahir", "person.born"),
        Column("nib", "enterprise.nib"),
        Column("tahun", ("date", "observed")),
    ),
)


@hookimpl
def okoce_adapters() -> Iterable[Adapter]:
    """The forms of TDA."""
    return [ANGGOTA]
