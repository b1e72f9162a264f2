"""Sex as registers write it. L is *laki-laki*, so M; P is *perempuan*, so F, though *pria*, a man, begins with it too.

1 and 2 are refused: which is which differs between forms, and a mapping can say it.
"""

from __future__ import annotations

from typing import Final, Literal

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["Sex", "parse"]

Sex = Literal["F", "M"]

_WORDS: Final[dict[str, Sex]] = {
    **dict.fromkeys(
        ("l", "lk", "lakilaki", "laki", "laki2", "lelaki", "pria", "cowok", "cowo", "m", "male", "man"), "M"
    ),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita", "w", "cewek", "cewe", "prp", "f", "female", "woman"), "F"),
    **dict.fromkeys(("llakilaki", "lakilakil", "ikhwan", "putra"), "M"),
    **dict.fromkeys(("pperempuan", "perempuanp", "akhwat", "putri"), "F"),
}
_NOT_LETTERS: Final = str.maketrans("", "", " -_./()[]:\t\n–")
_UNKNOWN: Final = Rejected("sex-unknown", "L or P, laki-laki or perempuan, male or female")


def parse(cell: Cell) -> Sex | Rejected | None:
    """M or F.

    >>> parse("L"), parse("P"), parse("Pria"), parse("Laki - laki"), parse(1).code
    ('M', 'F', 'M', 'M', 'sex-unknown')
    """
    if says_nothing(cell):
        return None
    return _WORDS.get(text(cell).casefold().translate(_NOT_LETTERS), _UNKNOWN) if isinstance(cell, str) else _UNKNOWN
