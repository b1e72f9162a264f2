"""Amounts of rupiah as Indonesians write them, and the bands in which forms ask for turnover.

``M`` is *miliar*, 10⁹, never a million. One amount is read by lokal-id, behind a guard: it adds up whatever numbers
it meets ("3-4 juta" gives 7,000,000), so here ranges are split first, and a text of several amounts is refused.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

import attrs

from okoce_core.values.cell import Cell, text
from okoce_core.values.missing import says_nothing
from okoce_core.values.rejected import Rejected

__all__ = ["Amount", "parse"]


@attrs.frozen
class Amount:
    """Whole rupiah from ``low`` to ``high``, the bounds as written; None: open on that side."""

    low: int | None
    high: int | None


_MOST: Final = 10**15  # lokal-id reckons in floats, exact to 9 x 10^15
_UNDER: Final = re.compile(
    r"^(?:<=?|≤|kurang dari|di ?bawah|maks(?:imal|imum)?\.?|max\.?|sampai(?: dengan)?|hingga|s\s?[/.]\s?d\.?|up to)\s*"
)
_OVER: Final = re.compile(r"^(?:>=?|≥|lebih dari|di ?atas|min(?:imal|imum)?\.?|over)\s*")
_TO: Final = re.compile(
    r"\s*(?:[-–—]+|\bs\s?[/.]\s?d\b\.?|\bsd\b|\bsampai(?: dengan)?\b|\bhingga\b|\bto\b)\s*(?=rp|[0-9])"
)
_TAIL: Final = re.compile(r"[,.]\s*[-–=]+$")  # Rp 1.500.000,-
_NEGATIVE: Final = re.compile(r"(?:rp\.?\s*)?[-−–]\s*(?:rp\.?\s*)?[0-9].*|\((?:rp\.?\s*)?[0-9][^)]*\)")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])")
_PLAIN: Final = re.compile(
    r"(?:rp\.?\s*)?([0-9]{1,16}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5})"
)  # most cells; lokal-id takes 20 µs
_NUMBER: Final = re.compile(
    r"[0-9]{1,16}(?:[.,][0-9]{1,2})?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
)
_SHAPE: Final = re.compile(r"[0-9a-z\s.,~±-]+")
_WORD: Final = re.compile(r"[0-9][0-9.,]*(?<![.,])|[a-z]+")
_SCALES: Final = {
    **dict.fromkeys(("ribu", "rb", "rbu", "rebu", "k", "seribu", "ceng"), 3),
    **dict.fromkeys(("juta", "jt", "jeti", "sejuta", "jtan", "jutaan"), 6),
    **dict.fromkeys(("miliar", "milyar", "m", "semiliar", "semilyar"), 9),
    **dict.fromkeys(("triliun", "t", "setriliun"), 12),
}

_FORMAT: Final = Rejected("rupiah-format", "an amount such as Rp 1.500.000 or 5 juta, or a band such as 1M-5M")
_NEGATIVE_AMOUNT: Final = Rejected("rupiah-negative", "an amount that is not below 0")


def parse(cell: Cell) -> Amount | Rejected | None:
    """The amount, or its band. Sen are dropped.

    >>> parse("Rp. 1.500.000,-"), parse("1M-5M")
    (Amount(low=1500000, high=1500000), Amount(low=1000000000, high=5000000000))
    >>> parse("< 1M"), parse("3-4 juta"), parse("3 juta 4 juta").code
    (Amount(low=None, high=1000000000), Amount(low=3000000, high=4000000), 'rupiah-format')
    """
    if says_nothing(cell):
        return None
    if isinstance(cell, str):
        return _typed(" ".join(text(cell).casefold().split()))
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return _FORMAT
    return _NEGATIVE_AMOUNT if cell < 0 else _exactly(_whole(cell))


def _typed(written: str) -> Amount | Rejected:
    plain = _PLAIN.fullmatch(written)
    if plain:
        return _exactly(_whole(int(plain[1].replace(".", ""))))
    shown = _TAIL.sub("", written)
    if _NEGATIVE.fullmatch(shown):
        return _NEGATIVE_AMOUNT
    for word, is_upper in ((_UNDER.match(shown), True), (_OVER.match(shown), False)):
        if word:
            bound = _amount(shown[word.end() :])
            return _FORMAT if bound is None else Amount(None, bound) if is_upper else Amount(bound, None)
    ends = _TO.split(shown)
    if len(ends) == 1:
        return _exactly(_amount(shown))
    return _band(*ends) if len(ends) == 2 else _FORMAT


def _band(lower: str, upper: str) -> Amount | Rejected:
    low, high = _amount(lower), _amount(upper)
    if low is None or high is None:
        return _FORMAT
    scale = next((word for word in reversed(_WORD.findall(upper)) if word in _SCALES), None)
    if scale is not None and not any(word in _SCALES for word in _WORD.findall(lower)):
        # "3-4 juta" is from 3 million; "500.000 - 1 juta" cannot mean 500,000 million; of "100 - 1 juta" nobody knows.
        scaled = _amount(f"{lower} {scale}")
        low = scaled if scaled is not None and scaled <= high else low
        if low < 1000:
            return _FORMAT
    return Amount(low, high) if low <= high else _FORMAT


def _exactly(amount: int | None) -> Amount | Rejected:
    return _FORMAT if amount is None else Amount(amount, amount)


def _amount(written: str) -> int | None:
    ungrouped = _GROUPED.sub(lambda digits: digits[0].replace(" ", ""), written)
    if not _SHAPE.fullmatch(ungrouped) or _holds_several(_WORD.findall(ungrouped)):
        return None
    from lokal import parse_rupiah

    read = parse_rupiah(ungrouped)
    return None if read is None else _whole(read.amount)


def _holds_several(words: list[str]) -> bool:
    """Whether it cannot be one amount: a number that is none, two in a row, or scales that do not descend ."""
    marks = [_SCALES.get(word, 0 if word[0].isdigit() else None) for word in words]
    told = [mark for mark in marks if mark is not None]
    scales = [mark for mark in told if mark]
    two_numbers = any(left == right == 0 for left, right in pairwise(told))
    descending = all(left > right for left, right in pairwise(scales))
    left_over = bool(scales) and told[-1] == 0
    misshapen = any(word[0].isdigit() and not _NUMBER.fullmatch(word) for word in words)
    return two_numbers or not descending or left_over or misshapen


def _whole(amount: int | float) -> int | None:
    """Without sen; a fraction of a small amount is not money but a unit left out ("1,5" for 1,5 juta)."""
    if not 0 <= amount <= _MOST or (amount < 1000 and amount != int(amount)):
        return None
    return int(amount)
