"""Fixed random rounding to base 3 (RR3): unbiased, and the same cell always rounds the same way.

A multiple of 3 stays; a remainder of 1 goes down with probability 2/3, of 2 up with 2/3. What is drawn depends on a
secret key and on what the cell is *of* alone: not on the day, the rulebook or the inputs, since an unchanged number
that was drawn anew each month could be averaged out. Source: Stats NZ, random rounding to base 3; counting.md 5.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from hashlib import blake2b
from itertools import count
from typing import Final

__all__ = ["cell_name", "draw", "rounded", "to_base_3"]

BASE: Final = 3
_BYTES: Final = 16


def rounded(value: Fraction, key: bytes, cell: str) -> Fraction:
    """A number rounded to a multiple of 3.

    Args:
        value: Any exact number; a fraction goes up with a third of its distance from the multiple below.
        key: The secret, 16 to 64 bytes. cell: What the number is of, see :func:`cell_name`.
    """
    return to_base_3(value, draw(key, cell, sides(value)))


def sides(value: Fraction) -> int:
    """How many equally likely numbers a draw for this value is taken from: 3 for a whole number."""
    return BASE * value.denominator


def to_base_3(value: Fraction, drawn: int) -> Fraction:
    """A number rounded by what was drawn, one of ``range(sides(value))``: up where that is below the remainder.

    >>> [int(to_base_3(Fraction(4), drawn)) for drawn in range(3)]
    [6, 3, 3]
    """
    rest = value % BASE
    return value - rest + (BASE if drawn < rest * value.denominator else 0)


def draw(key: bytes, cell: str, sides: int) -> int:
    """A number below ``sides``, each equally likely over keys, always the same for the same key and cell.

    The few hashes past the last whole run of ``sides`` are drawn again, so that none of the numbers comes up oftener.
    """
    limit = (1 << 8 * _BYTES) // sides * sides
    hashes = (
        blake2b(cell.encode(), digest_size=_BYTES, key=key, salt=turn.to_bytes(16, "big"), person=b"okoce-rr3").digest()
        for turn in count()
    )
    return next(n for n in (int.from_bytes(found, "big") for found in hashes) if n < limit) % sides


def cell_name(measure: str, of: Mapping[str, str | None]) -> str:
    """What a cell is of, in one spelling whatever the order of its dimensions; None is unknown."""
    return json.dumps([measure, sorted(of.items())], ensure_ascii=True)
