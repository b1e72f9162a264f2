"""Companies: the JSON of a CSR programme's coached businesses.

One record is a coached person with his or her business.
"""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.adapter import Adapter, Column, Partner, hookimpl

__all__ = ["BINAAN", "okoce_adapters"]

BINAAN = Adapter(
    name="csr/binaan",
    partner=Partner("csr", "Perusahaan mitra (CSR)", "company"),
    title="JSON UMKM binaan CSR",
    unit="a coached person with his business",
    stage="mentored",
    why="The programme takes businesses under coaching (*binaan*), so a record proves mentoring.",
    owners_included=None,
    columns=(
        Column("nama", "person.name", required=True),
        Column("ktp", "person.nik", required=True),
        Column("lahir", "person.born"),
        Column("jk", "person.sex"),
        Column("telepon", "person.phones"),
        Column("kota", "person.region"),
        Column("tahun", ("date", "observed")),
        Column("usaha.nama", "enterprise.name", required=True),
        Column("usaha.nib", "enterprise.nib"),
        Column("usaha.tenaga_kerja", "headcount.total"),
    ),
    ignore=("id",),
)


@hookimpl
def okoce_adapters() -> Iterable[Adapter]:
    """The forms of companies."""
    return [BINAAN]
