"""Campuses (*perguruan tinggi*): the list of students in an entrepreneurship programme (WMK, P2MW, incubators).

One row is a student in a programme, with the business he or she brought or began there.
"""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.adapter import Adapter, Column, Partner, hookimpl

__all__ = ["MAHASISWA", "okoce_adapters"]

MAHASISWA = Adapter(
    name="kampus/mahasiswa",
    partner=Partner("kampus", "Perguruan tinggi mitra", "campus"),
    title="Daftar mahasiswa program kewirausahaan",
    unit="a student in a programme",
    stage="trained",
    why="The programmes listed are courses of a term, so standing in the list proves training.",
    owners_included=None,  # "Jumlah tenaga kerja" may or may not count the student
    columns=(
        Column("NAMA MAHASISWA", "person.name", required=True),
        Column("TANGGAL LAHIR", "person.born"),
        Column("JENIS KELAMIN", "person.sex"),
        Column("NO TELP", "person.phones"),
        Column("EMAIL", "person.email"),
        Column("NIK", "person.nik"),
        Column("DOMISILI", "person.region"),
        Column("NAMA USAHA", "enterprise.name", required=True),
        Column("JUMLAH TENAGA KERJA", "headcount.total"),
        Column("NIB", "enterprise.nib"),
        Column("TAHUN", ("date", "observed")),
    ),
    ignore=("NIM", "PROGRAM STUDI", "PROGRAM"),  # a NIM means something inside one campus only
)


@hookimpl
def okoce_adapters() -> Iterable[Adapter]:
    """The forms of campuses."""
    return [MAHASISWA]
