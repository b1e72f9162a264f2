"""E-mail addresses in lower case. Only the shape is looked at; that a letter would arrive cannot be known here.

The domains ``example.*`` are reserved (RFC 2606) and accepted, so that nobody's address is needed in a test.
"""

from __future__ import annotations

import re
from typing import Final

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["parse"]

_LONGEST: Final = 254
_ADDRESS: Final = re.compile(
    r"([a-z0-9_%+'-]+(?:\.[a-z0-9_%+'-]+)*)@((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+)[a-z]{2,24}"
)
_FILLERS: Final = frozenset({
    "a", "aa", "abc", "abcd", "asd", "asdf", "contoh", "email", "example", "mail", "nama", "name", "no", "noemail",
    "none", "null", "test", "tes", "user", "x", "xx", "xxx", "xyz", "tidakada", "tidak.ada", "tidak-ada", "belumada",
    "belum.ada", "belum-ada", "kosong", "nihil", "-", "--", "_",
})  # fmt: skip
_FREE_MAIL: Final = frozenset({"gmail", "yahoo", "ymail", "hotmail", "outlook", "rocketmail", "live", "icloud"})

_FORMAT: Final = Rejected("email-format", "one address such as nama@contoh.id")
_PLACEHOLDER: Final = Rejected("email-placeholder", "the person's own address, not a filler")


def parse(cell: Cell) -> str | Rejected | None:
    """The address in lower case.

    >>> parse(" Sari.Wangi@Example.com "), parse("test@test.com").code, parse("sari@").code
    ('sari.wangi@example.com', 'email-placeholder', 'email-format')
    """
    written = text(cell).lower().removeprefix("mailto:")
    address = _ADDRESS.fullmatch(written) if len(written) <= _LONGEST else None
    if address is None:
        return None if says_nothing(cell) else _FORMAT
    return _PLACEHOLDER if _is_filler(address[1], address[2].split(".")[0]) else written


def _is_filler(local: str, host: str) -> bool:
    return local in _FILLERS and (host == local or host in _FREE_MAIL or (host in _FILLERS and host != "example"))
