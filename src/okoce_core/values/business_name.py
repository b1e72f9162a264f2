"""Names of businesses in the form in which they are compared; the word lists are data, ``data/names.toml``."""

from __future__ import annotations

from okoce_core.values.name import pieces
from okoce_core.values.name_words import without_head, without_tail, words

__all__ = ["BusinessKeyer", "business_key"]


def business_key(name: str) -> str:
    """A business's name for comparison: legal forms off, a sign's abbreviations in full, djaya as jaya.

    "Toko" and "Warung" stay: they are part of the name people use. A name that is only a legal form keeps it.

    >>> business_key("CV. Maju-Djaya"), business_key("Wr. Bu Siti"), business_key("Tk. Sinar, P.T."), business_key("PT")
    ('maju jaya', 'warung bu siti', 'toko sinar', 'pt')
    """
    known = words()
    written = pieces(name)
    if known.forms.isdisjoint(written) and all(len(token) > 1 for token in written):
        tokens = written
    else:
        tokens = without_head(without_tail(written, known.forms), known.forms) or written
    told = [known.spellings.get(token, token) for token in tokens]
    if len(told) > 2 and len(told[0]) == len(told[1]) == 1:  # "R.M. Sederhana"
        told[:2] = ["".join(told[:2])] if "".join(told[:2]) in known.signs else told[:2]
    if len(told) > 1:
        told[0] = known.signs.get(told[0], told[0])
    return " ".join(told)


class BusinessKeyer:
    """:func:`business_key` for many names: remembers words, for the life of one instance only.

    >>> BusinessKeyer()("Wr. Bu Siti")
    'warung bu siti'
    """

    __slots__ = ("_anywhere", "_words")

    def __init__(self) -> None:
        self._words = words()
        self._anywhere: dict[str, str | None] = {}  # a word -> what stands in the key, wherever

    def __call__(self, name: str) -> str:
        """The key of the name, as :func:`business_key` gives it."""
        anywhere, told = self._anywhere, []
        for word in name.split():
            known = anywhere[word] if word in anywhere else self._learnt(word)
            if known is None:
                return business_key(name)
            if known:
                told.append(known)
        if len(told) > 1:
            told[0] = self._words.signs.get(told[0], told[0])
        return " ".join(told)

    def _learnt(self, word: str) -> str | None:
        """None: a legal form, a single letter, or several words in one: the whole name must be looked at."""
        known, told = self._words, pieces(word)
        plain = len(told) < 2 and all(len(piece) > 1 and piece not in known.forms for piece in told)
        key = self._anywhere[word] = " ".join(known.spellings.get(piece, piece) for piece in told) if plain else None
        return key
