"""The many ways in which a cell says nothing: blank, a dash, "tidak ada", "#N/A".

"0" is not among them: nought is a statement. Whether "tidak ada" states a nought is for the kind of value to say:
of workers it does (:mod:`okoce_core.values.number`), of a phone number it says nothing.
"""

from __future__ import annotations

from typing import Final

from okoce_core.values.cell import Cell, text

__all__ = ["MISSING", "is_missing", "says_nothing"]

MISSING: Final[frozenset[str]] = frozenset({
    "", "-", "--", "---", "----", "–", "—", "_", "__", ".", "..", "...", "…", "?", "??", "???", "*", "/", "x", "xx",
    "xxx", "n/a", "na", "n.a", "n.a.", "#n/a", "#na", "#ref!", "#value!", "#name?", "#null!", "#div/0!", "#num!",
    "nan", "null", "<null>", "none", "nil", "nul", "undefined", "unknown", "nat", "<na>", "(blank)", "blank", "empty",
    "tidak ada", "tdk ada", "tak ada", "tidak ada data", "tidak punya", "tdk punya", "tidak memiliki", "t/a",
    "belum ada", "blm ada", "belum", "blm", "belum punya", "blm punya", "belum memiliki", "belum diisi", "tidak diisi",
    "kosong", "(kosong)", "nihil", "tidak tahu", "tidak tau", "tdk tahu", "tidak diketahui", "lupa", "data tidak ada",
    "tidak mengisi", "tidak menjawab",
})  # fmt: skip
"""The texts, casefolded and with single spaces, that say nothing."""


def is_missing(text: str) -> bool:
    """Whether the text of a cell says nothing.

    >>> is_missing(" N/A "), is_missing("Tidak  ada"), is_missing("0")
    (True, True, False)
    """
    return text in MISSING or " ".join(text.casefold().split()) in MISSING


def says_nothing(cell: Cell) -> bool:
    """Whether the cell, of any type, says nothing; a not-a-number is how some readers give a blank."""
    if isinstance(cell, float):
        return cell != cell  # only a not-a-number differs from itself
    return cell is None or (isinstance(cell, str) and is_missing(text(cell)))
