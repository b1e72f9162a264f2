"""Register numbers of institutions: NSPP of a pesantren (12 digits), NPSN of a school (8 digits, or K or P and 7).

Nothing is derived from them: in 2020 a fifth of the NSPP were issued anew because they were wrong or repeated.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from okoce_core.misuse import Misuse
from okoce_core.values.cell import Cell
from okoce_core.values.digits import compact, is_damaged
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["parse"]

_FORMS: Final = {"NSPP": re.compile(r"[0-9]{12}"), "NPSN": re.compile(r"[0-9]{8}|[KP][0-9]{7}")}
_EXPECTED: Final = {
    "NSPP": Rejected("institution-format", "12 digits"),
    "NPSN": Rejected("institution-format", "8 digits, or the letter K or P and 7 digits"),
}


def parse(cell: Cell, scheme: Literal["NSPP", "NPSN"]) -> str | Rejected | None:
    """The number without separators, its letter a capital.

    Raises:
        Misuse: the scheme is neither NSPP nor NPSN.

    >>> parse("5100 3175 0001", "NSPP"), parse("p9900001", "NPSN"), parse("12", "NPSN").code
    ('510031750001', 'P9900001', 'institution-format')
    """
    if scheme not in _FORMS:
        raise Misuse("unknown-scheme", "an institution's number is NSPP or NPSN", asked=scheme, allowed=_FORMS)
    if says_nothing(cell):
        return None
    number = compact(cell).upper()
    good = _FORMS[scheme].fullmatch(number) and number.strip("0") and not is_damaged(cell)
    return number if good else _EXPECTED[scheme]
