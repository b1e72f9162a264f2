"""The word lists around names (``data/names.toml``), read once, and how titles are taken off a row of words.

A title may be one word or several: "S.Pd." and "S. Pd." both come here as ``s pd``. After a name words are joined only
from a short one on, before it only short ones ("K. H.", not "H. Aji"), so that no two names make a title.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

import attrs

__all__ = ["Words", "without_head", "without_tail", "words"]

_LONGEST: Final = 4  # S. Tr. Kep. is three
_SHORT: Final = 2


@attrs.frozen
class Words:
    """The lists, ready to look up; their meaning is told in the file itself."""

    before: frozenset[str]
    after: frozenset[str]
    after_comma: frozenset[str]
    continuations: frozenset[str]
    variants: dict[str, str]
    variants_first: dict[str, str]
    common_first: frozenset[str]
    forms: frozenset[str]
    signs: dict[str, str]
    spellings: dict[str, str]

    def depends_on_place(self, piece: str) -> bool:
        """Whether what this piece means depends on where in the name it stands: a title, or what may be part of one."""
        return len(piece) <= _SHORT or piece in self.after_comma or piece in self.continuations


@cache
def words() -> Words:
    """The lists of ``data/names.toml``."""
    data = tomllib.loads(files("okoce_core.values").joinpath("data/names.toml").read_text("utf-8"))
    titles, names, business = data["titles"], data["names"], data["business"]
    before, after = frozenset(titles["before"].split()), frozenset(titles["after"].split())
    return Words(
        before=before,
        after=after,
        after_comma=before | after | frozenset(titles["after_comma"].split()),
        continuations=frozenset(title[part:] for title in after for part in range(1, _SHORT + 1)),
        variants=_by_variant(names["variants"]),
        variants_first=_by_variant(names["variants_first"]),
        common_first=frozenset(names["common_first"].split()),
        forms=frozenset(business["forms"].split()),
        signs=_by_variant(business["words"]),
        spellings=_by_variant(business["spellings"]),
    )


def _by_variant(rows: list[list[str]]) -> dict[str, str]:
    return {variant: name for name, variants in rows for variant in variants.split()}


def without_tail(tokens: list[str], titles: frozenset[str]) -> list[str]:
    """The tokens without the titles they end in.

    >>> without_tail(["siti", "aminah", "s", "pd", "mm"], frozenset({"spd", "mm"}))
    ['siti', 'aminah']
    """
    if len(tokens) > 1 and len(tokens[-1]) > _SHORT < len(tokens[-2]) and tokens[-1] not in titles:
        return tokens  # most names
    end = len(tokens)
    while end:
        for start in range(max(0, end - _LONGEST), end):
            if (start == end - 1 or len(tokens[start]) <= _SHORT) and "".join(tokens[start:end]) in titles:
                end = start
                break
        else:
            break
    return tokens[:end]


def without_head(tokens: list[str], titles: frozenset[str]) -> list[str]:
    """The tokens without the titles they begin with.

    >>> without_head(["k", "h", "ahmad"], frozenset({"kh"}))
    ['ahmad']
    """
    if tokens and len(tokens[0]) > _SHORT and tokens[0] not in titles:
        return tokens  # most names
    start, count = 0, len(tokens)
    while start < count:
        for end in range(min(count, start + _LONGEST), start, -1):
            part = tokens[start:end]
            if "".join(part) in titles and (len(part) == 1 or all(len(token) <= _SHORT for token in part)):
                start = end
                break
        else:
            break
    return tokens[start:]
