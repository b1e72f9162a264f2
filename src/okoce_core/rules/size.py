"""Size classes of enterprises. Two of them are in force side by side and disagree, so each result names its law.

An enterprise of twenty workers is *sedang* to BPS and may well be *mikro* to PP 7/2021, which looks at sales alone.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal

import attrs

from okoce_core.misuse import Misuse

__all__ = ["BPS", "PP7", "SizeClass", "by_sales", "by_workers"]

BPS: Final = "BPS"
"""Micro and small industry survey of BPS: mikro 1-4, kecil 5-19, sedang 20-99, besar 100 and more workers."""

PP7: Final = "PP 7/2021"
"""Government regulation 7/2021, article 35: annual sales of at most 2, 15 and 50 billion rupiah."""

Name = Literal["mikro", "kecil", "sedang", "menengah", "besar"]

_WORKERS: Final[tuple[tuple[Name, int], ...]] = (("mikro", 5), ("kecil", 20), ("sedang", 100))
_SALES: Final[tuple[tuple[Name, int], ...]] = (("mikro", 2 * 10**9), ("kecil", 15 * 10**9), ("menengah", 50 * 10**9))


@attrs.frozen
class SizeClass:
    """A class in the words of its law: what BPS calls *sedang* is *menengah* in PP 7/2021."""

    name: Name
    law: str


def by_workers(workers: int | Fraction) -> SizeClass | None:
    """The class of BPS; None of an enterprise in which nobody works.

    Args:
        workers: Everybody who works in it, the owner and unpaid family workers among them.

    Raises:
        Misuse: a negative number.

    >>> by_workers(4), by_workers(5)
    (SizeClass(name='mikro', law='BPS'), SizeClass(name='kecil', law='BPS'))
    """
    if _counted("workers", workers) < 1:
        return None
    return SizeClass(next((name for name, end in _WORKERS if workers < end), "besar"), BPS)


def by_sales(rupiah: int | Fraction) -> SizeClass:
    """The class of PP 7/2021 by the sales of a year; each limit is the last amount inside (*paling banyak*).

    Raises:
        Misuse: a negative number.

    >>> by_sales(2_000_000_000).name, by_sales(2_000_000_001).name
    ('mikro', 'kecil')
    """
    _counted("sales", rupiah)
    return SizeClass(next((name for name, most in _SALES if rupiah <= most), "besar"), PP7)


def _counted(what: str, number: int | Fraction) -> int | Fraction:
    if number < 0:
        raise Misuse("negative-size", f"{what} cannot be negative", asked=what)
    return number
