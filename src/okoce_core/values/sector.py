"""Codes of KBLI, the national classification of business fields: structure only, whichever its year.

The same code may mean something else in KBLI 2020 and 2025, so the model keeps the version beside it. The section
letter is not part of the code.
"""

from __future__ import annotations

import re
from typing import Final

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["parse"]

_CODE: Final = re.compile(
    r"(?:kbli\s*(?:20[0-9]{2}\s*)?[:.-]?\s*)?([0-9]{2,5})(?:\s*[-–:.;]\s*[^0-9].*)?", re.I | re.DOTALL
)
_FORMAT: Final = Rejected("sector-format", "a KBLI code of 2 to 5 digits such as 56101, as text")


def parse(cell: Cell) -> str | Rejected | None:
    """Two to five digits, of which the first two are a division 01 to 99; a title after the code is left out.

    A numeric cell must have all five: agriculture and mining begin with a 0, which a number loses, so that 1111 may
    be 01111.

    >>> parse("01111"), parse(56101.0), parse("KBLI 56101 - Restoran"), parse(1111).code, parse("kuliner").code
    ('01111', '56101', '56101', 'sector-format', 'sector-format')
    """
    if says_nothing(cell):
        return None
    code = _CODE.fullmatch(text(cell)) if isinstance(cell, str | int | float) else None
    if code is None or code[1].startswith("00") or (len(code[1]) < 5 and not isinstance(cell, str)):
        return _FORMAT
    return code[1]
