"""The stages of "7 PAS". They are names, never numbers: the order of P2 and P3 differs between offices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, get_args

from okoce_core.misuse import Misuse
from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["SEVEN_PAS", "STAGES", "Stage", "parse"]

Stage = Literal["registered", "trained", "mentored", "licensed", "marketed", "reported", "financed"]
STAGES: Final[tuple[str, ...]] = get_args(Stage)
"""The stages, ranked in this order for ``participant.min_stage`` alone."""

SEVEN_PAS: Final[tuple[Stage, ...]] = get_args(Stage)
"""P1 to P7 in the order of the movement's own list (2018); an office that numbers otherwise declares its own."""

_NAMES: Final[dict[Stage, str]] = {
    "registered": "registered|registration|pendaftaran|terdaftar|mendaftar|daftar|registrasi",
    "trained": "trained|training|pelatihan|dilatih|latihan|kelas pelatihan",
    "mentored": "mentored|mentoring|pendampingan|didampingi|dampingan",
    "licensed": "licensed|licensing|perizinan|perijinan|izin|ijin|izin usaha",
    "marketed": "marketed|marketing|pemasaran|dipasarkan",
    "reported": "reported|reporting|financial reporting|pelaporan keuangan|pencatatan keuangan|pelaporan"
    "|laporan keuangan|pencatatan|pembukuan",
    "financed": "financed|financing|funding|permodalan|akses permodalan|akses modal|pembiayaan|akses pembiayaan",
}
_BY_NAME: Final[dict[str, Stage]] = {name: stage for stage, names in _NAMES.items() for name in names.split("|")}
_NUMBERED: Final = re.compile(r"p?[\s.-]*([1-9])[\s.:)-]*(.*)")
_UNKNOWN: Final = Rejected("stage-unknown", "a stage of 7 PAS by its name, such as pelatihan or perizinan")


def parse(cell: Cell, order: Sequence[Stage] | None = None) -> Stage | Rejected | None:
    """The stage by its name, in Indonesian or English; by its number only where the order is declared.

    Args:
        cell: Any cell. A name after a number ("P3 Pelatihan") goes before the number.
        order: The seven stages as the partner numbers them.

    Raises:
        Misuse: ``order`` does not name each of the seven stages once.

    >>> parse("Perizinan"), parse("P3 Pelatihan"), parse("P4").code, parse("P4", SEVEN_PAS)
    ('licensed', 'trained', 'stage-unknown', 'licensed')
    """
    if order is not None and (len(order) != len(STAGES) or set(order) != set(STAGES)):
        raise Misuse("stage-order", "an order names each of the seven stages once", allowed=STAGES)
    if says_nothing(cell):
        return None
    if not isinstance(cell, str | int | float) or isinstance(cell, bool):
        return _UNKNOWN
    written = " ".join(text(cell).casefold().split())
    numbered = _NUMBERED.fullmatch(written)
    name = numbered[2] if numbered and numbered[2] else written
    if name in _BY_NAME:
        return _BY_NAME[name]
    position = int(numbered[1]) if numbered and not numbered[2] else 0
    return order[position - 1] if order is not None and 1 <= position <= len(STAGES) else _UNKNOWN
