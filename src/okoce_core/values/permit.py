"""Kinds of permit (*perizinan*) that partners write, by the names the rulebooks use."""

from __future__ import annotations

import re
from typing import Final, Literal, get_args

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["PERMIT_KINDS", "PermitKind", "parse"]

PermitKind = Literal["IUMK", "SKU", "NIB", "PIRT", "HALAL", "BPOM", "HAKI", "OTHER"]
PERMIT_KINDS: Final[tuple[str, ...]] = get_args(PermitKind)

_WORDS: Final[dict[PermitKind, str]] = {
    "IUMK": r"iumk|izin usaha mikro(?: dan)? kecil|ijin usaha mikro(?: dan)? kecil",
    "SKU": r"sku|surat keterangan usaha",
    "NIB": r"nib|nomor induk berusaha",
    "PIRT": r"p[\s.-]?irt|spp[\s.-]?(?:p[\s.-]?)?irt|pangan industri rumah tangga",
    "HALAL": r"halal",
    "BPOM": r"bpom|b\.pom|badan pom|md|ml",
    "HAKI": r"haki|hki|merek|merk|hak cipta|paten",
    "OTHER": r"siup|tdp|situ|sni|pkrt|imb|slhs|iui|tdi|tdup|haccp|iso|sbu|siujk|skdu|skdp|izin lokasi|izin lingkungan",
}
_KINDS: Final = {kind: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])") for kind, words in _WORDS.items()}
_PART: Final = re.compile(r"[,;/|+&\n]|\sdan\s")
_NOT_HELD: Final = re.compile(
    r"(?<![a-z])(?:belum|blm|tidak|tdk|tanpa|bukan|non|proses|diproses|pengajuan|mengajukan|diajukan|pengurusan|rencana|ingin|mau"
    r"|kedaluwarsa|kadaluarsa|expired|dicabut|sedang|ditolak|tolak|hilang|menunggu|diurus|habis)(?![a-z])"
)
_LEGALITY: Final = re.compile(r"legalitas|i[zj]in|sertifikat")

_UNKNOWN: Final = Rejected("permit-unknown", "permits held, such as NIB, P-IRT, halal, separated by commas")


def parse(cell: Cell) -> tuple[PermitKind, ...] | Rejected | None:
    """The kinds held, each once, in the order written; empty where the cell says that none is ("belum punya NIB").

    A permit that is refused, expired or still asked for is not held. Words that are no permit are passed over beside
    one that is. Where a "not" stands before the last part, how far it reaches is not known and all is refused.

    >>> parse("NIB, Sertifikat HALAL"), parse("P-IRT & SIUP"), parse("belum punya NIB"), parse("Gunung").code
    (('NIB', 'HALAL'), ('PIRT', 'OTHER'), (), 'permit-unknown')
    >>> parse("belum ada NIB, PIRT").code
    'permit-unknown'
    """
    if says_nothing(cell):
        return None
    if not isinstance(cell, str):
        return _UNKNOWN
    parts = [" ".join(part.split()) for part in _PART.split(text(cell).casefold())]
    denied = [number for number, part in enumerate(parts) if _NOT_HELD.search(part)]
    if denied and denied[0] < len(parts) - 1:
        return _UNKNOWN
    held = dict.fromkeys(kind for part in parts[: len(parts) - len(denied)] for kind in _kinds(part))
    says_none = denied and (_kinds(parts[-1]) or _LEGALITY.search(parts[-1]))
    return tuple(held) if held or says_none else _UNKNOWN


def _kinds(part: str) -> list[PermitKind]:
    found = ((match.start(), kind) for kind, pattern in _KINDS.items() if (match := pattern.search(part)))
    return [kind for _, kind in sorted(found)]
