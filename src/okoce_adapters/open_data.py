"""Open data of local governments: numbers of businesses in an area. Never people, and never the movement's own.

A count of all businesses of a district says nothing of whom the movement served, so it becomes a *context* total, shown
beside the figures and in none of them. A projection is a model's output: it is refused.
"""

from __future__ import annotations

from collections.abc import Iterable

from okoce_core.adapter import Adapter, Column, Partner, hookimpl

__all__ = ["JABAR_KATEGORI", "JABAR_PROYEKSI", "TANGSEL", "okoce_adapters"]

_JABAR = Partner("opendata-jabar", "Open Data Jabar", "government")
_PROJECTED = "a projection of the number of businesses in an area, not a count of people served"

JABAR_PROYEKSI = Adapter(
    name="opendata-jabar/proyeksi",
    partner=_JABAR,
    title="Proyeksi jumlah UMKM per kabupaten/kota",
    unit="a statistic of an area and year",
    why="Projected stocks of all businesses; nobody in them was served.",
    refused=_PROJECTED,
    columns=(
        Column("Nama Kabupaten / Kota", "person.region", required=True),
        Column("Proyeksi Jumlah UMKM", "total.context", required=True),
        Column("Tahun", "total.as_of", required=True),
    ),
)

JABAR_KATEGORI = Adapter(
    name="opendata-jabar/kategori",
    partner=_JABAR,
    title="Jumlah UMKM per kategori usaha dan kabupaten/kota (proyeksi)",
    unit="a statistic of an area, category and year",
    why="The projection above, split by category; adding the two would count it twice.",
    refused=_PROJECTED,
    columns=(
        Column("nama_kabupaten_kota", "person.region", required=True),
        Column("kategori_usaha", "enterprise.name", required=True),
        Column("jumlah_umkm", "total.context", required=True),
        Column("tahun", "total.as_of", required=True),
    ),
    ignore=("id", "kode_provinsi", "nama_provinsi", "kode_kabupaten_kota", "satuan"),
)

TANGSEL = Adapter(
    name="opendata-tangsel/kecamatan",
    partner=Partner("opendata-tangsel", "Kota Tangerang Selatan", "government"),
    title="Jumlah usaha mikro dan kecil per kecamatan",
    unit="a statistic of a kecamatan",
    why="Counts of all businesses of a field in the city; whom the movement served is not told apart.",
    columns=(
        Column("Kecamatan", "person.region", required=True, parse=lambda _cell: None),
        Column("Mikro", "total.context", required=True),
        Column("Kecil", "total.context", required=True),
    ),
    ignore=("Bidang", "Total", "Persentase"),
)


@hookimpl
def okoce_adapters() -> Iterable[Adapter]:
    """The statistics that are known and kept out of the figures."""
    return [JABAR_PROYEKSI, JABAR_KATEGORI, TANGSEL]
