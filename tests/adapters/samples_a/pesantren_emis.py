"""The register of pesantren."""

from __future__ import annotations

from tests.adapters.samples_a.rows import Said, row

# fmt: off

def _school_of_religion(identity: str, name: str, nspp: str, place: tuple[str, str] | None) -> Said:
    return {
        "id": identity, "nama": name, "nspp": nspp, "alamat": "Kp. Contoh", "kyai": "K.H. Contoh",
        "kab_kota": {"id": place[0], "nama": place[1]} if place else None,
        "provinsi": {"id": "32", "nama": "Jawa Barat"},
    }


def _institution(name: str, nspp: str = "", region: str = "") -> Said:
    said = {"name": name, "region": region, "institution": {"scheme": "NSPP", "number": nspp} if nspp else ""}
    return {"enterprise": {key: value for key, value in said.items() if value}}


_GARUT, _BANDUNG, _CITY = ("3205", "Garut"), ("3204", "Bandung"), ("3273", "Kota Bandung")

PESANTREN_EMIS = [
    row(
        _school_of_religion("1", "Al-Contoh", "510032059001", _GARUT),
        says=_institution("Al-Contoh", "510032059001", "32.05"),
    ),
    row(
        _school_of_religion("2", "Al-Contoh", "510032059002", _GARUT),  # its namesake in the same regency
        says=_institution("Al-Contoh", "510032059002", "32.05"),
    ),
    row(
        _school_of_religion("3", "Nurul Contoh", "510332049003", _BANDUNG),  # the regency, by its code
        says=_institution("Nurul Contoh", "510332049003", "32.04"),
    ),
    row(
        _school_of_religion("4", "Nurul Contoh", "512332739004", _CITY),
        says=_institution("Nurul Contoh", "512332739004", "32.73"),
    ),
    row(_school_of_religion("5", "Darul Contoh", "51003205900", _GARUT), says=_institution("Darul Contoh", "",
    "32.05")), row(_school_of_religion("6", "", "510032059006", None), says={
        "enterprise": {"institution": {"scheme": "NSPP", "number": "510032059006"}},
    }),
    row(_school_of_religion("7", "", "", _GARUT)),  # nothing says which it is: rejected
]
