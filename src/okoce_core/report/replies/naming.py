"""The names of folders and files of a reply, safe on any system whatever a partner or his file is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

__all__ = ["folder_names", "marked_name"]

_LONGEST: Final = 60
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_UNSAFE_IN_A_FILE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|\Z)", re.IGNORECASE)
"""SOURCE: Microsoft, Naming Files, Paths, and Namespaces: reserved with any ending too."""

_MARK: Final = "-ditandai"


def folder_names(partners: Iterable[str]) -> dict[str, str]:
    """A folder for each id: the id where that is a safe name, else what is safe of it and a hash of all of it.

    >>> folder_names(["tda-bandung", "../x", "CON"])
    {'tda-bandung': 'tda-bandung', '../x': 'x-01b7cba9', 'CON': 'mitra-CON-38d2b8a5'}
    """
    ids = list(dict.fromkeys(partners))
    alike = Counter(partner.casefold() for partner in ids)  # one folder where the system knows no case
    return {partner: _folder(partner, hashed=alike[partner.casefold()] > 1) for partner in ids}


def _folder(partner: str, *, hashed: bool) -> str:
    safe = _UNSAFE.sub("-", partner).strip("-._")[:_LONGEST]
    if _DEVICES.match(safe):
        safe = f"mitra-{safe}"
    if safe and safe == partner and not hashed:
        return safe
    digest = blake2b(partner.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{safe}-{digest}" if safe else digest


def marked_name(file: str, taken: Iterable[str]) -> str:
    """The name of the marked copy of a file; the copy of a marked copy is called the same.

    Args:
        file: Its name, with folders or without. taken: Names that are there already.
    """
    stem = file.rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    stem = _UNSAFE_IN_A_FILE.sub("-", stem.removesuffix(_MARK)).strip(" .")[:_LONGEST] or "berkas"
    stem = f"berkas-{stem}" if _DEVICES.match(stem) else stem
    there = {name.casefold() for name in taken}
    name, number = f"{stem}{_MARK}.xlsx", 2
    while name.casefold() in there:
        name, number = f"{stem}-{number}{_MARK}.xlsx", number + 1
    return name
